/**
 * The cells of a file. Most of what a cell takes is waiting, for a server, a lock or a limit: several are run at a time,
 * each with the database of its lane, and the tests say in their order what came of them.
 */
import type { suite } from 'uvu';
import { tries } from '../support/scale.ts';
import { type Database, type Engine, isReachable } from '../support/servers.ts';

/** Whether there is time for every combination of clients, forms and modes. */
export const everyCell = tries(1).numRuns >= 3;

/** A database that is emptied time and again, since making one takes longer. */
export interface Lane<D> {
  readonly empty: () => D | Promise<D>;
  readonly drop: () => void;
}

type Outcome<D> = (database: D) => void | Promise<void>;

export type AddCell<D = Database> = (name: string, outcome: Outcome<D>) => void;

const LANES = 4;

/** Adds cells to a suite; a line at the end of the process has their number. `most` lanes are at work at a time. */
export function cellsOf<D>(test: ReturnType<typeof suite>, engine: Engine, lane: () => Lane<D>, what: string = engine, most = LANES): AddCell<D> {
  if (!isReachable(engine)) {
    test('is not reachable, as a line beginning with SKIPPED says', () => {});
    return () => {};
  }
  const waiting: ((lane: Lane<D>) => Promise<void>)[] = [];
  let lanes = 0;
  let run = 0;
  let kept = 0;

  const inCell = async ({ empty }: Lane<D>, outcome: Outcome<D>): Promise<void> => {
    run += 1;
    await outcome(await empty());
    kept += 1;
  };
  const begin = async (): Promise<void> => {
    const own = lane();
    for (let next = waiting.shift(); next; next = waiting.shift()) await next(own);
    own.drop();
  };

  process.on('exit', () => console.log(`safety ${what}: ${run} cells, ${kept} as promised`));
  return (name, outcome) => {
    const ended = new Promise<void>((resolve, reject) => {
      waiting.push((own) => inCell(own, outcome).then(resolve, reject));
    });
    // Said by the test, whose turn may come later.
    ended.catch(() => {});
    test(name, () => {
      for (; lanes < most; lanes++) void begin();
      return ended;
    });
  };
}
