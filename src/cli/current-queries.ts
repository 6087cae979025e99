import { dialectOf } from '../compiler.ts';
import type { Config } from '../config.ts';
import { fail } from '../errors.ts';
import { headsQuery } from '../plan/index.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import type { Report } from './report.ts';
import { dialectsOf } from './write-scripts.ts';

interface QueryRequest {
  readonly sql: boolean;
  readonly dialect: readonly DialectName[] | undefined;
}

/** For each dialect what reads the version table. @throws MigsqlError `invalid-usage` */
export function currentQueries(config: Config, { sql, dialect }: QueryRequest): Report {
  if (!sql) fail('invalid-usage', { reason: 'current connects to no database', instead: 'Add --sql for the query that reads the heads.' });
  const queries = dialectsOf(config, dialect).map((name) => ({
    dialect: name,
    sql: headsQuery(config.versionTable, dialectOf(config, name)),
  }));
  const shown = (query: (typeof queries)[number]): readonly string[] => [...(queries.length > 1 ? [`-- ${query.dialect}`] : []), `${query.sql};`];
  return { data: { queries }, lines: queries.flatMap(shown) };
}
