import type { CreateSchema } from '../../ops/create-schema.ts';
import type { DropSchema } from '../../ops/drop-schema.ts';
import { type Dialect, type Lowered, type LoweringContext, emulated, schemaStatement } from '../dialect.ts';
import { writeLiteral, writeName } from '../write.ts';
import { drops, makes, schemaThere } from './proofs.ts';
import { createSchema } from './schemas.ts';
import { ifExists, words } from './words.ts';

/** How a database drops a schema that holds nothing, and stops where it holds something. */
export type DropEmpty = (drop: string, holds: string, name: string, dialect: Dialect) => Lowered | readonly Lowered[];

const HOW = 'the server is asked before whether the schema is empty';

/**
 * A schema is a database here, and DROP SCHEMA drops all that it holds, without a word more. That is what `cascade`
 * asks for; without it only an empty one goes: https://dev.mysql.com/doc/refman/8.4/en/drop-database.html
 */
export const dropGuardedSchema =
  (dropEmpty: DropEmpty) =>
  (op: DropSchema, { dialect }: LoweringContext): readonly Lowered[] => {
    const drop = words('DROP SCHEMA', ifExists(op), writeName(dialect, op.name));
    if (op.cascade) return [drops(schemaStatement(drop), schemaThere(op.name), dialect)];
    return emulated(HOW, [dropEmpty(drop, holdsSomething(op.name, dialect), op.name, dialect)].flat());
  };

export const createGuardedSchema = (op: CreateSchema, context: LoweringContext): readonly Lowered[] =>
  createSchema(op, context).map((each) => makes(each, schemaThere(op.name), context.dialect));

/** Views are among the tables, and MariaDB's sequences as well. */
function holdsSomething(name: string, dialect: Dialect): string {
  const wanted = writeLiteral(dialect, name);
  const of = (table: string, column: string): string =>
    `EXISTS (SELECT 1 FROM information_schema.${table} WHERE ${column} = ${wanted})`;
  return [of('tables', 'table_schema'), of('routines', 'routine_schema'), of('events', 'event_schema')].join(' OR ');
}
