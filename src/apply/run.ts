import { type Connection, DatabaseError } from '../database/connection.ts';
import type { SessionWords } from '../database/words/index.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { fail } from '../errors.ts';
import { type Plan, type PlannedStep, type Statement, statementsHash } from '../plan/index.ts';
import type { Item } from './blocks.ts';
import { readHeads, sameHeads } from './heads.ts';
import { type LedgerEntry, addEntry, createLedger, hasLedger } from './ledger.ts';
import type { Part } from './part.ts';

/** What happens while a plan is applied, in order. */
export type ApplyEvent =
  | { readonly kind: 'step'; readonly step: PlannedStep; readonly number: number; readonly total: number }
  /** Before it is sent; `number` from 1, among all statements of the plan. */
  | { readonly kind: 'statement'; readonly statement: Statement; readonly number: number; readonly total: number }
  /** It is there whole. */
  | { readonly kind: 'block'; readonly block: number; readonly total: number }
  | { readonly kind: 'retry'; readonly block: number; readonly attempt: number; readonly reason: string };

/** One run of a plan in one session. */
export interface Run {
  readonly connection: Connection;
  readonly plan: Plan;
  readonly dialect: Dialect;
  readonly words: SessionWords;
  readonly part: Part;
  /** Fields of every row of the ledger, where it is kept. */
  readonly ledger?: Pick<LedgerEntry, 'script' | 'tag'> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told of each statement before it is sent. */
  readonly onStatement: (item: Item) => void;
}

/** What stops a run between two statements. */
export const brokenOff = ({ display }: Connection): DatabaseError => new DatabaseError('broken off', 'canceled', display);

/** Whether it is there already, from an earlier run. */
export const isThere = ({ number, at }: Item, { part }: Run): boolean => number === 1 && at < part.skip;

/** @throws MigsqlError `other-heads` where another run has come first */
export async function expectHeads({ connection, plan, dialect }: Run, expected: readonly string[]): Promise<void> {
  if (plan.fromAnything) return;
  const found = await readHeads(connection, plan.versionTable, dialect);
  if (!sameHeads(found, expected)) fail('other-heads', { database: connection.display, expected, found });
}

/** @throws MigsqlError `wrong-heads-after` */
export async function expectHeadsAfter({ connection, plan, dialect }: Run, { revision, headsAfter: expected }: PlannedStep): Promise<void> {
  const found = await readHeads(connection, plan.versionTable, dialect);
  if (!sameHeads(found, expected)) fail('wrong-heads-after', { revision, expected, found });
}

export type Entry = Pick<LedgerEntry, 'block' | 'done' | 'ended'> & { readonly since: number };

/** Makes the ledger where it is to be kept and is missing. */
export async function makeLedger({ connection, plan, dialect, ledger }: Run): Promise<void> {
  const place = { table: plan.versionTable, dialect };
  if (ledger && !(await hasLedger(connection, place))) await connection.run(createLedger(place));
}

/** Adds a row to the ledger. Where a schema change can be rolled back, the ledger is made with its first row. */
export async function record(run: Run, { step, number }: Item, { since, ...entry }: Entry): Promise<void> {
  const { connection, plan, dialect, ledger } = run;
  if (!ledger) return;
  if (dialect.transactionalDdl) await makeLedger(run);
  const { revision, direction } = step;
  const seconds = (performance.now() - since) / 1000;
  const row = { revision, direction, step: number, statements: statementsHash(step), seconds, ...entry, ...ledger };
  await connection.run(addEntry(row, { table: plan.versionTable, dialect }));
}
