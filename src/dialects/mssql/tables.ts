import type { CreateTable } from '../../ops/create-table.ts';
import type { DropTable } from '../../ops/drop-table.ts';
import type { RenameTable } from '../../ops/rename-table.ts';
import type { SetTableOptions } from '../../ops/set-table-options.ts';
import type { TableName } from '../../schema/table.ts';
import type { VersionTable } from '../../schema/version-table.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { revisionColumn } from '../standard/version-table.ts';
import { ifExists, words } from '../standard/words.ts';
import { writeName, writeTable } from '../write.ts';
import { objectId, onlyIf, refuseCascade } from './batches.ts';
import { columnDefinition } from './columns.ts';
import { columnComments, commentChange } from './comments.ts';
import { refuseUnpersisted } from './computed.ts';
import { constraintDefinition } from './constraints.ts';
import { createIndexStatement } from './indexes.ts';
import { refuseLargeConstraint, refuseLargeIndex } from './keys.ts';
import { renameColumnConstraints, renameObject } from './rename.ts';

type Contents = Pick<CreateTable, 'table' | 'columns' | 'constraints' | 'on'>;

function createStatement({ table, columns, constraints, on }: Contents, dialect: Dialect): string {
  const key = constraints.find(({ kind }) => kind === 'primaryKey');
  const inPrimaryKey = (name: string): boolean => key?.kind === 'primaryKey' && key.columns.includes(name);
  const lines = [
    ...columns.map((column) => columnDefinition(column, dialect, { table, inPrimaryKey: inPrimaryKey(column.name) })),
    ...constraints.map((constraint) => constraintDefinition(constraint, table, dialect)),
  ];
  const { filegroup, dataCompression } = on?.mssql ?? {};
  return words(
    `CREATE TABLE ${writeTable(dialect, table)} (\n  ${lines.join(',\n  ')}\n)`,
    filegroup !== undefined && `ON ${writeName(dialect, filegroup)}`,
    dataCompression && `WITH (DATA_COMPRESSION = ${dataCompression.toUpperCase()})`,
  );
}

/** The table, then its comments and indexes. */
export function createTable(op: CreateTable, { dialect }: LoweringContext): readonly Lowered[] {
  const { table, columns, constraints, indexes, comment, ifNotExists } = op;
  if (op.temporary) refuseTemporary(op);
  for (const constraint of constraints) refuseLargeConstraint(constraint, columns);
  refuseUnpersisted(constraints, columns);
  for (const index of indexes) refuseLargeIndex(index, columns);
  const statements = [
    schemaStatement(createStatement(op, dialect)),
    ...(comment === undefined ? [] : commentChange({ table }, null, comment, dialect)),
    ...columnComments(table, columns, dialect),
    ...indexes.map((index) => createIndexStatement(table, index, dialect)),
  ];
  // A table that is there already is left as it is, its comments and indexes with it.
  return ifNotExists ? onlyIf(isMissing(table, dialect), 'the server is asked for the table', statements) : statements;
}

const isMissing = (table: TableName, dialect: Dialect): string => `${objectId(table, dialect, 'U')} IS NULL`;

/** https://learn.microsoft.com/sql/t-sql/statements/create-table-transact-sql#temporary-tables */
const refuseTemporary = ({ table }: CreateTable): never =>
  refuse(
    `a temporary table of SQL Server has a name that begins with #, and '${table.name}' is no such table`,
    'Make it with execute(…), under such a name, in the statement that uses it.',
  );

/** https://learn.microsoft.com/sql/t-sql/statements/drop-table-transact-sql: IF EXISTS came with SQL Server 2016 */
export function dropTable(op: DropTable, { dialect }: LoweringContext): readonly Lowered[] {
  refuseCascade(op, 'tables', 'Drop the foreign keys to it before, each with dropConstraint(…).');
  return [schemaStatement(words('DROP TABLE', ifExists(op), writeTable(dialect, op.table)))];
}

/** The constraints that were named after the table get its new name, and leave the old one to the next table. */
export function renameTable({ table, to }: RenameTable, { dialect, schema }: LoweringContext): readonly Lowered[] {
  const columns = schema.table(table)?.columns ?? [];
  return [
    renameObject(table, to, dialect),
    ...renameColumnConstraints(table, columns, { ...table, name: to }, dialect),
  ];
}

/** https://learn.microsoft.com/sql/relational-databases/data-compression/enable-compression-on-a-table-or-index */
export function setTableOptions({ table, on }: SetTableOptions, { dialect }: LoweringContext): readonly Lowered[] {
  const { filegroup, dataCompression } = on.mssql ?? {};
  if (filegroup !== undefined) {
    refuse(
      `SQL Server moves no table to filegroup '${filegroup}' by an option`,
      'Make its clustered index there anew, with execute(…): CREATE … INDEX … WITH (DROP_EXISTING = ON) ON filegroup.',
    );
  }
  if (dataCompression === undefined) return [];
  const compression = `DATA_COMPRESSION = ${dataCompression.toUpperCase()}`;
  return [schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} REBUILD WITH (${compression})`)];
}

/** https://learn.microsoft.com/sql/t-sql/functions/object-id-transact-sql */
export function createVersionTable(table: VersionTable, dialect: Dialect): readonly Lowered[] {
  const column = revisionColumn(table);
  const constraints = [{ kind: 'primaryKey', name: `pk_${table.name}`, columns: [column.name] }] as const;
  const create = createStatement({ table, columns: [column], constraints }, dialect);
  return [schemaStatement(`IF ${isMissing(table, dialect)}\n${create}`)];
}
