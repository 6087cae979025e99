/** A model as its dialect writes it: two models that make the same database are the same data. */
import type { Dialect } from '../../src/dialects/dialect.ts';
import { writeFragment } from '../../src/dialects/write.ts';
import type { Constraint } from '../../src/schema/constraint.ts';
import type { SchemaModel } from '../../src/schema/model.ts';
import type { Column, Table } from '../../src/schema/table.ts';
import { isFragment } from '../../src/sql/fragment.ts';

const sorted = (items: readonly unknown[]): readonly string[] => items.map((item) => JSON.stringify(item)).sort();

/** Fragments as text, fields in one order, options of this dialect alone, and nothing that is off. */
function written(value: unknown, dialect: Dialect): unknown {
  if (isFragment(value)) return writeFragment(dialect, value);
  if (Array.isArray(value)) return value.map((each) => written(each, dialect));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).flatMap(([key, each]) => {
    const own = key === 'on' ? (each as Record<string, unknown>)[dialect.name] : each;
    return own === undefined || own === false ? [] : [[key, written(own, dialect)] as const];
  });
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const comment = (text: string | undefined, dialect: Dialect): string | undefined => (dialect.name === 'sqlite' ? undefined : text);

const columnOf = (column: Column, dialect: Dialect): unknown => [dialect.columnDefinition(column, dialect), comment(column.comment, dialect)];

/** MySQL and MariaDB call every primary key PRIMARY; SQL Server and Oracle have no RESTRICT beside what they do by themselves. */
function constraintOf(constraint: Constraint, dialect: Dialect): unknown {
  const { name, ...rest } = constraint;
  if (constraint.kind === 'primaryKey' && /^(?:mysql|mariadb)$/.test(dialect.name)) return written(rest, dialect);
  const isPlain = constraint.kind === 'foreignKey' && constraint.onDelete === 'restrict' && /^(?:mssql|oracle)$/.test(dialect.name);
  return written(isPlain ? { ...constraint, onDelete: undefined } : constraint, dialect);
}

/** Tables of models that share them are written once. */
const known = new Map<Dialect, WeakMap<Table, string>>();

function tableOf(table: Table, dialect: Dialect): string {
  const texts = known.get(dialect) ?? new WeakMap<Table, string>();
  known.set(dialect, texts);
  const { columns, constraints, indexes, comment: about, ...rest } = table;
  const text =
    texts.get(table) ??
    JSON.stringify({
      ...(written(rest, dialect) as object),
      comment: comment(about, dialect),
      columns: columns.map((column) => columnOf(column, dialect)),
      constraints: sorted(constraints.map((each) => constraintOf(each, dialect))),
      indexes: sorted(indexes.map((each) => written(each, dialect))),
    });
  texts.set(table, text);
  return text;
}

export const canonical = ({ tables, objects }: SchemaModel, dialect: Dialect): unknown => ({
  tables: [...tables.values()].map((table) => tableOf(table, dialect)).sort(),
  objects: sorted([...objects.values()].map((each) => written(each, dialect))),
});
