import type { BulkInsert } from '../../ops/bulk-insert.ts';
import type { Column } from '../../schema/table.ts';
import { type Lowered, type LoweringContext, dataStatement, refuse, schemaStatement } from '../dialect.ts';
import { insertHead, writtenRows, isEmpty } from '../standard/data.ts';
import { writeName, writeTable } from '../write.ts';
import { withShortLines } from './short-lines.ts';
import { identityClause } from './identity.ts';

/**
 * A row each: there is no VALUES with several rows before 23ai, INSERT ALL gives all its rows the same number of an
 * identity column (https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/INSERT.html, restrictions on
 * sequences), and a SELECT with UNION ALL brings the values of a column to one type.
 */
export function bulkInsert(op: BulkInsert, context: LoweringContext): readonly Lowered[] {
  if (isEmpty(op)) return [];
  const given = numberedColumn(op, context);
  if (given?.identity?.always) refuseGeneratedAlways(given);
  const head = insertHead(op, context);
  const statements: Lowered[] = [];
  // Joined, since text put together by '+' is kept in all its pieces.
  for (const row of writtenRows(op, context)) statements.push(dataStatement(withShortLines([head, row].join(' '))));
  return given ? [...statements, advanceIdentity(op, given, context)] : statements;
}

/** The identity column whose numbers the rows bring along. */
const numberedColumn = ({ table, columns }: BulkInsert, { schema }: LoweringContext): Column | undefined =>
  schema.table(table)?.columns.find(({ name, identity }) => identity && columns.includes(name));

/** ORA-32795 */
const refuseGeneratedAlways = ({ name }: Column): never =>
  refuse(
    `column '${name}' is GENERATED ALWAYS, and Oracle takes no value for it`,
    "Leave the column out of the rows, or make it with { identity: true }, which is 'by default'.",
  );

/**
 * A given number does not move the column's sequence, which would come to it a second time (ORA-00001). START WITH
 * LIMIT VALUE has the server look for the last number in the table, and go on behind it. It makes the sequence anew,
 * so that its other options are said again:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-TABLE.html (identity_options)
 */
function advanceIdentity(
  { table }: BulkInsert,
  { name, identity = {}, on }: Column,
  { dialect }: LoweringContext,
): Lowered {
  const clause = identityClause(identity, on?.oracle?.onNull, true);
  return schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} MODIFY (${writeName(dialect, name)} ${clause})`);
}
