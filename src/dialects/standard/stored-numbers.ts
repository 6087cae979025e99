import type { SequenceOptions } from '../../schema/object.ts';
import type { Identity } from '../../schema/table.ts';
import type { ColumnType } from '../../sql/types.ts';

/** The options of a sequence with the database's own where nothing is said; its own bounds have no numbers. */
export const wholeSequence =
  (cache: number) =>
  (options: SequenceOptions): SequenceOptions => {
    const { increment = 1, minValue, maxValue } = options;
    const up = increment > 0;
    const whole = { start: up ? (minValue ?? 1) : (maxValue ?? -1), increment, cycle: false, cache, ...options };
    return up && minValue === 1 ? without(whole, 'minValue') : whole;
  };

/** Where it began is not kept, or cannot change. */
export const withoutStart =
  (whole: (options: SequenceOptions) => SequenceOptions) =>
  (options: SequenceOptions): SequenceOptions => without(whole(options), 'start');

function without(options: SequenceOptions, option: keyof SequenceOptions): SequenceOptions {
  const { [option]: _, ...rest } = options;
  return rest;
}

/** The last number of each type, which is the bound that is said nothing of. */
const LAST: { readonly [type: string]: number } = { smallint: 32_767, integer: 2_147_483_647 };

/** The options of a numbered column, likewise. */
export const wholeIdentity =
  (cache: number) =>
  ({ always = false, ...options }: Identity, { type }: ColumnType): Identity => {
    const whole = wholeSequence(cache)(options);
    const isOwn = (whole.increment ?? 1) > 0 && whole.maxValue === LAST[type];
    return { ...(isOwn ? without(whole, 'maxValue') : whole), always };
  };
