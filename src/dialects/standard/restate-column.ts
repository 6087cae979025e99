import { type AlterColumn, type ColumnChanges, type ExistingColumn, changed } from '../../ops/alter-column.ts';
import { displayTable } from '../../ops/display.ts';
import type { Column, Table } from '../../schema/table.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { writeName, writeTable } from '../write.ts';
import { renameColumn } from './columns.ts';
import { type InlineColumnForms, defaultText, inlineColumn } from './inline-column.ts';
import { keepingBackslashes } from './inline-comments.ts';
import { primaryKeyColumns } from './table-with-options.ts';

/** What else differs between MySQL and MariaDB when a column changes. */
export interface RestatingForms extends InlineColumnForms {
  /** Whether DROP DEFAULT gives a nullable column the default NULL, as other databases do, and not none at all. */
  readonly dropDefaultLeavesNull: boolean;
}

/**
 * A name, or a default, changes on its own. Everything else restates the whole column, since MODIFY and CHANGE take away
 * what they do not name: https://dev.mysql.com/doc/refman/8.4/en/alter-table.html#alter-table-redefine-column
 */
export function alterByRestating(op: AlterColumn, context: LoweringContext, forms: RestatingForms): readonly Lowered[] {
  if (op.using) refuseUsing(op, context.dialect);
  if (restates(op)) return restate(op, context, forms);
  const { name, default: value } = op.to;
  return [
    ...(value === undefined ? [] : [alterDefault(op, context, forms)]),
    ...(name === undefined ? [] : renameColumn(op.table, op.column, name, context.dialect)),
  ];
}

/** Whether the change takes more than a new name or default. */
export const restates = ({ to: { type, nullable, comment } }: AlterColumn): boolean =>
  type !== undefined || nullable !== undefined || comment !== undefined;

const refuseUsing = ({ column }: AlterColumn, dialect: Dialect): never =>
  refuse(
    `${dialect.title} converts the values of '${column}' in its own way and takes no 'using'`,
    'Leave it out where that way is right; else add a new column, fill it with execute(…), drop the old one and rename.',
  );

/** `ALTER COLUMN c SET DEFAULT …` touches no row. */
function alterDefault(op: AlterColumn, context: LoweringContext, forms: RestatingForms): Lowered {
  const { dialect } = context;
  const head = `ALTER TABLE ${writeTable(dialect, op.table)} ALTER COLUMN ${writeName(dialect, op.column)}`;
  const value = op.to.default ?? null;
  if (value !== null) {
    const type = op.existing?.type ?? columnOf(context.schema.table(op.table), op)?.type;
    return schemaStatement(`${head} SET DEFAULT ${defaultText(value, type, dialect, forms, false)}`);
  }
  const leavesNull = forms.dropDefaultLeavesNull || !isNullable(op, context);
  return schemaStatement(`${head} ${leavesNull ? 'DROP DEFAULT' : 'SET DEFAULT NULL'}`);
}

function isNullable(op: AlterColumn, { schema }: LoweringContext): boolean {
  if (op.existing?.nullable !== undefined) return op.existing.nullable;
  const table = schema.table(op.table);
  const known = columnOf(table, op) ?? refuseMissing(op, ['nullable']);
  return known.nullable && !inPrimaryKey(table, op);
}

const columnOf = (table: Table | undefined, op: AlterColumn): Column | undefined =>
  table?.columns.find(({ name }) => name === op.column);

function restate(op: AlterColumn, context: LoweringContext, forms: RestatingForms): readonly Lowered[] {
  const { dialect } = context;
  const column = restated(op, context);
  const action = column.name === op.column ? 'MODIFY COLUMN' : `CHANGE COLUMN ${writeName(dialect, op.column)}`;
  const definition = inlineColumn(column, dialect, forms, true);
  const statement = schemaStatement(`ALTER TABLE ${writeTable(dialect, op.table)} ${action} ${definition}`);
  return keepingBackslashes(statement, [column.comment]);
}

/** The whole column after the change. */
export function restated(op: AlterColumn, { schema }: LoweringContext): Column {
  const table = schema.table(op.table);
  const known = columnOf(table, op);
  const facts = { ...op.existing, ...op.to };
  const missing = known ? [] : FACTS.filter((fact) => facts[fact] === undefined);
  if (missing.length) refuseMissing(op, missing);
  // Every fact is known here: what `before` says of an unknown column is changed at once.
  const before: Column = known ?? { name: op.column, type: { type: 'text' }, nullable: true };
  const after = changed(changed(before, op.existing ?? {}), op.to);
  return inPrimaryKey(table, op) ? { ...after, nullable: keyNullable(op) } : after;
}

const FACTS = ['type', 'nullable', 'default', 'comment'] as const satisfies readonly (keyof ExistingColumn & keyof ColumnChanges)[];

const EXAMPLES: { readonly [F in (typeof FACTS)[number]]: string } = {
  type: 'types.…',
  nullable: 'true',
  default: 'null',
  comment: 'null',
};

function refuseMissing({ table, column }: AlterColumn, missing: readonly (typeof FACTS)[number][]): never {
  const example = missing.map((fact) => `${fact}: ${EXAMPLES[fact]}`).join(', ');
  return refuse(
    `no op made column '${displayTable(table)}.${column}', whose ${missing.join(', ')} must be restated`,
    `Say what the column has today, with null for what it has not: { existing: { ${example} } }.`,
  );
}

const inPrimaryKey = (table: Table | undefined, { column }: AlterColumn): boolean =>
  table !== undefined && primaryKeyColumns(table.constraints).includes(column);

/** A primary key has made its columns NOT NULL, even those declared without. */
function keyNullable({ column, to }: AlterColumn): false {
  if (to.nullable) refuse(`column '${column}' is part of the primary key, which takes no NULL`, 'Drop the primary key first.');
  return false;
}
