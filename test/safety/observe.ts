import type { Asked } from './asked.ts';
import type { State } from './chain.ts';

/** Rows are read only of tables that are there. */
const whereThere = (table: string, query: string): string =>
  `SELECT IF(COUNT(*), '${query.replaceAll("'", "''")}', 'DO 0') INTO @query FROM information_schema.tables
   WHERE table_schema = DATABASE() AND table_name = '${table}'; EXECUTE IMMEDIATE @query;`;

const TEXTS = {
  postgresql: [
    "SELECT 'table ' || relname FROM pg_class WHERE relkind = 'r' AND relname IN ('one', 'two', 'three', 'four', 'five');",
    "SELECT 'index ' || relname FROM pg_class JOIN pg_index ON indexrelid = oid WHERE relname = 'ix_one' AND indisvalid;",
    "SELECT 'column of two' FROM pg_attribute WHERE attrelid = to_regclass('two') AND attname = 'note';",
    "SELECT to_regclass('one') IS NOT NULL AS one, to_regclass('migsql_version') IS NOT NULL AS version \\gset",
    '\\if :one',
    "SELECT 'rows of one' WHERE EXISTS (SELECT FROM one);",
    '\\endif',
    '\\if :version',
    "SELECT '=' || revision FROM migsql_version ORDER BY 1;",
    '\\endif',
  ],
  mariadb: [
    "SELECT concat('table ', table_name) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name IN ('one', 'two', 'three', 'four', 'five');",
    "SELECT DISTINCT concat('index ', index_name) FROM information_schema.statistics WHERE table_schema = DATABASE() AND index_name = 'ix_one';",
    "SELECT 'column of two' FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'two' AND column_name = 'note';",
    whereThere('one', "SELECT 'rows of one' FROM one LIMIT 1"),
    whereThere('migsql_version', "SELECT concat('=', revision) FROM migsql_version ORDER BY 1"),
  ],
};

function stateOf(output: string): State {
  const lines = output.split('\n').filter((line) => line !== '');
  const heads = lines.filter((line) => line.startsWith('='));
  return {
    objects: lines.filter((line) => !line.startsWith('=')).sort(),
    heads: heads.map((line) => line.slice(1)),
  };
}

/** What is there, by queries of the catalogue. */
export const observe = async ({ engine, ask }: Asked): Promise<State> => stateOf(await ask(TEXTS[engine as keyof typeof TEXTS].join('\n')));
