import { type Dialect, type Lowered, dataStatement } from '../dialects/dialect.ts';
import { writeLiteral, writeName, writeTable } from '../dialects/write.ts';
import type { VersionChange } from '../revisions/index.ts';
import { type VersionTable, versionColumn } from '../schema/version-table.ts';
import type { ColumnType } from '../sql/types.ts';

export { versionColumn };

const VERSION_TYPE: ColumnType = { type: 'string', length: 128 };

/** The statement that keeps the version table in step with a revision. */
export function versionStatement(change: VersionChange, table: VersionTable, dialect: Dialect): Lowered {
  const target = writeTable(dialect, table);
  const column = writeName(dialect, versionColumn(table));
  const value = (id: string): string => writeLiteral(dialect, id, VERSION_TYPE);
  switch (change.kind) {
    case 'insert':
      return dataStatement(`INSERT INTO ${target} (${column}) VALUES (${value(change.id)})`);
    case 'update':
      return dataStatement(`UPDATE ${target} SET ${column} = ${value(change.to)} WHERE ${column} = ${value(change.from)}`);
    case 'delete':
      return dataStatement(`DELETE FROM ${target} WHERE ${column} = ${value(change.id)}`);
  }
}

/** Reads the current heads. */
export function headsQuery(table: VersionTable, dialect: Dialect): string {
  const column = writeName(dialect, versionColumn(table));
  return `SELECT ${column} FROM ${writeTable(dialect, table)} ORDER BY ${column}`;
}
