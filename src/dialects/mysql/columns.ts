import type { AddColumn } from '../../ops/add-column.ts';
import type { DropColumn } from '../../ops/drop-column.ts';
import type { Lowered, LoweringContext } from '../dialect.ts';
import { addKeyedColumn } from '../standard/add-keyed-column.ts';
import { dropColumnWithDependents } from '../standard/drop-column-with-dependents.ts';
import { refuseLargeKey } from '../standard/key-columns.ts';
import { dropConstraint } from './constraints.ts';
import { refuseIfExists, refuseIfNotExists } from './existing.ts';
import { dropIndex } from './indexes.ts';

export function addColumn(op: AddColumn, context: LoweringContext): readonly Lowered[] {
  refuseIfNotExists(op, 'a column');
  for (const constraint of op.constraints) {
    if ('columns' in constraint) refuseLargeKey([op.column], constraint.columns, 'a key');
  }
  return addKeyedColumn(op, context);
}

export function dropColumn(op: DropColumn, context: LoweringContext): readonly Lowered[] {
  refuseIfExists(op, 'a column');
  return dropColumnWithDependents({ dropConstraint, dropIndex })(op, context);
}
