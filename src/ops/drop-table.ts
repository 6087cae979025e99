import * as v from 'valibot';
import { isUnchecked } from '../schema/constraint.ts';
import { removeTable, removeTriggersOn } from '../schema/model.ts';
import { cascaded, withTable } from '../schema/referring.ts';
import type { Table, TableName } from '../schema/table.ts';
import { call } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import type { CreateTable } from './create-table.ts';
import { recreateTriggers } from './create-trigger.ts';
import { displayTable } from './display.ts';
import { regrant } from './grant.ts';
import type { Op } from './index.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, objectName } from './shapes.ts';
import { nameSource, settings as settingsSource } from './source.ts';
import { undoCascade, viewGoes } from './undo-cascade.ts';

export interface DropTable extends OpBase {
  readonly op: 'dropTable';
  readonly table: TableName;
  readonly ifExists?: boolean;
  /** Views and foreign keys that rest on it go with it. */
  readonly cascade?: boolean;
}

export function dropTable(table: TableRef, settings: Pick<DropTable, 'ifExists' | 'cascade'> = {}): DropTable {
  return { ...settings, op: 'dropTable', table: toTableName(table), ...origin() };
}

/**
 * The ops that make a table as it is. Its rows are not in the model and do not come back. A constraint that was not checked
 * comes after the table, which would make it a checked one.
 */
export function recreateTable({ name: table, constraints, ...rest }: Table): readonly Op[] {
  const whole: CreateTable = {
    op: 'createTable',
    table,
    constraints: constraints.filter((each) => !isUnchecked(each)),
    ...rest,
  };
  const unchecked = constraints.filter(isUnchecked);
  return [whole, ...unchecked.map((constraint): Op => ({ op: 'addConstraint', table, constraint }))];
}

export const dropTableDefinition: OpDefinition<DropTable> = {
  shape: () => v.strictObject({ op: v.literal('dropTable'), table: objectName, ifExists: flag, cascade: flag, ...baseFields }),
  describe: ({ table }) => `drop table ${displayTable(table)}`,
  reverse: ({ table, cascade }, before) => {
    const known = before.table(table);
    if (!known) return irreversible(`no op made table '${displayTable(table)}', so its shape is not known`);
    const back = [...recreateTable(known), ...recreateTriggers(table, before), ...regrant(before, 'table', table)];
    return cascade ? (viewGoes(before, table) ?? undoCascade(back, before, withTable(table))) : back;
  },
  evolve: (schema, { table, cascade }) => {
    const left = removeTriggersOn(removeTable(schema, table), table);
    return cascade ? cascaded(left, withTable(table)) : left;
  },
  source: ({ table, ifExists, cascade }) => call('dropTable', nameSource(table), settingsSource({ ifExists, cascade })),
};
