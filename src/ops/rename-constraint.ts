import * as v from 'valibot';
import type { ConstraintKind } from '../schema/constraint.ts';
import { changeTable } from '../schema/model.ts';
import type { TableName } from '../schema/table.ts';
import { call, text } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayConstraint, displayTable } from './display.ts';
import type { OpBase, OpDefinition } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, identifier, objectName } from './shapes.ts';
import { nameSource } from './source.ts';
import { constraintKind } from './table-shapes.ts';

export interface RenameConstraint extends OpBase {
  readonly op: 'renameConstraint';
  readonly table: TableName;
  readonly name: string;
  readonly to: string;
  readonly kind: ConstraintKind;
}

/** `renameConstraint('order', 'fk_order_acc', 'fk_order_account', 'foreignKey')` */
export function renameConstraint(table: TableRef, name: string, to: string, kind: ConstraintKind): RenameConstraint {
  return { op: 'renameConstraint', table: toTableName(table), name, to, kind, ...origin() };
}

export const renameConstraintDefinition: OpDefinition<RenameConstraint> = {
  shape: () => v.strictObject({
    op: v.literal('renameConstraint'),
    table: objectName,
    name: identifier,
    to: identifier,
    kind: constraintKind,
    ...baseFields,
  }),
  describe: (op) => `rename ${displayConstraint(op)} of ${displayTable(op.table)} to ${op.to}`,
  reverse: ({ table, name, to, kind }) => [{ op: 'renameConstraint', table, name: to, to: name, kind }],
  evolve: (schema, { table, name, to }) =>
    changeTable(schema, table, (known) => ({
      ...known,
      constraints: known.constraints.map((each) => (each.name === name ? { ...each, name: to } : each)),
    })),
  source: ({ table, name, to, kind }) => call('renameConstraint', nameSource(table), text(name), text(to), text(kind)),
};
