import type { CreateTable } from '../../ops/create-table.ts';
import { displayTable } from '../../ops/display.ts';
import type { DropTable } from '../../ops/drop-table.ts';
import type { RenameTable } from '../../ops/rename-table.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { sameName } from '../../schema/name.ts';
import type { Column, Table, TableName } from '../../schema/table.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { has, needs } from '../server.ts';
import * as standard from '../standard/tables.ts';
import { ifExists, ifNotExists, words } from '../standard/words.ts';
import { writeTable } from '../write.ts';
import { checkIdentity, columnText } from './columns.ts';
import { tableConstraint } from './constraints.ts';
import { indexStatement } from './indexes.ts';

/** Comments are not in it: SQLite keeps none, and they are only for readers of the migration. */
export function createTable(op: CreateTable, { dialect, schema }: LoweringContext): readonly Lowered[] {
  const { table: name, indexes, ...shape } = op;
  const again = ifNotExists(op);
  // A table that is there keeps the indexes that it has.
  const isThere = op.ifNotExists && indexes.length > 0 && schema.table(name) !== undefined;
  return [
    schemaStatement(tableStatement({ name, ...shape }, name, dialect, again)),
    ...(isThere ? [] : indexes).map((index) => schemaStatement(indexStatement(name, index, dialect, again))),
  ];
}

/** Where foreign keys are off, as they are in a script, DROP TABLE leaves keys to nothing. Other databases refuse. */
export function dropTable(op: DropTable, { dialect, schema }: LoweringContext): readonly Lowered[] {
  if (op.cascade) {
    refuse(
      'SQLite drops a table alone: views and foreign keys that rest on it stay as they are',
      "Leave 'cascade' out, and drop before what rests on it.",
    );
  }
  const other = schema.referrersOf(op.table).find((each) => !sameName(each.name, op.table));
  if (other) {
    refuse(
      `'${displayTable(other.name)}' references '${displayTable(op.table)}', and SQLite would drop it all the same`,
      `Drop the foreign key before, or '${displayTable(other.name)}' itself.`,
    );
  }
  return [schemaStatement(words('DROP TABLE', ifExists(op), writeTable(dialect, op.table)))];
}

/** Foreign keys follow, enforced or not: https://www.sqlite.org/lang_altertable.html#alter_table_rename */
export function renameTable(op: RenameTable, context: LoweringContext): readonly Lowered[] {
  const isLeft = !has(context, 3, 26) && context.schema.referrersOf(op.table).length > 0;
  if (isLeft) needs(context.dialect, 'a foreign key that follows a renamed table', 3, 26);
  return standard.renameTable(op, context);
}

type Shape = Pick<Table, 'name' | 'columns' | 'constraints' | 'temporary' | 'on'>;

export const isStrict = ({ on }: Pick<Table, 'on'>): boolean => on?.sqlite?.strict ?? false;

/** CREATE TABLE of a shape, under a name of its own. */
export function tableStatement(shape: Shape, as: TableName, dialect: Dialect, again = ''): string {
  const { name, columns, constraints, temporary } = shape;
  const key = keyOf(shape);
  for (const column of columns) checkIdentity(column, key, shape.on?.sqlite?.withoutRowid ?? false);
  if (temporary) checkTemporary(shape);
  const items = [
    ...columns.map((column) => columnText(notNullInKey(column, key), dialect, isStrict(shape))),
    ...keyFirst(constraints).map((constraint) => tableConstraint(constraint, name, dialect)),
  ];
  return words(
    temporary ? 'CREATE TEMP TABLE' : 'CREATE TABLE',
    again,
    writeTable(dialect, as),
    `(\n  ${items.join(',\n  ')}\n)`,
    tableOptions(shape, key, dialect),
  );
}

/** RENAME COLUMN of SQLite 3.40 fails where a UNIQUE of the same column stands before an INTEGER PRIMARY KEY. */
const keyFirst = (constraints: readonly Constraint[]): readonly Constraint[] => [
  ...constraints.filter(({ kind }) => kind === 'primaryKey'),
  ...constraints.filter(({ kind }) => kind !== 'primaryKey'),
];

/** The columns of the primary key. */
function keyOf({ name, columns, constraints }: Shape): readonly string[] {
  const [key, second] = constraints.filter((each) => each.kind === 'primaryKey');
  if (second) {
    refuse(
      `'${displayTable(name)}' would have two primary keys`,
      'Drop the one that is there before, with dropConstraint(…).',
    );
  }
  const computed = columns.find(({ name: column, generated }) => generated && key?.columns.includes(column));
  if (computed) {
    refuse(
      `the generated column '${computed.name}' is in the primary key, which SQLite does not take`,
      'Use unique([…]) for it.',
    );
  }
  return key?.columns ?? [];
}

/** https://www.sqlite.org/stricttables.html and https://www.sqlite.org/withoutrowid.html */
function tableOptions({ name, on }: Shape, key: readonly string[], dialect: Dialect): string {
  const { strict, withoutRowid } = on?.sqlite ?? {};
  if (strict) needs(dialect, 'a STRICT table', 3, 37);
  if (withoutRowid && !key.length) {
    refuse(
      `'${displayTable(name)}' has no primary key, which a table without rowid is stored by`,
      "Add primaryKey([…]), or leave 'withoutRowid' out.",
    );
  }
  return [...(strict ? ['STRICT'] : []), ...(withoutRowid ? ['WITHOUT ROWID'] : [])].join(', ');
}

/** Temporary tables are in a file of their own: https://www.sqlite.org/lang_createtable.html */
function checkTemporary({ name, constraints }: Shape): void {
  if (name.schema !== undefined && name.schema !== 'temp') {
    refuse(
      `the temporary table '${displayTable(name)}' is in '${name.schema}', and SQLite has such tables in 'temp' alone`,
      'Give its name alone.',
    );
  }
  const other = constraints.find((each) => each.kind === 'foreignKey' && !sameName(each.references.table, name));
  if (other) {
    refuse(
      `the temporary table '${displayTable(name)}' references another table, and a foreign key stays within its file`,
      'Leave the foreign key out, or the table in the database.',
    );
  }
}

/** "Due to a bug in some early versions", a key may hold NULL: https://www.sqlite.org/lang_createtable.html */
const notNullInKey = (column: Column, key: readonly string[]): Column =>
  key.includes(column.name) ? { ...column, nullable: false } : column;
