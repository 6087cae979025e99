import { displayTable } from '../../ops/display.ts';
import { type Op, evolve } from '../../ops/index.ts';
import { EMPTY_SCHEMA, findTable, putTable } from '../../schema/model.ts';
import type { Table, TableName } from '../../schema/table.ts';
import {
  type Dialect,
  type Lowered,
  type LoweringContext,
  dataStatement,
  refuse,
  schemaStatement,
} from '../dialect.ts';
import { writeName, writeTable } from '../write.ts';
import { indexStatement } from './indexes.ts';
import { constraintUses, indexUses } from '../../schema/uses.ts';
import { tableStatement } from './tables.ts';

/*
 * SQLite changes few things of a table in place; for all others a new table takes the rows over, by the recipe of
 * https://www.sqlite.org/lang_altertable.html#otheralter. Of its steps the script has the first and the last: foreign
 * keys are off before the transaction begins, since the PRAGMA does nothing inside one, and checked before it ends.
 *
 * Indexes are made again as ops made them. Two things no op makes:
 * - A view that reads the table stays as it is. RENAME would fail, because the view's table is missing at that moment,
 *   if `legacy_alter_table` did not keep it from looking: https://www.sqlite.org/pragma.html#pragma_legacy_alter_table
 * - Triggers on the table go with the old one: hand-written SQL that made them has to make them again.
 */

export interface RebuildOptions {
  /** Why it takes a rebuild, for the message where the table's shape is not known. */
  readonly reason: string;
  /** SQL over the old table that gives a column's values, where that is not the column itself. */
  readonly values?: { readonly [column: string]: string };
}

/** A table as it is after an op: made anew, filled, and put in the place of the old one. */
export function rebuild(
  op: Op & { readonly table: TableName },
  { schema, dialect }: LoweringContext,
  options: RebuildOptions,
): readonly Lowered[] {
  const before = schema.table(op.table) ?? refuseUnknown(op.table, options.reason);
  const after = findTable(evolve(putTable(EMPTY_SCHEMA, before), op), op.table) ?? before;
  return rebuildStatements(before, withoutGone(before, after), options, dialect);
}

/** What names a column that is gone goes with it. */
function withoutGone(before: Table, after: Table): Table {
  const gone = before.columns.filter(({ name }) => !after.columns.some((column) => column.name === name));
  return {
    ...after,
    constraints: after.constraints.filter((constraint) => !gone.some(({ name }) => constraintUses(constraint, name))),
    indexes: after.indexes.filter((index) => !gone.some(({ name }) => indexUses(index, name))),
  };
}

const refuseUnknown = (table: TableName, reason: string): never =>
  refuse(
    `${reason}, and no op made '${displayTable(table)}', so its columns are not known`,
    'Make the table with createTable in an earlier migration, or write the rebuild as SQL with execute({ sqlite: … }).',
  );

function rebuildStatements(
  before: Table,
  after: Table,
  { values = {} }: RebuildOptions,
  dialect: Dialect,
): readonly Lowered[] {
  const old = writeTable(dialect, before.name);
  const fresh: TableName = { ...before.name, name: `migsql_new_${before.name.name}` };
  const kept = after.columns
    .map(({ name }) => name)
    .filter((name) => before.columns.some((column) => column.name === name));
  const into = kept.map((name) => writeName(dialect, name)).join(', ');
  const from = kept.map((name) => values[name] ?? writeName(dialect, name)).join(', ');
  return [
    schemaStatement(tableStatement(after, fresh, dialect)),
    dataStatement(`INSERT INTO ${writeTable(dialect, fresh)} (${into}) SELECT ${from} FROM ${old}`),
    schemaStatement(`DROP TABLE ${old}`),
    schemaStatement('PRAGMA legacy_alter_table = ON'),
    schemaStatement(`ALTER TABLE ${writeTable(dialect, fresh)} RENAME TO ${writeName(dialect, before.name.name)}`),
    schemaStatement('PRAGMA legacy_alter_table = OFF'),
    ...after.indexes.map((index) => schemaStatement(indexStatement(after.name, index, dialect))),
  ];
}
