import * as v from 'valibot';
import type { Op } from './index.ts';
import type { OpBase, OpDefinition } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, identifier } from './shapes.ts';
import { call, text, texts } from './source.ts';

/** A named list of texts as a type of its own (PostgreSQL); elsewhere the columns hold the list themselves. */
export interface CreateEnum extends OpBase {
  readonly op: 'createEnum';
  readonly name: string;
  readonly values: readonly string[];
}

/** `createEnum('mood', ['happy', 'sad'])`, before the first column of `types.enum('mood', …)` */
export function createEnum(name: string, values: readonly string[]): CreateEnum {
  return { op: 'createEnum', name, values, ...origin() };
}

export const createEnumDefinition: OpDefinition<CreateEnum> = {
  shape: () => v.strictObject({
    op: v.literal('createEnum'),
    name: identifier,
    values: v.pipe(v.array(v.string()), v.minLength(1, 'expected at least one value')),
    ...baseFields,
  }),
  describe: ({ name }) => `create enum type ${name}`,
  reverse: ({ name }): readonly Op[] => [{ op: 'dropEnum', name }],
  evolve: (schema, { name, values }) => ({ ...schema, enums: schema.enums.set(name, values) }),
  source: ({ name, values }) => call('createEnum', text(name), texts(values)),
};
