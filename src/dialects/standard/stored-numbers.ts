import type { SequenceOptions } from '../../schema/object.ts';

/** The options of a sequence with the database's own where nothing is said; its own bounds have no numbers. */
export const wholeSequence =
  (cache: number) =>
  (options: SequenceOptions): SequenceOptions => {
    const { increment = 1, minValue, maxValue } = options;
    const start = increment > 0 ? (minValue ?? 1) : (maxValue ?? -1);
    return { start, increment, cycle: false, cache, ...options };
  };

/** Where it began is not kept, or cannot change. */
export const withoutStart =
  (whole: (options: SequenceOptions) => SequenceOptions) =>
  (options: SequenceOptions): SequenceOptions => {
    const { start: _, ...rest } = whole(options);
    return rest;
  };
