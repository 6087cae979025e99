import { displayTable } from '../../ops/display.ts';
import type { Table } from '../../schema/table.ts';
import type { Dialect, Lowered, LoweringContext } from '../dialect.ts';
import { has, needs } from '../server.ts';
import { writeTable } from '../write.ts';
import { type Condition, DROP_GUARD, assertion, guardTable } from './guard.ts';
import { quoteText } from './literals.ts';

type Known = Pick<Table, 'name' | 'temporary'>;

/** The arguments of a PRAGMA about a table of the same file: https://www.sqlite.org/pragma.html#pragfunc */
function askedOf({ name, temporary }: Known, table: string): string {
  const file = temporary ? 'temp' : name.schema;
  return file === undefined ? `(${table})` : `(${table}, ${quoteText(file)})`;
}

const masterOf = ({ name, temporary }: Known, dialect: Dialect): string =>
  writeTable(dialect, temporary ? { name: 'sqlite_temp_master' } : { ...name, name: 'sqlite_master' });

/**
 * Rows that break a foreign key of the table or one to it. Other tables are not looked at: that would take long, and
 * what is wrong there was wrong before.
 */
function violations(table: Known, dialect: Dialect): string {
  const own = quoteText(table.name.name);
  return `count(*) FROM (
  SELECT ${own} AS name UNION
  SELECT m.name FROM ${masterOf(table, dialect)} AS m, pragma_foreign_key_list${askedOf(table, 'm.name')} AS k
  WHERE m.type = 'table' AND k."table" = ${own} COLLATE NOCASE
) AS t, pragma_foreign_key_check${askedOf(table, 't.name')} AS c
WHERE ${own} COLLATE NOCASE IN (c."table", c.parent)`;
}

const notIn = (names: readonly string[]): string => `name COLLATE NOCASE NOT IN (${names.map(quoteText).join(', ')})`;

/** Columns that would not be copied, or not computed: https://www.sqlite.org/pragma.html#pragma_table_xinfo */
function unknownColumns(table: Table, dialect: Dialect): string {
  const info = has({ dialect }, 3, 26) ? 'pragma_table_xinfo' : 'pragma_table_info';
  const asked = `${info}${askedOf(table, quoteText(table.name.name))}`;
  return `(SELECT count(*) FROM ${asked} WHERE ${notIn(table.columns.map(({ name }) => name))})`;
}

/** Indexes and triggers that would not be made again; those of constraints have no SQL. */
function unknownObjects(table: Table, triggers: readonly string[], dialect: Dialect): string {
  const known = [...table.indexes.map(({ name }) => name), ...triggers];
  const conditions = [
    `tbl_name = ${quoteText(table.name.name)} COLLATE NOCASE`,
    "type IN ('index', 'trigger') AND sql IS NOT NULL",
    ...(known.length ? [notIn(known)] : []),
  ];
  return `(SELECT count(*) FROM ${masterOf(table, dialect)} WHERE ${conditions.join(' AND ')})`;
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
  const asked = ['foreign_keys', unknownColumns(table, dialect), unknownObjects(table, triggers, dialect)];
  return [
    guardTable(rebuildConditions(table), dialect),
    assertion('enforced, unknown_columns, unknown_objects', `${asked.join(',\n  ')}\nFROM pragma_foreign_keys`, '\n'),
    ...statements,
    assertion('violations', violations(table, dialect), '\n'),
    DROP_GUARD,
  ];
}

/** Stops the script where rows of a table break its foreign keys, or those of them that go to one other table. */
export function guardForeignKeys(table: Table, parent: string, message: string, dialect: Dialect): readonly Lowered[] {
  needsPragmaFunctions(dialect);
  const checked = askedOf(table, quoteText(table.name.name));
  const query = `count(*) FROM pragma_foreign_key_check${checked} WHERE parent = ${quoteText(parent)} COLLATE NOCASE`;
  return [
    guardTable([{ column: 'violations', message, holds: 'violations = 0' }], dialect),
    assertion('violations', query),
    DROP_GUARD,
  ];
}

const needsPragmaFunctions = (dialect: Dialect): void => needs(dialect, 'a query of what a PRAGMA says', 3, 16);
