/** Which statements a server refuses inside a transaction: by the servers themselves, where they can be asked. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { recognise } from '../../src/sql/recognise.ts';
import { type Database, createDatabase, isReachable } from '../support/servers.ts';

type Verdicts = Readonly<Record<string, 'refused' | 'allowed'>>;

/** For PostgreSQL 15; statements that need a second server to be tried are judged by their pages alone. */
const POSTGRESQL: Verdicts = {
  'CREATE INDEX CONCURRENTLY i ON t (id)': 'refused',
  'create unique index concurrently if not exists "i" on t (id)': 'refused',
  'CREATE INDEX i ON t (id)': 'allowed',
  'DROP INDEX CONCURRENTLY other': 'refused',
  'DROP INDEX other': 'allowed',
  'REINDEX TABLE CONCURRENTLY t': 'refused',
  'REINDEX (VERBOSE, CONCURRENTLY) TABLE t': 'refused',
  'REINDEX (VERBOSE) TABLE t': 'allowed',
  'REINDEX SCHEMA public': 'refused',
  'REINDEX (VERBOSE) SCHEMA public': 'refused',
  'ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY': 'refused',
  'ALTER TABLE p DETACH PARTITION p1': 'allowed',
  VACUUM: 'refused',
  'VACUUM (FULL) t': 'refused',
  CLUSTER: 'refused',
  'CLUSTER VERBOSE': 'refused',
  'CLUSTER t USING t_pkey': 'allowed',
  'CREATE DATABASE migsql_never': 'refused',
  'DROP DATABASE migsql_never': 'refused',
  "CREATE TABLESPACE migsql_never LOCATION '/never'": 'refused',
  'DROP TABLESPACE migsql_never': 'refused',
  "ALTER SYSTEM SET work_mem = '4MB'": 'refused',
  "CREATE SUBSCRIPTION s CONNECTION 'dbname=x' PUBLICATION p": 'refused',
  'DISCARD ALL': 'refused',
  'DISCARD PLANS': 'allowed',
  'REFRESH MATERIALIZED VIEW CONCURRENTLY v': 'allowed',
  'ANALYZE t': 'allowed',
  'LOCK TABLE t': 'allowed',
  'TRUNCATE t': 'allowed',
  'CREATE TABLE "VACUUM" (id int)': 'allowed',
  'CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ VACUUM $$': 'allowed',
};

const POSTGRESQL_SETUP = `
  CREATE TABLE t (id int PRIMARY KEY);
  CREATE INDEX other ON t (id);
  CREATE TABLE p (id int) PARTITION BY RANGE (id);
  CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);
  CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;
  CREATE UNIQUE INDEX v_a ON v (a);
`;

const SQLITE: Verdicts = {
  VACUUM: 'refused',
  'PRAGMA synchronous = OFF': 'refused',
  'PRAGMA wal_checkpoint': 'refused',
  'PRAGMA user_version = 3': 'allowed',
  'PRAGMA defer_foreign_keys = ON': 'allowed',
  'PRAGMA foreign_key_check': 'allowed',
  'REINDEX t': 'allowed',
  'CREATE TABLE vacuum_log (a)': 'allowed',
};

/** Of what cannot be asked here, by the pages named beside the rules. */
const BY_PAGE: readonly (readonly [DialectName, sql: string, transactional: boolean])[] = [
  ['postgresql', "ALTER TYPE app.mood ADD VALUE IF NOT EXISTS 'x'", false],
  ['postgresql', "ALTER TYPE mood RENAME VALUE 'x' TO 'y'", true],
  ['postgresql', 'DROP SUBSCRIPTION s', false],
  ['postgresql', 'ALTER SUBSCRIPTION s REFRESH PUBLICATION', false],
  ['postgresql', 'ALTER SUBSCRIPTION s DISABLE', true],
  ['postgresql', 'ALTER DATABASE d SET TABLESPACE x', false],
  ['postgresql', "ALTER DATABASE d SET work_mem = '4MB'", true],
  ['mssql', 'ALTER DATABASE d SET RECOVERY SIMPLE', false],
  ['mssql', 'IF 1 = 1 CREATE DATABASE d', false],
  ['mssql', "BACKUP DATABASE d TO DISK = 'x'", false],
  ['mssql', "EXEC sp_configure 'a', 1; RECONFIGURE WITH OVERRIDE", false],
  ['mssql', 'CREATE FULLTEXT INDEX ON t (a) KEY INDEX i', false],
  ['mssql', 'CREATE INDEX i ON t (a) WITH (ONLINE = ON)', true],
  ['mssql', 'GRANT CREATE DATABASE TO a', true],
  ['mssql', 'CREATE PROCEDURE p AS BACKUP DATABASE d TO x', true],
  ['mysql', 'SET SESSION sql_log_bin = 0', false],
  ['mysql', 'SET NAMES utf8mb4', true],
  ['oracle', 'ALTER SESSION ENABLE PARALLEL DML', false],
  ['oracle', 'ALTER SESSION SET CURRENT_SCHEMA = a', true],
  ['sqlite', "ATTACH 'x.db' AS x", false],
  ['sqlite', 'PRAGMA foreign_keys = OFF', false],
  ['sqlite', 'PRAGMA main.journal_mode = WAL', false],
];

const test = suite('recognise: inside a transaction');

for (const [dialect, sql, transactional] of BY_PAGE) {
  test(`${dialect}: ${sql}`, () => {
    const found = recognise(sql, dialect);
    assert.is(found.transactional, transactional);
    assert.is(found.reason === undefined, transactional);
  });
}

for (const [dialect, verdicts] of [['postgresql', POSTGRESQL], ['sqlite', SQLITE]] as const) {
  for (const [sql, verdict] of Object.entries(verdicts)) {
    test(`${dialect}: ${sql} is ${verdict}`, () => {
      assert.is(recognise(sql, dialect).transactional, verdict === 'allowed');
    });
  }
}

function isRefused(database: Database, sql: string): boolean {
  const { code, stderr } = database.send(`BEGIN;\nINSERT INTO t VALUES (1);\n${sql};\nROLLBACK;\n`);
  const refusal = /cannot run inside a transaction block|transaction|database table is locked/;
  assert.ok(code === 0 || refusal.test(stderr), `${sql}: ${stderr}`);
  return code !== 0;
}

if (isReachable('postgresql')) {
  test('PostgreSQL says the same', () => {
    const database = createDatabase('postgresql');
    database.run(POSTGRESQL_SETUP);
    for (const [sql, verdict] of Object.entries(POSTGRESQL)) {
      assert.is(isRefused(database, sql.replace(' INTO t', '')), verdict === 'refused', sql);
    }
    database.drop();
  });
}

if (isReachable('sqlite')) {
  test('SQLite says the same', () => {
    for (const [sql, verdict] of Object.entries(SQLITE)) {
      const database = createDatabase('sqlite');
      database.run('CREATE TABLE t (a);');
      assert.is(isRefused(database, sql), verdict === 'refused', sql);
      database.drop();
    }
  });

  test('SQLite ignores PRAGMA foreign_keys inside a transaction', () => {
    const database = createDatabase('sqlite');
    assert.is(database.run('BEGIN; PRAGMA foreign_keys = ON; PRAGMA foreign_keys; COMMIT;').trim(), '0');
    database.drop();
  });
}

test.run();
