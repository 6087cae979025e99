import { hasTable } from '../apply/index.ts';
import { compareSchemas } from '../compare/index.ts';
import type { Connection } from '../database/connection.ts';
import { displayUnmodelled } from '../database/unmodelled/index.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { writeTable } from '../dialects/write.ts';
import { fail } from '../errors.ts';
import { type LiveSchema, readSchema } from '../live/index.ts';
import { ledgerTable, repairPlan, statementsOf } from '../plan/index.ts';
import { EMPTY_SCHEMA } from '../schema/model.ts';
import type { VersionTable } from '../schema/version-table.ts';

export interface Scratch {
  readonly connection: Connection;
  readonly dialect: Dialect;
  readonly versionTable: VersionTable;
  /** Schemas that the migrations name, beside the session's own. */
  readonly also: readonly string[];
}

/**
 * Makes sure that a database is empty.
 *
 * @param wipe whether everything in it may go
 * @throws MigsqlError `not-empty`; `not-wiped` where something stays that is not in the schema model; DatabaseError
 */
export async function makeEmpty(scratch: Scratch, wipe: boolean): Promise<void> {
  const { connection, dialect, versionTable, also } = scratch;
  const live = await readSchema(connection, { versionTable, also });
  const kept = await keptTables(scratch);
  const holds = [...namesIn(live), ...kept];
  if (holds.length === 0) return;
  const database = connection.display;
  if (!wipe) fail('not-empty', { database, holds });
  if (live.unmodelled.length) fail('not-wiped', { database, holds: namesOf(live.unmodelled) });
  const ops = compareSchemas(live.model, EMPTY_SCHEMA, { dialect }).map(({ op }) => op);
  const lineage = { appliedBy: () => [], prerequisites: () => [], known: () => [] };
  const plan = repairPlan({ dialect, versionTable, heads: [], title: 'everything goes', ops, schema: live.model, transaction: 'none', lineage });
  for (const { sql } of plan.steps.flatMap(statementsOf)) await connection.run(sql);
  for (const table of kept) await connection.run(`DROP TABLE ${table}`);
  const left = namesIn(await readSchema(connection, { versionTable, also }));
  if (left.length) fail('not-wiped', { database, holds: left });
}

/** The tables of migsql's own that are there, as a statement writes them. */
async function keptTables({ connection, dialect, versionTable }: Scratch): Promise<readonly string[]> {
  const found: string[] = [];
  for (const table of [versionTable, ledgerTable(versionTable)]) {
    if (await hasTable(connection, table, dialect)) found.push(writeTable(dialect, table));
  }
  return found;
}

const namesIn = ({ model, unmodelled }: LiveSchema): readonly string[] => [
  ...[...model.tables.values()].map(({ name }) => `table ${name.name}`),
  ...[...model.objects.values()].map(({ kind, name }) => `${kind} ${name.name}`),
  ...namesOf(unmodelled),
];

const namesOf = (unmodelled: LiveSchema['unmodelled']): readonly string[] => unmodelled.map(displayUnmodelled);
