import * as v from 'valibot';
import type { SchemaView } from '../schema/model.ts';
import type { TableName } from '../schema/table.ts';
import { type Fragment, type Literal, type Part, type Value, isFragment, list, literal, toLiteral } from '../sql/fragment.ts';
import type { ColumnType } from '../sql/types.ts';
import { type TableRef, mapped, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import type { Op } from './index.ts';
import { type Irreversible, type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, columnNames, columnType, defaultValue, tableName } from './shapes.ts';
import { call, items, options, tableSource, typeSource, valueSource } from './source.ts';

export type Cell = Literal | Fragment;

export interface BulkInsert extends OpBase {
  readonly op: 'bulkInsert';
  readonly table: TableName;
  readonly columns: readonly string[];
  /** One list a row, in the order of `columns`. */
  readonly rows: readonly (readonly Cell[])[];
  /** Types of columns that no op made. */
  readonly types?: { readonly [column: string]: ColumnType };
}

export type Row = { readonly [column: string]: Value | Fragment };

/** `bulkInsert('currency', [{ code: 'EUR', digits: 2 }, …])`: every row has the columns of the first. */
export function bulkInsert(
  table: TableRef,
  rows: readonly Row[],
  settings: { readonly types?: BulkInsert['types'] & {} } = {},
): BulkInsert {
  const columns = Array.isArray(rows) ? Object.keys(rows[0] ?? {}) : [];
  const cells = mapped(rows, (items) => items.map((row, index) => cellsOf(row, columns, index)));
  return { ...settings, op: 'bulkInsert', table: toTableName(table), columns, rows: cells, ...origin() };
}

/** Rows are many, so that what is done for each value is little. */
function cellsOf(row: Row, columns: readonly string[], index: number): readonly Cell[] {
  if (typeof row !== 'object' || row === null) throw new TypeError(`bulkInsert: row ${index + 1} is no record of columns`);
  const cells: Cell[] = [];
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i] as string;
    const value = row[column];
    if (value === undefined) throw new TypeError(`bulkInsert: row ${index + 1} has no value for column '${column}'`);
    cells[i] = typeof value === 'object' || typeof value === 'bigint' ? toCell(value) : value;
  }
  if (Object.keys(row).length > columns.length) {
    const known = new Set(columns);
    const extra = Object.keys(row).find((key) => !known.has(key));
    throw new TypeError(`bulkInsert: row ${index + 1} has a column '${extra}' that row 1 has not`);
  }
  return cells;
}

const toCell = (value: Value | Fragment): Cell => (isFragment(value) ? value : toLiteral(value));

/** Rows are many: the usual cells are recognised before the general shape is asked. */
function isRows(value: unknown): value is BulkInsert['rows'] {
  return Array.isArray(value) && value.every((row) => Array.isArray(row) && row.every(isCell));
}

function isCell(cell: unknown): boolean {
  return typeof cell === 'string' || typeof cell === 'number' || v.is(defaultValue, cell);
}

/** Rows go by their primary key, a thousand at a time. */
function reverse(op: BulkInsert, before: SchemaView): readonly Op[] | Irreversible {
  const table = displayTable(op.table);
  const key = before.table(op.table)?.constraints.find(({ kind }) => kind === 'primaryKey');
  if (key?.kind !== 'primaryKey') return irreversible(`rows of '${table}' cannot be told apart: its primary key is not known`);
  const positions = key.columns.map((column) => op.columns.indexOf(column));
  if (positions.includes(-1)) return irreversible(`the rows inserted into '${table}' do not give its primary key`);
  const keys = op.rows.map((row) => positions.map((position) => row[position] as Cell));
  const chunks = Array.from({ length: Math.ceil(keys.length / 1000) }, (_, i) => keys.slice(i * 1000, i * 1000 + 1000));
  return chunks.map((chunk): Op => ({ op: 'execute', sql: deleteRows(op, key.columns, chunk, before) }));
}

function deleteRows(op: BulkInsert, key: readonly string[], rows: readonly (readonly Cell[])[], view: SchemaView): Fragment {
  const typeOf = (column: string): ColumnType | undefined =>
    op.types?.[column] ?? view.table(op.table)?.columns.find(({ name }) => name === column)?.type;
  const cell = (value: Cell, column: string): Fragment =>
    isFragment(value) ? value : literal(value as Value, typeOf(column));
  const { schema, name } = op.table;
  const path = schema === undefined ? [name] : [schema, name];
  const head: Part[] = ['DELETE FROM ', { name: path }, ' WHERE '];
  const [first] = key;
  if (key.length === 1 && first !== undefined) {
    const values = list(rows.map(([value]) => cell(value as Cell, first)));
    return { sql: [...head, { name: [first] }, ' IN (', ...values.sql, ')'] };
  }
  const matches = rows.map((row) => key.map((column, i) => [{ name: [column] }, ' = ', ...cell(row[i] as Cell, column).sql]));
  const conditions = matches.map((parts): Part[] => ['(', ...joined(parts, ' AND '), ')']);
  return { sql: [...head, ...joined(conditions, ' OR ')] };
}

const joined = (groups: readonly (readonly Part[])[], separator: string): Part[] =>
  groups.flatMap((group, index) => (index ? [separator, ...group] : group));

export const bulkInsertDefinition: OpDefinition<BulkInsert> = {
  shape: () => v.pipe(
    v.strictObject({
      op: v.literal('bulkInsert'),
      table: tableName,
      columns: v.union([columnNames, v.tuple([])]),
      rows: v.custom<BulkInsert['rows']>(isRows, 'expected rows of literals or sql`…` fragments'),
      types: v.exactOptional(v.record(v.string(), columnType)),
      ...baseFields,
    }),
    v.check(
      ({ columns, rows }) => rows.every((row) => row.length === columns.length),
      'expected every row to have a value for each column',
    ),
  ),
  describe: ({ table, rows }) => `insert ${rows.length} row${rows.length === 1 ? '' : 's'} into ${displayTable(table)}`,
  reverse,
  evolve: (schema) => schema,
  source: ({ table, columns, rows, types }) =>
    call(
      'bulkInsert',
      tableSource(table),
      items(rows.map((row) => options(Object.fromEntries(columns.map((c, i) => [c, valueSource(row[i] as Cell)]))) ?? '{}')),
      options({
        types: types && options(Object.fromEntries(Object.entries(types).map(([c, each]) => [c, typeSource(each)]))),
      }),
    ),
};
