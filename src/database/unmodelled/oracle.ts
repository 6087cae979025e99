import { isTable, schemaList } from '../introspect/oracle/scope.ts';
import type { Scope } from '../introspect/row.ts';

/** Kinds of objects that are read, or are parts of those, or are told below. */
const READ = [
  'TABLE', 'INDEX', 'VIEW', 'SEQUENCE', 'TRIGGER', 'FUNCTION', 'PROCEDURE', 'MATERIALIZED VIEW', 'LOB', 'TABLE PARTITION', 'INDEX PARTITION',
  'LOB PARTITION', 'TABLE SUBPARTITION', 'INDEX SUBPARTITION', 'LOB SUBPARTITION', 'PACKAGE BODY', 'TYPE BODY',
];

/**
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_OBJECTS.html,
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_TABLES.html,
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_TAB_COLS.html,
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_INDEXES.html,
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_CONSTRAINTS.html
 */
export const oracle = (scope: Scope): string => {
  const table = (owner: string, name: string): string => isTable(owner, name, scope);
  return `
SELECT LOWER(O.OBJECT_TYPE) AS "kind", O.OWNER AS "schema", O.OBJECT_NAME AS "name", NULL AS "of", 0 AS "hidden"
FROM ALL_OBJECTS O
WHERE O.OWNER IN (${schemaList(scope)}) AND O.GENERATED = 'N' AND O.SECONDARY = 'N'
  AND O.OBJECT_TYPE NOT IN (${READ.map((kind) => `'${kind}'`).join(', ')})
UNION ALL
SELECT CASE WHEN T.IOT_TYPE IS NOT NULL THEN 'index organization' ELSE 'partitions' END, T.OWNER, T.TABLE_NAME, NULL, 0
FROM ALL_TABLES T WHERE (T.PARTITIONED = 'YES' OR T.IOT_TYPE = 'IOT') AND ${table('T.OWNER', 'T.TABLE_NAME')}
UNION ALL
SELECT 'invisible column', C.OWNER, C.COLUMN_NAME, C.TABLE_NAME, 0
FROM ALL_TAB_COLS C WHERE C.HIDDEN_COLUMN = 'YES' AND C.USER_GENERATED = 'YES' AND ${table('C.OWNER', 'C.TABLE_NAME')}
UNION ALL
SELECT 'state of index', I.TABLE_OWNER, I.INDEX_NAME, I.TABLE_NAME, 0
FROM ALL_INDEXES I WHERE (I.VISIBILITY = 'INVISIBLE' OR I.STATUS = 'UNUSABLE') AND ${table('I.TABLE_OWNER', 'I.TABLE_NAME')}
UNION ALL
SELECT 'state of constraint', K.OWNER, K.CONSTRAINT_NAME, K.TABLE_NAME, 0
FROM ALL_CONSTRAINTS K WHERE K.STATUS = 'DISABLED' AND ${table('K.OWNER', 'K.TABLE_NAME')}
UNION ALL
SELECT 'state of trigger', T.TABLE_OWNER, T.TRIGGER_NAME, T.TABLE_NAME, 0
FROM ALL_TRIGGERS T WHERE T.STATUS = 'DISABLED' AND T.TABLE_OWNER IN (${schemaList(scope)})
ORDER BY 1, 2, 4, 3`;
};
