import type { DialectName } from '../../../src/sql/dialect-name.ts';
import type { Expected } from '../cases.ts';
import { mariadb } from './mariadb.ts';
import { mssql } from './mssql.ts';
import { mysql } from './mysql.ts';
import { oracle } from './oracle.ts';
import { postgresql } from './postgresql.ts';
import { sqlite } from './sqlite.ts';

export const EXPECTED: { readonly [D in DialectName]: Expected } = { postgresql, mysql, mariadb, mssql, oracle, sqlite };
