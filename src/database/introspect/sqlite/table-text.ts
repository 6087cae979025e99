import type { Check, Constraint } from '../../../schema/constraint.ts';
import { piecesOf, splitAt } from '../../../sql/lex/pieces.ts';
import { nameOf } from '../../../sql/lex/unquote.ts';
import { listedValues } from '../value-list.ts';
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

function columnText(clauses: readonly Clause[], list: EnumText | undefined): ColumnText {
  const collation = clauses.find((each) => each.clause === 'collation')?.collation;
  const generated = clauses.find((each) => each.clause === 'generated');
  return { ...(collation !== undefined && { collation }), ...(generated && { generated }), ...(list && { enum: list }) };
}

function enumOf(constraint: Constraint, column: string): EnumText | undefined {
  if (constraint.kind !== 'check' || constraint.name === undefined) return undefined;
  const values = listedValues(String(constraint.expression.sql[0]), column, 'sqlite');
  return values && { name: constraint.name, values };
}
