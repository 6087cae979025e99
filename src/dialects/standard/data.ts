import type { Place } from '../../diagnostics.ts';
import { type BulkInsert, type Cell, isDataFile } from '../../ops/bulk-insert.ts';
import type { Table } from '../../schema/table.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Lowered, type LoweringContext, Refusal, dataStatement, refuse } from '../dialect.ts';
import { writeNames, writeTable, writeValue } from '../write.ts';

/** What the writing of rows needs to know: `bulkInsert`, and `deleteRows` of the rows that one inserted. */
export type WithRows = Pick<BulkInsert, 'table' | 'columns' | 'rows' | 'types'>;

/** The replayed table, where the op's own types do not say everything. */
export function knownTable({ table, columns, types }: WithRows, { schema }: LoweringContext): Table | undefined {
  return columns.some((column) => types?.[column] === undefined) ? schema.table(table) : undefined;
}

/** The types that decide how a row's values are written: the op's own, else the replayed table's. */
export function cellTypes(op: WithRows, context: LoweringContext): readonly (ColumnType | undefined)[] {
  const known = knownTable(op, context)?.columns;
  return op.columns.map((column) => op.types?.[column] ?? known?.find(({ name }) => name === column)?.type);
}

/** Whether the op brings no rows; of a file that is not known before it is read. */
export const isEmpty = ({ rows }: WithRows): boolean => !isDataFile(rows) && rows.length === 0;

/** The rows with the place of each, in the op or in its file. */
function* placedRows(op: WithRows, context: LoweringContext): Generator<PlacedRow> {
  const { rows } = op;
  if (!isDataFile(rows)) {
    for (const [index, cells] of rows.entries()) yield { cells, where: `row ${index + 1}` };
    return;
  }
  const table = context.data.get(rows.file);
  if (!table) {
    refuse(
      `the rows of '${rows.file}' are not here to be read`,
      'A file of rows belongs to a migration; without one give the rows themselves.',
    );
  }
  const { file } = table;
  for (const { cells, line } of table.rows(cellTypes(op, context), rows)) {
    yield { cells, where: `${file}:${line}`, place: { file, line } };
  }
}

interface PlacedRow {
  readonly cells: readonly Cell[];
  /** For messages. */
  readonly where: string;
  readonly place?: Place;
}

/** The rows, one after the other: a file is never held whole. */
export function* rowsOf(op: WithRows, context: LoweringContext): Generator<readonly Cell[]> {
  for (const { cells } of placedRows(op, context)) yield cells;
}

/** Whether a row is as asked for. A file is read for it once more. */
export function someRow(op: WithRows, context: LoweringContext, test: (row: readonly Cell[]) => boolean): boolean {
  for (const row of rowsOf(op, context)) if (test(row)) return true;
  return false;
}

/** Each row as `(1, 'a')`. A value that does not fit is refused with its row, from 1, and column. */
export function* writtenRows(op: WithRows, context: LoweringContext): Generator<string> {
  const types = cellTypes(op, context);
  const cell = (value: Cell, index: number): string => writeValue(context.dialect, value, types[index]);
  for (const row of placedRows(op, context)) {
    const { cells } = row;
    let column = 0;
    try {
      let written = '(';
      for (; column < cells.length; column++) written += (column ? ', ' : '') + cell(cells[column] as Cell, column);
      yield `${written})`;
    } catch (error) {
      throw atCell(error, op, row, column);
    }
  }
}

function atCell(error: unknown, { columns }: WithRows, { where, place }: PlacedRow, column: number): unknown {
  if (!(error instanceof Refusal)) return error;
  return new Refusal(`${where}, column '${columns[column]}': ${error.message}`, error.hint, 0, place);
}

/** The written values of some columns of each row, by which the row is known. */
export function* writtenKeys(op: WithRows, key: readonly string[], context: LoweringContext): Generator<readonly string[]> {
  const types = cellTypes(op, context);
  const positions = key.map((column) => positionOf(op, column));
  for (const row of placedRows(op, context)) {
    yield positions.map((position) => {
      try {
        return writeKey(row.cells[position] as Cell, types[position], context);
      } catch (error) {
        throw atCell(error, op, row, position);
      }
    });
  }
}

function positionOf({ columns, rows }: WithRows, column: string): number {
  const position = columns.indexOf(column);
  if (position >= 0 || (!isDataFile(rows) && rows.length === 0)) return position;
  return refuse(
    `the rows have no column '${column}', which is part of the key`,
    'Give it in every row, or leave it out of the key.',
  );
}

const writeKey = (value: Cell, type: ColumnType | undefined, { dialect }: LoweringContext): string =>
  value === null
    ? refuse('NULL in the key', 'NULL equals nothing, so that the row would not be found: give the key a value.')
    : writeValue(dialect, value, type);

export const insertHead = ({ table, columns }: WithRows, { dialect }: LoweringContext): string =>
  `INSERT INTO ${writeTable(dialect, table)} (${writeNames(dialect, columns)}) VALUES`;

/** Multi-row `INSERT … VALUES`, at most `rowsPerStatement` a statement. */
export const bulkInsertOf =
  (rowsPerStatement: number) =>
  (op: BulkInsert, context: LoweringContext): readonly Lowered[] =>
    insertStatements(op, context, { rowsPerStatement, head: insertHead(op, context) });

/** How INSERT statements are cut; a row longer than `charactersPerStatement` has one to itself. */
export interface InsertShape {
  readonly rowsPerStatement: number;
  readonly charactersPerStatement?: number;
  readonly head: string;
}

/** As `bulkInsertOf`, with a head of the dialect's own. */
export function insertStatements(
  op: BulkInsert,
  context: LoweringContext,
  { rowsPerStatement, charactersPerStatement = Infinity, head }: InsertShape,
): readonly Lowered[] {
  const statements: Lowered[] = [];
  let rows: string[] = [];
  let length = 0;
  const flush = (): void => {
    if (rows.length) statements.push(dataStatement(`${head}\n  ${rows.join(',\n  ')}`));
    rows = [];
    length = 0;
  };
  for (const row of writtenRows(op, context)) {
    if (length + row.length > charactersPerStatement) flush();
    rows.push(row);
    length += row.length;
    if (rows.length === rowsPerStatement) flush();
  }
  flush();
  return statements;
}
