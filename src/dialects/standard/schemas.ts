import type { CreateSchema } from '../../ops/create-schema.ts';
import type { DropSchema } from '../../ops/drop-schema.ts';
import { type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { writeName } from '../write.ts';
import { cascade, ifExists, ifNotExists, words } from './words.ts';

export const createSchema = (op: CreateSchema, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(words('CREATE SCHEMA', ifNotExists(op), writeName(dialect, op.name))),
];

export const dropSchema = (op: DropSchema, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(words('DROP SCHEMA', ifExists(op), writeName(dialect, op.name), cascade(op))),
];
