import type { BulkInsert } from '../../ops/bulk-insert.ts';
import { isFragment } from '../../sql/fragment.ts';
import type { Lowered, LoweringContext } from '../dialect.ts';
import { cellTypes, someRow } from '../standard/data.ts';
import { isTimestamp } from '../standard/inline-column.ts';
import { insertKeepingZeros } from '../standard/insert-keeping-zeros.ts';
import { underUtc } from '../standard/session-settings.ts';
import { utcLiterals } from './literals.ts';

/**
 * Instants are written in UTC, in a session of that zone, since only there each has a time of its own. Expressions may
 * mean the zone of the session, so that with them among the rows it stays.
 */
export function bulkInsert(op: BulkInsert, context: LoweringContext): readonly Lowered[] {
  if (!hasInstants(op, context) || someRow(op, context, (row) => row.some(isFragment))) return insertKeepingZeros(op, context);
  return underUtc(insertKeepingZeros(op, { ...context, dialect: { ...context.dialect, literals: utcLiterals } }));
}

function hasInstants(op: BulkInsert, context: LoweringContext): boolean {
  const positions = cellTypes(op, context).flatMap((type, index) => (type && isTimestamp(type) ? [index] : []));
  return positions.length > 0 && someRow(op, context, (row) => positions.some((position) => row[position] !== null));
}
