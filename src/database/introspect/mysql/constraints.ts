import { readExpression } from '../../../dialects/read-default.ts';
import type { Check, Constraint, ForeignKey } from '../../../schema/constraint.ts';
import type { Of } from '../assemble.ts';
import { type Actions, foreignKeyOf } from '../foreign-keys.ts';
import { type Row, type Scope, flag, grouped, known, tableOf, text } from '../row.ts';
import { IS_JSON } from './columns.ts';
import { type Server, expressionText, schemaList } from './scope.ts';

/**
 * Foreign keys, column by column: https://dev.mysql.com/doc/refman/8.4/en/information-schema-key-column-usage-table.html,
 * https://dev.mysql.com/doc/refman/8.4/en/information-schema-referential-constraints-table.html
 */
export const foreignKeysQuery = (scope: Scope): string => `
SELECT k.TABLE_SCHEMA AS \`schema\`, k.TABLE_NAME AS \`table\`, k.CONSTRAINT_NAME AS \`name\`, k.COLUMN_NAME AS \`column\`,
  k.REFERENCED_TABLE_SCHEMA AS \`other_schema\`, k.REFERENCED_TABLE_NAME AS \`other\`, k.REFERENCED_COLUMN_NAME AS \`other_column\`,
  r.DELETE_RULE AS \`on_delete\`, r.UPDATE_RULE AS \`on_update\`
FROM information_schema.KEY_COLUMN_USAGE k JOIN information_schema.REFERENTIAL_CONSTRAINTS r
  ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME AND r.TABLE_NAME = k.TABLE_NAME
WHERE k.REFERENCED_TABLE_NAME IS NOT NULL AND k.TABLE_SCHEMA IN (${schemaList(scope)})
ORDER BY k.TABLE_SCHEMA, k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION`;

/** NO ACTION is RESTRICT, and what is not said is one of them: https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html */
const ACTIONS: Actions = {
  CASCADE: 'cascade',
  'SET NULL': 'setNull',
  'SET DEFAULT': 'setDefault',
};

export const foreignKeysOf = (rows: readonly Row[], scope: Scope): readonly Of<ForeignKey>[] =>
  grouped(rows, 'schema', 'table', 'name').map((columns) => ({
    table: tableOf(columns[0], scope),
    item: foreignKeyOf(columns, scope, ACTIONS),
  }));

/**
 * https://mariadb.com/docs/server/reference/system-tables/information-schema/information-schema-check_constraints-table: a
 * check in a column's definition has the column's name there, and none of its own.
 */
const CHECKS: { readonly [S in Server]: (schemas: string) => string } = {
  mariadb: (schemas) => `
SELECT k.CONSTRAINT_SCHEMA AS \`schema\`, k.TABLE_NAME AS \`table\`, k.CONSTRAINT_NAME AS \`name\`,
  k.LEVEL = 'Table' AS \`is_named\`, k.CHECK_CLAUSE AS \`expression\`
FROM information_schema.CHECK_CONSTRAINTS k
WHERE k.CONSTRAINT_SCHEMA IN (${schemas}) AND NOT (${IS_JSON})
ORDER BY k.CONSTRAINT_SCHEMA, k.TABLE_NAME, k.CONSTRAINT_NAME`,
  // https://dev.mysql.com/doc/refman/8.4/en/information-schema-check-constraints-table.html
  mysql: (schemas) => `
SELECT c.TABLE_SCHEMA AS \`schema\`, c.TABLE_NAME AS \`table\`, c.CONSTRAINT_NAME AS \`name\`, TRUE AS \`is_named\`,
  k.CHECK_CLAUSE AS \`expression\`
FROM information_schema.TABLE_CONSTRAINTS c JOIN information_schema.CHECK_CONSTRAINTS k
  ON k.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND k.CONSTRAINT_NAME = c.CONSTRAINT_NAME
WHERE c.CONSTRAINT_TYPE = 'CHECK' AND c.TABLE_SCHEMA IN (${schemas})
ORDER BY c.TABLE_SCHEMA, c.TABLE_NAME, c.CONSTRAINT_NAME`,
};

export const checksQuery =
  (server: Server) =>
  (scope: Scope): string =>
    CHECKS[server](schemaList(scope));

export const checksOf =
  (server: Server) =>
  (rows: readonly Row[], scope: Scope): readonly Of<Constraint>[] =>
    rows.map((row) => ({
      table: tableOf(row, scope),
      item: known<Check>({
        kind: 'check',
        name: flag(row, 'is_named') ? text(row, 'name') : undefined,
        expression: readExpression(expressionText(text(row, 'expression'), server), server),
      }),
    }));
