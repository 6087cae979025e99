import { dialectOf } from '../compiler.ts';
import type { Config } from '../config.ts';
import { headsQuery } from '../plan/index.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import type { Report } from './report.ts';
import { dialectsOf } from './write-scripts.ts';

/** For each dialect what reads the version table. @throws MigsqlError `invalid-usage` */
export function currentQueries(config: Config, dialect: readonly DialectName[] | undefined): Report {
  const queries = dialectsOf(config, dialect).map((name) => ({
    dialect: name,
    sql: headsQuery(config.versionTable, dialectOf(config, name)),
  }));
  const shown = (query: (typeof queries)[number]): readonly string[] => [...(queries.length > 1 ? [`-- ${query.dialect}`] : []), `${query.sql};`];
  return { data: { queries }, lines: queries.flatMap(shown) };
}
