/** How many rows a statement must touch; any other count stops the script. */
export interface RowCount {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** `3` is exactly three. */
export type RowCountRef = number | RowCount;

export const toRowCount = (expect: RowCountRef): RowCount =>
  typeof expect === 'number' ? { atLeast: expect, atMost: expect } : expect;

/** `3 rows`, `at least 1 row`, for people. */
export function displayRowCount({ atLeast, atMost }: RowCount): string {
  const counted = (count: number): string => `${count} row${count === 1 ? '' : 's'}`;
  if (atLeast === atMost) return counted(atLeast ?? 0);
  if (atMost === undefined) return `at least ${counted(atLeast ?? 0)}`;
  return atLeast === undefined || atLeast === 0 ? `at most ${counted(atMost)}` : `${atLeast} to ${counted(atMost)}`;
}
