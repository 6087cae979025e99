import { type BulkInsert, type Cell, isDataFile } from '../../ops/bulk-insert.ts';
import { type Fragment, isFragment } from '../../sql/fragment.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Lowered, type LoweringContext, dataStatement } from '../dialect.ts';
import { bulkInsertOf, cellTypes, isEmpty, someRow } from '../standard/data.ts';
import { writeTable } from '../write.ts';

/** https://learn.microsoft.com/sql/t-sql/queries/table-value-constructor-transact-sql */
const ROWS_PER_STATEMENT = 1000;

export function bulkInsert(op: BulkInsert, context: LoweringContext): readonly Lowered[] {
  if (isEmpty(op)) return [];
  const statements = bulkInsertOf(kindsAgree(op, context) ? ROWS_PER_STATEMENT : 1)(op, context);
  if (!givesIdentity(op, context)) return statements;
  // https://learn.microsoft.com/sql/t-sql/statements/set-identity-insert-transact-sql
  const set = `SET IDENTITY_INSERT ${writeTable(context.dialect, op.table)}`;
  return [dataStatement(`${set} ON`), ...statements, dataStatement(`${set} OFF`)];
}

const givesIdentity = ({ table, columns }: BulkInsert, { schema }: LoweringContext): boolean =>
  schema.table(table)?.columns.some(({ name, identity }) => identity && columns.includes(name)) ?? false;

/**
 * The values that the rows of one statement have in a column are brought to one type, as in UNION ALL, before they come
 * to the column: beside the number 5, the text '007' would become 7. So rows share a statement only where their values
 * are of one kind, as a column's own type makes all but expressions:
 * https://learn.microsoft.com/sql/t-sql/queries/table-value-constructor-transact-sql
 */
function kindsAgree(op: BulkInsert, context: LoweringContext): boolean {
  const types = cellTypes(op, context);
  // A file holds no expressions, and need not be read for this.
  if (isDataFile(op.rows) && types.every((type) => type !== undefined && type.type !== 'native')) return true;
  const kinds: (string | undefined)[] = [];
  const differs = (cell: Cell, column: number): boolean => {
    const found = kindOf(cell, types[column]);
    if (found === undefined) return false;
    const kind = kinds[column];
    kinds[column] ??= found;
    return kind !== undefined && (found !== kind || found === 'expression');
  };
  return !someRow(op, context, (row) => row.some(differs));
}

/** Nothing for NULL, which takes any type. */
function kindOf(cell: Cell, type: ColumnType | undefined): string | undefined {
  if (cell === null) return undefined;
  if (isFragment(cell)) return commonFunction(cell) ?? 'expression';
  if (type !== undefined && type.type !== 'native') return 'value of the type';
  if (typeof cell === 'string') return 'text';
  if (typeof cell !== 'object' || 'bigint' in cell) return 'number';
  return 'bytes' in cell ? 'bytes' : 'text';
}

/** `now()`, `today()` and `uuid()` are of one type each. */
function commonFunction({ sql: [part, ...more] }: Fragment): string | undefined {
  return part !== undefined && typeof part === 'object' && 'call' in part && more.length === 0 ? part.call : undefined;
}
