import * as v from 'valibot';
import { removeObject } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';
import { call } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, objectName } from './shapes.ts';
import { nameSource, settings as settingsSource } from './source.ts';

export interface DropEnum extends OpBase {
  readonly op: 'dropEnum';
  readonly name: ObjectName;
  readonly ifExists?: boolean;
}

/** `dropEnum('mood')`, after the last column of that type is gone */
export function dropEnum(name: TableRef, settings: Pick<DropEnum, 'ifExists'> = {}): DropEnum {
  return { ...settings, op: 'dropEnum', name: toTableName(name), ...origin() };
}

export const dropEnumDefinition: OpDefinition<DropEnum> = {
  shape: () => v.strictObject({ op: v.literal('dropEnum'), name: objectName, ifExists: flag, ...baseFields }),
  describe: ({ name }) => `drop enum type ${displayTable(name)}`,
  reverse: ({ name }, before) => {
    const known = before.object('enum', name);
    if (known) return [{ op: 'createEnum', name, values: known.values }];
    return irreversible(`no op made enum type '${displayTable(name)}', so its values are not known`);
  },
  evolve: (schema, { name }) => removeObject(schema, 'enum', name),
  source: ({ name, ifExists }) => call('dropEnum', nameSource(name), settingsSource({ ifExists })),
};
