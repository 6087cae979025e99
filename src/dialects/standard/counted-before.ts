import type { DeleteRows } from '../../ops/delete-rows.ts';
import { displayTable } from '../../ops/display.ts';
import type { InsertFrom } from '../../ops/insert-from.ts';
import type { UpdateRows } from '../../ops/update-rows.ts';
import type { CountedRows, Dialect, Lowered, LoweringContext } from '../dialect.ts';
import { writeFragment, writeTable } from '../write.ts';
import * as rows from './rows.ts';
import { COUNTED, type CountedChange, bare } from './stop-unless.ts';

/** How a database stops a script. */
export type Stop = (change: CountedChange, dialect: Dialect) => readonly Lowered[];

/**
 * Behind an UPDATE, ROW_COUNT() counts the rows whose values became others, not those that it found. So the rows are
 * counted before, and locked: inside the script's transaction nobody takes one away or changes it in between, and where
 * the count is wrong none is touched.
 * https://dev.mysql.com/doc/refman/8.4/en/information-functions.html#function_row-count
 * https://dev.mysql.com/doc/refman/8.4/en/innodb-locking-reads.html
 */
function countedBefore(
  { table, where, expect }: UpdateRows | DeleteRows,
  context: LoweringContext,
  { change, what, stop }: { readonly change: readonly Lowered[]; readonly what: string; readonly stop: Stop },
): readonly Lowered[] {
  const [first] = change;
  if (!expect || !first) return change;
  const { dialect } = context;
  const condition = where === null ? '' : ` WHERE ${writeFragment(dialect, where)}`;
  const count = `SELECT COUNT(*) INTO ${COUNTED} FROM ${writeTable(dialect, table)}${condition} FOR UPDATE`;
  const counted = { statements: [count, first.sql], check: 'between', expect, what } as const;
  return stop(counted, dialect);
}

export const updateCounted =
  (stop: Stop) =>
  (op: UpdateRows, context: LoweringContext): readonly Lowered[] => {
    const { expect: _, ...plain } = op;
    const what = `update of ${displayTable(op.table)}`;
    return countedBefore(op, context, { change: rows.updateRows(plain, context), what, stop });
  };

export const deleteCounted =
  (stop: Stop) =>
  (op: DeleteRows, context: LoweringContext): readonly Lowered[] => {
    if (op.matching) return rows.deleteRows(op, context);
    const { expect: _, ...plain } = op;
    const what = `delete from ${displayTable(op.table)}`;
    return countedBefore(op, context, { change: rows.deleteRows(plain, context), what, stop });
  };

/**
 * For MySQL, which has no way to read ROW_COUNT() before a client or the script's own checks ask something else. The
 * rows that are read are locked, as INSERT … SELECT locks them itself; names of the columns keep two of one name apart.
 */
export const insertCounted =
  (stop: Stop) =>
  (op: InsertFrom, context: LoweringContext): readonly Lowered[] => {
    const { expect, ...plain } = op;
    const change = rows.insertFrom(plain, context);
    const [first] = change;
    if (!expect || !first) return change;
    const { dialect } = context;
    const names = op.columns.map((_, index) => `c${index + 1}`).join(', ');
    const query = `${bare(writeFragment(dialect, op.query))}\nLOCK IN SHARE MODE`;
    const count = `WITH migsql_counted (${names}) AS (\n${query}\n) SELECT COUNT(*) INTO ${COUNTED} FROM migsql_counted`;
    const what = `insert into ${displayTable(op.table)}`;
    return stop({ statements: [count, first.sql], check: 'between', expect, what }, dialect);
  };

/** For MariaDB, whose compound statement reads ROW_COUNT() at once. */
export const countedBehind =
  (stop: Stop) =>
  (sql: string, { expect, what }: CountedRows, dialect: Dialect): readonly Lowered[] =>
    stop({ statements: [sql, `SET ${COUNTED} = ROW_COUNT()`], check: 'behind', expect, what }, dialect);
