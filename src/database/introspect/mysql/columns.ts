import { readDefault, readExpression } from '../../../dialects/read-default.ts';
import { readType } from '../../../dialects/read-type.ts';
import type { Column, Default, MysqlColumnOptions } from '../../../schema/table.ts';
import { nextValue, raw } from '../../../sql/fragment.ts';
import { piecesOf } from '../../../sql/lex/pieces.ts';
import { nameOf } from '../../../sql/lex/unquote.ts';
import { type ColumnType, types } from '../../../sql/types.ts';
import type { Of } from '../assemble.ts';
import { type Row, type Scope, flag, known, maybe, nameIn, someOf, tableOf, text } from '../row.ts';
import { type Server, expressionText, schemaList } from './scope.ts';
import { ownTextOptions } from './tables.ts';

/** MariaDB keeps JSON as LONGTEXT with this check: https://mariadb.com/docs/server/reference/data-types/string-data-types/json */
export const IS_JSON =
  "k.LEVEL = 'Column' AND k.CHECK_CLAUSE = CONCAT('json_valid(`', REPLACE(k.CONSTRAINT_NAME, '`', '``'), '`)')";

const JSON_CHECK: { readonly [S in Server]: string } = {
  mysql: 'FALSE',
  mariadb: `EXISTS (SELECT 1 FROM information_schema.CHECK_CONSTRAINTS k WHERE k.CONSTRAINT_SCHEMA = c.TABLE_SCHEMA
    AND k.TABLE_NAME = c.TABLE_NAME AND k.CONSTRAINT_NAME = c.COLUMN_NAME AND ${IS_JSON})`,
};

/**
 * https://dev.mysql.com/doc/refman/8.4/en/information-schema-columns-table.html,
 * https://mariadb.com/docs/server/reference/system-tables/information-schema/information-schema-columns-table
 */
export const columnsQuery =
  (server: Server) =>
  (scope: Scope): string => `
SELECT c.TABLE_SCHEMA AS \`schema\`, c.TABLE_NAME AS \`table\`, c.COLUMN_NAME AS \`name\`, c.COLUMN_TYPE AS \`type\`,
  c.IS_NULLABLE AS \`nullable\`, c.COLUMN_DEFAULT AS \`expression\`, c.EXTRA AS \`extra\`,
  NULLIF(c.GENERATION_EXPRESSION, '') AS \`computed\`, c.COLLATION_NAME AS \`collation\`,
  t.TABLE_COLLATION AS \`usual_collation\`, o.IS_DEFAULT AS \`is_default\`, NULLIF(c.COLUMN_COMMENT, '') AS \`comment\`,
  ${JSON_CHECK[server]} AS \`is_json\`
FROM information_schema.COLUMNS c
  JOIN information_schema.TABLES t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
  LEFT JOIN information_schema.COLLATIONS o ON o.COLLATION_NAME = c.COLLATION_NAME
WHERE t.TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') AND c.TABLE_SCHEMA IN (${schemaList(scope)})
ORDER BY c.TABLE_SCHEMA, c.TABLE_NAME, c.ORDINAL_POSITION`;

export const columnsOf =
  (server: Server) =>
  (rows: readonly Row[], scope: Scope): readonly Of<Column>[] =>
    rows.map((row) => ({ table: tableOf(row, scope), item: columnOf(row, scope, server) }));

function columnOf(row: Row, scope: Scope, server: Server): Column {
  const type = flag(row, 'is_json') ? types.json() : readType(text(row, 'type'), server);
  const [extra, generated] = [text(row, 'extra'), maybe(row, 'computed')];
  const { charset, collation } = type.type === 'json' ? { charset: undefined, collation: undefined } : ownTextOptions(row);
  const options = someOf<MysqlColumnOptions>({ charset, onUpdateNow: /\bon update\b/i.test(extra) || undefined });
  return known<Column>({
    name: text(row, 'name'),
    type,
    nullable: flag(row, 'nullable'),
    default: generated === undefined ? defaultOf(row, type, scope, server) : undefined,
    identity: /\bauto_increment\b/i.test(extra) ? {} : undefined,
    generated:
      generated === undefined
        ? undefined
        : { expression: readExpression(expressionText(generated, server), server), stored: /\bSTORED\b/i.test(extra) },
    collation,
    comment: maybe(row, 'comment'),
    on: options && { [server]: options },
  });
}

/** MariaDB prints an expression; MySQL the value itself, unless DEFAULT_GENERATED says that it is an expression. */
function defaultOf(row: Row, type: ColumnType, scope: Scope, server: Server): Default | undefined {
  const printed = maybe(row, 'expression');
  if (printed === undefined) return undefined;
  if (server === 'mariadb') return nextValueOf(printed, scope) ?? readDefault(printed, type, server);
  if (/\bDEFAULT_GENERATED\b/i.test(text(row, 'extra'))) return readDefault(expressionText(printed, server), type, server);
  // Bytes and bits are printed as they are written.
  if (/^(?:0x[0-9a-f]*|b'[01]*')$/i.test(printed) && type.type !== 'string') return readDefault(printed, type, server);
  const literal = `'${printed.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
  const read = readDefault(literal, type, server);
  return typeof read === 'object' && read !== null && 'sql' in read ? raw(literal) : read;
}

/** `nextval(`shop`.`order_number`)` */
function nextValueOf(printed: string, scope: Scope): Default | undefined {
  const [call, open, ...names] = piecesOf(printed, 'mariadb');
  const [schema, , sequence] = names;
  if (call?.text.toLowerCase() !== 'nextval' || open?.text !== '(' || names.length !== 4 || !schema || !sequence) return undefined;
  return nextValue(nameIn(scope, nameOf(schema), nameOf(sequence)));
}
