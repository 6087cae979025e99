import { type CatalogueQueries, source } from '../read.ts';
import { schemasOf } from '../schemas.ts';
import { columnsOf, columnsQuery } from './columns.ts';
import { constraintsOf, constraintsQuery } from './constraints.ts';
import { enumsOf, enumsQuery } from './enums.ts';
import { indexesOf, indexesQuery } from './indexes.ts';
import { routinesOf, routinesQuery } from './routines.ts';
import { OWN_SCHEMA, SCHEMA_NAMES } from './scope.ts';
import { sequencesOf, sequencesQuery } from './sequences.ts';
import { tablesOf, tablesQuery } from './tables.ts';
import { triggersOf, triggersQuery } from './triggers.ts';
import { viewsOf, viewsQuery } from './views.ts';

/** The catalogue of PostgreSQL 13 and later. */
export const postgresql: CatalogueQueries = {
  ownSchema: OWN_SCHEMA,
  schemaNames: SCHEMA_NAMES,
  objects: [
    source(() => SCHEMA_NAMES, schemasOf),
    source(enumsQuery, enumsOf),
    source(sequencesQuery, sequencesOf),
    source(viewsQuery, viewsOf),
    source(routinesQuery, routinesOf),
    source(triggersQuery, triggersOf),
  ],
  tables: source(tablesQuery, tablesOf),
  columns: source(columnsQuery, columnsOf),
  constraints: [source(constraintsQuery, constraintsOf)],
  indexes: source(indexesQuery, indexesOf),
};
