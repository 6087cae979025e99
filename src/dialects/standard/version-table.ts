import type { Column } from '../../schema/table.ts';
import { type VersionTable, versionColumn } from '../../schema/version-table.ts';
import { types } from '../../sql/types.ts';
import { type Dialect, type Lowered, schemaStatement } from '../dialect.ts';
import { writeTable } from '../write.ts';
import { tableItems } from './tables.ts';

/** The version table's one column. */
export const revisionColumn = (table: VersionTable): Column => ({ name: versionColumn(table), type: types.string(128), nullable: false });

/** `CREATE TABLE IF NOT EXISTS`, for dialects that have it. */
export function createVersionTableIfMissing(table: VersionTable, dialect: Dialect): readonly Lowered[] {
  const column = revisionColumn(table);
  const key = { kind: 'primaryKey', name: `pk_${table.name}`, columns: [column.name] } as const;
  const items = tableItems([column], [key], dialect);
  return [schemaStatement(`CREATE TABLE IF NOT EXISTS ${writeTable(dialect, table)} ${items}`)];
}
