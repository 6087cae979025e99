import type { MysqlTableOptions } from '../../../schema/table.ts';
import type { TableShell } from '../assemble.ts';
import { type Row, type Scope, known, maybe, someOf, tableOf } from '../row.ts';
import { type Server, schemaList } from './scope.ts';

/**
 * https://dev.mysql.com/doc/refman/8.4/en/information-schema-tables-table.html,
 * https://mariadb.com/docs/server/reference/system-tables/information-schema/information-schema-tables
 */
export const tablesQuery = (scope: Scope): string => `
SELECT t.TABLE_SCHEMA AS \`schema\`, t.TABLE_NAME AS \`table\`, NULLIF(t.TABLE_COMMENT, '') AS \`comment\`,
  NULLIF(t.ENGINE, @@default_storage_engine) AS \`engine\`, t.CREATE_OPTIONS AS \`options\`,
  t.TABLE_COLLATION AS \`collation\`, s.DEFAULT_COLLATION_NAME AS \`usual_collation\`, c.IS_DEFAULT AS \`is_default\`
FROM information_schema.TABLES t JOIN information_schema.SCHEMATA s ON s.SCHEMA_NAME = t.TABLE_SCHEMA
  LEFT JOIN information_schema.COLLATIONS c ON c.COLLATION_NAME = t.TABLE_COLLATION
WHERE t.TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') AND t.TABLE_SCHEMA IN (${schemaList(scope)})
ORDER BY t.TABLE_SCHEMA, t.TABLE_NAME`;

export const tablesOf =
  (server: Server) =>
  (rows: readonly Row[], scope: Scope): readonly TableShell[] =>
    rows.map((row) => {
      const options = optionsOf(row);
      return known<TableShell>({
        name: tableOf(row, scope),
        comment: maybe(row, 'comment'),
        on: options && { [server]: options },
      });
    });

const optionsOf = (row: Row): MysqlTableOptions | undefined =>
  someOf<MysqlTableOptions>({
    engine: maybe(row, 'engine'),
    ...ownTextOptions(row),
    rowFormat: /row_format=(\w+)/i.exec(maybe(row, 'options') ?? '')?.[1]?.toLowerCase() as MysqlTableOptions['rowFormat'],
  });

/** The name of a collation begins with that of its character set. */
const charsetOf = (collation: string): string => collation.split('_')[0] ?? collation;

/** The character set and collation where they are not the usual ones; the collation is not where it is its set's own. */
export function ownTextOptions(row: Row): { readonly charset: string | undefined; readonly collation: string | undefined } {
  const [collation, usual] = [maybe(row, 'collation'), maybe(row, 'usual_collation')];
  if (collation === undefined || collation === usual) return { charset: undefined, collation: undefined };
  const hasOwnSet = usual === undefined || charsetOf(collation) !== charsetOf(usual);
  const isUsual = hasOwnSet && /^yes$/i.test(maybe(row, 'is_default') ?? '');
  return { charset: hasOwnSet ? charsetOf(collation) : undefined, collation: isUsual ? undefined : collation };
}
