import type { BulkInsert, Cell } from '../../ops/bulk-insert.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Lowered, type LoweringContext, dataStatement } from '../dialect.ts';
import { writeNames, writeTable, writeValue } from '../write.ts';

/** The types that decide how a row's values are written: the op's own, else the replayed table's. */
export function cellTypes({ table, columns, types }: BulkInsert, { schema }: LoweringContext): readonly (ColumnType | undefined)[] {
  const missing = columns.some((column) => types?.[column] === undefined);
  const known = missing ? schema.table(table)?.columns : undefined;
  return columns.map((column) => types?.[column] ?? known?.find(({ name }) => name === column)?.type);
}

/** Each row as `(1, 'a')`. */
export function* writtenRows(op: BulkInsert, context: LoweringContext): Generator<string> {
  const types = cellTypes(op, context);
  const cell = (value: Cell, index: number): string => writeValue(context.dialect, value, types[index]);
  for (const row of op.rows) yield `(${row.map(cell).join(', ')})`;
}

export const insertHead = ({ table, columns }: BulkInsert, { dialect }: LoweringContext): string =>
  `INSERT INTO ${writeTable(dialect, table)} (${writeNames(dialect, columns)}) VALUES`;

/** Multi-row `INSERT … VALUES`, at most `rowsPerStatement` a statement. */
export const bulkInsertOf =
  (rowsPerStatement: number) =>
  (op: BulkInsert, context: LoweringContext): readonly Lowered[] => {
    const head = insertHead(op, context);
    const statements: Lowered[] = [];
    let rows: string[] = [];
    const flush = (): void => {
      if (rows.length) statements.push(dataStatement(`${head}\n  ${rows.join(',\n  ')}`));
      rows = [];
    };
    for (const row of writtenRows(op, context)) {
      rows.push(row);
      if (rows.length === rowsPerStatement) flush();
    }
    flush();
    return statements;
  };
