import { setTimeout as wait } from 'node:timers/promises';
import { type Connection, DatabaseError } from '../database/connection.ts';
import { SESSION_WORDS, type SessionWords } from '../database/words/index.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { fail } from '../errors.ts';
import { lockName } from '../plan/index.ts';
import type { VersionTable } from '../schema/version-table.ts';
import { brokenOff } from './run.ts';

/** Milliseconds between two questions: who waits in a lock's queue would stop CREATE INDEX CONCURRENTLY. */
const PAUSE = 100;

export interface LockRequest {
  readonly versionTable: VersionTable;
  readonly dialect: Dialect;
  /** Seconds; 0: for as long as it takes. */
  readonly seconds: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Keeps other runs out until the session ends, or it is given back.
 *
 * @returns what gives it back
 * @throws MigsqlError `another-run`; DatabaseError
 */
export async function takeLock(connection: Connection, { versionTable, dialect, seconds, signal }: LockRequest): Promise<() => Promise<void>> {
  const { lock, alone } = SESSION_WORDS[dialect.name];
  if (alone) return keepAlone(connection, alone, seconds);
  if (!lock) return async () => {};
  const name = lockName(versionTable, dialect);
  const end = performance.now() + seconds * 1000;
  while (!(await isHeld(connection, lock.take(name), lock.refusedAs))) {
    if (seconds > 0 && performance.now() > end) fail('another-run', { database: connection.display, seconds });
    if (signal?.aborted) throw brokenOff(connection);
    await wait(PAUSE);
  }
  return async () => void (await connection.run(lock.release(name)));
}

/** The session waits by itself, for as long as it was told to. */
async function keepAlone(connection: Connection, { begin, end }: Required<SessionWords>['alone'], seconds: number): Promise<() => Promise<void>> {
  try {
    for (const sql of begin) await connection.run(sql);
  } catch (error) {
    if (error instanceof DatabaseError && error.kind === 'lock-timeout') fail('another-run', { database: connection.display, seconds });
    throw error;
  }
  return async () => {
    for (const sql of end) await connection.run(sql);
  };
}

async function isHeld(connection: Connection, take: string, refusedAs: string | undefined): Promise<boolean> {
  if (refusedAs === undefined) {
    const [row] = await connection.query(take);
    return Number(row?.['held']) === 1;
  }
  try {
    await connection.run(take);
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === refusedAs) return false;
    throw error;
  }
}
