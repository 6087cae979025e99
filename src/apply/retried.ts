import retry from 'p-retry';
import { DatabaseError } from '../database/connection.ts';
import type { RunBlock } from './blocks.ts';
import { type Run, brokenOff } from './run.ts';
import { mayLeavePart, runBlock } from './run-block.ts';

/** Milliseconds before the first time that a block is tried again; each further one takes twice as long. */
const FIRST_PAUSE = 500;

/** Told of each time that a block is tried again, from 1. */
type OnRetry = (attempt: number, reason: string) => void;

/** Runs a block again where it met a lock or lost a deadlock, and nothing of it is left. @throws as `runBlock` */
export async function runRetried(run: Run, each: RunBlock, retries: number, onRetry: OnRetry): Promise<void> {
  const { signal } = run;
  let isWhole = false;
  const attempt = async (): Promise<void> => {
    await runBlock(run, each);
    isWhole = true;
  };
  try {
    await retry(attempt, {
      retries,
      minTimeout: FIRST_PAUSE,
      randomize: true,
      ...(signal && { signal }),
      shouldRetry: ({ error }) => mayRunAgain(error, run, each),
      onFailedAttempt: ({ error, attemptNumber, retriesLeft }) => {
        if (retriesLeft > 0 && mayRunAgain(error, run, each)) onRetry(attemptNumber, error.message);
      },
    });
  } catch (error) {
    // The signal breaks off the pause before the next time, and has a say behind a block that is whole as well.
    if (isWhole) return;
    throw error === signal?.reason ? brokenOff(run.connection) : error;
  }
}

/** What may have left something behind could not begin anew. */
const mayRunAgain = (error: unknown, { dialect }: Run, { block, items }: RunBlock): boolean =>
  error instanceof DatabaseError &&
  (error.kind === 'lock-timeout' || error.kind === 'conflict') &&
  block.alone?.leaves === undefined &&
  !items.some(({ statement }) => mayLeavePart(statement, block, dialect));
