import * as v from 'valibot';
import type { ConstraintKind } from '../schema/constraint.ts';
import { changeTable } from '../schema/model.ts';
import type { TableName } from '../schema/table.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayConstraint, displayTable } from './display.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, constraintKind, flag, identifier, objectName } from './shapes.ts';
import { call, nameSource, settings as settingsSource, text } from './source.ts';

export interface DropConstraint extends OpBase {
  readonly op: 'dropConstraint';
  readonly table: TableName;
  readonly name: string;
  /** MySQL and MariaDB have another statement for each kind. */
  readonly kind: ConstraintKind;
  readonly ifExists?: boolean;
  /** Foreign keys that rest on it go with it. */
  readonly cascade?: boolean;
}

/** `dropConstraint('order', 'fk_order_account', 'foreignKey')` */
export function dropConstraint(
  table: TableRef,
  name: string,
  kind: ConstraintKind,
  settings: Pick<DropConstraint, 'ifExists' | 'cascade'> = {},
): DropConstraint {
  return { ...settings, op: 'dropConstraint', table: toTableName(table), name, kind, ...origin() };
}

export const dropConstraintDefinition: OpDefinition<DropConstraint> = {
  shape: () => v.strictObject({
    op: v.literal('dropConstraint'),
    table: objectName,
    name: identifier,
    kind: constraintKind,
    ifExists: flag,
    cascade: flag,
    ...baseFields,
  }),
  describe: (op) => `drop ${displayConstraint(op)} of ${displayTable(op.table)}`,
  reverse: ({ table, name }, before) => {
    const constraint = before.table(table)?.constraints.find((each) => each.name === name);
    if (constraint) return [{ op: 'addConstraint', table, constraint }];
    return irreversible(`no op made constraint '${name}' of '${displayTable(table)}', so its definition is not known`);
  },
  evolve: (schema, { table, name }) =>
    changeTable(schema, table, (known) => ({
      ...known,
      constraints: known.constraints.filter((constraint) => constraint.name !== name),
    })),
  source: ({ table, name, kind, ifExists, cascade }) =>
    call('dropConstraint', nameSource(table), text(name), text(kind), settingsSource({ ifExists, cascade })),
};
