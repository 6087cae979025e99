import type { AddConstraint } from '../../ops/add-constraint.ts';
import { displayTable } from '../../ops/display.ts';
import type { DropConstraint } from '../../ops/drop-constraint.ts';
import { type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import { rebuild } from './rebuild.ts';

const REASON = 'SQLite adds and drops constraints only by rebuilding the table';

export const addConstraint = (op: AddConstraint, context: LoweringContext): readonly Lowered[] =>
  rebuild(op, context, { reason: REASON });

export function dropConstraint(op: DropConstraint, context: LoweringContext): readonly Lowered[] {
  const { table, name } = op;
  const known = context.schema.table(table);
  if (known && !known.constraints.some((constraint) => constraint.name === name)) {
    refuse(
      `${REASON}, and no op gave '${displayTable(table)}' a constraint '${name}'`,
      'Correct the name, or write the rebuild as SQL with execute({ sqlite: … }).',
    );
  }
  return rebuild(op, context, { reason: REASON });
}
