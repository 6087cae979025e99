import type { SequenceOptions } from '../../../schema/object.ts';
import type { Row } from '../row.ts';
import * as general from '../sequence-options.ts';

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-SEQUENCE.html */
const USUAL = { smallest: -(10n ** 27n) + 1n, largest: 10n ** 28n - 1n, cache: 20n };

export const sequenceOptions = (row: Row): SequenceOptions => general.sequenceOptions(row, USUAL);

/** `START WITH: 1, INCREMENT BY: 1, MAX_VALUE: …, CYCLE_FLAG: N, CACHE_SIZE: 20, ORDER_FLAG: N` */
export function identityOptions(printed: string): SequenceOptions {
  const said = new Map(printed.split(',').map((option) => option.split(':').map((part) => part.trim()) as [string, string]));
  const cache = said.get('CACHE_SIZE') ?? '20';
  return sequenceOptions({
    start: said.get('START WITH') ?? '1',
    increment: said.get('INCREMENT BY') ?? '1',
    min: said.get('MIN_VALUE') ?? '1',
    max: said.get('MAX_VALUE') ?? String(USUAL.largest),
    cycle: said.get('CYCLE_FLAG') ?? 'N',
    // No cache is one number at a time.
    cache: cache === '0' ? '1' : cache,
  });
}
