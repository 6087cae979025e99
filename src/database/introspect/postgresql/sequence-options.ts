import type { SequenceOptions } from '../../../schema/object.ts';
import { type Row, flag, known, maybe } from '../row.ts';

/** The options of the sequence `s`: https://www.postgresql.org/docs/current/catalog-pg-sequence.html */
export const SEQUENCE_COLUMNS =
  's.seqstart::text AS start, s.seqincrement::text AS increment, s.seqmin::text AS min, s.seqmax::text AS max, ' +
  's.seqcycle AS cycle, s.seqcache::text AS cache, format_type(s.seqtypid, NULL) AS counts';

const LARGEST: { readonly [type: string]: bigint } = {
  smallint: 32_767n,
  integer: 2_147_483_647n,
  bigint: 9_223_372_036_854_775_807n,
};

/** What is said beyond the defaults: https://www.postgresql.org/docs/current/sql-createsequence.html */
export function sequenceOptions(row: Row): SequenceOptions {
  const largest = LARGEST[maybe(row, 'counts') ?? ''] ?? LARGEST['bigint']!;
  const number = (column: string): bigint => BigInt(maybe(row, column) ?? 1);
  const isRising = number('increment') > 0n;
  const [min, max] = isRising ? [1n, largest] : [-largest - 1n, -1n];
  const beyond = (column: string, usual: bigint): number | undefined =>
    number(column) === usual ? undefined : Number(number(column));
  return known<SequenceOptions>({
    start: beyond('start', isRising ? number('min') : number('max')),
    increment: beyond('increment', 1n),
    minValue: beyond('min', min),
    maxValue: beyond('max', max),
    cycle: flag(row, 'cycle') || undefined,
    cache: beyond('cache', 1n),
  });
}
