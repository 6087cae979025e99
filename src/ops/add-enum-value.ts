import * as v from 'valibot';
import type { ObjectName } from '../schema/name.ts';
import { call, text } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { changeValues } from './enum-values.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, objectName } from './shapes.ts';
import { nameSource, settings as settingsSource } from './source.ts';

export interface AddEnumValue extends OpBase {
  readonly op: 'addEnumValue';
  readonly name: ObjectName;
  readonly value: string;
  /** The value that it stands before in the order, or after; else it is the last. */
  readonly before?: string;
  readonly after?: string;
  readonly ifNotExists?: boolean;
}

export interface AddEnumValueSettings extends Pick<AddEnumValue, 'before' | 'after' | 'ifNotExists'> {}

/** `addEnumValue('mood', 'content', { after: 'happy' })` */
export function addEnumValue(name: TableRef, value: string, settings: AddEnumValueSettings = {}): AddEnumValue {
  return { ...settings, op: 'addEnumValue', name: toTableName(name), value, ...origin() };
}

/** The list with the value in its place; as it is where the value is there already. */
export function withValue(values: readonly string[], { value, before, after }: AddEnumValue): readonly string[] {
  if (values.includes(value)) return values;
  const neighbour = values.indexOf(before ?? after ?? '');
  const at = neighbour < 0 ? values.length : neighbour + (before === undefined ? 1 : 0);
  return [...values.slice(0, at), value, ...values.slice(at)];
}

export const addEnumValueDefinition: OpDefinition<AddEnumValue> = {
  shape: () => v.pipe(
    v.strictObject({
      op: v.literal('addEnumValue'),
      name: objectName,
      value: v.string(),
      before: v.exactOptional(v.string()),
      after: v.exactOptional(v.string()),
      ifNotExists: flag,
      ...baseFields,
    }),
    v.check(({ before, after }) => before === undefined || after === undefined, "expected 'before' or 'after', not both"),
  ),
  describe: ({ name, value }) => `add value '${value}' to enum type ${displayTable(name)}`,
  reverse: ({ name, value }) =>
    irreversible(`rows may hold '${value}' of enum type '${displayTable(name)}' by then; say what becomes of them in a downgrade`),
  evolve: (schema, op) => changeValues(schema, op.name, (values) => withValue(values, op)),
  source: ({ name, value, before, after, ifNotExists }) =>
    call('addEnumValue', nameSource(name), text(value), settingsSource({ before, after, ifNotExists })),
};
