import { displayTable } from '../../ops/display.ts';
import type { RebuildTable } from '../../ops/rebuild-table.ts';
import type { Table, TableName } from '../../schema/table.ts';
import {
  type Dialect,
  type Lowered,
  type LoweringContext,
  dataStatement,
  emulated,
  refuse,
  schemaStatement,
} from '../dialect.ts';
import { has } from '../server.ts';
import { renameColumn } from '../standard/columns.ts';
import { writeName, writeTable } from '../write.ts';
import { type Draft, draftOf, drafted } from './draft.ts';
import { guardedRebuild } from './rebuild-guard.ts';
import { indexStatement } from './indexes.ts';
import { checkReferences } from './references.ts';
import { tableStatement } from './tables.ts';
import { tableTriggers } from './triggers.ts';

/*
 * SQLite changes few things of a table in place; for all others a new table takes the rows over, by the recipe of
 * https://www.sqlite.org/lang_altertable.html#otheralter. The script turns foreign keys off before its transaction
 * begins, since the PRAGMA does nothing inside one; the rebuild itself makes sure that they are (`rebuild-guard.ts`).
 *
 * Indexes and triggers are made again as ops made them. A view that reads the table stays as it is: RENAME would fail,
 * because the view's table is missing at that moment, if `legacy_alter_table` did not keep it from looking:
 * https://www.sqlite.org/pragma.html#pragma_legacy_alter_table. A trigger that hand-written SQL made goes with the old
 * table: such SQL has to make it again.
 */

export type Change = RebuildTable['changes'][number];

/**
 * A table as it is after some changes: made anew, filled, and put in the place of the old one.
 * @param reason why it takes a rebuild, for the message where the table's shape is not known
 */
export function rebuild(
  name: TableName,
  changes: readonly Change[],
  context: LoweringContext,
  reason: string,
): readonly Lowered[] {
  const { schema, dialect } = context;
  const before = schema.table(name) ?? refuseUnknown(name, reason);
  const start = draftOf(before, dialect);
  const draft = changes.reduce((former, change) => drafted(former, change, dialect), start);
  const after = draft.table;
  const made = [...rebuildStatements(before, draft, dialect), ...tableTriggers(after, context)];
  const statements = [...made, ...checkReaders(before, after, dialect)];
  checkReferences(before, after, schema);
  return emulated('the table is made anew', guardedRebuild(before, statements, context));
}

/**
 * As DROP COLUMN does, ALTER TABLE reads all views and triggers once more, and stops at one that names a column that
 * is gone; the rebuild itself has kept SQLite from looking. The name stays as it is.
 */
function checkReaders({ columns }: Table, after: Table, dialect: Dialect): readonly Lowered[] {
  const left = new Set(after.columns.map(({ name }) => name));
  const [first] = left;
  if (first === undefined || columns.every(({ name }) => left.has(name)) || !has({ dialect }, 3, 25)) return [];
  return renameColumn(after.name, first, first, dialect);
}

const refuseUnknown = (table: TableName, reason: string): never =>
  refuse(
    `${reason}, and no op made '${displayTable(table)}', so its columns are not known`,
    'Make the table with createTable in an earlier migration, or write the rebuild as SQL with execute({ sqlite: … }).',
  );

function rebuildStatements(before: Table, { table: after, sources }: Draft, dialect: Dialect): readonly Lowered[] {
  const old = writeTable(dialect, before.name);
  const fresh: TableName = { ...before.name, name: `migsql_new_${before.name.name}` };
  const copied = after.columns.flatMap(({ name, generated }) => {
    const source = generated ? undefined : sources.get(name);
    return source ? [{ into: writeName(dialect, name), from: source.sql }] : [];
  });
  if (!copied.length) refuseEmpty(after);
  const into = copied.map((each) => each.into).join(', ');
  const from = copied.map((each) => each.from).join(', ');
  return [
    schemaStatement(tableStatement(after, fresh, dialect)),
    dataStatement(`${insertInto(after)} ${writeTable(dialect, fresh)} (${into}) SELECT ${from} FROM ${old}`),
    schemaStatement(`DROP TABLE ${old}`),
    schemaStatement('PRAGMA legacy_alter_table = ON'),
    schemaStatement(`ALTER TABLE ${writeTable(dialect, fresh)} RENAME TO ${writeName(dialect, before.name.name)}`),
    schemaStatement('PRAGMA legacy_alter_table = OFF'),
    ...after.indexes.map((index) => schemaStatement(indexStatement(after.name, index, dialect))),
  ];
}

/** No row may be lost by what a constraint says of conflicts: https://www.sqlite.org/lang_conflict.html */
const insertInto = ({ constraints }: Table): string =>
  constraints.some((each) => each.kind === 'unique' && each.on?.sqlite?.onConflict)
    ? 'INSERT OR ABORT INTO'
    : 'INSERT INTO';

const refuseEmpty = ({ name }: Table): never =>
  refuse(
    `'${displayTable(name)}' would keep none of its columns`,
    'Use dropTable(…) and createTable(…) for a table that has nothing in common with the former one.',
  );
