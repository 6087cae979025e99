import type { SequenceOptions } from '../../schema/object.ts';
import { type Row, flag, known, text } from './row.ts';

/** What a database does unless it is told otherwise. */
export interface UsualSequence {
  readonly smallest: bigint;
  readonly largest: bigint;
  readonly cache: bigint;
}

/**
 * What a row says beyond that, in its columns `start`, `increment`, `min`, `max`, `cache`, `cycle`; digits may be more
 * than a number holds. A sequence rises from 1, or falls from -1.
 */
export function sequenceOptions(row: Row, { smallest, largest, cache }: UsualSequence): SequenceOptions {
  const number = (column: string): bigint => BigInt(text(row, column));
  const beyond = (column: string, usual: bigint): number | undefined =>
    number(column) === usual ? undefined : Number(number(column));
  const isRising = number('increment') > 0n;
  return known<SequenceOptions>({
    start: beyond('start', number(isRising ? 'min' : 'max')),
    increment: beyond('increment', 1n),
    minValue: beyond('min', isRising ? 1n : smallest),
    maxValue: beyond('max', isRising ? largest : -1n),
    cycle: flag(row, 'cycle') || undefined,
    cache: beyond('cache', cache),
  });
}
