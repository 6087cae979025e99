import type { CreateTable } from '../../ops/create-table.ts';
import type { RenameTable } from '../../ops/rename-table.ts';
import type { TableName } from '../../schema/table.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { REVISION_COLUMN } from '../standard/version-table.ts';
import { writeTable } from '../write.ts';
import { columnDefinition } from './columns.ts';
import { columnComments, commentChange } from './comments.ts';
import { constraintDefinition } from './constraints.ts';
import { refuseLargeConstraint } from './keys.ts';
import { renameColumnConstraints, renameObject } from './rename.ts';
import { nameText } from './text.ts';

type Contents = Pick<CreateTable, 'table' | 'columns' | 'constraints'>;

function createStatement({ table, columns, constraints }: Contents, dialect: Dialect): string {
  const key = constraints.find(({ kind }) => kind === 'primaryKey');
  const inPrimaryKey = (name: string): boolean => key?.kind === 'primaryKey' && key.columns.includes(name);
  const lines = [
    ...columns.map((column) => columnDefinition(column, dialect, { table, inPrimaryKey: inPrimaryKey(column.name) })),
    ...constraints.map((constraint) => constraintDefinition(constraint, table, dialect)),
  ];
  return `CREATE TABLE ${writeTable(dialect, table)} (\n  ${lines.join(',\n  ')}\n)`;
}

/** The table, then its comments. */
export function createTable(op: CreateTable, { dialect }: LoweringContext): readonly Lowered[] {
  const { table, columns, constraints, comment } = op;
  for (const constraint of constraints) refuseLargeConstraint(constraint, columns);
  return [
    schemaStatement(createStatement(op, dialect)),
    ...(comment === undefined ? [] : commentChange({ table }, null, comment, dialect)),
    ...columnComments(table, columns, dialect),
  ];
}

/** The constraints that were named after the table get its new name, and leave the old one to the next table. */
export function renameTable({ table, to }: RenameTable, { dialect, schema }: LoweringContext): readonly Lowered[] {
  const columns = schema.table(table)?.columns ?? [];
  return [
    renameObject(table, to, dialect),
    ...renameColumnConstraints(table, columns, { ...table, name: to }, dialect),
  ];
}

/** https://learn.microsoft.com/sql/t-sql/functions/object-id-transact-sql */
export function createVersionTable(table: TableName, dialect: Dialect): readonly Lowered[] {
  const constraints = [{ kind: 'primaryKey', name: `pk_${table.name}`, columns: [REVISION_COLUMN.name] }] as const;
  const create = createStatement({ table, columns: [REVISION_COLUMN], constraints }, dialect);
  return [schemaStatement(`IF OBJECT_ID(${nameText(writeTable(dialect, table))}, N'U') IS NULL\n${create}`)];
}
