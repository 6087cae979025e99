import type { BulkInsert } from '../../ops/bulk-insert.ts';
import type { Lowered, LoweringContext } from '../dialect.ts';
import { insertKeepingZeros } from '../standard/insert-keeping-zeros.ts';

export const bulkInsert = (op: BulkInsert, context: LoweringContext): readonly Lowered[] =>
  insertKeepingZeros(op, context);
