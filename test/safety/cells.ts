/**
 * The cells of a file. Most of what a cell takes is waiting, for a server, a lock or a limit: several are run at a time,
 * each with the database of its lane, and the tests say in their order what came of them.
 */
import type { suite } from 'uvu';
import { tries } from '../support/scale.ts';
import { type Database, type Engine, isReachable } from '../support/servers.ts';

/** Whether there is time for every combination of clients, forms and modes. */
export const everyCell = tries(1).numRuns >= 3;

/** Gives an empty database, time and again: making one takes longer than emptying it. */
type Emptied = () => Database;
type Outcome = (database: Database) => void | Promise<void>;

export type AddCell = (name: string, outcome: Outcome) => void;

const LANES = 4;

/** Adds cells to a suite; a line at the end of the process has their number. */
export function cellsOf(test: ReturnType<typeof suite>, engine: Engine, lane: () => Emptied, what: string = engine): AddCell {
  if (!isReachable(engine)) {
    test('is not reachable, as a line beginning with SKIPPED says', () => {});
    return () => {};
  }
  const waiting: ((emptied: Emptied) => Promise<void>)[] = [];
  let lanes = 0;
  let run = 0;
  let kept = 0;

  const inCell = async (emptied: Emptied, outcome: Outcome): Promise<void> => {
    run += 1;
    await outcome(emptied());
    kept += 1;
  };
  const begin = async (): Promise<void> => {
    const emptied = lane();
    for (let next = waiting.shift(); next; next = waiting.shift()) await next(emptied);
  };

  process.on('exit', () => console.log(`safety ${what}: ${run} cells, ${kept} as promised`));
  return (name, outcome) => {
    const ended = new Promise<void>((resolve, reject) => {
      waiting.push((emptied) => inCell(emptied, outcome).then(resolve, reject));
    });
    // Said by the test, whose turn may come later.
    ended.catch(() => {});
    test(name, () => {
      for (; lanes < LANES; lanes++) void begin();
      return ended;
    });
  };
}
