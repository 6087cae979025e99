import type { Routine, Sequence, Trigger, View } from '../../../schema/object.ts';
import { DIALECTS } from '../../../dialects/index.ts';
import { writeLiteral, writeName, writeTable } from '../../../dialects/write.ts';
import { raw } from '../../../sql/fragment.ts';
import type { Source } from '../read.ts';
import { type Row, type Scope, grouped, maybe, nameIn, tableOf, text } from '../row.ts';
import { sequenceOptions } from '../sequence-options.ts';
import { schemaList, withoutSchema } from './scope.ts';

/** https://dev.mysql.com/doc/refman/8.4/en/information-schema-schemata-table.html */
export const SCHEMA_NAMES = 'SELECT SCHEMA_NAME AS `name` FROM information_schema.SCHEMATA ORDER BY SCHEMA_NAME';

/** https://dev.mysql.com/doc/refman/8.4/en/information-schema-views-table.html: empty for whom may not see it */
export const viewsQuery = (scope: Scope): string => `
SELECT TABLE_SCHEMA AS \`schema\`, TABLE_NAME AS \`table\`, VIEW_DEFINITION AS \`query\` FROM information_schema.VIEWS
WHERE TABLE_SCHEMA IN (${schemaList(scope)}) AND VIEW_DEFINITION <> '' ORDER BY TABLE_SCHEMA, TABLE_NAME`;

export const viewsOf = (rows: readonly Row[], scope: Scope): readonly View[] =>
  rows.map((row) => ({ kind: 'view', name: tableOf(row, scope), query: raw(withoutSchema(text(row, 'query'), scope)) }));

/**
 * Routines, parameter by parameter; the first of a function is what it returns. The body is NULL for whom may not see it.
 * https://dev.mysql.com/doc/refman/8.4/en/information-schema-routines-table.html,
 * https://dev.mysql.com/doc/refman/8.4/en/information-schema-parameters-table.html
 */
export const routinesQuery = (scope: Scope): string => `
SELECT r.ROUTINE_SCHEMA AS \`schema\`, r.ROUTINE_NAME AS \`name\`, r.ROUTINE_TYPE AS \`kind\`, r.ROUTINE_DEFINITION AS \`body\`,
  r.IS_DETERMINISTIC AS \`is_deterministic\`, r.SQL_DATA_ACCESS AS \`access\`, r.SECURITY_TYPE AS \`security\`,
  NULLIF(r.ROUTINE_COMMENT, '') AS \`comment\`, p.PARAMETER_MODE AS \`mode\`, p.PARAMETER_NAME AS \`parameter\`,
  p.DTD_IDENTIFIER AS \`type\`, p.ORDINAL_POSITION AS \`place\`
FROM information_schema.ROUTINES r LEFT JOIN information_schema.PARAMETERS p
  ON p.SPECIFIC_SCHEMA = r.ROUTINE_SCHEMA AND p.SPECIFIC_NAME = r.SPECIFIC_NAME AND p.ROUTINE_TYPE = r.ROUTINE_TYPE
WHERE r.ROUTINE_TYPE IN ('FUNCTION', 'PROCEDURE') AND r.ROUTINE_DEFINITION IS NOT NULL AND r.ROUTINE_SCHEMA IN (${schemaList(scope)})
ORDER BY r.ROUTINE_SCHEMA, r.ROUTINE_NAME, r.ROUTINE_TYPE, p.ORDINAL_POSITION`;

export const routinesOf = (rows: readonly Row[], scope: Scope): readonly Routine[] =>
  grouped(rows, 'schema', 'kind', 'name').map((parameters) => {
    const [row] = parameters;
    const kind = text(row, 'kind') === 'FUNCTION' ? 'function' : 'procedure';
    const words = [
      `(${parameters.filter((each) => Number(each['place']) > 0).map((each) => parameterOf(each, kind)).join(', ')})`,
      ...(kind === 'function' ? [`RETURNS ${text(row, 'type')}`] : []),
      ...characteristics(row),
      text(row, 'body'),
    ];
    return { kind, name: nameIn(scope, text(row, 'schema'), text(row, 'name')), definition: raw(words.join(' ')) };
  });

/** Those of a function are all IN, which is not said. */
function parameterOf(row: Row, kind: Routine['kind']): string {
  const named = `${writeName(DIALECTS.mysql, text(row, 'parameter'))} ${text(row, 'type')}`;
  return kind === 'function' ? named : `${text(row, 'mode')} ${named}`;
}

const characteristics = (row: Row): readonly string[] => [
  ...(text(row, 'is_deterministic') === 'YES' ? ['DETERMINISTIC'] : []),
  ...(text(row, 'access') === 'CONTAINS SQL' ? [] : [text(row, 'access')]),
  ...(text(row, 'security') === 'DEFINER' ? [] : ['SQL SECURITY INVOKER']),
  ...(maybe(row, 'comment') === undefined ? [] : [`COMMENT ${writeLiteral(DIALECTS.mysql, text(row, 'comment'))}`]),
];

/** https://dev.mysql.com/doc/refman/8.4/en/information-schema-triggers-table.html */
export const triggersQuery = (scope: Scope): string => `
SELECT TRIGGER_SCHEMA AS \`schema\`, EVENT_OBJECT_TABLE AS \`table\`, TRIGGER_NAME AS \`name\`, ACTION_TIMING AS \`timing\`,
  EVENT_MANIPULATION AS \`event\`, ACTION_STATEMENT AS \`body\`
FROM information_schema.TRIGGERS
WHERE TRIGGER_SCHEMA IN (${schemaList(scope)})
ORDER BY TRIGGER_SCHEMA, EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER`;

export const triggersOf = (rows: readonly Row[], scope: Scope): readonly Trigger[] =>
  rows.map((row) => {
    const table = tableOf(row, scope);
    const when = `${text(row, 'timing')} ${text(row, 'event')} ON ${writeTable(DIALECTS.mysql, table)}`;
    return {
      kind: 'trigger',
      name: { ...table, name: text(row, 'name') },
      table,
      definition: raw(`${when} FOR EACH ROW ${text(row, 'body')}`),
    };
  });

/** What a sequence of MariaDB does unless told: https://mariadb.com/docs/server/reference/sql-structure/sequences/create-sequence */
const USUAL = { smallest: -(2n ** 63n) + 1n, largest: 2n ** 63n - 2n, cache: 1000n };

/** Each sequence says its options itself, as a table of one row: all are asked at once. */
export const sequences: Source<Sequence> = async (query, scope) => {
  const names = await query(
    `SELECT TABLE_SCHEMA AS \`schema\`, TABLE_NAME AS \`name\` FROM information_schema.TABLES
     WHERE TABLE_TYPE = 'SEQUENCE' AND TABLE_SCHEMA IN (${schemaList(scope)}) ORDER BY TABLE_SCHEMA, TABLE_NAME`,
  );
  if (names.length === 0) return [];
  const rows = await query(names.map(optionsQuery).join(' UNION ALL '));
  return rows.map((row) => ({
    kind: 'sequence',
    name: nameIn(scope, text(row, 'schema'), text(row, 'name')),
    options: sequenceOptions(row, USUAL),
  }));
};

function optionsQuery(row: Row): string {
  const [schema, name] = [text(row, 'schema'), text(row, 'name')];
  const literal = (value: string): string => writeLiteral(DIALECTS.mariadb, value);
  return (
    `SELECT ${literal(schema)} AS \`schema\`, ${literal(name)} AS \`name\`, CAST(start_value AS CHAR) AS \`start\`, ` +
    'CAST(increment AS CHAR) AS `increment`, CAST(minimum_value AS CHAR) AS `min`, CAST(maximum_value AS CHAR) AS `max`, ' +
    `CAST(cache_size AS CHAR) AS \`cache\`, cycle_option AS \`cycle\` FROM ${writeTable(DIALECTS.mariadb, { schema, name })}`
  );
}
