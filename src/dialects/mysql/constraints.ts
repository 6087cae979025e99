import type { AddConstraint } from '../../ops/add-constraint.ts';
import type { DropConstraint } from '../../ops/drop-constraint.ts';
import type { Lowered, LoweringContext } from '../dialect.ts';
import { dropConstraintByKind } from '../standard/drop-constraint-by-kind.ts';
import { refuseLargeKey } from '../standard/key-columns.ts';
import { addKeptConstraint } from '../standard/kept-constraints.ts';
import { refuseIfExists } from './existing.ts';
import { refuseUncheckable } from '../standard/uncheckable-columns.ts';

export function addConstraint(op: AddConstraint, { dialect, schema }: LoweringContext): readonly Lowered[] {
  const { table, constraint } = op;
  const { columns = [], constraints = [] } = schema.table(table) ?? {};
  refuseUncheckable([...constraints, constraint], columns);
  if ('columns' in constraint) refuseLargeKey(columns, constraint.columns, 'a key');
  return [addKeptConstraint(op, dialect)];
}

// DROP CHECK since 8.0.16: https://dev.mysql.com/doc/refman/8.0/en/alter-table.html
export function dropConstraint(op: DropConstraint, context: LoweringContext): readonly Lowered[] {
  refuseIfExists(op, 'a constraint');
  return dropConstraintByKind(op, context, 'CHECK');
}
