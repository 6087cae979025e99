import * as v from 'valibot';
import { removeObject } from '../schema/model.ts';
import type { TableName } from '../schema/table.ts';
import { call, text } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { recreateTrigger, triggerName } from './create-trigger.ts';
import { displayTable } from './display.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, identifier, objectName } from './shapes.ts';
import { nameSource, settings as settingsSource } from './source.ts';

export interface DropTrigger extends OpBase {
  readonly op: 'dropTrigger';
  readonly name: string;
  readonly table: TableName;
  readonly ifExists?: boolean;
}

/** `dropTrigger('tr_audit', 'account')` */
export function dropTrigger(name: string, table: TableRef, settings: Pick<DropTrigger, 'ifExists'> = {}): DropTrigger {
  return { ...settings, op: 'dropTrigger', name, table: toTableName(table), ...origin() };
}

export const dropTriggerDefinition: OpDefinition<DropTrigger> = {
  shape: () => v.strictObject({ op: v.literal('dropTrigger'), name: identifier, table: objectName, ifExists: flag, ...baseFields }),
  describe: ({ name, table }) => `drop trigger ${name} on ${displayTable(table)}`,
  reverse: ({ name, table }, before) => {
    const former = before.object('trigger', triggerName(name, table));
    if (former) return [recreateTrigger(former)];
    return irreversible(`no op made trigger '${name}', so its definition is not known`);
  },
  evolve: (schema, { name, table }) => removeObject(schema, 'trigger', triggerName(name, table)),
  source: ({ name, table, ifExists }) => call('dropTrigger', text(name), nameSource(table), settingsSource({ ifExists })),
};
