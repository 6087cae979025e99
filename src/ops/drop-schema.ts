import * as v from 'valibot';
import { type SchemaModel, removeObject } from '../schema/model.ts';
import { withoutReferring } from '../schema/referring.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, identifier } from './shapes.ts';
import { call, settings as settingsSource, text } from './source.ts';

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
  const { tables, objects, touched } = removeObject(schema, 'schema', { name });
  const left: SchemaModel = {
    touched,
    tables: tables.filter((table) => table.name.schema !== name),
    objects: objects.filter((object) => object.name.schema !== name),
  };
  return cascade ? withoutReferring(left, ({ references }) => references.table.schema === name) : left;
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
