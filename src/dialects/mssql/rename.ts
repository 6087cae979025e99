import type { Column, TableName } from '../../schema/table.ts';
import { type Dialect, type Lowered, schemaStatement } from '../dialect.ts';
import { columnConstraintName } from '../standard/column-constraints.ts';
import { writeName, writeTable } from '../write.ts';
import { checkLength, objectId } from './batches.ts';
import { nameText } from './text.ts';

/*
 * The first argument of sp_rename is a name as SQL has it, so that brackets are read; the second is taken as it stands:
 * https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-rename-transact-sql
 */

function rename(from: string, to: string, kind: 'OBJECT' | 'COLUMN' | 'INDEX', dialect: Dialect): Lowered {
  checkLength(to, dialect);
  return schemaStatement(`EXEC sp_rename ${nameText(from)}, ${nameText(to)}, N'${kind}'`);
}

export const renameObject = (object: TableName, to: string, dialect: Dialect): Lowered =>
  rename(writeTable(dialect, object), to, 'OBJECT', dialect);

export const renameColumn = (table: TableName, column: string, to: string, dialect: Dialect): Lowered =>
  rename(`${writeTable(dialect, table)}.${writeName(dialect, column)}`, to, 'COLUMN', dialect);

export const renameIndex = (table: TableName, index: string, to: string, dialect: Dialect): Lowered =>
  rename(`${writeTable(dialect, table)}.${writeName(dialect, index)}`, to, 'INDEX', dialect);

const TYPES = { df: 'D', ck: 'C' } as const;

/** A constraint that migsql named; one with another name (the server's own, say) is left as it is. */
function renameIfThere(kind: 'df' | 'ck', from: TableName, to: string, dialect: Dialect): Lowered {
  const there = `IF ${objectId(from, dialect, TYPES[kind])} IS NOT NULL`;
  return schemaStatement(`${there}\n  ${renameObject(from, to, dialect).sql}`);
}

/** The default's constraint carries the column's name, and would be in the way of the next column of that name. */
export function renameDefault(table: TableName, column: string, to: string, dialect: Dialect): Lowered {
  const former = columnConstraintName('df', table, column, dialect);
  return renameIfThere('df', { ...table, name: former }, columnConstraintName('df', table, to, dialect), dialect);
}

/** As do the constraints of a table's columns carry the table's name. */
export function renameColumnConstraints(
  table: TableName,
  columns: readonly Column[],
  to: TableName,
  dialect: Dialect,
): readonly Lowered[] {
  return columns.flatMap(({ name, default: value, type }) => {
    const kinds = [
      ...(value === undefined ? [] : (['df'] as const)),
      ...(type.type === 'enum' ? (['ck'] as const) : []),
    ];
    return kinds.map((kind) => {
      const former = columnConstraintName(kind, table, name, dialect);
      return renameIfThere(kind, { ...table, name: former }, columnConstraintName(kind, to, name, dialect), dialect);
    });
  });
}
