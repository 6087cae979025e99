import { type CatalogueQueries, source } from '../read.ts';
import { columnsOf, columnsQuery } from './columns.ts';
import { constraintsOf, constraintsQuery } from './constraints.ts';
import { indexesOf, indexesQuery } from './indexes.ts';
import { triggersOf, triggersQuery, viewsOf, viewsQuery } from './objects.ts';
import { tablesOf, tablesQuery } from './tables.ts';

/** The schema table and the pragmas of one database file, SQLite 3.37 and later. */
export const sqlite: CatalogueQueries = {
  ownSchema: "SELECT 'main' AS name",
  schemaNames: "SELECT 'main' AS name",
  tables: source(tablesQuery, tablesOf),
  columns: source(columnsQuery, columnsOf),
  constraints: [source(constraintsQuery, constraintsOf)],
  indexes: source(indexesQuery, indexesOf),
  objects: [
    source(viewsQuery, viewsOf),
    source(triggersQuery, triggersOf),
  ],
};
