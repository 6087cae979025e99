import { type Dialect, type Lowered, dataStatement, emulated, refuse, schemaStatement } from '../dialect.ts';
import { writeName, writeTable } from '../write.ts';
import type { ObjectName } from '../../schema/name.ts';
import { nameText } from './text.ts';

/*
 * A statement is a batch of its own: a script puts GO behind each, and a driver sends each alone. So what must be the
 * first of its batch (a view, a routine, a trigger, a schema) is, and a new column is known to the next statement:
 * https://learn.microsoft.com/sql/t-sql/language-elements/sql-server-utilities-statements-go
 */

/** A text as a batch within a batch: what stands before it has run by the time that it is compiled. */
export const inner = (sql: string): string => `EXEC(N'${sql.replaceAll("'", "''")}')`;

/** Statements that are run together where a condition holds, in one batch. */
export function onlyIf(condition: string, how: string, [first, ...rest]: readonly Lowered[]): readonly Lowered[] {
  if (!first) return [];
  const kind = [first, ...rest].some((each) => each.kind === 'data') ? dataStatement : schemaStatement;
  if (!rest.length && !first.compound) return emulated(how, [kind(`IF ${condition}\n${first.sql}`)]);
  const begin = first.compound ? inner(first.sql) : first.sql;
  const lines = [begin, ...rest.map(({ sql }) => inner(sql))].map((sql) => `${sql};`);
  return emulated(how, [{ ...kind(`IF ${condition}\nBEGIN\n${lines.join('\n')}\nEND`), compound: true }]);
}

/** Type letters: https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-objects-transact-sql */
export type ObjectType = 'U' | 'SO' | 'D' | 'C';

/** https://learn.microsoft.com/sql/t-sql/functions/object-id-transact-sql */
export const objectId = (object: ObjectName, dialect: Dialect, type?: ObjectType): string =>
  `OBJECT_ID(${nameText(writeTable(dialect, object))}${type === undefined ? '' : `, N'${type}'`})`;

/** https://learn.microsoft.com/sql/t-sql/functions/col-length-transact-sql */
export const columnLength = (table: ObjectName, column: string, dialect: Dialect): string =>
  `COL_LENGTH(${nameText(writeTable(dialect, table))}, ${nameText(column)})`;

/**
 * For what people write as one batch: a line that is GO alone would cut it, for sqlcmd looks at lines, not at words.
 */
export function checkBatch(statement: Lowered): Lowered {
  if (!/^\s*go\s*(\d+\s*)?(--.*)?$/im.test(statement.sql)) return statement;
  return refuse(
    'a line of its text is GO, which ends the batch there',
    'Leave the line out: the script separates batches.',
  );
}

/** No statement of SQL Server takes along what rests on an object. */
export function refuseCascade(op: { readonly cascade?: boolean }, what: string, hint: string): void {
  if (op.cascade) refuse(`SQL Server has no CASCADE for ${what}`, hint);
}

/** A name that is written whole, for its length alone. */
export const checkLength = (name: string, dialect: Dialect): void => void writeName(dialect, name);
