import type { SetTableComment } from '../../ops/set-table-comment.ts';
import type { Column, TableName } from '../../schema/table.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { writeLiteral, writeName, writeTable } from '../write.ts';

/** `COMMENT ON TABLE t IS '…'`; no comment is written as the empty text's absence, `NULL`. */
export const tableComment = (table: TableName, comment: string | null, dialect: Dialect): Lowered =>
  schemaStatement(`COMMENT ON TABLE ${writeTable(dialect, table)} IS ${writeLiteral(dialect, comment)}`);

export const columnComment = (table: TableName, column: string, comment: string | null, dialect: Dialect): Lowered =>
  schemaStatement(
    `COMMENT ON COLUMN ${writeTable(dialect, table)}.${writeName(dialect, column)} IS ${writeLiteral(dialect, comment)}`,
  );

/** The comments of new columns, in their order. */
export const columnComments = (table: TableName, columns: readonly Column[], dialect: Dialect): readonly Lowered[] =>
  columns.flatMap(({ name, comment }) => (comment === undefined ? [] : [columnComment(table, name, comment, dialect)]));

export const setTableComment = ({ table, comment }: SetTableComment, { dialect }: LoweringContext): readonly Lowered[] => [
  tableComment(table, comment, dialect),
];
