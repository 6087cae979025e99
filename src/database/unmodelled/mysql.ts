import { type Server, schemaList } from '../introspect/mysql/scope.ts';
import type { Scope } from '../introspect/row.ts';
import type { Kind } from './kind.ts';

const optionsOfView = (name: string, where: string): Kind => ({
  kind: `'options'`, name, of: `CONCAT('view ', TABLE_NAME)`, from: 'VIEWS', where,
});

/** https://dev.mysql.com/doc/refman/8.4/en/information-schema.html */
const COMMON: readonly Kind[] = [
  { kind: `'event'`, schema: 'EVENT_SCHEMA', name: 'EVENT_NAME', from: 'EVENTS', where: 'TRUE' },
  {
    kind: `'partition'`, name: 'PARTITION_NAME', of: 'TABLE_NAME', from: 'PARTITIONS',
    where: 'PARTITION_NAME IS NOT NULL AND COALESCE(SUBPARTITION_ORDINAL_POSITION, 1) = 1',
  },
  { kind: `'invisible column'`, name: 'COLUMN_NAME', of: 'TABLE_NAME', from: 'COLUMNS', where: "EXTRA LIKE '%INVISIBLE%'" },
  { kind: `'view'`, name: 'TABLE_NAME', from: 'VIEWS', where: "COALESCE(VIEW_DEFINITION, '') = ''", isHidden: true },
  {
    kind: 'LOWER(ROUTINE_TYPE)', schema: 'ROUTINE_SCHEMA', name: 'ROUTINE_NAME', from: 'ROUTINES', isHidden: true,
    where: "ROUTINE_TYPE IN ('FUNCTION', 'PROCEDURE') AND ROUTINE_DEFINITION IS NULL",
  },
  optionsOfView(`CONCAT('WITH ', CHECK_OPTION, ' CHECK OPTION')`, "CHECK_OPTION <> 'NONE'"),
  optionsOfView(`'SQL SECURITY INVOKER'`, "SECURITY_TYPE = 'INVOKER'"),
  {
    kind: `'options'`, name: `TRIM(${withoutKnown('CREATE_OPTIONS')})`, of: 'TABLE_NAME', from: 'TABLES',
    where: `TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') AND TRIM(${withoutKnown('CREATE_OPTIONS')}) <> ''`,
  },
];

/** Options of a table that are told elsewhere. */
function withoutKnown(column: string): string {
  return `REGEXP_REPLACE(COALESCE(${column}, ''), '(?i)row_format=[a-z]+|partitioned', '')`;
}

const OWN: { readonly [S in Server]: readonly Kind[] } = {
  // https://mariadb.com/docs/server/reference/system-tables/information-schema
  mariadb: [
    { kind: `'system versioning'`, name: 'TABLE_NAME', from: 'TABLES', where: "TABLE_TYPE = 'SYSTEM VERSIONED'" },
    { kind: 'LOWER(ROUTINE_TYPE)', schema: 'ROUTINE_SCHEMA', name: 'ROUTINE_NAME', from: 'ROUTINES', where: "ROUTINE_TYPE LIKE 'PACKAGE%'" },
    { kind: `'ignored index'`, name: 'INDEX_NAME', of: 'TABLE_NAME', from: 'STATISTICS', where: "IGNORED = 'YES' AND SEQ_IN_INDEX = 1" },
    optionsOfView(`CONCAT('ALGORITHM = ', ALGORITHM)`, "ALGORITHM <> 'UNDEFINED'"),
  ],
  // https://dev.mysql.com/doc/refman/8.4/en/information-schema-columns-table.html
  mysql: [
    { kind: `'invisible index'`, name: 'INDEX_NAME', of: 'TABLE_NAME', from: 'STATISTICS', where: "IS_VISIBLE = 'NO' AND SEQ_IN_INDEX = 1" },
    { kind: `'spatial reference system'`, name: 'COLUMN_NAME', of: 'TABLE_NAME', from: 'COLUMNS', where: 'SRS_ID IS NOT NULL' },
  ],
};

const information =
  (server: Server) =>
  (scope: Scope): string =>
    `${[...COMMON, ...OWN[server]].map((kind) => part(kind, scope)).join('\nUNION ALL\n')}
ORDER BY \`kind\`, \`schema\`, \`of\`, \`name\``;

const part = ({ kind, schema = 'TABLE_SCHEMA', name, of = 'NULL', from, where, isHidden }: Kind, scope: Scope): string =>
  `SELECT ${kind} AS \`kind\`, ${schema} AS \`schema\`, ${name} AS \`name\`, ${of} AS \`of\`, ${isHidden ? 1 : 0} AS \`hidden\`
FROM information_schema.${from} WHERE ${schema} IN (${schemaList(scope)}) AND ${where}`;

export const mysql = information('mysql');
export const mariadb = information('mariadb');
