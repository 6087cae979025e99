import { type CatalogueQueries, source } from '../read.ts';
import { schemasOf } from '../schemas.ts';
import { columnsOf, columnsQuery } from './columns.ts';
import { checksOf, checksQuery, foreignKeysOf, foreignKeysQuery } from './constraints.ts';
import { indexes, keyConstraintsOf, keysQuery } from './indexes.ts';
import {
  routinesOf, routinesQuery, SCHEMA_NAMES, sequences, triggersOf, triggersQuery, viewsOf, viewsQuery,
} from './objects.ts';
import { OWN_SCHEMA, type Server } from './scope.ts';
import { tablesOf, tablesQuery } from './tables.ts';

const information = (server: Server): CatalogueQueries => ({
  ownSchema: OWN_SCHEMA,
  schemaNames: SCHEMA_NAMES,
  tables: source(tablesQuery, tablesOf(server)),
  columns: source(columnsQuery(server), columnsOf(server)),
  constraints: [
    source(keysQuery(server), keyConstraintsOf),
    source(foreignKeysQuery, foreignKeysOf),
    source(checksQuery(server), checksOf(server)),
  ],
  indexes: indexes(server),
  objects: [
    source(() => SCHEMA_NAMES, schemasOf),
    ...(server === 'mariadb' ? [sequences] : []),
    source(viewsQuery, viewsOf),
    source(routinesQuery, routinesOf),
    source(triggersQuery, triggersOf),
  ],
});

/** The information schema of MySQL 8 and later. */
export const mysql = information('mysql');
/** The information schema of MariaDB 10.6 and later. */
export const mariadb = information('mariadb');
