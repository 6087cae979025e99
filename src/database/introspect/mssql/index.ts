import { type CatalogueQueries, source } from '../read.ts';
import { schemasOf } from '../schemas.ts';
import { columnsOf, columnsQuery } from './columns.ts';
import { checksOf, checksQuery, foreignKeysOf, foreignKeysQuery, keysOf, keysQuery } from './constraints.ts';
import { indexesOf, indexesQuery } from './indexes.ts';
import {
  routinesOf, routinesQuery, SCHEMA_NAMES, sequencesOf, sequencesQuery, triggersOf, triggersQuery, viewsOf, viewsQuery,
} from './objects.ts';
import { OWN_SCHEMA } from './scope.ts';
import { tablesOf, tablesQuery } from './tables.ts';

/** The catalogue views of SQL Server 2016 and later. */
export const mssql: CatalogueQueries = {
  ownSchema: OWN_SCHEMA,
  schemaNames: SCHEMA_NAMES,
  tables: source(tablesQuery, tablesOf),
  columns: source(columnsQuery, columnsOf),
  constraints: [source(keysQuery, keysOf), source(foreignKeysQuery, foreignKeysOf), source(checksQuery, checksOf)],
  indexes: source(indexesQuery, indexesOf),
  objects: [
    source(() => SCHEMA_NAMES, schemasOf),
    source(sequencesQuery, sequencesOf),
    source(viewsQuery, viewsOf),
    source(routinesQuery, routinesOf),
    source(triggersQuery, triggersOf),
  ],
};
