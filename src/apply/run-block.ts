import { DatabaseError } from '../database/connection.ts';
import { isSetting } from '../plan/repeatable.ts';
import { recognise } from '../sql/recognise.ts';
import type { Item, RunBlock } from './blocks.ts';
import { type Run, expectHeads, expectHeadsAfter, isThere, record } from './run.ts';

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
  if (signal?.aborted) throw new DatabaseError('broken off', 'canceled');
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
    if (hasNoEffect(error, item, run)) await recordAlone(run, item, { block: block.number - 1, done: at, ended: true, since });
    throw error;
  }
  await recordAlone(run, item, { block: block.number, done: at + 1, ended: true, since });
}

/** Where a session is always in a transaction, a row is committed like any other. */
async function recordAlone(run: Run, item: Item, entry: Parameters<typeof record>[2]): Promise<void> {
  await record(run, item, entry);
  if (run.ledger && run.words.begin === undefined) await run.connection.run(run.words.commit);
}

/** A server takes back what a single statement that it refuses began; a routine may have committed before. */
const hasNoEffect = (error: unknown, { statement: { sql, compound } }: Item, { dialect }: Run): boolean =>
  error instanceof DatabaseError && error.kind !== 'connection-lost' && !compound && recognise(sql, dialect.name).verb !== 'CALL';

/** A session that has ended, or has rolled back by itself, has nothing open. */
async function rollBack({ connection, words }: Run): Promise<void> {
  try {
    await connection.run(words.rollback);
  } catch {
    // The first error is the one to tell.
  }
}
