/** A model as its dialect writes it: two models that make the same database are the same data. */
import type { Dialect } from '../../src/dialects/dialect.ts';
import { readType } from '../../src/dialects/read-type.ts';
import { writeFragment, writeLiteral, writeType } from '../../src/dialects/write.ts';
import type { SchemaModel } from '../../src/schema/model.ts';
import type { Column, Table } from '../../src/schema/table.ts';
import { isFragment } from '../../src/sql/fragment.ts';

const sorted = (items: readonly unknown[]): readonly string[] => items.map((item) => JSON.stringify(item)).sort();

/** Fragments as text, fields in one order, and no options of other databases. */
function written(value: unknown, dialect: Dialect): unknown {
  if (isFragment(value)) return writeFragment(dialect, value);
  if (Array.isArray(value)) return value.map((each) => written(each, dialect));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, each]) => each !== undefined && each !== false);
  return Object.fromEntries(fields.sort().map(([key, each]) => [key, written(each, dialect)]));
}

function columnOf({ type, default: value, ...rest }: Column, dialect: Dialect): unknown {
  const shown = value === undefined || isFragment(value) ? value : writeLiteral(dialect, value, type);
  const { on, ...more } = written({ ...rest, type: readType(writeType(dialect, type), dialect.name), default: shown }, dialect) as Record<string, unknown>;
  return { ...more, on: (on as Record<string, unknown> | undefined)?.[dialect.name] };
}

const tableOf = ({ columns, constraints, indexes, on, ...rest }: Table, dialect: Dialect): unknown => ({
  ...(written(rest, dialect) as object),
  on: written(on?.[dialect.name as 'postgresql'], dialect),
  columns: columns.map((column) => columnOf(column, dialect)),
  constraints: sorted(constraints.map((each) => written(each, dialect))),
  indexes: sorted(indexes.map((each) => written(each, dialect))),
});

export const canonical = ({ tables, objects }: SchemaModel, dialect: Dialect): unknown => ({
  tables: sorted([...tables.values()].map((table) => tableOf(table, dialect))),
  objects: sorted([...objects.values()].map((each) => written(each, dialect))),
});
