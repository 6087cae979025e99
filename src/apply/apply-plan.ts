import type { Connection } from '../database/connection.ts';
import { SESSION_WORDS } from '../database/words/index.ts';
import { DIALECTS } from '../dialects/index.ts';
import { type Plan, planHash } from '../plan/index.ts';
import { type Item, type RunBlock, blocksOf } from './blocks.ts';
import { failApply } from './failure.ts';
import { readHeads } from './heads.ts';
import { takeLock } from './lock.ts';
import { type Part, partFrom, partOf } from './part.ts';
import { runRetried } from './retried.ts';
import { type ApplyEvent, type Run, expectHeads, makeLedger } from './run.ts';

export interface ApplyOptions {
  /** Keeps a second run out. Default: true. */
  readonly lock?: boolean;
  /** Seconds that a statement, and the run itself, waits for a lock; 0: as long as it takes. Default: 5. */
  readonly lockTimeout?: number;
  /** Seconds that a statement may take; 0: as long as it takes. Default: 0. */
  readonly statementTimeout?: number;
  /** Whether `migsql_ledger` tells what was run, when and by whom; a run that was cut in the middle of a revision goes on by it. Default: true. */
  readonly ledger?: boolean;
  /** A word for the ledger: the number of a ticket. At most 200 characters. */
  readonly tag?: string;
  /** How often a block that met a lock, or lost a deadlock, is tried again. Default: 3. */
  readonly retries?: number;
  /** The statement of the first step that it begins with, from 1, whatever the ledger says. */
  readonly fromStatement?: number;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: ApplyEvent) => void;
}

export interface Applied {
  readonly from: readonly string[];
  /** The heads that the database holds now. */
  readonly to: readonly string[];
  readonly steps: number;
  /** Statements that were sent. */
  readonly statements: number;
  /** Those of the first step that an earlier run had done. */
  readonly skipped: number;
  /** SHA-256 of the plan, in hex, as the ledger has it. */
  readonly script: string;
}

/**
 * Runs a plan's statements, in the blocks of its script, in one session; stops at the first that is refused, with nothing of its
 * block left.
 *
 * @throws MigsqlError `other-heads` where the database is not at the plan's start, `another-run`, `apply-failed`, `apply-canceled`,
 *   `connection-lost`; those of an earlier run that was cut: `part-applied` and others
 */
export async function applyPlan(connection: Connection, plan: Plan, options: ApplyOptions = {}): Promise<Applied> {
  const { signal } = options;
  const cancel = (): void => connection.cancel();
  signal?.addEventListener('abort', cancel);
  try {
    return await applyInSession(connection, plan, options);
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

async function applyInSession(connection: Connection, plan: Plan, options: ApplyOptions): Promise<Applied> {
  const { lock = true, lockTimeout = 5, statementTimeout = 0, signal } = options;
  const { versionTable } = plan;
  const dialect = DIALECTS[plan.dialect];
  const { settings } = SESSION_WORDS[plan.dialect];
  for (const sql of [...dialect.script.settings, ...settings, ...dialect.script.timeouts(lockTimeout, statementTimeout)]) await connection.run(sql);
  if (!lock) return applyAlone(connection, plan, options);
  const release = await takeLock(connection, { versionTable, dialect, seconds: lockTimeout, signal });
  try {
    return await applyAlone(connection, plan, options);
  } finally {
    // Where the session has ended, so has the lock.
    await release().catch(() => {});
  }
}

/** With every other run kept out. */
async function applyAlone(connection: Connection, plan: Plan, options: ApplyOptions): Promise<Applied> {
  const { tag, signal } = options;
  const blocks = blocksOf(plan);
  const sent = counterOf(plan, blocks, options);
  const script = planHash(plan);
  // A stamp and a repair say nothing of a revision.
  // What is of no migration has no row.
  const keepsLedger = (options.ledger ?? true) && plan.steps.every(({ file }) => file !== '');
  const dialect = DIALECTS[plan.dialect];
  const fresh: Run = {
    connection, plan, dialect, words: SESSION_WORDS[plan.dialect], part: { skip: 0 }, signal, onStatement: sent.onStatement,
    ...(keepsLedger && { ledger: { script, tag } }),
  };
  await expectHeads(fresh, plan.from);
  const run: Run = { ...fresh, part: await beginning(fresh, options) };
  const { begin = [], end = [] } = (blocks.length > 1 && run.words.alone) || {};
  for (const sql of begin) await connection.run(sql);
  if (!dialect.transactionalDdl && blocks.length) await makeLedger(run);
  await runAll(run, blocks, options, sent.last);
  for (const sql of end) await connection.run(sql);
  const to = await readHeads(connection, plan.versionTable, dialect);
  return { from: plan.from, to, steps: plan.steps.length, statements: sent.count(), skipped: run.part.skip, script };
}

async function beginning({ connection, plan, dialect, ledger, part }: Run, { fromStatement }: ApplyOptions): Promise<Part> {
  if (fromStatement !== undefined) return partFrom(fromStatement, plan);
  return ledger ? partOf(connection, plan, { table: plan.versionTable, dialect }) : part;
}

async function runAll(run: Run, blocks: readonly RunBlock[], { retries = 3, onEvent }: ApplyOptions, last: () => Item | undefined): Promise<void> {
  const total = blocks.length;
  for (const each of blocks) {
    const block = each.block.number;
    try {
      await runRetried(run, each, retries, (attempt, reason) => onEvent?.({ kind: 'retry', block, attempt, reason }));
    } catch (error) {
      failApply(error, run, { each, blocks: total, item: last() });
    }
    onEvent?.({ kind: 'block', block, total });
  }
}

/** Counts what is sent, and tells of it. */
function counterOf(plan: Plan, blocks: readonly RunBlock[], { onEvent }: ApplyOptions) {
  const total = blocks.reduce((sum, { items }) => sum + items.length, 0);
  let count = 0;
  let last: Item | undefined;
  const onStatement = (item: Item): void => {
    if (item.number !== last?.number) onEvent?.({ kind: 'step', step: item.step, number: item.number, total: plan.steps.length });
    last = item;
    count += 1;
    onEvent?.({ kind: 'statement', statement: item.statement, number: count, total });
  };
  return { onStatement, count: () => count, last: () => last };
}
