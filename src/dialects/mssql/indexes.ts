import type { CreateIndex } from '../../ops/create-index.ts';
import { type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import * as standard from '../standard/indexes.ts';
import { refuseLargeKey } from './keys.ts';

/**
 * A key is a column; an index with a condition is a filtered index:
 * https://learn.microsoft.com/sql/t-sql/statements/create-index-transact-sql
 */
export function createIndex(op: CreateIndex, context: LoweringContext): readonly Lowered[] {
  if (op.index.keys.some((key) => 'expression' in key)) {
    refuse(
      `index '${op.index.name}' is on an expression, and SQL Server indexes columns alone`,
      'Add a computed column with the expression by execute(…), and index that column.',
    );
  }
  const names = op.index.keys.flatMap((key) => ('column' in key ? [key.column] : []));
  refuseLargeKey(names, context.schema.table(op.table)?.columns ?? [], 'an index');
  return standard.createIndex(op, context);
}
