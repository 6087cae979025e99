import type { BulkInsert, Cell } from '../../ops/bulk-insert.ts';
import type { Table } from '../../schema/table.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Lowered, type LoweringContext, Refusal, dataStatement } from '../dialect.ts';
import { writeNames, writeTable, writeValue } from '../write.ts';

/** The replayed table, where the op's own types do not say everything. */
export function knownTable({ table, columns, types }: BulkInsert, { schema }: LoweringContext): Table | undefined {
  return columns.some((column) => types?.[column] === undefined) ? schema.table(table) : undefined;
}

/** The types that decide how a row's values are written: the op's own, else the replayed table's. */
export function cellTypes(op: BulkInsert, context: LoweringContext): readonly (ColumnType | undefined)[] {
  const known = knownTable(op, context)?.columns;
  return op.columns.map((column) => op.types?.[column] ?? known?.find(({ name }) => name === column)?.type);
}

/** Each row as `(1, 'a')`. A value that does not fit is refused with its row, from 1, and column. */
export function* writtenRows(op: BulkInsert, context: LoweringContext): Generator<string> {
  const types = cellTypes(op, context);
  const cell = (value: Cell, index: number): string => writeValue(context.dialect, value, types[index]);
  for (const row of op.rows) {
    let column = 0;
    try {
      let written = '(';
      for (; column < row.length; column++) written += (column ? ', ' : '') + cell(row[column] as Cell, column);
      yield `${written})`;
    } catch (error) {
      throw atCell(error, op, row, column);
    }
  }
}

function atCell(error: unknown, { rows, columns }: BulkInsert, row: BulkInsert['rows'][number], column: number): unknown {
  if (!(error instanceof Refusal)) return error;
  return new Refusal(`row ${rows.indexOf(row) + 1}, column '${columns[column]}': ${error.message}`, error.hint);
}

export const insertHead = ({ table, columns }: BulkInsert, { dialect }: LoweringContext): string =>
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
