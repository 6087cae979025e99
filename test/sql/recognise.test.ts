import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';
import { type StatementKind, recognise } from '../../src/sql/recognise.ts';

type Row = readonly [sql: string, verb: string, kind: StatementKind, tables?: readonly string[]];

/** Statements that mean the same in every dialect that knows them. */
const EVERYWHERE: readonly Row[] = [
  ['', '', 'unknown'],
  ['-- nothing', '', 'unknown'],
  ['/* a */ insert -- b\n into t (a) values (1)', 'INSERT', 'data', ['t']],
  ['UPDATE t SET a = 1', 'UPDATE', 'data', ['t']],
  ['update app . account set a = 1', 'UPDATE', 'data', ['app.account']],
  ['DELETE FROM t', 'DELETE', 'data', ['t']],
  ['DELETE FROM "select" WHERE a = 1', 'DELETE', 'data'],
  ['SELECT a, (SELECT 1 FROM b) FROM t', 'SELECT', 'query'],
  ['(SELECT 1) UNION (SELECT 2)', 'SELECT', 'query'],
  ['WITH x AS (SELECT 1) SELECT * FROM x', 'SELECT', 'query'],
  ['WITH x (a, b) AS (SELECT 1, 2), y AS (SELECT 1) INSERT INTO t SELECT * FROM x', 'INSERT', 'data'],
  ['CREATE TABLE t (id int)', 'CREATE TABLE', 'schema', ['t']],
  ['create unique index i on t (a)', 'CREATE INDEX', 'schema', ['t']],
  ['ALTER TABLE app.t ADD a int', 'ALTER TABLE', 'schema', ['app.t']],
  ['DROP TABLE a, b', 'DROP TABLE', 'schema', ['a', 'b']],
  ['CREATE OR REPLACE VIEW v AS SELECT 1', 'CREATE VIEW', 'schema'],
  ['ROLLBACK', 'ROLLBACK', 'transaction'],
  ['COMMIT', 'COMMIT', 'transaction'],
];

const CASES: { readonly [D in DialectName]: readonly Row[] } = {
  postgresql: [
    ['DELETE FROM ONLY "a""b".c WHERE a = 1', 'DELETE', 'data', ['a"b.c']],
    ['DELETE FROM a USING b WHERE a.id = b.id', 'DELETE', 'data'],
    ['UPDATE ONLY a AS x SET y = 1 FROM b', 'UPDATE', 'data', ['a']],
    ['WITH x AS (DELETE FROM a RETURNING *) SELECT * FROM x', 'DELETE', 'data'],
    ['WITH RECURSIVE x AS (SELECT 1) SEARCH DEPTH FIRST BY a SET b UPDATE t SET a = 1', 'UPDATE', 'data'],
    ['TRUNCATE TABLE ONLY a, b CASCADE', 'TRUNCATE', 'data', ['a', 'b']],
    ['COPY t (a, b) FROM stdin', 'COPY', 'data', ['t']],
    ['COPY (SELECT 1) TO STDOUT', 'COPY', 'query'],
    ['SELECT a INTO TEMP t FROM b', 'SELECT INTO', 'schema'],
    ['CREATE MATERIALIZED VIEW IF NOT EXISTS v AS SELECT 1', 'CREATE MATERIALIZED VIEW', 'schema'],
    ['CREATE CONSTRAINT TRIGGER t AFTER INSERT ON a', 'CREATE TRIGGER', 'schema'],
    ['CREATE UNLOGGED TABLE IF NOT EXISTS t (a int)', 'CREATE TABLE', 'schema', ['t']],
    ['ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO a', 'ALTER DEFAULT PRIVILEGES', 'schema'],
    ["COMMENT ON TABLE t IS 'COMMIT'", 'COMMENT ON', 'schema'],
    ['DO $$ BEGIN COMMIT; END $$', 'DO', 'routine'],
    ['BEGIN ISOLATION LEVEL SERIALIZABLE', 'BEGIN', 'transaction'],
    ['END', 'END', 'transaction'],
    ['ABORT', 'ABORT', 'transaction'],
    ["PREPARE TRANSACTION 'x'", 'PREPARE TRANSACTION', 'transaction'],
    ['PREPARE x AS SELECT 1', 'PREPARE', 'session'],
    ['SET TRANSACTION READ ONLY', 'SET TRANSACTION', 'transaction'],
    ['SET CONSTRAINTS ALL DEFERRED', 'SET', 'session'],
    ["SET lock_timeout = '5s'", 'SET', 'session'],
    ['LOCK TABLE t IN SHARE MODE', 'LOCK TABLE', 'session', ['t']],
  ],
  mysql: [
    ['/*!40101 SET NAMES utf8mb4 */', 'SET', 'session'],
    ['/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`%`*/ /*!50003 TRIGGER t AFTER INSERT ON a*/', 'CREATE TRIGGER', 'schema'],
    ['CREATE DEFINER = CURRENT_USER() SQL SECURITY INVOKER VIEW v AS SELECT 1', 'CREATE VIEW', 'schema'],
    ['CREATE ALGORITHM=MERGE DEFINER=`root`@`localhost` VIEW v AS SELECT 1', 'CREATE VIEW', 'schema'],
    ['CREATE FULLTEXT INDEX i ON t (a)', 'CREATE INDEX', 'schema', ['t']],
    ['DROP INDEX i ON `a``b`.t', 'DROP INDEX', 'schema', ['a`b.t']],
    ['INSERT LOW_PRIORITY IGNORE t VALUES (1)', 'INSERT', 'data', ['t']],
    ['REPLACE INTO t VALUES (1)', 'REPLACE', 'data', ['t']],
    ["LOAD DATA INFILE 'x' INTO TABLE t", 'LOAD DATA', 'data'],
    ['UPDATE a JOIN b ON a.id = b.id SET a.x = 1', 'UPDATE', 'data'],
    ['UPDATE a, b SET a.x = 1', 'UPDATE', 'data'],
    ['DELETE a FROM a JOIN b ON a.id = b.id', 'DELETE', 'data'],
    ['TRUNCATE TABLE t', 'TRUNCATE', 'schema', ['t']],
    ['RENAME TABLE a TO b', 'RENAME TABLE', 'schema', ['a']],
    ['START TRANSACTION', 'START TRANSACTION', 'transaction'],
    ['SET autocommit = 0', 'SET', 'transaction'],
    ['SET @a = 1, @@session.autocommit = 1', 'SET', 'transaction'],
    ['SET @autocommit = 1', 'SET', 'session'],
    ["XA START 'a'", 'XA', 'transaction'],
    ['CALL p()', 'CALL', 'routine'],
  ],
  mariadb: [
    ['BEGIN NOT ATOMIC SELECT 1; END', 'BEGIN NOT ATOMIC', 'routine'],
    ['BEGIN WORK', 'BEGIN', 'transaction'],
    ['CREATE OR REPLACE TABLE t (a INT)', 'CREATE TABLE', 'schema', ['t']],
    ['/*M!100100 CREATE SEQUENCE s */', 'CREATE SEQUENCE', 'schema'],
  ],
  mssql: [
    ['; WITH c AS (SELECT 1 AS a) UPDATE c SET a = 2', 'UPDATE', 'data'],
    ['MERGE INTO [dbo].[a]]b] AS t USING s ON 1 = 1 WHEN MATCHED THEN DELETE;', 'MERGE', 'data', ['dbo.a]b']],
    ['UPDATE x SET a = 1 FROM dbo.account x', 'UPDATE', 'data'],
    ['DELETE TOP (10) FROM t', 'DELETE', 'data'],
    ['SELECT a INTO #t FROM b', 'SELECT INTO', 'schema'],
    ['SELECT @a = 1', 'SELECT', 'query'],
    ["EXEC sp_rename 'a', 'b'", 'EXEC', 'routine'],
    ["sp_rename 'a', 'b'", 'SP_RENAME', 'routine'],
    ['DECLARE @x int; UPDATE t SET a = @x', 'DECLARE', 'data'],
    ['IF NOT EXISTS (SELECT 1) CREATE TABLE t (a int)', 'IF', 'schema'],
    ['SET IDENTITY_INSERT t ON; INSERT INTO t (a) VALUES (1)', 'SET', 'data'],
    ['UPDATE t SET a = 1; BEGIN TRAN; UPDATE t SET a = 2; COMMIT', 'UPDATE', 'transaction', ['t']],
    ['IF @@TRANCOUNT > 0 ROLLBACK', 'IF', 'transaction'],
    ['SET IMPLICIT_TRANSACTIONS ON', 'SET', 'transaction'],
    ['CREATE OR ALTER PROC p AS BEGIN TRAN; COMMIT', 'CREATE PROCEDURE', 'schema'],
    ["INSERT INTO t (a) VALUES ('COMMIT')", 'INSERT', 'data', ['t']],
    ['ALTER TABLE t DISABLE TRIGGER ALL; COMMIT', 'ALTER TABLE', 'transaction', ['t']],
    ['CREATE NONCLUSTERED COLUMNSTORE INDEX i ON dbo.t (a)', 'CREATE INDEX', 'schema', ['dbo.t']],
    ['BEGIN TRY SELECT 1 END TRY BEGIN CATCH THROW END CATCH', 'BEGIN TRY', 'routine'],
  ],
  oracle: [
    ['BEGIN COMMIT; END;', 'BEGIN', 'routine'],
    ['<<a>> DECLARE x NUMBER; BEGIN NULL; END;', '', 'routine'],
    ['DECLARE x NUMBER; BEGIN NULL; END;', 'DECLARE', 'routine'],
    ['CREATE OR REPLACE NONEDITIONABLE PACKAGE BODY p AS END;', 'CREATE PACKAGE BODY', 'schema'],
    ['CREATE GLOBAL TEMPORARY TABLE t (a NUMBER)', 'CREATE TABLE', 'schema', ['t']],
    ['INSERT ALL INTO a VALUES (1) INTO b VALUES (2) SELECT 1 FROM dual', 'INSERT', 'data'],
    ['DELETE t WHERE a = 1', 'DELETE', 'data'],
    ['TRUNCATE TABLE t', 'TRUNCATE', 'schema', ['t']],
    ["ALTER SESSION SET NLS_DATE_FORMAT = 'YYYY'", 'ALTER SESSION', 'session'],
    ['SAVEPOINT a', 'SAVEPOINT', 'transaction'],
    ['SET ROLE a', 'SET', 'session'],
  ],
  sqlite: [
    ['INSERT OR REPLACE INTO t VALUES (1)', 'INSERT', 'data', ['t']],
    ['UPDATE OR IGNORE [a b] SET x = 1', 'UPDATE', 'data', ['a b']],
    ['CREATE VIRTUAL TABLE t USING fts5(a)', 'CREATE TABLE', 'schema', ['t']],
    ['PRAGMA foreign_keys = ON', 'PRAGMA', 'session'],
    ['BEGIN IMMEDIATE', 'BEGIN', 'transaction'],
    ['RELEASE a', 'RELEASE', 'transaction'],
  ],
};

const test = suite('recognise');

for (const dialect of DIALECT_NAMES) {
  for (const [sql, verb, kind, tables] of [...EVERYWHERE, ...CASES[dialect]]) {
    test(`${dialect}: ${sql}`, () => {
      const found = recognise(sql, dialect);
      assert.equal([found.verb, found.kind], [verb, kind]);
      if (tables) assert.equal(found.tables, tables);
    });
  }
}

test('tables are left out where a first name may be an alias', () => {
  const unclear: readonly (readonly [DialectName, string])[] = [
    ['postgresql', 'DELETE FROM a USING b'],
    ['postgresql', 'WITH x AS (SELECT 1) UPDATE a SET b = 1'],
    ['mysql', 'UPDATE a JOIN b ON a.id = b.id SET a.x = 1'],
    ['mysql', 'UPDATE a, b SET a.x = 1'],
    ['mysql', 'DELETE a FROM b AS a'],
    ['mssql', 'UPDATE x SET a = 1 FROM dbo.account x'],
    ['mssql', 'DELETE TOP (10) FROM t'],
    ['oracle', 'INSERT ALL INTO a VALUES (1) SELECT 1 FROM dual'],
    ['postgresql', 'COPY (SELECT 1) TO STDOUT'],
    ['postgresql', 'SELECT 1 FROM t'],
  ];
  for (const [dialect, sql] of unclear) assert.is(recognise(sql, dialect).tables, undefined, sql);
});

/** https://dev.mysql.com/doc/refman/8.4/en/implicit-commit.html and Oracle's "Types of SQL Statements". */
test('implicit commits', () => {
  const commits = (dialect: DialectName, ...statements: string[]): boolean[] =>
    statements.map((sql) => recognise(sql, dialect).commits);
  const definitions = ['CREATE TABLE t (a INT)', 'ALTER TABLE t ADD b INT', 'DROP VIEW v', 'GRANT SELECT ON t TO a'];
  const rows = ['INSERT INTO t VALUES (1)', 'UPDATE t SET a = 1', 'SELECT 1'];
  for (const dialect of ['mysql', 'mariadb', 'oracle'] as const) {
    assert.equal(commits(dialect, ...definitions, 'TRUNCATE TABLE t'), [true, true, true, true, true]);
    assert.equal(commits(dialect, ...rows), [false, false, false]);
  }
  for (const dialect of ['postgresql', 'mssql', 'sqlite'] as const) {
    assert.equal(commits(dialect, ...definitions, ...rows), Array(7).fill(false));
  }
  assert.equal(commits('mysql', 'CREATE TEMPORARY TABLE t (a INT)', 'DROP TEMPORARY TABLE t'), [false, false]);
  assert.equal(commits('mysql', 'LOCK TABLES t WRITE', 'BEGIN', 'ANALYZE TABLE t'), [true, true, true]);
  assert.equal(commits('mysql', 'SET @a = 1', 'SET autocommit = 1'), [false, true]);
  assert.equal(commits('oracle', 'ALTER SESSION SET x = 1', 'COMMENT ON TABLE t IS NULL'), [false, true]);
  assert.equal(commits('oracle', "BEGIN EXECUTE IMMEDIATE 'DROP TABLE t'; END;", 'BEGIN NULL; END;'), [true, false]);
});

test.run();
