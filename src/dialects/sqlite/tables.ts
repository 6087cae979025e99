import type { CreateTable } from '../../ops/create-table.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { sameName } from '../../schema/name.ts';
import type { Column, Table, TableName } from '../../schema/table.ts';
import { displayTable } from '../../ops/display.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { tableItems } from '../standard/tables.ts';
import { writeTable } from '../write.ts';

/** Comments are not in it: SQLite keeps none, and they are only for readers of the migration. */
export const createTable = (
  { table, columns, constraints }: CreateTable,
  { dialect }: LoweringContext,
): readonly Lowered[] => [schemaStatement(tableStatement({ name: table, columns, constraints }, table, dialect))];

type Shape = Pick<Table, 'name' | 'columns' | 'constraints'>;

/** CREATE TABLE of a shape, under a name of its own. */
export function tableStatement({ name, columns, constraints }: Shape, as: TableName, dialect: Dialect): string {
  const key = constraints.find(({ kind }) => kind === 'primaryKey');
  const keyColumns = key?.kind === 'primaryKey' ? key.columns : [];
  for (const column of columns) checkIdentity(column, keyColumns);
  const items = tableItems(
    columns.map((column) => notNullInKey(column, keyColumns)),
    constraints.map((constraint) => withinSchema(constraint, name)),
    dialect,
  );
  return `CREATE TABLE ${writeTable(dialect, as)} ${items}`;
}

/** Only the rowid numbers itself, and only an INTEGER PRIMARY KEY is one: https://www.sqlite.org/autoinc.html */
function checkIdentity({ name, identity }: Column, key: readonly string[]): void {
  if (!identity) return;
  if (key.length !== 1 || key[0] !== name) {
    refuse(
      `the identity column '${name}' is not the whole primary key, and SQLite numbers no other`,
      `Make it the key with primaryKey(['${name}']), or leave identity out for sqlite with forDialect(…).`,
    );
  }
  if (identity.always || (identity.start ?? 1) !== 1 || (identity.increment ?? 1) !== 1) {
    refuse(
      `SQLite numbers '${name}' from 1 by 1, and an INSERT may give its own number`,
      'Use identity: true without always, start and increment, or another definition for sqlite with forDialect(…).',
    );
  }
}

/** "Due to a bug in some early versions", a key may hold NULL: https://www.sqlite.org/lang_createtable.html */
const notNullInKey = (column: Column, key: readonly string[]): Column =>
  key.includes(column.name) ? { ...column, nullable: false } : column;

/** A foreign key references a table of its own database file, whose name it must not give. */
function withinSchema(constraint: Constraint, table: TableName): Constraint {
  if (constraint.kind !== 'foreignKey') return constraint;
  const { references } = constraint;
  const target: TableName = { name: references.table.name };
  if (!sameName({ ...references.table, name: table.name }, table)) {
    refuse(
      `a foreign key of '${displayTable(table)}' references '${displayTable(references.table)}', in another file`,
      'SQLite has no such foreign keys: keep both tables in one file, or leave it out for sqlite with forDialect(…).',
    );
  }
  return { ...constraint, references: { ...references, table: target } };
}
