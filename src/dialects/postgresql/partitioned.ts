import { displayTable } from '../../ops/display.ts';
import type { TableName } from '../../schema/table.ts';
import { type LoweringContext, refuse } from '../dialect.ts';

/**
 * Refuses, of a table that an op made partitioned, what the server does for its partitions alone. It would find out by
 * itself, but CONCURRENTLY stands outside any transaction, when what comes before it is done.
 * https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY
 */
export function refusePartitioned(table: TableName, what: string, { schema }: LoweringContext): void {
  if (!schema.table(table)?.on?.postgresql?.partitionBy) return;
  refuse(`table '${displayTable(table)}' is partitioned, and ${what}`, 'Leave it out, or do it for each partition.');
}
