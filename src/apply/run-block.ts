import { DatabaseError } from '../database/connection.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { PlanBlock, Statement } from '../plan/index.ts';
import { isSetting } from '../plan/repeatable.ts';
import { recognise } from '../sql/recognise.ts';
import type { Item, RunBlock } from './blocks.ts';
import { type Entry, type Run, brokenOff, expectHeads, expectHeadsAfter, isThere, record } from './run.ts';

/** Runs a block, whole or not at all. @throws DatabaseError, MigsqlError; nothing is left open then */
export const runBlock = (run: Run, each: RunBlock): Promise<void> => (each.block.transactional ? runTransaction(run, each) : runAlone(run, each));

async function runTransaction(run: Run, { block, items }: RunBlock): Promise<void> {
  const { connection, words } = run;
  let since = performance.now();
  if (items.every((item) => isThere(item, run))) return;
  try {
    if (words.begin !== undefined) await connection.run(words.begin);
    await expectHeads(run, block.heads);
    for (const item of items) {
      if (item.at === 0) since = performance.now();
      await runItem(run, item);
      if (!item.closes || isThere(item, run)) continue;
      await expectHeadsAfter(run, item.step);
      await record(run, item, { done: item.at + 1, ended: true, since });
    }
    const last = items.at(-1)!;
    if (!last.closes) await record(run, last, { block: block.number, done: last.at + 1, ended: true, since });
    await connection.run(words.commit);
  } catch (error) {
    await rollBack(run);
    throw error;
  }
}

/** What is there already is passed over, but for what the session itself is told. */
async function runItem(run: Run, item: Item): Promise<void> {
  const { connection, dialect, signal } = run;
  if (isThere(item, run) && !isSetting(item.statement.sql, dialect.name)) return;
  if (signal?.aborted) throw brokenOff(connection);
  run.onStatement(item);
  await connection.run(item.statement.sql);
}

/** A statement that takes effect by itself: the ledger tells that it begins, and how it ended. */
async function runAlone(run: Run, { block, items: [item] }: RunBlock): Promise<void> {
  const { part, connection, dialect } = run;
  const { at, number, statement } = item;
  if (isSetting(statement.sql, dialect.name)) return runItem(run, item);
  if (isThere(item, run)) return;
  const since = performance.now();
  await expectHeads(run, block.heads);
  if (part.clearing !== undefined && number === 1 && at === part.skip) await connection.run(part.clearing);
  await recordAlone(run, item, { block: block.number, done: at, ended: false, since });
  try {
    await runItem(run, item);
  } catch (error) {
    if (hasNoEffect(error, statement, block, dialect)) await recordAlone(run, item, { block: block.number - 1, done: at, ended: true, since });
    throw error;
  }
  await recordAlone(run, item, { block: block.number, done: at + 1, ended: true, since });
}

/** Where a session is always in a transaction, a row is committed like any other. */
async function recordAlone(run: Run, item: Item, entry: Entry): Promise<void> {
  await recordWhole(run, item, entry);
  if (run.ledger && run.words.begin === undefined) await run.connection.run(run.words.commit);
}

/** A signal that breaks off a run comes once; what the next run goes on by is written all the same. */
const recordWhole = (run: Run, item: Item, entry: Entry): Promise<void> =>
  record(run, item, entry).catch((error: unknown) => {
    if (entry.ended && error instanceof DatabaseError && error.kind === 'canceled') return record(run, item, entry);
    throw error;
  });

/** A server takes back what a single statement that it refuses began. */
const hasNoEffect = (error: unknown, statement: Statement, block: PlanBlock, dialect: Dialect): boolean =>
  error instanceof DatabaseError && error.kind !== 'connection-lost' && !mayLeavePart(statement, block, dialect);

/** Whether what a server refuses may be there in part: a routine commits where it likes, but in a transaction of PostgreSQL. */
export function mayLeavePart({ sql, origin }: Statement, { transactional }: PlanBlock, { name }: Dialect): boolean {
  if (recognise(sql, name).kind !== 'routine') return false;
  return !transactional || (name !== 'postgresql' && origin.kind === 'op' && origin.op === 'execute');
}

/** A session that has ended, or has rolled back by itself, has nothing open. */
async function rollBack({ connection, words }: Run): Promise<void> {
  try {
    await connection.run(words.rollback);
  } catch {
    // The first error is the one to tell.
  }
}
