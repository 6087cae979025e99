import type { CreateTable } from '../../ops/create-table.ts';
import type { RenameTable } from '../../ops/rename-table.ts';
import type { TableName } from '../../schema/table.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import * as standard from '../standard/tables.ts';
import { REVISION_COLUMN } from '../standard/version-table.ts';
import { writeTable } from '../write.ts';
import { checkOf, renameCheck } from './checks.ts';
import { columnDefinition } from './columns.ts';
import { columnComments, tableComments } from './comments.ts';
import { constraintDefinition } from './constraints.ts';
import { refuseKeyTypes } from './keys.ts';

type Contents = Pick<CreateTable, 'table' | 'columns' | 'constraints'>;

function createStatement({ table, columns, constraints }: Contents, dialect: Dialect): string {
  const lines = [
    ...columns.map((column) => columnDefinition(column, dialect, table)),
    ...constraints.map((constraint) => constraintDefinition(constraint, dialect)),
  ];
  return `CREATE TABLE ${writeTable(dialect, table)} (\n  ${lines.join(',\n  ')}\n)`;
}

/** The table, then its comments. */
export function createTable(op: CreateTable, { dialect }: LoweringContext): readonly Lowered[] {
  const { table, columns, constraints, comment } = op;
  for (const constraint of constraints) refuseKeyTypes(constraint, columns);
  return [
    schemaStatement(createStatement(op, dialect)),
    ...tableComments(table, comment, dialect),
    ...columnComments(table, columns, dialect),
  ];
}

/** The checks that were named after the table get its new name. */
export function renameTable(op: RenameTable, context: LoweringContext): readonly Lowered[] {
  const { table, to } = op;
  const { dialect, schema } = context;
  const renamed: TableName = { ...table, name: to };
  const checked =
    schema.table(table)?.columns.filter(({ name, type }) => checkOf(name, type, dialect) !== undefined) ?? [];
  return [
    ...standard.renameTable(op, context),
    ...checked.map(({ name: column }) => renameCheck(renamed, { table, column }, { table: renamed, column }, dialect)),
  ];
}

/**
 * There is no IF NOT EXISTS before 23ai: ORA-00955, "name is already used by an existing object", is passed over, no
 * other.
 */
export function createVersionTable(table: TableName, dialect: Dialect): readonly Lowered[] {
  const constraints = [{ kind: 'primaryKey', name: `pk_${table.name}`, columns: [REVISION_COLUMN.name] }] as const;
  const create = createStatement({ table, columns: [REVISION_COLUMN], constraints }, dialect);
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
  return [{ ...schemaStatement(lines.join('\n')), compound: true }];
}
