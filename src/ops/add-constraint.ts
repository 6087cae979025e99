import * as v from 'valibot';
import type { Constraint } from '../schema/constraint.ts';
import { changeTable } from '../schema/model.ts';
import type { TableName } from '../schema/table.ts';
import { call } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayConstraint, displayTable } from './display.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, objectName } from './shapes.ts';
import { constraintSource, nameSource } from './source.ts';
import { constraint as constraintShape } from './table-shapes.ts';

export interface AddConstraint extends OpBase {
  readonly op: 'addConstraint';
  readonly table: TableName;
  readonly constraint: Constraint;
}

/** `addConstraint('order', foreignKey(['account_id'], 'account', ['id'], { name: 'fk_order_account' }))` */
export function addConstraint(table: TableRef, constraint: Constraint): AddConstraint {
  return { op: 'addConstraint', table: toTableName(table), constraint, ...origin() };
}

export const addConstraintDefinition: OpDefinition<AddConstraint> = {
  shape: () => v.strictObject({
    op: v.literal('addConstraint'),
    table: objectName,
    constraint: constraintShape,
    ...baseFields,
  }),
  describe: ({ table, constraint }) => `add ${displayConstraint(constraint)} to ${displayTable(table)}`,
  reverse: ({ table, constraint: { kind, name } }) =>
    name === undefined
      ? irreversible('the constraint has no name to drop it by; give it one with { name: … }')
      : [{ op: 'dropConstraint', table, name, kind }],
  evolve: (schema, { table, constraint }) =>
    changeTable(schema, table, (known) => ({ ...known, constraints: [...known.constraints, constraint] })),
  source: ({ table, constraint }) => call('addConstraint', nameSource(table), constraintSource(constraint)),
};
