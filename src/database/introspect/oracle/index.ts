import { type CatalogueQueries, source } from '../read.ts';
import { columnsOf, columnsQuery } from './columns.ts';
import { constraintsOf, constraintsQuery } from './constraints.ts';
import { indexesOf, indexesQuery } from './indexes.ts';
import {
  materializedViewsOf, materializedViewsQuery, routinesOf, routinesQuery, sequencesOf, sequencesQuery, triggersOf, triggersQuery,
  viewsOf, viewsQuery,
} from './objects.ts';
import { OWN_SCHEMA, SCHEMA_NAMES } from './scope.ts';
import { tablesOf, tablesQuery } from './tables.ts';

/** The data dictionary of Oracle Database 12.2 and later. A schema is a user, which no op makes. */
export const oracle: CatalogueQueries = {
  ownSchema: OWN_SCHEMA,
  schemaNames: SCHEMA_NAMES,
  tables: source(tablesQuery, tablesOf),
  columns: source(columnsQuery, columnsOf),
  constraints: [source(constraintsQuery, constraintsOf)],
  indexes: source(indexesQuery, indexesOf),
  objects: [
    source(sequencesQuery, sequencesOf),
    source(viewsQuery, viewsOf),
    source(materializedViewsQuery, materializedViewsOf),
    source(routinesQuery, routinesOf),
    source(triggersQuery, triggersOf),
  ],
};
