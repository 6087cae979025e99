import type { Routine, Sequence, Trigger, View } from '../../../schema/object.ts';
import { raw } from '../../../sql/fragment.ts';
import { behindName } from '../definition-text.ts';
import { type Row, type Scope, grouped, text } from '../row.ts';
import { name, objectName, schemaList, tableName } from './scope.ts';
import { sequenceOptions } from './sequence-options.ts';

/**
 * Sequences, but for those of identity columns; where one began is not kept.
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_SEQUENCES.html
 */
export const sequencesQuery = (scope: Scope): string => `
SELECT S.SEQUENCE_OWNER AS "schema", S.SEQUENCE_NAME AS "name", TO_CHAR(S.INCREMENT_BY) AS "increment",
  TO_CHAR(S.MIN_VALUE) AS "min", TO_CHAR(S.MAX_VALUE) AS "max", S.CYCLE_FLAG AS "cycle",
  DECODE(S.CACHE_SIZE, 0, '1', TO_CHAR(S.CACHE_SIZE)) AS "cache"
FROM ALL_SEQUENCES S
WHERE S.SEQUENCE_OWNER IN (${schemaList(scope)}) AND NOT EXISTS (SELECT 1 FROM ALL_TAB_IDENTITY_COLS I
  WHERE I.OWNER = S.SEQUENCE_OWNER AND I.SEQUENCE_NAME = S.SEQUENCE_NAME)
ORDER BY S.SEQUENCE_OWNER, S.SEQUENCE_NAME`;

export const sequencesOf = (rows: readonly Row[], scope: Scope): readonly Sequence[] =>
  rows.map((row) => ({ kind: 'sequence', name: objectName(row, scope), options: sequenceOptions(row) }));

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_VIEWS.html; TEXT is a LONG, which stands alone. */
export const viewsQuery = (scope: Scope): string => `
SELECT V.OWNER AS "schema", V.VIEW_NAME AS "name", V.TEXT AS "query"
FROM ALL_VIEWS V JOIN ALL_OBJECTS O ON O.OWNER = V.OWNER AND O.OBJECT_NAME = V.VIEW_NAME AND O.OBJECT_TYPE = 'VIEW'
WHERE V.OWNER IN (${schemaList(scope)})
ORDER BY O.CREATED, O.OBJECT_ID`;

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_MVIEWS.html */
export const materializedViewsQuery = (scope: Scope): string => `
SELECT M.OWNER AS "schema", M.MVIEW_NAME AS "name", M.QUERY AS "query"
FROM ALL_MVIEWS M WHERE M.OWNER IN (${schemaList(scope)}) ORDER BY M.OWNER, M.MVIEW_NAME`;

const readViews =
  (kind: { readonly materialized?: true }) =>
  (rows: readonly Row[], scope: Scope): readonly View[] =>
    rows.map((row) => ({ kind: 'view', name: objectName(row, scope), query: raw(text(row, 'query').trim()), ...kind }));

export const viewsOf = readViews({});
export const materializedViewsOf = readViews({ materialized: true });

/** The text line by line: https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_SOURCE.html */
export const routinesQuery = (scope: Scope): string => `
SELECT S.OWNER AS "schema", S.NAME AS "name", S.TYPE AS "kind", S.TEXT AS "text"
FROM ALL_SOURCE S
WHERE S.OWNER IN (${schemaList(scope)}) AND S.TYPE IN ('FUNCTION', 'PROCEDURE')
ORDER BY S.OWNER, S.NAME, S.TYPE, S.LINE`;

const ended = (text: string): string => text.trim().replace(/;$/, '');

export const routinesOf = (rows: readonly Row[], scope: Scope): readonly Routine[] =>
  grouped(rows, 'schema', 'kind', 'name').map((lines) => {
    const [row] = lines;
    const source = lines.map((line) => text(line, 'text')).join('');
    return {
      kind: text(row, 'kind') === 'FUNCTION' ? 'function' : 'procedure',
      name: objectName(row, scope),
      definition: raw(ended(behindName(source, 'oracle'))),
    };
  });

/**
 * DESCRIPTION is what stands behind CREATE TRIGGER, with the name; TRIGGER_BODY is a LONG.
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_TRIGGERS.html
 */
export const triggersQuery = (scope: Scope): string => `
SELECT T.TABLE_OWNER AS "schema", T.TABLE_NAME AS "table", T.TRIGGER_NAME AS "name", T.DESCRIPTION AS "description",
  T.WHEN_CLAUSE AS "condition", T.TRIGGER_BODY AS "body"
FROM ALL_TRIGGERS T
WHERE T.TABLE_OWNER IN (${schemaList(scope)}) AND T.BASE_OBJECT_TYPE IN ('TABLE', 'VIEW')
ORDER BY T.TABLE_OWNER, T.TABLE_NAME, T.TRIGGER_NAME`;

export const triggersOf = (rows: readonly Row[], scope: Scope): readonly Trigger[] =>
  rows.map((row) => {
    const table = tableName(row, scope);
    const [when, body] = [behindName(`TRIGGER ${text(row, 'description')}`, 'oracle'), ended(text(row, 'body'))];
    const condition = row['condition'] == null ? '' : `WHEN (${text(row, 'condition')}) `;
    return {
      kind: 'trigger',
      name: { ...table, name: name(row, 'name') },
      table,
      definition: raw(`${when} ${condition}${body}`),
    };
  });
