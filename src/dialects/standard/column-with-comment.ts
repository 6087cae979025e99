import type { AddColumn } from '../../ops/add-column.ts';
import type { Lowered, LoweringContext } from '../dialect.ts';
import { refuseAddedIdentity } from './auto-increment.ts';
import { addColumn } from './columns.ts';
import { keepingBackslashes } from './inline-comments.ts';

/** `ALTER TABLE t ADD COLUMN …` with the column's comment inline. */
export function addColumnWithComment(op: AddColumn, context: LoweringContext): readonly Lowered[] {
  refuseAddedIdentity(op.column);
  return addColumn(op, context).flatMap((statement) => keepingBackslashes(statement, [op.column.comment]));
}
