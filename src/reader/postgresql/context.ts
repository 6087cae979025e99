import type { Node, TypeName } from 'libpg-query';
import type { SchemaModel } from '../../schema/model.ts';
import { type Fragment, raw } from '../../sql/fragment.ts';
import { unread } from '../reading.ts';
import { type StatementText, closing, slice, wordAt } from '../statement-text.ts';
import type { Parse } from './grammar.ts';
import { asKind } from './nodes.ts';

/** A statement that is being read. */
export interface Context {
  readonly text: StatementText;
  readonly parse: Parse;
  /** Types that were parsed already, by their texts. */
  readonly types: Map<string, TypeName | undefined>;
  /** The schema before the statement. */
  readonly before: SchemaModel;
}

/** The first token at a place or behind it; the grammar counts places in bytes of UTF-8. */
export function tokenAt({ text: { sql, tokens } }: Context, location = 0): number {
  const offset = Buffer.from(sql).subarray(0, location).toString().length;
  const index = tokens.findIndex(({ start }) => start >= offset);
  return index < 0 ? tokens.length : index;
}

/** Places of a text, and numbers that only the server knows. */
const PLACES = /^(?:\w+_)?(?:location|list_start|list_end)$|^stmt_len$/;

const withoutPlaces = (node: unknown): string => JSON.stringify(node, (key, value) => (PLACES.test(key) ? undefined : value));

export const sameNodes = (a: unknown, b: unknown): boolean => withoutPlaces(a) === withoutPlaces(b);

/** The text of an expression, once the grammar says that it means what stands in the statement; of one token it does. */
export function expressionText(node: Node | undefined, from: number, to: number, { text, parse }: Context): string {
  const written = slice(text, from, to);
  if (to - from === 1) return written;
  const [target] = asKind(parse(`SELECT (${written}\n)`), 'SelectStmt').targetList ?? [];
  return sameNodes(asKind(target, 'ResTarget').val, node) ? written : unread(`where '${written}' ends is not clear`);
}

export const expression = (node: Node | undefined, from: number, to: number, context: Context): Fragment =>
  raw(expressionText(node, from, to, context));

/** The expression in the first parentheses from a token on. */
export function expressionIn(node: Node | undefined, from: number, context: Context): Fragment {
  const open = openingFrom(from, context);
  return expression(node, open + 1, closing(context.text, open), context);
}

export function openingFrom(from: number, { text }: Context): number {
  let open = from;
  while (open < text.tokens.length && wordAt(text, open) !== '(') open++;
  return open;
}

function parseType(written: string, { parse, types }: Context): TypeName | undefined {
  if (!types.has(written)) {
    const [target] = asKind(parse(`SELECT CAST(NULL AS ${written}\n)`), 'SelectStmt').targetList ?? [];
    types.set(written, asKind(asKind(target, 'ResTarget').val, 'TypeCast').typeName);
  }
  return types.get(written);
}

/** The text of a type, once the grammar says that it means what stands in the statement. */
export function typeText(type: TypeName | undefined, to: number, context: Context): string {
  const written = slice(context.text, tokenAt(context, type?.location), to);
  return sameNodes(parseType(written, context), type) ? written : unread(`where the type '${written}' ends is not clear`);
}
