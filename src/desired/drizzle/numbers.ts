import type { SequenceOptions } from '../../schema/object.ts';
import type { DrizzleNumbers } from './facts.ts';

/** The options of a sequence or an identity column. */
export function toNumbers({ startWith, increment, minValue, maxValue, cache, cycle }: DrizzleNumbers): SequenceOptions {
  const numbers = { start: startWith, increment, minValue, maxValue, cache };
  const given = Object.entries(numbers).flatMap(([key, value]) => (value === undefined ? [] : [[key, Number(value)] as const]));
  return { ...Object.fromEntries(given), ...(cycle && { cycle }) };
}
