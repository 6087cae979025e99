import * as v from 'valibot';
import { removeObject, removeTriggersOn } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';
import { call } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { recreateTriggers } from './create-trigger.ts';
import { displayView, recreateView } from './create-view.ts';
import { regrant } from './grant.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, objectName } from './shapes.ts';
import { nameSource, settings as settingsSource } from './source.ts';
import { viewGoes } from './undo-cascade.ts';

export interface DropView extends OpBase {
  readonly op: 'dropView';
  readonly name: ObjectName;
  readonly materialized?: boolean;
  readonly ifExists?: boolean;
  /** Views that rest on it go with it. */
  readonly cascade?: boolean;
}

export interface DropViewSettings extends Pick<DropView, 'materialized' | 'ifExists' | 'cascade'> {}

export function dropView(name: TableRef, settings: DropViewSettings = {}): DropView {
  return { ...settings, op: 'dropView', name: toTableName(name), ...origin() };
}

export const dropViewDefinition: OpDefinition<DropView> = {
  shape: () => v.strictObject({
    op: v.literal('dropView'),
    name: objectName,
    materialized: flag,
    ifExists: flag,
    cascade: flag,
    ...baseFields,
  }),
  describe: (op) => `drop ${displayView(op)}`,
  reverse: (op, before) => {
    const former = before.object('view', op.name);
    if (former) {
      const back = [recreateView(former, false), ...recreateTriggers(op.name, before), ...regrant(before, 'table', op.name)];
      return (op.cascade && viewGoes(before, op.name)) || back;
    }
    return irreversible(`no op made ${displayView(op)}, so its query is not known`);
  },
  evolve: (schema, { name }) => removeTriggersOn(removeObject(schema, 'view', name), name),
  source: ({ name, materialized, ifExists, cascade }) =>
    call('dropView', nameSource(name), settingsSource({ materialized, ifExists, cascade })),
};
