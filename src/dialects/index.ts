import type { DialectName } from '../sql/dialect-name.ts';
import type { Dialect } from './dialect.ts';
import { mariadb } from './mariadb/index.ts';
import { mssql } from './mssql/index.ts';
import { mysql } from './mysql/index.ts';
import { oracle } from './oracle/index.ts';
import { postgresql } from './postgresql/index.ts';
import { sqlite } from './sqlite/index.ts';

export const DIALECTS: { readonly [D in DialectName]: Dialect } = { postgresql, mysql, mariadb, mssql, oracle, sqlite };
