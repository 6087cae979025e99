import { readCatalogue } from '../read.ts';
import { columnsOf, columnsQuery } from './columns.ts';
import { constraintsOf, constraintsQuery } from './constraints.ts';
import { indexesOf, indexesQuery } from './indexes.ts';
import { triggersOf, triggersQuery, viewsOf, viewsQuery } from './objects.ts';
import { tablesOf, tablesQuery } from './tables.ts';

/** The schema table and the pragmas of one database file, SQLite 3.37 and later. */
export const sqlite = readCatalogue("SELECT 'main' AS name", {
  tables: [tablesQuery, tablesOf],
  columns: [columnsQuery, columnsOf],
  constraints: [[constraintsQuery, constraintsOf]],
  indexes: [indexesQuery, indexesOf],
  objects: [
    [viewsQuery, viewsOf],
    [triggersQuery, triggersOf],
  ],
});
