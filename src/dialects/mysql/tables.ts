import type { CreateTable } from '../../ops/create-table.ts';
import type { Lowered, LoweringContext } from '../dialect.ts';
import { refuseLargeKey } from '../standard/key-columns.ts';
import { createTableWithOptions } from '../standard/table-with-options.ts';

export function createTable(op: CreateTable, context: LoweringContext): readonly Lowered[] {
  for (const constraint of op.constraints) {
    if ('columns' in constraint) refuseLargeKey(op.columns, constraint.columns, 'a key');
  }
  return createTableWithOptions(op, context);
}
