import * as v from 'valibot';
import { putObject } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';
import { call, texts } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import type { OpBase, OpDefinition } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, enumValues, objectName } from './shapes.ts';
import { nameSource } from './source.ts';

/** A named list of texts as a type of its own (PostgreSQL); elsewhere the columns hold the list themselves. */
export interface CreateEnum extends OpBase {
  readonly op: 'createEnum';
  readonly name: ObjectName;
  readonly values: readonly string[];
}

/** `createEnum('mood', ['happy', 'sad'])`, before the first column of `types.enum('mood', …)` */
export function createEnum(name: TableRef, values: readonly string[]): CreateEnum {
  return { op: 'createEnum', name: toTableName(name), values, ...origin() };
}

export const createEnumDefinition: OpDefinition<CreateEnum> = {
  shape: () => v.strictObject({ op: v.literal('createEnum'), name: objectName, values: enumValues, ...baseFields }),
  describe: ({ name }) => `create enum type ${displayTable(name)}`,
  reverse: ({ name }) => [{ op: 'dropEnum', name }],
  evolve: (schema, { name, values }) => putObject(schema, { kind: 'enum', name, values }),
  source: ({ name, values }) => call('createEnum', nameSource(name), texts(values)),
};
