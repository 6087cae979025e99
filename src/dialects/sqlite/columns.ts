import type { AddColumn } from '../../ops/add-column.ts';
import type { DropColumn } from '../../ops/drop-column.ts';
import type { Column, Default } from '../../schema/table.ts';
import { isFragment } from '../../sql/fragment.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import * as standard from '../standard/columns.ts';
import { writeFragment, writeLiteral, writeName, writeType } from '../write.ts';
import { rebuild } from './rebuild.ts';
import { isUsed } from '../../schema/uses.ts';

/** `name TYPE [DEFAULT …] [NOT NULL] [CHECK …]`; a comment is left out, since SQLite keeps none. */
export function columnDefinition(column: Column, dialect: Dialect): string {
  const { name, type, nullable, default: value, identity } = column;
  if (identity && value !== undefined) {
    refuse(
      `the identity column '${name}' has a default as well`,
      'Leave the default out: the database numbers the rows.',
    );
  }
  const parts = [
    writeName(dialect, name),
    // Exactly this type name makes the key the rowid: https://www.sqlite.org/lang_createtable.html#rowid
    identity ? 'INTEGER' : writeType(dialect, type),
    ...(value === undefined ? [] : [`DEFAULT ${writeDefault(value, type, dialect)}`]),
    ...(nullable ? [] : ['NOT NULL']),
    ...(type.type === 'enum' ? [enumCheck(name, type, dialect)] : []),
  ];
  return parts.join(' ');
}

function enumCheck(column: string, { name, values }: ColumnType & { type: 'enum' }, dialect: Dialect): string {
  const list = values.map((value) => writeLiteral(dialect, value)).join(', ');
  return `CONSTRAINT ${writeName(dialect, name)} CHECK (${writeName(dialect, column)} IN (${list}))`;
}

/** An expression stands in parentheses, but for three words: https://www.sqlite.org/lang_createtable.html#dfltval */
function writeDefault(value: Default, type: ColumnType, dialect: Dialect): string {
  if (!isFragment(value)) return writeLiteral(dialect, value, type);
  const expression = writeFragment(dialect, value);
  const [only] = value.sql;
  const stands = value.sql.length === 1 && typeof only === 'object' && 'call' in only;
  return stands ? expression : `(${expression})`;
}

export function addColumn(op: AddColumn, context: LoweringContext): readonly Lowered[] {
  const { column } = op;
  if (column.identity) {
    refuse(
      `SQLite cannot add the identity column '${column.name}'`,
      'Create the table anew with createTable and copy its rows.',
    );
  }
  if (canBeAdded(column, context.dialect)) return standard.addColumn(op, context);
  return rebuild(op, context, { reason: `SQLite adds '${column.name}' only by rebuilding the table` });
}

/**
 * A default that is no constant, or NOT NULL without one, is refused where there are rows:
 * https://www.sqlite.org/lang_altertable.html#altertabaddcol
 */
function canBeAdded({ nullable, default: value, type }: Column, dialect: Dialect): boolean {
  if (value === undefined || value === null) return nullable;
  return !isFragment(value) && !writeDefault(value, type, dialect).startsWith('(');
}

/** What is used elsewhere cannot be dropped: https://www.sqlite.org/lang_altertable.html#altertabdropcol */
export function dropColumn(op: DropColumn, context: LoweringContext): readonly Lowered[] {
  const known = context.schema.table(op.table);
  if (!known || !isUsed(known, op.column)) return standard.dropColumn(op, context);
  return rebuild(op, context, { reason: `SQLite drops '${op.column}' only by rebuilding the table` });
}
