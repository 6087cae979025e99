import { schemaStatement } from '../dialect.ts';
import { type DropEmpty, createGuardedSchema, dropGuardedSchema } from '../standard/guarded-schemas.ts';
import { drops, schemaThere } from '../standard/proofs.ts';
import { writeLiteral } from '../write.ts';

const dropEmpty: DropEmpty = (drop, holds, name, dialect) => {
  const message = writeLiteral(dialect, `schema ${name} is not empty`);
  const lines = [
    'BEGIN NOT ATOMIC',
    `  IF ${holds} THEN`,
    `    SET @migsql_message = ${message};`,
    "    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = @migsql_message;",
    '  END IF;',
    `  ${drop};`,
    'END',
  ];
  return drops({ ...schemaStatement(lines.join('\n')), compound: true }, schemaThere(name), dialect);
};

export const dropSchema = dropGuardedSchema(dropEmpty);

export const createSchema = createGuardedSchema;
