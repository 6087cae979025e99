import type { Diagnostic } from '../diagnostics.ts';
import { MigsqlError } from '../errors.ts';

/** The results in order, or one error with the problems of all items that failed. */
export function forEach<T, U>(items: readonly T[], work: (item: T) => U): readonly U[] {
  const results: U[] = [];
  const problems: (readonly Diagnostic[])[] = [];
  for (const item of items) {
    try {
      results.push(work(item));
    } catch (error) {
      if (!(error instanceof MigsqlError)) throw error;
      problems.push(error.diagnostics);
    }
  }
  if (problems.length) throw new MigsqlError(problems.flat());
  return results;
}
