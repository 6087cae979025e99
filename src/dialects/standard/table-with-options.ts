import type { CreateTable } from '../../ops/create-table.ts';
import type { RenameTable } from '../../ops/rename-table.ts';
import type { SetTableComment } from '../../ops/set-table-comment.ts';
import type { Constraint } from '../../schema/constraint.ts';
import type { Column, TableName } from '../../schema/table.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { writeName, writeTable } from '../write.ts';
import { autoIncrementStart } from './auto-increment.ts';
import { commentText, keepingBackslashes } from './inline-comments.ts';
import { keptConstraint } from './kept-constraints.ts';
import { refuseUncheckable } from './uncheckable-columns.ts';

/** The columns that a primary key makes NOT NULL, whatever they say. */
export function primaryKeyColumns(constraints: readonly Constraint[]): readonly string[] {
  return constraints.flatMap((constraint) => (constraint.kind === 'primaryKey' ? constraint.columns : []));
}

/** `CREATE TABLE t (…) AUTO_INCREMENT = 100 COMMENT = '…'`, with the columns' comments inline. */
export function createTableWithOptions(op: CreateTable, { dialect }: LoweringContext): readonly Lowered[] {
  const { table, columns, constraints, comment } = op;
  const start = autoIncrementStart(columns, constraints);
  refuseUncheckable(constraints, columns);
  const options = [
    ...(start === undefined ? [] : [`AUTO_INCREMENT = ${start}`]),
    ...(comment === undefined ? [] : [`COMMENT = ${commentText(comment, 'table')}`]),
  ];
  const head = `CREATE TABLE ${writeTable(dialect, table)} (\n  ${tableLines(op, dialect).join(',\n  ')}\n)`;
  const statement = schemaStatement([head, ...options].join(' '));
  return keepingBackslashes(statement, [comment, ...columns.map((column) => column.comment)]);
}

function tableLines({ columns, constraints }: CreateTable, dialect: Dialect): readonly string[] {
  const inKey = primaryKeyColumns(constraints);
  const asKept = (column: Column): Column => (inKey.includes(column.name) ? { ...column, nullable: false } : column);
  return [
    ...columns.map((column) => dialect.columnDefinition(asKept(column), dialect)),
    ...constraints.map((constraint) => keptConstraint(constraint, dialect)),
  ];
}

/** `ALTER TABLE t COMMENT = '…'`; the empty text takes a comment away. */
export function setTableCommentOption(
  { table, comment }: SetTableComment,
  { dialect }: LoweringContext,
): readonly Lowered[] {
  const text = commentText(comment ?? '', 'table');
  return keepingBackslashes(schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} COMMENT = ${text}`), [comment]);
}

/** `RENAME TABLE s.a TO s.b`: without its schema, the new name would move the table to the current one. */
export const renameTableInSchema = ({ table, to }: RenameTable, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(`RENAME TABLE ${writeTable(dialect, table)} TO ${writeTable(dialect, { ...table, name: to })}`),
];

/**
 * The version table. Its column tells upper case from lower case, which the server's own collation need not do, and
 * 'A1' and 'a1' are two revisions.
 */
export const createCaseSensitiveVersionTable = (table: TableName, dialect: Dialect): readonly Lowered[] => [
  schemaStatement(
    `CREATE TABLE IF NOT EXISTS ${writeTable(dialect, table)} (\n` +
      `  ${writeName(dialect, 'revision')} VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,\n` +
      `  PRIMARY KEY (${writeName(dialect, 'revision')})\n)`,
  ),
];
