import * as v from 'valibot';
import { type SchemaModel, putTable } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';
import type { Column, Table } from '../schema/table.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { changeValues, isOfEnum } from './enum-values.ts';
import type { OpBase, OpDefinition } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, objectName } from './shapes.ts';
import { call, nameSource, text } from './source.ts';

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

/** A default that is the value follows it. */
function withDefaults(schema: SchemaModel, op: RenameEnumValue): SchemaModel {
  const follows = (column: Column): boolean => isOfEnum(column, op.name) && column.default === op.value;
  const tables = [...schema.tables.values()].filter(({ columns }) => columns.some(follows));
  const followed = ({ columns, ...table }: Table): Table => ({
    ...table,
    columns: columns.map((column) => (follows(column) ? { ...column, default: op.to } : column)),
  });
  return tables.reduce((model, table) => putTable(model, followed(table)), schema);
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
  evolve: (schema, op) => {
    const { name, value, to } = op;
    return withDefaults(changeValues(schema, name, (values) => values.map((each) => (each === value ? to : each))), op);
  },
  source: ({ name, value, to }) => call('renameEnumValue', nameSource(name), text(value), text(to)),
};
