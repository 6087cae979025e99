import type { CreateSchema } from '../../ops/create-schema.ts';
import type { DropSchema } from '../../ops/drop-schema.ts';
import { type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import * as standard from '../standard/schemas.ts';
import { writeName } from '../write.ts';
import { onlyIf, refuseCascade } from './batches.ts';
import { nameText } from './text.ts';

/**
 * It is the first of its batch, so that a batch within the batch makes it where it is missing:
 * https://learn.microsoft.com/sql/t-sql/statements/create-schema-transact-sql
 */
export function createSchema({ name, ifNotExists }: CreateSchema, { dialect }: LoweringContext): readonly Lowered[] {
  const create = `CREATE SCHEMA ${writeName(dialect, name)}`;
  if (!ifNotExists) return [schemaStatement(create)];
  return onlyIf(`SCHEMA_ID(${nameText(name)}) IS NULL`, 'the server is asked for the schema', [
    schemaStatement(`EXEC(${nameText(create)})`),
  ]);
}

/** https://learn.microsoft.com/sql/t-sql/statements/drop-schema-transact-sql: IF EXISTS came with SQL Server 2016 */
export function dropSchema(op: DropSchema, context: LoweringContext): readonly Lowered[] {
  refuseCascade(op, 'schemas', 'Drop what is in it before, each thing in an op of its own.');
  return standard.dropSchema(op, context);
}
