/** Counts the cells that a file runs, and those whose outcome was as promised: docs/safety.md reports them. */
import type { suite } from 'uvu';
import { tries } from '../support/scale.ts';

/** Whether there is time for the full product of clients, modes and errors. */
export const everyCell = tries(1).numRuns >= 3;

let run = 0;
let kept = 0;

export function cell(test: ReturnType<typeof suite>, name: string, outcome: () => void | Promise<void>): void {
  test(name, async () => {
    run += 1;
    await outcome();
    kept += 1;
  });
}

/** A line at the end of the process. */
export function reportCells(what: string): void {
  process.on('exit', () => console.log(`safety ${what}: ${run} cells, ${kept} as promised`));
}
