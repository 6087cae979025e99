import * as v from 'valibot';
import type { ConstraintKind } from '../schema/constraint.ts';
import { type SchemaModel, changeTable, findTable } from '../schema/model.ts';
import { cascaded, withKey } from '../schema/referring.ts';
import type { TableName } from '../schema/table.ts';
import { call, text } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayConstraint, displayTable } from './display.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, identifier, objectName } from './shapes.ts';
import { nameSource, settings as settingsSource } from './source.ts';
import { constraintKind } from './table-shapes.ts';
import { undoCascade } from './undo-cascade.ts';

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

function evolve(schema: SchemaModel, { table, name, cascade }: DropConstraint): SchemaModel {
  const known = findTable(schema, table);
  const left = known && cascade ? cascaded(schema, withKey(known, name)) : schema;
  return changeTable(left, table, (each) => ({
    ...each,
    constraints: each.constraints.filter((constraint) => constraint.name !== name),
  }));
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
  reverse: ({ table, name, cascade }, before) => {
    const known = before.table(table);
    const constraint = known?.constraints.find((each) => each.name === name);
    if (known && constraint) {
      const back = [{ op: 'addConstraint', table, constraint }] as const;
      return cascade ? undoCascade(back, before, withKey(known, name)) : back;
    }
    return irreversible(`no op made constraint '${name}' of '${displayTable(table)}', so its definition is not known`);
  },
  evolve,
  source: ({ table, name, kind, ifExists, cascade }) =>
    call('dropConstraint', nameSource(table), text(name), text(kind), settingsSource({ ifExists, cascade })),
};
