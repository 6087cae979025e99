import * as v from 'valibot';
import { removeObject } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';
import { call } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { regrant } from './grant.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, objectName } from './shapes.ts';
import { nameSource, settings as settingsSource } from './source.ts';

export interface DropSequence extends OpBase {
  readonly op: 'dropSequence';
  readonly name: ObjectName;
  readonly ifExists?: boolean;
}

export function dropSequence(name: TableRef, settings: Pick<DropSequence, 'ifExists'> = {}): DropSequence {
  return { ...settings, op: 'dropSequence', name: toTableName(name), ...origin() };
}

export const dropSequenceDefinition: OpDefinition<DropSequence> = {
  shape: () => v.strictObject({ op: v.literal('dropSequence'), name: objectName, ifExists: flag, ...baseFields }),
  describe: ({ name }) => `drop sequence ${displayTable(name)}`,
  reverse: ({ name }, before) => {
    const known = before.object('sequence', name);
    if (known) return [{ op: 'createSequence', name, options: known.options }, ...regrant(before, 'sequence', name)];
    return irreversible(`no op made sequence '${displayTable(name)}', so its options are not known`);
  },
  evolve: (schema, { name }) => removeObject(schema, 'sequence', name),
  source: ({ name, ifExists }) => call('dropSequence', nameSource(name), settingsSource({ ifExists })),
};
