/** https://www.sqlite.org/pragma.html#pragma_table_list; the tables that a virtual table keeps its rows in are its own. */
export const sqlite = (): string =>
  `SELECT 'virtual table' AS kind, NULL AS "schema", name, NULL AS "of", 0 AS hidden FROM pragma_table_list
WHERE "schema" = 'main' AND type = 'virtual' ORDER BY name`;
