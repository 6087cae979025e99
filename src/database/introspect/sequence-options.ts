import type { SequenceOptions } from '../../schema/object.ts';
import { type Row, flag, known, maybe, text } from './row.ts';

/** What a database does unless it is told otherwise. */
export interface UsualSequence {
  readonly smallest: bigint;
  readonly largest: bigint;
  readonly cache: bigint;
  /** Whether a sequence may reach both, and not only count from 1 on, or from -1 down. */
  readonly hasWholeRange?: true;
}

/**
 * What a row says beyond that, in its columns `start`, `increment`, `min`, `max`, `cache`, `cycle`; digits may be more
 * than a number holds. A sequence begins at 1 or -1, or where it is bounded.
 */
export function sequenceOptions(row: Row, { smallest, largest, cache, hasWholeRange }: UsualSequence): SequenceOptions {
  const [increment, min, max] = ['increment', 'min', 'max'].map((column) => BigInt(text(row, column))) as [bigint, bigint, bigint];
  const isRising = increment > 0n;
  const usualMin = isRising && !hasWholeRange ? 1n : smallest;
  const usualMax = isRising || hasWholeRange ? largest : -1n;
  const first = isRising ? (min === usualMin ? 1n : min) : max === usualMax ? -1n : max;
  return known<SequenceOptions>({
    start: beyond(BigInt(maybe(row, 'start') ?? first), first),
    increment: beyond(increment, 1n),
    minValue: beyond(min, usualMin),
    maxValue: beyond(max, usualMax),
    cycle: flag(row, 'cycle') || undefined,
    cache: beyond(BigInt(text(row, 'cache')), cache),
  });
}

const beyond = (number: bigint, usual: bigint): number | undefined => (number === usual ? undefined : Number(number));
