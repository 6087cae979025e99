import type { Connection } from '../database/connection.ts';
import { SESSION_WORDS } from '../database/words/index.ts';
import { DIALECTS } from '../dialects/index.ts';
import { fail } from '../errors.ts';
import { type Plan, planHash } from '../plan/index.ts';
import { type Item, type RunBlock, blocksOf } from './blocks.ts';
import { failApply } from './failure.ts';
import { takeLock } from './lock.ts';
import { beginningOf } from './part.ts';
import { runRetried } from './retried.ts';
import { type ApplyEvent, type Run, expectHeads, makeLedger } from './run.ts';

export interface ApplyOptions {
  /** Keeps a second run out. Default: true. */
  readonly lock?: boolean;
  /** Seconds that a statement, and the run itself, waits for a lock; 0: as long as it takes. Default: 5. */
  readonly lockTimeout?: number;
  /** Seconds that a statement may take; 0: as long as it takes, which is all that SQL Server, Oracle and SQLite know. Default: 0. */
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
 *   `connection-lost`, `no-statement-limit`; those of an earlier run that was cut: `part-applied` and others
 */
export async function applyPlan(connection: Connection, plan: Plan, options: ApplyOptions = {}): Promise<Applied> {
  const { signal } = options;
  const cancel = (): void => connection.cancel();
  signal?.addEventListener('abort', cancel);
  try {
    return await applyBlocks(connection, plan, options);
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

async function applyBlocks(connection: Connection, plan: Plan, options: ApplyOptions): Promise<Applied> {
  const blocks = blocksOf(plan);
  const sent = counterOf(plan, blocks, options);
  const script = planHash(plan);
  const fresh = runOf(connection, plan, script, options, sent.onStatement);
  const begun = await begin(fresh, options).catch((error: unknown) => failApply(error, fresh, blocks, 0));
  try {
    await runAll(begun.run, blocks, options, sent.last);
  } finally {
    // Where the session has ended, so has the lock.
    await begun.release().catch(() => {});
  }
  return { from: plan.from, to: plan.to, steps: plan.steps.length, statements: sent.count(), skipped: begun.run.part.skip, script };
}

function runOf(connection: Connection, plan: Plan, script: string, { ledger = true, tag, signal }: ApplyOptions, onStatement: Run['onStatement']): Run {
  // What is of no migration has no row.
  const keepsLedger = ledger && plan.steps.every(({ file }) => file !== '');
  return {
    connection, plan, dialect: DIALECTS[plan.dialect], words: SESSION_WORDS[plan.dialect], part: { skip: 0 }, signal, onStatement,
    ...(keepsLedger && { ledger: { script, tag } }),
  };
}

interface Begun {
  readonly run: Run;
  readonly release: () => Promise<void>;
}

/** Sets the session up, keeps every other run out, and only then looks where the database is. */
async function begin(fresh: Run, options: ApplyOptions): Promise<Begun> {
  const { lock = true, lockTimeout = 5, statementTimeout = 0, signal } = options;
  const { connection, plan, dialect, words } = fresh;
  const timeouts = dialect.script.timeouts(lockTimeout, statementTimeout);
  if (statementTimeout > 0 && timeouts.join() === dialect.script.timeouts(lockTimeout, 0).join()) fail('no-statement-limit', { dialect: dialect.title });
  for (const sql of [...dialect.script.settings, ...words.settings, ...timeouts]) await connection.run(sql);
  const release = lock ? await takeLock(connection, { versionTable: plan.versionTable, dialect, seconds: lockTimeout, signal }) : async () => {};
  try {
    await expectHeads(fresh, plan.from);
    const run: Run = { ...fresh, part: await beginningOf(connection, plan, options) };
    if (!dialect.transactionalDdl && plan.steps.length) await makeLedger(run);
    return { run, release };
  } catch (error) {
    await release().catch(() => {});
    throw error;
  }
}

async function runAll(run: Run, blocks: readonly RunBlock[], { retries = 3, onEvent }: ApplyOptions, last: () => Item | undefined): Promise<void> {
  const total = blocks.length;
  for (const [index, each] of blocks.entries()) {
    const block = each.block.number;
    try {
      await runRetried(run, each, retries, (attempt, reason) => onEvent?.({ kind: 'retry', block, attempt, reason }));
    } catch (error) {
      failApply(error, run, blocks, index, last());
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
