import * as v from 'valibot';
import { findObject, putObject } from '../schema/model.ts';
import { call, text } from '../typescript/index.ts';
import type { OpBase, OpDefinition } from './op.ts';
import { irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, identifier } from './shapes.ts';
import { settings as settingsSource } from './source.ts';

/** A schema is a namespace of tables; MySQL and MariaDB call it a database. */
export interface CreateSchema extends OpBase {
  readonly op: 'createSchema';
  readonly name: string;
  readonly ifNotExists?: boolean;
}

export function createSchema(name: string, settings: Pick<CreateSchema, 'ifNotExists'> = {}): CreateSchema {
  return { ...settings, op: 'createSchema', name, ...origin() };
}

export const createSchemaDefinition: OpDefinition<CreateSchema> = {
  shape: () => v.strictObject({ op: v.literal('createSchema'), name: identifier, ifNotExists: flag, ...baseFields }),
  describe: ({ name }) => `create schema ${name}`,
  reverse: ({ name, ifNotExists }, before) => {
    if (!ifNotExists) return [{ op: 'dropSchema', name }];
    if (before.object('schema', { name })) return [];
    return irreversible(`whether schema '${name}' was there before is not known`);
  },
  evolve: (schema, { name }) =>
    findObject(schema, 'schema', { name }) ? schema : putObject(schema, { kind: 'schema', name: { name } }),
  source: ({ name, ifNotExists }) => call('createSchema', text(name), settingsSource({ ifNotExists })),
};
