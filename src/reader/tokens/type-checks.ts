import { DIALECTS } from '../../dialects/index.ts';
import { columnConstraintName } from '../../dialects/standard/column-constraints.ts';
import type { Check, Constraint } from '../../schema/constraint.ts';
import type { Column, TableName } from '../../schema/table.ts';
import { type ColumnType, types } from '../../sql/types.ts';
import { tokenise } from '../statement-text.ts';
import type { ReadColumn } from './columns.ts';
import { type Cursor, atEnd, take, takeName, takeText } from './cursor.ts';

/** The column, with the check of its type as a part of the type: an enum, a boolean, JSON where only a check tells. */
export function withTypeCheck({ column, constraints }: ReadColumn, table: TableName, cursor: Cursor): ReadColumn {
  for (const constraint of constraints) {
    const type = isOwn(constraint, column, table, cursor) ? typeOf(constraint, column, cursor) : undefined;
    if (type) return { column: { ...column, type }, constraints: constraints.filter((each) => each !== constraint) };
  }
  return { column, constraints };
}

type NamedCheck = Check & { readonly name: string };

/** By its name, which migsql makes of the table's and the column's; in SQLite it is that of the enum type. */
function isOwn(constraint: Constraint, { name }: Column, table: TableName, { dialect }: Cursor): constraint is NamedCheck {
  if (constraint.kind !== 'check' || constraint.name === undefined) return false;
  if (dialect === 'sqlite') return true;
  return (dialect === 'mssql' || dialect === 'oracle') && constraint.name === columnConstraintName('ck', table, name, DIALECTS[dialect]);
}

const TEXTS: ReadonlySet<string> = new Set(['string', 'text']);

function typeOf({ name, expression }: NamedCheck, column: Column, { dialect, before }: Cursor): ColumnType | undefined {
  const inner: Cursor = { text: tokenise(String(expression.sql[0]), dialect), dialect, before, at: 0 };
  if (takeName(inner)?.toLowerCase() !== column.name.toLowerCase()) return undefined;
  const { type } = column.type;
  if (type === 'boolean') return dialect === 'oracle' && isBoolean(inner) ? column.type : undefined;
  if (type === 'text' && take(inner, 'IS JSON')) return atEnd(inner) ? types.json() : undefined;
  const values = TEXTS.has(type) ? takeTexts(inner) : undefined;
  return values && types.enum(name, values);
}

/** `IN (0, 1)`; the lexer has each number by itself. */
const isBoolean = ({ text: { sql } }: Cursor): boolean => /\bIN \(0, 1\)$/i.test(sql);

/** `IN ('low', 'high')`, and nothing behind it. */
function takeTexts(inner: Cursor): readonly string[] | undefined {
  if (!take(inner, 'IN (')) return undefined;
  const values: string[] = [];
  do {
    const value = takeText(inner);
    if (value === undefined) return undefined;
    values.push(value);
  } while (take(inner, ','));
  return take(inner, ')') && atEnd(inner) ? values : undefined;
}
