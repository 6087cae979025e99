import * as v from 'valibot';
import type { ObjectName } from '../schema/name.ts';
import { call, text } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { changeValues, renameDefaults } from './enum-values.ts';
import type { OpBase, OpDefinition } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, objectName } from './shapes.ts';
import { nameSource } from './source.ts';

export interface RenameEnumValue extends OpBase {
  readonly op: 'renameEnumValue';
  readonly name: ObjectName;
  readonly value: string;
  readonly to: string;
}

/** `renameEnumValue('mood', 'sad', 'unhappy')`: rows that hold the value hold the new one. */
export function renameEnumValue(name: TableRef, value: string, to: string): RenameEnumValue {
  return { op: 'renameEnumValue', name: toTableName(name), value, to, ...origin() };
}

export const renameEnumValueDefinition: OpDefinition<RenameEnumValue> = {
  shape: () => v.strictObject({
    op: v.literal('renameEnumValue'),
    name: objectName,
    value: v.string(),
    to: v.string(),
    ...baseFields,
  }),
  describe: ({ name, value, to }) => `rename value '${value}' of enum type ${displayTable(name)} to '${to}'`,
  reverse: ({ name, value, to }) => [{ op: 'renameEnumValue', name, value: to, to: value }],
  evolve: (schema, { name, value, to }) =>
    renameDefaults(
      changeValues(schema, name, (values) => values.map((each) => (each === value ? to : each))),
      name,
      { value, to },
    ),
  source: ({ name, value, to }) => call('renameEnumValue', nameSource(name), text(value), text(to)),
};
