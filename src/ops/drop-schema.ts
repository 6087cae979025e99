import * as v from 'valibot';
import { type SchemaModel, removeObject, removeTable } from '../schema/model.ts';
import { cascaded, withTable } from '../schema/referring.ts';
import { call, text } from '../typescript/index.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, identifier } from './shapes.ts';
import { settings as settingsSource } from './source.ts';

export interface DropSchema extends OpBase {
  readonly op: 'dropSchema';
  readonly name: string;
  readonly ifExists?: boolean;
  /** What is in it goes with it. */
  readonly cascade?: boolean;
}

export function dropSchema(name: string, settings: Pick<DropSchema, 'ifExists' | 'cascade'> = {}): DropSchema {
  return { ...settings, op: 'dropSchema', name, ...origin() };
}

function evolve(schema: SchemaModel, { name, cascade }: DropSchema): SchemaModel {
  const tables = [...schema.tables.values()].map((table) => table.name).filter((table) => table.schema === name);
  const emptied = tables.reduce(removeTable, removeObject(schema, 'schema', { name }));
  const left = { ...emptied, objects: emptied.objects.filter((object) => object.name.schema !== name) };
  return cascade ? tables.reduce((model, table) => cascaded(model, withTable(table)), left) : left;
}

export const dropSchemaDefinition: OpDefinition<DropSchema> = {
  shape: () => v.strictObject({ op: v.literal('dropSchema'), name: identifier, ifExists: flag, cascade: flag, ...baseFields }),
  describe: ({ name }) => `drop schema ${name}`,
  reverse: ({ name, cascade }) =>
    cascade
      ? irreversible(`what is in schema '${name}' goes with it; drop each object in an op of its own`)
      : [{ op: 'createSchema', name }],
  evolve,
  source: ({ name, ifExists, cascade }) => call('dropSchema', text(name), settingsSource({ ifExists, cascade })),
};
