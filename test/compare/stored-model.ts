import type { Constraint } from '../../src/schema/constraint.ts';
import type { SchemaModel } from '../../src/schema/model.ts';
import type { Column, Table } from '../../src/schema/table.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { unordered } from '../support/unordered.ts';

/** A model as data, without what a database of the dialect does not keep. */
export function asStored(model: SchemaModel, dialect: DialectName): unknown {
  const tables = model.tables.map((table) => storedTable(table, dialect));
  const objects = model.objects.filter(({ kind }) => dialect === 'postgresql' || kind !== 'enum');
  return unordered({ ...model, tables, objects });
}

/** They call a primary key PRIMARY, whatever it is called. */
const MYSQLS: ReadonlySet<DialectName> = new Set(['mysql', 'mariadb']);
/** RESTRICT is there not the same as NO ACTION. */
const RESTRICTING: ReadonlySet<DialectName> = new Set(['postgresql', 'sqlite']);

function storedConstraint(constraint: Constraint, dialect: DialectName): Constraint {
  if (constraint.kind === 'primaryKey' && MYSQLS.has(dialect)) return { ...constraint, name: 'PRIMARY' };
  if (constraint.kind !== 'foreignKey' || RESTRICTING.has(dialect)) return constraint;
  const { onDelete, ...rest } = constraint;
  return onDelete === undefined || onDelete === 'restrict' ? rest : constraint;
}

const storedTable = (table: Table, dialect: DialectName): Table => ({
  ...withoutComment(table, dialect),
  columns: table.columns.map((column) => storedColumn(column, table, dialect)),
  constraints: table.constraints.map((each) => storedConstraint(each, dialect)),
});

const withoutComment = <T extends { readonly comment?: string }>({ comment, ...rest }: T, dialect: DialectName): T =>
  ({ ...rest, ...(comment && dialect !== 'sqlite' && { comment }) }) as unknown as T;

/** No key takes NULL, whatever is said of its columns. */
function storedColumn(column: Column, { constraints }: Table, dialect: DialectName): Column {
  const inKey = constraints.some((each) => each.kind === 'primaryKey' && each.columns.includes(column.name));
  const nullable = column.nullable && !inKey && !column.identity;
  return { ...withoutComment(column, dialect), nullable };
}
