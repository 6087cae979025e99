import { displayRowCount } from '../../ops/row-count.ts';
import type { Table } from '../../schema/table.ts';
import { type CountedRows, type Dialect, type Lowered, dataStatement, schemaStatement } from '../dialect.ts';
import { needs } from '../server.ts';
import { quoteText } from './literals.ts';
import { writeName } from '../write.ts';
import { displayTable } from '../../ops/display.ts';

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

const assertion = (column: string, query: string): Lowered =>
  dataStatement(`INSERT INTO temp.migsql_guard (${column}) SELECT ${query}`);

/** Whether a row breaks a foreign key of the table, or one to it, or those to `parent` alone. */
function violations({ name, temporary }: Pick<Table, 'name' | 'temporary'>, where?: string): string {
  const schema = temporary ? 'temp' : name.schema;
  // Without a schema it looks into the main file alone: https://www.sqlite.org/pragma.html#pragfunc
  const checked = schema === undefined ? '' : `(NULL, ${quoteText(schema)})`;
  const concerned = where ?? `${quoteText(name.name)} COLLATE NOCASE IN ("table", parent)`;
  return `count(*) FROM pragma_foreign_key_check${checked} WHERE ${concerned}`;
}

const broken = (table: Table): string => `foreign keys of ${displayTable(table.name)}, or to it, are violated`;

/**
 * What makes a table anew, between two certainties: foreign keys are off, since DROP TABLE would otherwise delete the
 * rows that reference the table (https://www.sqlite.org/foreignkeys.html#fk_schemacommands), and hold afterwards.
 */
export function guardedRebuild(table: Table, statements: readonly Lowered[], dialect: Dialect): readonly Lowered[] {
  needsPragmaFunctions(dialect);
  const off = 'PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew';
  return [
    guardTable(
      [
        { column: 'enforced', message: off, holds: 'enforced = 0' },
        { column: 'violations', message: broken(table), holds: 'violations = 0' },
      ],
      dialect,
    ),
    assertion('enforced', 'foreign_keys FROM pragma_foreign_keys'),
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
