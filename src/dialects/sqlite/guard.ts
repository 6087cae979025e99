import { displayRowCount } from '../../ops/row-count.ts';
import { type CountedRows, type Dialect, type Lowered, dataStatement, emulated, schemaStatement } from '../dialect.ts';
import type { StopUnless } from '../standard/conditions.ts';
import { writeName } from '../write.ts';
import { ROWS_CHANGED } from './prove.ts';

/*
 * SQLite raises errors only in triggers (https://www.sqlite.org/lang_createtrigger.html#the_raise_function). What a
 * script must be sure of is therefore written to a temporary table whose checks say it: the first value that fails one
 * stops the script, with the check's name as the message: `CHECK constraint failed: update of account …`.
 */

/** A condition of one column of the guard. */
export interface Condition {
  readonly column: string;
  /** What went wrong where it does not hold. */
  readonly message: string;
  readonly holds: string;
}

export function guardTable(conditions: readonly Condition[], dialect: Dialect): Lowered {
  const lines = conditions.map(
    ({ column, message, holds }) => `  ${column} INTEGER CONSTRAINT ${writeName(dialect, message)} CHECK (${holds})`,
  );
  return schemaStatement(`CREATE TEMP TABLE migsql_guard (\n${lines.join(',\n')}\n)`);
}

export const DROP_GUARD = schemaStatement('DROP TABLE temp.migsql_guard');

/** Its one row is there or not. */
export const assertion = (columns: string, query: string, between = ' '): Lowered => ({
  ...dataStatement(`INSERT INTO temp.migsql_guard (${columns})${between}SELECT ${query}`),
  proof: ROWS_CHANGED,
});

/** `changes()` is asked at once behind the statement: https://www.sqlite.org/lang_corefunc.html#changes */
export function countedRows(sql: string, counted: CountedRows, dialect: Dialect): readonly Lowered[] {
  const columns = [...tooFew(counted), ...tooMany(counted)];
  const names = columns.map(({ column }) => column);
  if (!names.length) return [dataStatement(sql)];
  return emulated('the rows are counted, and a wrong number stops the script', [
    guardTable(columns, dialect),
    { ...dataStatement(sql), proof: '' },
    dataStatement(`INSERT INTO temp.migsql_guard (${names.join(', ')}) SELECT ${names.map(() => 'changes()').join(', ')}`),
    DROP_GUARD,
  ]);
}

const expected = ({ expect, what }: CountedRows): string => `${what}: expected ${displayRowCount(expect)}`;

function tooFew(counted: CountedRows): readonly Condition[] {
  const { atLeast = 0 } = counted.expect;
  if (atLeast === 0) return [];
  const message = `${expected(counted)}, found ${atLeast === 1 ? 'none' : 'fewer'}`;
  return [{ column: 'at_least', message, holds: `at_least >= ${atLeast}` }];
}

function tooMany(counted: CountedRows): readonly Condition[] {
  const { atMost } = counted.expect;
  if (atMost === undefined) return [];
  const message = `${expected(counted)}, found ${atMost === 0 ? 'some' : 'more'}`;
  return [{ column: 'at_most', message, holds: `at_most <= ${atMost}` }];
}

/** A CHECK lets the unknown pass, so that the answer is made 0 or 1. */
export const stopUnless: StopUnless = (condition, message, dialect) => [
  guardTable([{ column: 'holds', message, holds: 'holds' }], dialect),
  assertion('holds', `${condition} IS TRUE`),
  DROP_GUARD,
];
