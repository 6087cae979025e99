import type { CreateIndex } from '../../ops/create-index.ts';
import type { DropIndex } from '../../ops/drop-index.ts';
import type { Lowered, LoweringContext } from '../dialect.ts';
import { createKeyedIndex, dropKeyedIndex } from '../standard/keyed-indexes.ts';
import { refuseIfExists, refuseIfNotExists } from './existing.ts';

/**
 * Expressions are keys since 8.0.13:
 * https://dev.mysql.com/doc/refman/8.4/en/create-index.html#create-index-functional-key-parts
 */
export function createIndex(op: CreateIndex, context: LoweringContext): readonly Lowered[] {
  refuseIfNotExists(op, 'an index');
  return createKeyedIndex(op, context);
}

export function dropIndex(op: DropIndex, context: LoweringContext): readonly Lowered[] {
  refuseIfExists(op, 'an index');
  return dropKeyedIndex(op, context);
}
