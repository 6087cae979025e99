import type { DialectName } from '../dialect-name.ts';
import type { Client } from './client.ts';
import { mariadb, mysql } from './mysql.ts';
import { psql } from './psql.ts';
import { sqlcmd } from './sqlcmd.ts';
import { sqlite3 } from './sqlite3.ts';
import { sqlplus } from './sqlplus.ts';

export const CLIENTS: { readonly [D in DialectName]: Client } = {
  postgresql: psql,
  mysql,
  mariadb,
  mssql: sqlcmd,
  oracle: sqlplus,
  sqlite: sqlite3,
};
