import * as v from 'valibot';
import { isUnchecked, validated } from '../schema/constraint.ts';
import { changeTable } from '../schema/model.ts';
import type { TableName } from '../schema/table.ts';
import { call, text } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayConstraint, displayTable } from './display.ts';
import type { OpBase, OpDefinition } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, identifier, objectName } from './shapes.ts';
import { nameSource } from './source.ts';

export interface ValidateConstraint extends OpBase {
  readonly op: 'validateConstraint';
  readonly table: TableName;
  readonly name: string;
  readonly kind: 'foreignKey' | 'check';
}

/** Checks the rows that were there before a constraint with `notValid`: `validateConstraint('order', 'fk_…', 'foreignKey')` */
export function validateConstraint(table: TableRef, name: string, kind: 'foreignKey' | 'check'): ValidateConstraint {
  return { op: 'validateConstraint', table: toTableName(table), name, kind, ...origin() };
}

export const validateConstraintDefinition: OpDefinition<ValidateConstraint> = {
  shape: () => v.strictObject({
    op: v.literal('validateConstraint'),
    table: objectName,
    name: identifier,
    kind: v.picklist(['foreignKey', 'check']),
    ...baseFields,
  }),
  describe: (op) => `validate ${displayConstraint(op)} of ${displayTable(op.table)}`,
  // No database takes a validation back but by making the constraint anew.
  reverse: ({ table, name, kind }, before) => {
    const constraint = before.table(table)?.constraints.find((each) => each.name === name);
    if (!constraint || !isUnchecked(constraint)) return [];
    return [{ op: 'dropConstraint', table, name, kind }, { op: 'addConstraint', table, constraint }];
  },
  evolve: (schema, { table, name }) =>
    changeTable(schema, table, (known) => ({
      ...known,
      constraints: known.constraints.map((each) => (each.name === name ? validated(each) : each)),
    })),
  source: ({ table, name, kind }) => call('validateConstraint', nameSource(table), text(name), text(kind)),
};
