import type { Column, TableName } from '../../schema/table.ts';
import { types } from '../../sql/types.ts';
import { type Dialect, type Lowered, schemaStatement } from '../dialect.ts';
import { writeTable } from '../write.ts';
import { tableItems } from './tables.ts';

/** The version table's one column. */
export const REVISION_COLUMN: Column = { name: 'revision', type: types.string(128), nullable: false };

/** `CREATE TABLE IF NOT EXISTS`, for dialects that have it. */
export function createVersionTableIfMissing(table: TableName, dialect: Dialect): readonly Lowered[] {
  const key = { kind: 'primaryKey', name: `pk_${table.name}`, columns: [REVISION_COLUMN.name] } as const;
  const items = tableItems([REVISION_COLUMN], [key], dialect);
  return [schemaStatement(`CREATE TABLE IF NOT EXISTS ${writeTable(dialect, table)} ${items}`)];
}
