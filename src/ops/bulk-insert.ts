import * as v from 'valibot';
import type { TableName } from '../schema/table.ts';
import { type Fragment, type Literal, type Value, isFragment, toLiteral } from '../sql/fragment.ts';
import type { ColumnType } from '../sql/types.ts';
import { type Code, call, listInLines, object, text } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, columnNames, columnTypes, objectName, rowsShape } from './shapes.ts';
import { nameSource, rowSettingsSource, settings as settingsSource, valueSource } from './source.ts';

export type Cell = Literal | Fragment;

/** A file of rows beside the migration: its header, or its first row, names the columns. */
export interface DataFile {
  /** Relative to the migration's own file. */
  readonly file: string;
  readonly format: 'csv' | 'json' | 'jsonl';
  /** The text that stands for NULL in a `.csv`; without one, an empty text that is not quoted. */
  readonly null?: string;
}

/** One list a row, in the order of the op's columns; or a file, which is read when the op is lowered. */
export type Rows = readonly (readonly Cell[])[] | DataFile;

export const isDataFile = (rows: Rows): rows is DataFile => !Array.isArray(rows);

export interface BulkInsert extends OpBase {
  readonly op: 'bulkInsert';
  readonly table: TableName;
  /** Of rows in a file, empty until the migration is loaded. */
  readonly columns: readonly string[];
  readonly rows: Rows;
  /** Types of columns that no op made. */
  readonly types?: { readonly [column: string]: ColumnType };
}

export type Row = { readonly [column: string]: Value | Fragment };

/** `fromFile('./currencies.csv')`: the ending tells the format. */
export function fromFile(file: string, settings: Pick<DataFile, 'null'> = {}): DataFile {
  const ending = /\.(\w+)$/.exec(String(file))?.[1]?.toLowerCase();
  return { ...settings, file, format: (ending === 'ndjson' ? 'jsonl' : ending) as DataFile['format'] };
}

/** `bulkInsert('currency', [{ code: 'EUR', digits: 2 }, …])`: every row has the columns of the first. */
export function bulkInsert(
  table: TableRef,
  rows: readonly Row[] | DataFile,
  settings: { readonly types?: BulkInsert['types'] & {} } = {},
): BulkInsert {
  return { ...settings, op: 'bulkInsert', table: toTableName(table), ...toRows('bulkInsert', rows), ...origin() };
}

/** The columns of the first row, and every row's values in their order. */
export function toRows(op: string, rows: readonly Row[] | DataFile): { readonly columns: readonly string[]; readonly rows: Rows } {
  if (!Array.isArray(rows)) return { columns: [], rows: rows as DataFile };
  const columns = Object.keys(rows[0] ?? {});
  return { columns, rows: rows.map((row: Row, index) => cellsOf(op, row, columns, index)) };
}

/** Rows are many, so that what is done for each value is little. */
function cellsOf(op: string, row: Row, columns: readonly string[], index: number): readonly Cell[] {
  if (typeof row !== 'object' || row === null) throw new TypeError(`${op}: row ${index + 1} is no record of columns`);
  const cells: Cell[] = [];
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i] as string;
    const value = row[column];
    if (value === undefined) throw new TypeError(`${op}: row ${index + 1} has no value for column '${column}'`);
    cells[i] = typeof value === 'object' || typeof value === 'bigint' ? toCell(value) : value;
  }
  if (Object.keys(row).length > columns.length) {
    const known = new Set(columns);
    const extra = Object.keys(row).find((key) => !known.has(key));
    throw new TypeError(`${op}: row ${index + 1} has a column '${extra}' that row 1 has not`);
  }
  return cells;
}

export const toCell = (value: Value | Fragment): Cell => (isFragment(value) ? value : toLiteral(value));

export function rowsSource(columns: readonly string[], rows: Rows): Code {
  if (isDataFile(rows)) return call('fromFile', text(rows.file), settingsSource({ null: rows.null }));
  const record = (row: readonly Cell[]): Code =>
    object(Object.fromEntries(columns.map((column, index) => [column, valueSource(row[index] as Cell)])));
  return listInLines(rows.map(record));
}

const displayRows = (rows: Rows): string =>
  isDataFile(rows) ? `the rows of ${rows.file}` : `${rows.length} row${rows.length === 1 ? '' : 's'}`;

export const bulkInsertDefinition: OpDefinition<BulkInsert> = {
  shape: () => v.pipe(
    v.strictObject({
      op: v.literal('bulkInsert'),
      table: objectName,
      columns: v.union([columnNames, v.tuple([])]),
      rows: rowsShape,
      types: v.exactOptional(columnTypes),
      ...baseFields,
    }),
    v.check(
      ({ columns, rows }) => isDataFile(rows) || rows.every((row) => row.length === columns.length),
      'expected every row to have a value for each column',
    ),
  ),
  describe: ({ table, rows }) => `insert ${displayRows(rows)} into ${displayTable(table)}`,
  // Rows go by their primary key.
  reverse: ({ table, columns, rows, types }, before) => {
    const shown = displayTable(table);
    const key = before.table(table)?.constraints.find(({ kind }) => kind === 'primaryKey');
    if (key?.kind !== 'primaryKey') return irreversible(`rows of '${shown}' cannot be told apart: its primary key is not known`);
    if (!key.columns.every((column) => columns.includes(column))) {
      return irreversible(`the rows inserted into '${shown}' do not give its primary key`);
    }
    return [{ op: 'deleteRows', table, where: null, matching: { key: key.columns, columns, rows, ...(types && { types }) } }];
  },
  evolve: (schema) => schema,
  source: ({ table, columns, rows, types }) =>
    call('bulkInsert', nameSource(table), rowsSource(columns, rows), rowSettingsSource({ types })),
};
