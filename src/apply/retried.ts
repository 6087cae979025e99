import retry from 'p-retry';
import { DatabaseError } from '../database/connection.ts';
import type { RunBlock } from './blocks.ts';
import type { Run } from './run.ts';
import { runBlock } from './run-block.ts';

/** Milliseconds before the first time that a block is tried again; each further one takes twice as long. */
const FIRST_PAUSE = 500;

/** Told of each time that a block is tried again, from 1. */
type OnRetry = (attempt: number, reason: string) => void;

/** Runs a block again where it met a lock or lost a deadlock, and nothing of it is left. @throws as `runBlock` */
export function runRetried(run: Run, each: RunBlock, retries: number, onRetry: OnRetry): Promise<void> {
  return retry(() => runBlock(run, each), {
    retries,
    minTimeout: FIRST_PAUSE,
    randomize: true,
    ...(run.signal && { signal: run.signal }),
    shouldRetry: ({ error }) => mayRunAgain(error, each),
    onFailedAttempt: ({ error, attemptNumber, retriesLeft }) => {
      if (retriesLeft > 0 && mayRunAgain(error, each)) onRetry(attemptNumber, error.message);
    },
  });
}

/** A statement that may leave something behind could not begin anew. */
const mayRunAgain = (error: unknown, { block: { transactional, alone } }: RunBlock): boolean =>
  error instanceof DatabaseError && (error.kind === 'lock-timeout' || error.kind === 'conflict') && (transactional || alone?.leaves === undefined);
