import type { ObjectName } from '../../schema/name.ts';
import type { TableName } from '../../schema/table.ts';
import type { Dialect, Lowered } from '../dialect.ts';
import { writeLiteral } from '../write.ts';

// Conditions on MySQL's and MariaDB's catalogue that hold once a statement took effect, and did not before: a script that
// goes on behind a crash asks them, since the server commits a schema change before the script can say that it was made.
// https://dev.mysql.com/doc/refman/8.4/en/information-schema.html

export type Condition = (dialect: Dialect) => string;

const text = (dialect: Dialect, value: string): string => writeLiteral(dialect, value);

const schemaOf = ({ schema }: ObjectName, dialect: Dialect): string => (schema === undefined ? 'DATABASE()' : text(dialect, schema));

const row =
  (view: string, column: string, owner: ObjectName, facts: Readonly<Record<string, string>>): Condition =>
  (dialect) => {
    const schema = `${column} = ${schemaOf(owner, dialect)}`;
    const rest = Object.entries(facts).map(([name, value]) => `${name} = ${text(dialect, value)}`);
    return `EXISTS (SELECT 1 FROM information_schema.${view} WHERE ${[schema, ...rest].join(' AND ')})`;
  };

/** Sequences of MariaDB are among the tables, views as well. */
export const tableThere = (table: ObjectName): Condition => row('tables', 'table_schema', table, { table_name: table.name });

export const columnThere = (table: TableName, column: string): Condition =>
  row('columns', 'table_schema', table, { table_name: table.name, column_name: column });

export const indexThere = (table: TableName, index: string): Condition =>
  row('statistics', 'table_schema', table, { table_name: table.name, index_name: index });

export const constraintThere = (table: TableName, name: string): Condition =>
  row('table_constraints', 'constraint_schema', table, { table_name: table.name, constraint_name: name });

export const routineThere = (name: ObjectName, kind: 'function' | 'procedure'): Condition =>
  row('routines', 'routine_schema', name, { routine_type: kind.toUpperCase(), routine_name: name.name });

export const triggerThere = (name: ObjectName): Condition => row('triggers', 'trigger_schema', name, { trigger_name: name.name });

export const schemaThere =
  (name: string): Condition =>
  (dialect) =>
    `EXISTS (SELECT 1 FROM information_schema.schemata WHERE schema_name = ${text(dialect, name)})`;

const gone = (condition: Condition): Condition => (dialect) => `NOT ${condition(dialect)}`;

const proved = (statement: Lowered, condition: Condition, dialect: Dialect): Lowered => ({ ...statement, proof: condition(dialect) });

/** A statement after which something is there. */
export const makes = (statement: Lowered, there: Condition, dialect: Dialect): Lowered => proved(statement, there, dialect);

export const drops = (statement: Lowered, there: Condition, dialect: Dialect): Lowered => proved(statement, gone(there), dialect);

/** After which it goes by another name. */
export const moves = (statement: Lowered, from: Condition, to: Condition, dialect: Dialect): Lowered =>
  proved(statement, (each) => `${to(each)} AND ${gone(from)(each)}`, dialect);
