import type { SetTableComment } from '../../ops/set-table-comment.ts';
import type { Column, TableName } from '../../schema/table.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { checkCharacters } from '../standard/values.ts';
import { writeName, writeTable } from '../write.ts';
import { LONGEST_VARCHAR2, isPlainText, textExpression } from './text.ts';

const tableComment = (table: TableName, comment: string | null, dialect: Dialect): Lowered =>
  commentOn(`TABLE ${writeTable(dialect, table)}`, comment);

export const columnComment = (table: TableName, column: string, comment: string | null, dialect: Dialect): Lowered =>
  commentOn(`COLUMN ${writeTable(dialect, table)}.${writeName(dialect, column)}`, comment);

/**
 * A comment is taken away by an empty one. It is a literal, never an expression, so that one with line ends or beyond
 * ASCII, which no line of a script can hold safely, is put together by PL/SQL:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/COMMENT.html
 */
function commentOn(what: string, comment: string | null): Lowered {
  const text = checkCharacters(comment ?? '');
  const quoted = text.replaceAll("'", "''");
  if (Buffer.byteLength(text) > LONGEST_VARCHAR2)
    refuse(`the comment has more than ${LONGEST_VARCHAR2} bytes`, 'Shorten the comment.');
  if (isPlainText(text)) return schemaStatement(`COMMENT ON ${what} IS '${quoted}'`);
  const statement = textExpression(`COMMENT ON ${what} IS '${quoted}'`).replace(/^\((.*)\)$/s, '$1');
  return { ...schemaStatement(`BEGIN\n  EXECUTE IMMEDIATE ${statement};\nEND;`), compound: true };
}

/** The comments of new columns, in their order. */
export const columnComments = (table: TableName, columns: readonly Column[], dialect: Dialect): readonly Lowered[] =>
  columns.flatMap(({ name, comment }) => (comment === undefined ? [] : [columnComment(table, name, comment, dialect)]));

export const tableComments = (table: TableName, comment: string | undefined, dialect: Dialect): readonly Lowered[] =>
  comment === undefined ? [] : [tableComment(table, comment, dialect)];

export const setTableComment = (
  { table, comment }: SetTableComment,
  { dialect }: LoweringContext,
): readonly Lowered[] => [tableComment(table, comment, dialect)];
