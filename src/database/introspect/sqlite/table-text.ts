import type { Check, Constraint } from '../../../schema/constraint.ts';
import { type Piece, closingOf, piecesOf } from '../../../sql/lex/pieces.ts';
import { nameOf, textOf } from '../../../sql/lex/unquote.ts';
import { type Clause, readClauses } from './clauses.ts';

/** What the text of a table says of a column and its catalogue does not. */
export interface ColumnText {
  readonly collation?: string;
  readonly generated?: { readonly expression: string; readonly stored: boolean };
  readonly enum?: EnumText;
}

/** The check of an enum column: `state TEXT CONSTRAINT mood CHECK (state IN ('fine', 'bad'))`. */
export interface EnumText {
  readonly name: string;
  readonly values: readonly string[];
}

/** What the text of a table says: https://www.sqlite.org/lang_createtable.html */
export interface TableText {
  /** By the names of the columns, in lower case. */
  readonly columns: ReadonlyMap<string, ColumnText>;
  readonly constraints: readonly Constraint[];
}

const CONSTRAINT = /^(?:CONSTRAINT|PRIMARY|UNIQUE|CHECK|FOREIGN)$/i;

export function readTableText(sql: string): TableText {
  const pieces = piecesOf(sql, 'sqlite');
  const columns = new Map<string, ColumnText>();
  const constraints: Constraint[] = [];
  for (const item of splitAt(pieces, pieces.findIndex(({ text }) => text === '('))) {
    const [first] = item;
    const isColumn = first !== undefined && !(first.kind === 'word' && CONSTRAINT.test(first.text));
    const name = isColumn ? nameOf(first) : undefined;
    const clauses = readClauses({ sql, pieces: item, at: isColumn ? 1 : 0 }, name);
    const found = clauses.flatMap((each) => (each.clause === 'constraint' ? [each.constraint] : []));
    const list = name === undefined ? undefined : found.find((each): each is Check => enumOf(each, name) !== undefined);
    if (name !== undefined) columns.set(name.toLowerCase(), columnText(clauses, list && enumOf(list, name)));
    constraints.push(...found.filter((each) => each !== list));
  }
  return { columns, constraints };
}

/** What stands between the commas of the parentheses that open at an index. */
export function splitAt(pieces: readonly Piece[], opening: number): readonly (readonly Piece[])[] {
  const items: Piece[][] = [[]];
  let depth = 0;
  for (const piece of pieces.slice(opening + 1, closingOf(pieces, opening))) {
    if (piece.text === '(') depth++;
    if (piece.text === ')') depth--;
    if (piece.text === ',' && depth === 0) items.push([]);
    else items.at(-1)?.push(piece);
  }
  return items;
}

function columnText(clauses: readonly Clause[], list: EnumText | undefined): ColumnText {
  const collation = clauses.find((each) => each.clause === 'collation')?.collation;
  const generated = clauses.find((each) => each.clause === 'generated');
  return { ...(collation !== undefined && { collation }), ...(generated && { generated }), ...(list && { enum: list }) };
}

function enumOf(constraint: Constraint, column: string): EnumText | undefined {
  if (constraint.kind !== 'check' || constraint.name === undefined) return undefined;
  const pieces = piecesOf(String(constraint.expression.sql[0]), 'sqlite');
  const [first, second, opening] = pieces;
  if (!first || nameOf(first) !== column || !/^in$/i.test(second?.text ?? '') || opening?.text !== '(') return undefined;
  const items = splitAt(pieces, 2);
  const isList = closingOf(pieces, 2) === pieces.length - 1 && items.every((item) => item.length === 1 && item[0]?.kind === 'string');
  return isList ? { name: constraint.name, values: items.map(([item]) => textOf(item?.text ?? '', 'sqlite') ?? '') } : undefined;
}
