import type { CreateTable } from '../../ops/create-table.ts';
import type { DropTable } from '../../ops/drop-table.ts';
import type { RenameTable } from '../../ops/rename-table.ts';
import type { SetTableComment } from '../../ops/set-table-comment.ts';
import type { SetTableOptions, TableOptionChanges } from '../../ops/set-table-options.ts';
import type { Constraint } from '../../schema/constraint.ts';
import type { Column, MysqlTableOptions } from '../../schema/table.ts';
import { type VersionTable, versionColumn } from '../../schema/version-table.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { writeName, writeTable } from '../write.ts';
import { autoIncrementStart } from './auto-increment.ts';
import { commentText, keepingBackslashes } from './inline-comments.ts';
import { keptConstraint } from './kept-constraints.ts';
import { checkKeyedIndex, inlineIndex } from './keyed-indexes.ts';
import { refuseCascade } from './no-cascade.ts';
import { drops, makes, moves, tableThere } from './proofs.ts';
import { ownOf } from './text-options.ts';
import { refuseUncheckable } from './uncheckable-columns.ts';
import { ifExists, ifNotExists, words } from './words.ts';

/** The columns that a primary key makes NOT NULL, whatever they say. */
export function primaryKeyColumns(constraints: readonly Constraint[]): readonly string[] {
  return constraints.flatMap((constraint) => (constraint.kind === 'primaryKey' ? constraint.columns : []));
}

/**
 * `CREATE TABLE t (…) ENGINE = InnoDB AUTO_INCREMENT = 100 COMMENT = '…'`, with indexes and the columns' comments
 * inline. To make a temporary table commits nothing, but no rollback takes it back, so it is a schema change all the
 * same; to alter it commits as for any other table:
 * https://dev.mysql.com/doc/refman/8.4/en/implicit-commit.html
 */
export function createTableWithOptions(op: CreateTable, { dialect }: LoweringContext): readonly Lowered[] {
  const { table, columns, constraints, indexes, comment, temporary } = op;
  const start = autoIncrementStart(columns, op);
  refuseUncheckable(constraints, columns);
  refuseTemporaryReferences(op);
  for (const index of indexes) checkKeyedIndex(index, columns, dialect);
  const head = words('CREATE', temporary && 'TEMPORARY', 'TABLE', ifNotExists(op), writeTable(dialect, table));
  const statement = words(
    `${head} (\n  ${tableLines(op, dialect).join(',\n  ')}\n)`,
    ...tableOptions(op.on, dialect),
    start !== undefined && `AUTO_INCREMENT = ${start}`,
    comment !== undefined && `COMMENT = ${commentText(comment, 'table')}`,
  );
  const made = makes(schemaStatement(statement), tableThere(table), dialect);
  return keepingBackslashes(made, [comment, ...columns.map((column) => column.comment)]);
}

/** InnoDB has no foreign keys of temporary tables (error 1215, on MariaDB 1005). */
function refuseTemporaryReferences({ table, temporary, constraints }: CreateTable): void {
  if (!temporary || !constraints.some(({ kind }) => kind === 'foreignKey')) return;
  refuse(
    `the temporary table '${table.name}' has a foreign key, which takes no temporary tables`,
    'Leave the key out.',
  );
}

/** `ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin ROW_FORMAT = DYNAMIC` */
function tableOptions(on: TableOptionChanges | undefined, dialect: Dialect): readonly string[] {
  const { engine, charset, collation, rowFormat } = ownOf<MysqlTableOptions>(on, dialect) ?? {};
  const collate = charset === undefined ? 'DEFAULT COLLATE' : 'COLLATE';
  return [
    ...(engine === undefined ? [] : [`ENGINE = ${writeName(dialect, engine)}`]),
    ...(charset === undefined ? [] : [`DEFAULT CHARACTER SET = ${writeName(dialect, charset)}`]),
    ...(collation === undefined ? [] : [`${collate} = ${writeName(dialect, collation)}`]),
    ...(rowFormat === undefined ? [] : [`ROW_FORMAT = ${rowFormat.toUpperCase()}`]),
  ];
}

/**
 * The character set is that of columns to come. CONVERT TO would rewrite every column that is there, those with a
 * character set of their own as well, and make a TEXT a MEDIUMTEXT: alterColumn does that where it is wanted, and
 * does it to any text column that it restates without a character set of its own.
 * https://dev.mysql.com/doc/refman/8.4/en/alter-table.html#alter-table-character-set
 */
export function setTableOptions({ table, on }: SetTableOptions, { dialect }: LoweringContext): readonly Lowered[] {
  const options = tableOptions(on, dialect);
  return options.length ? [schemaStatement(words('ALTER TABLE', writeTable(dialect, table), ...options))] : [];
}

/** CASCADE and RESTRICT are there to be read over: https://dev.mysql.com/doc/refman/8.4/en/drop-table.html */
export function dropTable(op: DropTable, { dialect, schema }: LoweringContext): readonly Lowered[] {
  refuseCascade(op, 'the foreign keys that reference a table stay, and keep it', dialect);
  const temporary = schema.table(op.table)?.temporary;
  const statement = schemaStatement(words('DROP', temporary && 'TEMPORARY', 'TABLE', ifExists(op), writeTable(dialect, op.table)));
  return [drops(statement, tableThere(op.table), dialect)];
}

function tableLines({ columns, constraints, indexes }: CreateTable, dialect: Dialect): readonly string[] {
  const inKey = primaryKeyColumns(constraints);
  const asKept = (column: Column): Column => (inKey.includes(column.name) ? { ...column, nullable: false } : column);
  return [
    ...columns.map((column) => dialect.columnDefinition(asKept(column), dialect)),
    ...constraints.map((constraint) => keptConstraint(constraint, dialect)),
    ...indexes.map((index) => inlineIndex(index, dialect)),
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

/**
 * `RENAME TABLE s.a TO s.b`: without its schema, the new name would move the table to the current one. Temporary tables
 * are renamed by ALTER TABLE alone: https://dev.mysql.com/doc/refman/8.4/en/rename-table.html
 */
export function renameTableInSchema(
  { table, to }: RenameTable,
  { dialect, schema }: LoweringContext,
): readonly Lowered[] {
  const renamed = { ...table, name: to };
  const [from, into] = [table, renamed].map((each) => writeTable(dialect, each));
  const statement = schemaStatement(
    schema.table(table)?.temporary ? `ALTER TABLE ${from} RENAME TO ${into}` : `RENAME TABLE ${from} TO ${into}`,
  );
  return [moves(statement, tableThere(table), tableThere(renamed), dialect)];
}

/**
 * The version table. Its column tells upper case from lower case, which the server's own collation need not do, and
 * 'A1' and 'a1' are two revisions.
 */
export const createCaseSensitiveVersionTable = (table: VersionTable, dialect: Dialect): readonly Lowered[] => [
  schemaStatement(
    `CREATE TABLE IF NOT EXISTS ${writeTable(dialect, table)} (\n` +
      `  ${writeName(dialect, versionColumn(table))} VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,\n` +
      `  PRIMARY KEY (${writeName(dialect, versionColumn(table))})\n)`,
  ),
];
