import { type Lowered, schemaStatement } from '../dialect.ts';
import { type DropEmpty, createGuardedSchema, dropGuardedSchema } from '../standard/guarded-schemas.ts';
import { writeLiteral } from '../write.ts';

/** A table has a name of at most 64 characters. */
const LONGEST = 40;

/**
 * The text of a prepared statement is chosen: the drop, or one that reads a table whose name is the message and which
 * is not there (see `stop-unless.ts`).
 */
const dropEmpty: DropEmpty = (drop, holds, name, dialect) => {
  const shown = [...name].slice(0, LONGEST).join('').replaceAll('`', '``');
  const stop = writeLiteral(dialect, `SELECT 1 FROM \`schema ${shown} is not empty\``);
  return [
    `SET @migsql_check = IF(${holds}, ${stop}, ${writeLiteral(dialect, drop)})`,
    'PREPARE migsql_check FROM @migsql_check',
    'EXECUTE migsql_check',
    'DEALLOCATE PREPARE migsql_check',
  ].map((sql): Lowered => schemaStatement(sql));
};

export const dropSchema = dropGuardedSchema(dropEmpty);

export const createSchema = createGuardedSchema;
