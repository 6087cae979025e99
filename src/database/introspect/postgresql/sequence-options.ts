import type { SequenceOptions } from '../../../schema/object.ts';
import { type Row, maybe } from '../row.ts';
import * as general from '../sequence-options.ts';

/** The options of the sequence `s`: https://www.postgresql.org/docs/current/catalog-pg-sequence.html */
export const SEQUENCE_COLUMNS =
  's.seqstart::text AS start, s.seqincrement::text AS increment, s.seqmin::text AS min, s.seqmax::text AS max, ' +
  's.seqcycle AS cycle, s.seqcache::text AS cache, format_type(s.seqtypid, NULL) AS counts';

const BITS: { readonly [type: string]: bigint } = { smallint: 15n, integer: 31n, bigint: 63n };

/** https://www.postgresql.org/docs/current/sql-createsequence.html */
export function sequenceOptions(row: Row): SequenceOptions {
  const limit = 2n ** (BITS[maybe(row, 'counts') ?? ''] ?? 63n);
  return general.sequenceOptions(row, { smallest: -limit, largest: limit - 1n, cache: 1n });
}
