import type { Database } from '../support/servers.ts';
import type { State } from './chain.ts';

const QUERIES = {
  postgresql: [
    "SELECT 'table ' || relname FROM pg_class WHERE relkind = 'r' AND relname IN ('one', 'two', 'three', 'four')",
    "SELECT 'index ' || relname FROM pg_class JOIN pg_index ON indexrelid = oid WHERE relname = 'ix_one' AND indisvalid",
    "SELECT 'column of two' FROM pg_attribute WHERE attrelid = to_regclass('two') AND attname = 'note'",
  ],
  mariadb: [
    "SELECT concat('table ', table_name) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name IN ('one', 'two', 'three', 'four')",
    "SELECT DISTINCT concat('index ', index_name) FROM information_schema.statistics WHERE table_schema = DATABASE() AND index_name = 'ix_one'",
    "SELECT 'column of two' FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'two' AND column_name = 'note'",
  ],
  sqlite: [
    "SELECT 'table ' || name FROM sqlite_schema WHERE type = 'table' AND name IN ('one', 'two', 'three', 'four')",
    "SELECT 'index ' || name FROM sqlite_schema WHERE type = 'index' AND name = 'ix_one'",
    "SELECT 'column of two' FROM pragma_table_info('two') WHERE name = 'note'",
  ],
} as const;

/** What is there, by queries of the catalogue. */
export function observe(database: Database): State {
  if (database.engine === 'postgresql') return observeAtOnce(database);
  const found = QUERIES[database.engine].flatMap((query) => database.query(query)).map(([line]) => line!);
  const rows = found.includes('table one') && database.query('SELECT count(*) FROM one')[0]?.[0] !== '0';
  return { objects: [...found, ...(rows ? ['rows of one'] : [])].sort(), heads: headsOf(database) };
}

/** With one start of psql, which takes longest. */
function observeAtOnce(database: Database): State {
  const text = [
    ...QUERIES.postgresql.map((query) => `${query};`),
    "SELECT to_regclass('one') IS NOT NULL AS one, to_regclass('migsql_version') IS NOT NULL AS version \\gset",
    '\\if :one',
    "SELECT 'rows of one' WHERE EXISTS (SELECT FROM one);",
    '\\endif',
    '\\if :version',
    "SELECT '=' || revision FROM migsql_version ORDER BY 1;",
    '\\endif',
    '',
  ];
  const lines = database.run(text.join('\n')).split('\n').filter((line) => line !== '');
  const heads = lines.filter((line) => line.startsWith('='));
  return {
    objects: lines.filter((line) => !line.startsWith('=')).sort(),
    heads: heads.map((line) => line.slice(1)),
  };
}

const THERE = {
  postgresql: "SELECT count(*) FROM pg_class WHERE relname = 'migsql_version'",
  mariadb: "SELECT count(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migsql_version'",
  sqlite: "SELECT count(*) FROM sqlite_schema WHERE name = 'migsql_version'",
} as const;

function headsOf(database: Database): readonly string[] {
  if (database.query(THERE[database.engine])[0]?.[0] === '0') return [];
  return database.query('SELECT revision FROM migsql_version ORDER BY 1').map(([id]) => id!);
}
