import type { Constraint } from '../../src/schema/constraint.ts';
import type { SchemaModel } from '../../src/schema/model.ts';
import type { SchemaObject } from '../../src/schema/object.ts';
import type { Column, Table } from '../../src/schema/table.ts';
import type { Index } from '../../src/schema/table-index.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { unordered } from '../support/unordered.ts';

/** A model as data, without what a database of the dialect does not keep. */
export function asStored(model: SchemaModel, dialect: DialectName): unknown {
  const tables = model.tables.map((table) => storedTable(table, dialect));
  const objects = model.objects.filter(({ kind }) => dialect === 'postgresql' || kind !== 'enum').map(storedObject);
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

/** What a sequence does where nothing is said may be said as well. */
function storedObject(object: SchemaObject): SchemaObject {
  if (object.kind !== 'sequence') return object;
  const { cycle, cache = 1, ...rest } = object.options;
  return { ...object, options: { ...rest, ...(cycle && { cycle }), ...(cache > 1 && { cache }) } };
}

/** A unique index of columns is a unique constraint to them. */
const isConstraint = ({ unique, keys }: Index, dialect: DialectName): boolean =>
  MYSQLS.has(dialect) && unique && keys.every((key) => 'column' in key && key.order !== 'desc');

const asConstraint = ({ name, keys }: Index): Constraint => ({
  name, kind: 'unique', columns: keys.map((key) => ('column' in key ? key.column : '')),
});

const storedTable = (table: Table, dialect: DialectName): Table => ({
  ...withoutComment(table, dialect),
  columns: table.columns.map((column) => storedColumn(column, table, dialect)),
  constraints: [
    ...table.constraints.map((each) => storedConstraint(each, dialect)),
    ...table.indexes.filter((each) => isConstraint(each, dialect)).map(asConstraint),
  ],
  indexes: table.indexes.filter((each) => !isConstraint(each, dialect)),
});

const withoutComment = <T extends { readonly comment?: string }>({ comment, ...rest }: T, dialect: DialectName): T =>
  ({ ...rest, ...(comment && dialect !== 'sqlite' && { comment }) }) as unknown as T;

/** No key takes NULL, whatever is said of its columns. */
function storedColumn(column: Column, { constraints }: Table, dialect: DialectName): Column {
  const inKey = constraints.some((each) => each.kind === 'primaryKey' && each.columns.includes(column.name));
  const nullable = column.nullable && !inKey && !column.identity;
  return { ...withoutComment(column, dialect), nullable };
}
