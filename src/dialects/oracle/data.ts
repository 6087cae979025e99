import type { BulkInsert } from '../../ops/bulk-insert.ts';
import type { Execute } from '../../ops/execute.ts';
import { type Lowered, type LoweringContext, dataStatement, refuse } from '../dialect.ts';
import { insertHead, writtenRows } from '../standard/data.ts';
import * as standard from '../standard/execute.ts';
import { withShortLines } from './short-lines.ts';

/**
 * A row each: there is no VALUES with several rows before 23ai, INSERT ALL gives all its rows the same number of an
 * identity column (https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/INSERT.html, restrictions on
 * sequences), and a SELECT with UNION ALL brings the values of a column to one type.
 */
export function bulkInsert(op: BulkInsert, context: LoweringContext): readonly Lowered[] {
  if (op.rows.length === 0) return [];
  refuseGeneratedAlways(op, context);
  const head = insertHead(op, context);
  const statements: Lowered[] = [];
  // Joined, since text put together by '+' is kept in all its pieces.
  for (const row of writtenRows(op, context)) statements.push(dataStatement(withShortLines([head, row].join(' '))));
  return statements;
}

/** ORA-32795 */
function refuseGeneratedAlways({ table, columns }: BulkInsert, { schema }: LoweringContext): void {
  const given = schema.table(table)?.columns.find(({ name, identity }) => identity?.always && columns.includes(name));
  if (!given) return;
  refuse(
    `column '${given.name}' is GENERATED ALWAYS, and Oracle takes no value for it`,
    "Leave the column out of the rows, or make it with { identity: true }, which is 'by default'.",
  );
}

/** A list of many values is one long line elsewhere. */
export const execute = (op: Execute, context: LoweringContext): readonly Lowered[] =>
  standard.execute(op, context).map((each) => (each.compound ? each : { ...each, sql: withShortLines(each.sql) }));
