import type { CreateIndex } from '../../ops/create-index.ts';
import type { Lowered, LoweringContext } from '../dialect.ts';
import * as standard from '../standard/indexes.ts';
import { refuseLargeKey } from '../standard/key-columns.ts';
import { refusePartialIndex } from '../standard/no-partial-index.ts';

/**
 * Expressions are keys since 8.0.13:
 * https://dev.mysql.com/doc/refman/8.4/en/create-index.html#create-index-functional-key-parts
 */
export function createIndex(op: CreateIndex, context: LoweringContext): readonly Lowered[] {
  const { table, index } = op;
  refusePartialIndex(index, context.dialect);
  const columns = index.keys.flatMap((key) => ('column' in key ? [key.column] : []));
  refuseLargeKey(context.schema.table(table)?.columns ?? [], columns, 'an index');
  return standard.createIndex(op, context);
}
