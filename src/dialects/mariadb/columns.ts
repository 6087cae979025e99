import type { AddColumn } from '../../ops/add-column.ts';
import type { Lowered, LoweringContext } from '../dialect.ts';
import { addColumnWithComment } from '../standard/column-with-comment.ts';
import { withoutImpliedDefaults } from './timestamp-defaults.ts';

export const addColumn = (op: AddColumn, context: LoweringContext): readonly Lowered[] =>
  withoutImpliedDefaults(addColumnWithComment(op, context), [op.column]);
