import type { Dialect } from '../../dialects/dialect.ts';
import type { Layout } from './layout.ts';
import { mssql } from './mssql.ts';
import { mysql } from './mysql.ts';
import { oracle } from './oracle.ts';
import { postgresql } from './postgresql.ts';
import { sqlite } from './sqlite.ts';

/** By the names that dialects give (`script.layout`). */
const LAYOUTS: { readonly [layout: string]: Layout } = {
  postgresql,
  mysql,
  mssql,
  oracle,
  sqlite,
};

export const layoutOf = ({ script }: Dialect): Layout => LAYOUTS[script.layout] as Layout;
