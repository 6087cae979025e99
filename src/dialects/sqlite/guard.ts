import { displayTable } from '../../ops/display.ts';
import { displayRowCount } from '../../ops/row-count.ts';
import type { Table } from '../../schema/table.ts';
import {
  type CountedRows,
  type Dialect,
  type Lowered,
  type LoweringContext,
  dataStatement,
  schemaStatement,
} from '../dialect.ts';
import { needs } from '../server.ts';
import { quoteText } from './literals.ts';
import { writeName } from '../write.ts';

/*
 * SQLite raises errors only in triggers (https://www.sqlite.org/lang_createtrigger.html#the_raise_function). What a
 * script must be sure of is therefore written to a temporary table whose checks say it: the first value that fails one
 * stops the script, with the check's name as the message: `CHECK constraint failed: update of account …`.
 */

/** A condition of one column of the guard. */
interface Condition {
  readonly column: string;
  /** What went wrong where it does not hold. */
  readonly message: string;
  readonly holds: string;
}

function guardTable(conditions: readonly Condition[], dialect: Dialect): Lowered {
  const lines = conditions.map(
    ({ column, message, holds }) => `  ${column} INTEGER CONSTRAINT ${writeName(dialect, message)} CHECK (${holds})`,
  );
  return schemaStatement(`CREATE TEMP TABLE migsql_guard (\n${lines.join(',\n')}\n)`);
}

const DROP_GUARD = schemaStatement('DROP TABLE temp.migsql_guard');

const assertion = (columns: string, query: string, between = ' '): Lowered =>
  dataStatement(`INSERT INTO temp.migsql_guard (${columns})${between}SELECT ${query}`);

type Known = Pick<Table, 'name' | 'temporary'>;

/** The schema that a PRAGMA must be told; without one it looks into the main file: https://www.sqlite.org/pragma.html#pragfunc */
const fileOf = ({ name, temporary }: Known): string | undefined => (temporary ? 'temp' : name.schema);

/** Whether a row breaks a foreign key of the table, or one to it. */
function violations(table: Known, where = `${quoteText(table.name.name)} COLLATE NOCASE IN ("table", parent)`): string {
  const file = fileOf(table);
  const checked = file === undefined ? '' : `(NULL, ${quoteText(file)})`;
  return `count(*) FROM pragma_foreign_key_check${checked} WHERE ${where}`;
}

const notIn = (names: readonly string[]): string => `name COLLATE NOCASE NOT IN (${names.map(quoteText).join(', ')})`;

/** Columns that would not be copied. */
function unknownColumns(table: Table): string {
  const file = fileOf(table);
  const asked = [table.name.name, ...(file === undefined ? [] : [file])].map(quoteText).join(', ');
  return `(SELECT count(*) FROM pragma_table_info(${asked}) WHERE ${notIn(table.columns.map(({ name }) => name))})`;
}

/** Indexes and triggers that would not be made again; those of constraints have no SQL. */
function unknownObjects(table: Table, triggers: readonly string[], dialect: Dialect): string {
  const file = fileOf(table);
  const master = table.temporary ? 'sqlite_temp_master' : `${file === undefined ? '' : `${writeName(dialect, file)}.`}sqlite_master`;
  const known = [...table.indexes.map(({ name }) => name), ...triggers];
  const own = `tbl_name = ${quoteText(table.name.name)} COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL`;
  return `(SELECT count(*) FROM ${master} WHERE ${[own, ...(known.length ? [notIn(known)] : [])].join(' AND ')})`;
}

function rebuildConditions(table: Table): readonly Condition[] {
  const name = displayTable(table.name);
  const messages = {
    enforced: 'PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew',
    unknown_columns: `${name} has a column that no op made, and would lose it`,
    unknown_objects: `${name} has an index or a trigger that no op made, and would lose it`,
    violations: `foreign keys of ${name}, or to it, are violated`,
  };
  return Object.entries(messages).map(([column, message]) => ({ column, message, holds: `${column} = 0` }));
}

/**
 * What makes a table anew, between certainties: foreign keys are off, since DROP TABLE would otherwise delete the rows
 * that reference the table (https://www.sqlite.org/foreignkeys.html#fk_schemacommands), nothing is there that the new
 * table would lack, and foreign keys hold afterwards.
 */
export function guardedRebuild(
  table: Table,
  statements: readonly Lowered[],
  { dialect, schema }: Pick<LoweringContext, 'dialect' | 'schema'>,
): readonly Lowered[] {
  needsPragmaFunctions(dialect);
  const triggers = schema.triggersOn(table.name).map(({ name }) => name.name);
  const asked = ['foreign_keys', unknownColumns(table), unknownObjects(table, triggers, dialect)];
  return [
    guardTable(rebuildConditions(table), dialect),
    assertion('enforced, unknown_columns, unknown_objects', `${asked.join(',\n  ')}\nFROM pragma_foreign_keys`, '\n'),
    ...statements,
    assertion('violations', violations(table)),
    DROP_GUARD,
  ];
}

/** Stops the script where rows of a table break its foreign keys, or those of them that go to one other table. */
export function guardForeignKeys(table: Table, parent: string, message: string, dialect: Dialect): readonly Lowered[] {
  needsPragmaFunctions(dialect);
  const where = `"table" = ${quoteText(table.name.name)} COLLATE NOCASE AND parent = ${quoteText(parent)} COLLATE NOCASE`;
  return [
    guardTable([{ column: 'violations', message, holds: 'violations = 0' }], dialect),
    assertion('violations', violations(table, where)),
    DROP_GUARD,
  ];
}

const needsPragmaFunctions = (dialect: Dialect): void => needs(dialect, 'a query of what a PRAGMA says', 3, 16);

/** `changes()` is asked at once behind the statement: https://www.sqlite.org/lang_corefunc.html#changes */
export function countedRows(sql: string, counted: CountedRows, dialect: Dialect): readonly Lowered[] {
  const columns = [...tooFew(counted), ...tooMany(counted)];
  const names = columns.map(({ column }) => column);
  return [
    guardTable(columns, dialect),
    dataStatement(sql),
    assertion(names.join(', '), names.map(() => 'changes()').join(', ')),
    DROP_GUARD,
  ];
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
