import type { CreateTable } from '../../ops/create-table.ts';
import type { DropTable } from '../../ops/drop-table.ts';
import type { RenameTable } from '../../ops/rename-table.ts';
import { validated } from '../../schema/constraint.ts';
import type { TableName } from '../../schema/table.ts';
import type { VersionTable } from '../../schema/version-table.ts';
import { type Dialect, type Lowered, type LoweringContext, emulated, refuse, schemaStatement } from '../dialect.ts';
import { has } from '../server.ts';
import * as standard from '../standard/tables.ts';
import { revisionColumn } from '../standard/version-table.ts';
import { ifExists, ifNotExists, words } from '../standard/words.ts';
import { writeTable } from '../write.ts';
import { making, moving, onlyIf, removing, tableRow, unlessMissing } from './blocks.ts';
import { checkOf, renameCheck } from './checks.ts';
import { refuseTogether } from './column-values.ts';
import { columnDefinition } from './columns.ts';
import { columnComments, tableComments } from './comments.ts';
import { constraintDefinition } from './constraints.ts';
import { newIndex } from './indexes.ts';
import { refuseKeyTypes } from './keys.ts';
import { storageWords } from './table-options.ts';

type Contents = Pick<CreateTable, 'table' | 'columns' | 'constraints' | 'temporary' | 'on' | 'ifNotExists'>;

function createStatement(op: Contents, dialect: Dialect): string {
  const { table, columns, constraints, temporary, on } = op;
  const lines = [
    ...columns.map((column) => columnDefinition(column, dialect, table)),
    ...constraints.map((constraint) => constraintDefinition(validated(constraint), dialect)),
  ];
  return words(
    'CREATE',
    temporary && 'GLOBAL TEMPORARY',
    'TABLE',
    ifNotExists(op),
    writeTable(dialect, table),
    `(\n  ${lines.join(',\n  ')}\n)`,
    temporary && 'ON COMMIT PRESERVE ROWS',
    storageWords(on, dialect),
  );
}

/** The table, its indexes, then the comments. */
export function createTable(op: CreateTable, { dialect }: LoweringContext): readonly Lowered[] {
  const { table, columns, constraints, indexes, comment, ifNotExists: isOptional } = op;
  for (const constraint of constraints) refuseKeyTypes(constraint, columns);
  refuseTogether(columns);
  const made = { name: table, columns, constraints, indexes };
  const statements = [
    ...tableStatement(op, dialect),
    ...indexes.flatMap((index) => newIndex({ table, index, ...(isOptional && { ifNotExists: true }) }, made, dialect)),
    ...tableComments(table, comment, dialect),
    ...columnComments(table, columns, dialect),
  ];
  if (!op.temporary) return statements;
  refuseInTemporary(op);
  return emulated('rows are gone at the end of the session, and the empty table stays until it is dropped', statements);
}

/**
 * There is no IF NOT EXISTS before 23ai:
 * https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/CREATE-TABLE.html
 */
function tableStatement(op: CreateTable, dialect: Dialect): readonly Lowered[] {
  if (!op.ifNotExists || has({ dialect }, 23)) return [making(tableRow(op.table, dialect), schemaStatement(createStatement(op, dialect)))];
  const { ifNotExists: _, ...always } = op;
  const row = tableRow(op.table, dialect);
  return onlyIf('missing', row, [making(row, schemaStatement(createStatement(always, dialect)))]);
}

/**
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-TABLE.html (Restrictions on Temporary
 * Tables)
 */
function refuseInTemporary({ table, constraints, on }: CreateTable): void {
  const key = constraints.some(({ kind }) => kind === 'foreignKey');
  if (!key && !on?.oracle?.compress) return;
  refuse(
    `'${table.name}' is temporary, and a temporary table of Oracle takes no ${key ? 'foreign key' : 'compression'}`,
    'Leave it out with forDialect(…), or make a table that is not temporary.',
  );
}

/**
 * Foreign keys that reference the table go by CASCADE CONSTRAINTS; views on it stay, and are invalid. ORA-00942: there
 * is no such table. A temporary table with rows of this session is truncated first (ORA-14452):
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/DROP-TABLE.html
 */
export function dropTable(op: DropTable, { dialect, schema }: LoweringContext): readonly Lowered[] {
  const { table, cascade } = op;
  const name = writeTable(dialect, table);
  const drop = (condition: string): Lowered =>
    removing(tableRow(table, dialect), schemaStatement(words('DROP TABLE', condition, name, cascade && 'CASCADE CONSTRAINTS')));
  if (schema.table(table)?.temporary) {
    const statements = [schemaStatement(`TRUNCATE TABLE ${name}`), drop('')];
    return op.ifExists ? onlyIf('there', tableRow(table, dialect), statements) : statements;
  }
  return op.ifExists && !has({ dialect }, 23) ? unlessMissing(-942, drop('')) : [drop(ifExists(op))];
}

/** The checks that were named after the table get its new name. */
export function renameTable(op: RenameTable, context: LoweringContext): readonly Lowered[] {
  const { table, to } = op;
  const { dialect, schema } = context;
  const renamed: TableName = { ...table, name: to };
  const checked =
    schema.table(table)?.columns.filter(({ name, type }) => checkOf(name, type, dialect) !== undefined) ?? [];
  return [
    ...standard.renameTable(op, context).map((each) => moving(tableRow(table, dialect), tableRow(renamed, dialect), each)),
    ...checked.map(({ name: column }) => renameCheck(renamed, { table, column }, { table: renamed, column }, dialect)),
  ];
}

/**
 * There is no IF NOT EXISTS before 23ai: ORA-00955, "name is already used by an existing object", is passed over, no
 * other.
 */
export function createVersionTable(table: VersionTable, dialect: Dialect): readonly Lowered[] {
  const column = revisionColumn(table);
  const constraints = [{ kind: 'primaryKey', name: `pk_${table.name}`, columns: [column.name] }] as const;
  const create = createStatement({ table, columns: [column], constraints }, dialect);
  const lines = [
    'BEGIN',
    `  EXECUTE IMMEDIATE '${create.replaceAll("'", "''").replaceAll('\n', '\n  ')}';`,
    'EXCEPTION',
    '  WHEN OTHERS THEN',
    '    IF SQLCODE <> -955 THEN',
    '      RAISE;',
    '    END IF;',
    'END;',
  ];
  return [making(tableRow(table, dialect), { ...schemaStatement(lines.join('\n')), compound: true })];
}
