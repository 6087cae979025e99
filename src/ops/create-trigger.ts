import * as v from 'valibot';
import { type SchemaView, putObject } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';
import type { Trigger } from '../schema/object.ts';
import type { TableName } from '../schema/table.ts';
import type { Fragment } from '../sql/fragment.ts';
import { call, text } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { type SqlSource, toFragment } from './execute.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, fragment, identifier, objectName } from './shapes.ts';
import { nameSource, settings as settingsSource, sqlSource } from './source.ts';

export interface CreateTrigger extends OpBase {
  readonly op: 'createTrigger';
  readonly name: string;
  readonly table: TableName;
  /** All that follows the name, in the words of the dialect. */
  readonly definition: Fragment;
  readonly orReplace?: boolean;
}

/** `createTrigger('tr_audit', 'account', { sqlite: 'AFTER UPDATE ON account BEGIN … END', … })` */
export function createTrigger(
  name: string,
  table: TableRef,
  definition: SqlSource,
  settings: Pick<CreateTrigger, 'orReplace'> = {},
): CreateTrigger {
  return { ...settings, op: 'createTrigger', name, table: toTableName(table), definition: toFragment(definition), ...origin() };
}

/** A trigger is in the schema of its table. */
export const triggerName = (name: string, table: TableName): ObjectName => ({ ...table, name });

/** The ops that make the triggers of a table, or of a view, as they are. */
export const recreateTriggers = (table: TableName, before: SchemaView): readonly CreateTrigger[] =>
  before.triggersOn(table).map(recreateTrigger);

export const recreateTrigger = ({ name: { name }, table, definition }: Trigger): CreateTrigger => ({
  op: 'createTrigger',
  name,
  table,
  definition,
});

export const createTriggerDefinition: OpDefinition<CreateTrigger> = {
  shape: () => v.strictObject({
    op: v.literal('createTrigger'),
    name: identifier,
    table: objectName,
    definition: fragment,
    orReplace: flag,
    ...baseFields,
  }),
  describe: ({ name, table, orReplace }) => `create ${orReplace ? 'or replace ' : ''}trigger ${name} on ${displayTable(table)}`,
  reverse: ({ name, table, orReplace }, before) => {
    if (!orReplace) return [{ op: 'dropTrigger', name, table }];
    const former = before.object('trigger', triggerName(name, table));
    if (former) return [{ ...recreateTrigger(former), orReplace }];
    return irreversible(`whether trigger '${name}' was there before is not known`);
  },
  evolve: (schema, { name, table, definition }) =>
    putObject(schema, { kind: 'trigger', name: triggerName(name, table), table, definition }),
  source: ({ name, table, definition, orReplace }) =>
    call('createTrigger', text(name), nameSource(table), sqlSource(definition), settingsSource({ orReplace })),
};
