import type { BulkInsert } from '../../ops/bulk-insert.ts';
import type { Column } from '../../schema/table.ts';
import { type Lowered, type LoweringContext, dataStatement } from '../dialect.ts';
import { insertStatements, knownTable, isEmpty } from '../standard/data.ts';
import { writeLiteral, writeName, writeNames, writeTable } from '../write.ts';

const ROWS_PER_STATEMENT = 1000;

export function bulkInsert(op: BulkInsert, context: LoweringContext): readonly Lowered[] {
  if (isEmpty(op)) return [];
  const { dialect } = context;
  const given = numberedColumns(op, context);
  // https://www.postgresql.org/docs/current/sql-insert.html: else GENERATED ALWAYS refuses the value.
  const overriding = given.some(({ identity }) => identity?.always) ? ' OVERRIDING SYSTEM VALUE' : '';
  const head = `INSERT INTO ${writeTable(dialect, op.table)} (${writeNames(dialect, op.columns)})${overriding} VALUES`;
  return [
    ...insertStatements(op, context, { rowsPerStatement: ROWS_PER_STATEMENT, head }),
    ...given.map((column) => dataStatement(advanceSequence(op, column, context))),
  ];
}

/** Identity columns that the rows give themselves. */
function numberedColumns(op: BulkInsert, context: LoweringContext): readonly Column[] {
  const columns = knownTable(op, context)?.columns ?? [];
  return columns.filter(({ name, identity }) => identity && op.columns.includes(name));
}

/**
 * A number that a row brings along does not move the sequence, so the database would give it a second time:
 * https://wiki.postgresql.org/wiki/Fixing_Sequences
 */
function advanceSequence({ table }: BulkInsert, { name, identity }: Column, { dialect }: LoweringContext): string {
  const written = writeTable(dialect, table);
  const sequence = `pg_get_serial_sequence(${writeLiteral(dialect, written)}, ${writeLiteral(dialect, name)})`;
  const [last, furthest] = (identity?.increment ?? 1) > 0 ? ['max', 'GREATEST'] : ['min', 'LEAST'];
  const given = `(SELECT ${last}(${writeName(dialect, name)}) FROM ${written})`;
  return `SELECT setval(${sequence}, ${furthest}(${given}, nextval(${sequence})))`;
}
