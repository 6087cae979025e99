import type { DeleteRows } from '../../ops/delete-rows.ts';
import { displayTable } from '../../ops/display.ts';
import type { InsertFrom } from '../../ops/insert-from.ts';
import type { RowCount } from '../../ops/row-count.ts';
import type { UpdateRows } from '../../ops/update-rows.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Lowered, type LoweringContext, dataStatement } from '../dialect.ts';
import { writeFragment, writeName, writeNames, writeTable, writeValue } from '../write.ts';
import { type WithRows, writtenKeys } from './data.ts';

/** The statement, with what stops the script where it touches another number of rows than it must. */
function counted(
  sql: string,
  { expect }: { readonly expect?: RowCount },
  what: string,
  { dialect }: LoweringContext,
): readonly Lowered[] {
  return expect ? dialect.countedRows(sql, { expect, what }, dialect) : [dataStatement(sql)];
}

export function insertFrom(op: InsertFrom, context: LoweringContext): readonly Lowered[] {
  const { dialect } = context;
  const head = `INSERT INTO ${writeTable(dialect, op.table)} (${writeNames(dialect, op.columns)})`;
  const sql = `${head}\n${writeFragment(dialect, op.query)}`;
  return counted(sql, op, `insert into ${displayTable(op.table)}`, context);
}

export function updateRows(op: UpdateRows, context: LoweringContext): readonly Lowered[] {
  const { dialect } = context;
  const set = Object.entries(op.set).map(
    ([column, value]) => `${writeName(dialect, column)} = ${writeValue(dialect, value, typeOf(op, column, context))}`,
  );
  const where = op.where === null ? '' : ` WHERE ${writeFragment(dialect, op.where)}`;
  const sql = `UPDATE ${writeTable(dialect, op.table)} SET ${set.join(', ')}${where}`;
  return counted(sql, op, `update of ${displayTable(op.table)}`, context);
}

function typeOf({ table, types }: UpdateRows, column: string, { schema }: LoweringContext): ColumnType | undefined {
  return types?.[column] ?? schema.table(table)?.columns.find(({ name }) => name === column)?.type;
}

/** More rows a statement would be a list that no reader follows, and longer than some servers take. */
const ROWS_PER_STATEMENT = 500;

export function deleteRows(op: DeleteRows, context: LoweringContext): readonly Lowered[] {
  const { dialect } = context;
  const head = `DELETE FROM ${writeTable(dialect, op.table)}`;
  if (op.matching) return [...deleteMatching(head, { table: op.table, ...op.matching }, context)];
  const sql = op.where === null ? head : `${head} WHERE ${writeFragment(dialect, op.where)}`;
  return counted(sql, op, `delete from ${displayTable(op.table)}`, context);
}

type Matching = WithRows & { readonly key: readonly string[] };

function* deleteMatching(head: string, matching: Matching, context: LoweringContext): Generator<Lowered> {
  const conditions = keyConditions(matching, context);
  const isSingle = matching.key.length === 1;
  const flush = (chunk: readonly string[]): Lowered =>
    dataStatement(
      isSingle
        ? `${head} WHERE ${writeNames(context.dialect, matching.key)} IN (${chunk.join(', ')})`
        : `${head} WHERE ${chunk.join('\n  OR ')}`,
    );
  let chunk: string[] = [];
  for (const condition of conditions) {
    chunk.push(condition);
    if (chunk.length === ROWS_PER_STATEMENT) {
      yield flush(chunk);
      chunk = [];
    }
  }
  if (chunk.length) yield flush(chunk);
}

/** The value of a single key column, or the comparison of all of several. */
function* keyConditions(matching: Matching, context: LoweringContext): Generator<string> {
  const { dialect } = context;
  for (const values of writtenKeys(matching, matching.key, context)) {
    if (values.length === 1) yield values[0] as string;
    else yield `(${values.map((value, index) => `${writeName(dialect, matching.key[index] as string)} = ${value}`).join(' AND ')})`;
  }
}
