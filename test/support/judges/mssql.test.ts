/** A judge that accepts anything is worth nothing: what it must refuse, and what it must not. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { grammarComplaints } from './antlr.ts';
import { batchesOf, judgeScript, judgeStatement } from './mssql.ts';
import { KNOWN_REFUSALS } from './mssql-known-refusals.ts';

/** From the examples of https://learn.microsoft.com/sql/t-sql/statements/statements */
const VALID = [
  'CREATE TABLE t (a int IDENTITY(1, 1) NOT NULL, b nvarchar(max) NULL, c decimal(10, 2) NULL DEFAULT 0)',
  "CREATE TABLE t (a nvarchar(3) NOT NULL CONSTRAINT df DEFAULT N'new' CONSTRAINT ck CHECK (a IN (N'new', N'old')))",
  'CREATE TABLE t (a int NOT NULL, b AS (a + 1), CONSTRAINT pk PRIMARY KEY (a))',
  'CREATE TABLE t (a int NULL REFERENCES u (id) ON DELETE SET NULL)',
  'ALTER TABLE t ADD a int NULL CONSTRAINT df DEFAULT (SYSDATETIME()) WITH VALUES',
  'ALTER TABLE t ADD CONSTRAINT df DEFAULT 5 FOR a',
  'ALTER TABLE t ALTER COLUMN a nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL',
  'ALTER TABLE t ALTER COLUMN a decimal(12, 4) NULL',
  'ALTER TABLE t DROP CONSTRAINT IF EXISTS c',
  'CREATE UNIQUE INDEX i ON s.t (a ASC, b DESC) WHERE a IS NOT NULL',
  "INSERT INTO t (a, b) VALUES (1, N'x'), (2, (N'a' + NCHAR(10) + N'b'))",
  "EXEC sp_rename N's.t', N'u', N'OBJECT'",
  'CREATE OR ALTER VIEW v AS SELECT 1 AS a',
  'IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON',
  'SET ANSI_NULLS, QUOTED_IDENTIFIER ON;\nSET NOCOUNT ON;',
  'CREATE TABLE t (a int NULL, b AS (a + 1) PERSISTED NOT NULL) ON [PRIMARY] WITH (DATA_COMPRESSION = PAGE)',
  'ALTER TABLE t ADD b AS (a + 1) PERSISTED, CONSTRAINT ck CHECK (b > 1)',
  'ALTER TABLE t ADD a int NULL, CONSTRAINT uq UNIQUE NONCLUSTERED (a)',
  'ALTER TABLE t REBUILD WITH (DATA_COMPRESSION = ROW)',
  'CREATE UNIQUE CLUSTERED INDEX i ON s.t (a) WITH (FILLFACTOR = 80, ONLINE = ON) ON [PRIMARY]',
  'CREATE NONCLUSTERED COLUMNSTORE INDEX i ON t (a, b) WHERE a > 1',
  'CREATE SEQUENCE s.n AS bigint START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9 NO CYCLE NO CACHE',
  'GRANT SELECT (a, b), UPDATE (a) ON OBJECT::s.t TO [a b], public WITH GRANT OPTION',
  'REVOKE EXECUTE ON SCHEMA::s FROM a CASCADE',
  "DECLARE @rows int = @@ROWCOUNT;\nIF @rows <> 1 THROW 50001, N'x', 1",
  "-- nothing but a comment's text",
];

const BROKEN = [
  ['ALTER TABLE t ALTER COLUMN a int DEFAULT 5', 'ALTER COLUMN'],
  ['ALTER TABLE t ALTER COLUMN a int IDENTITY(1, 1)', 'ALTER COLUMN'],
  ['ALTER TABLE t ALTER COLUMN a int NOT NULL PRIMARY KEY', 'ALTER COLUMN'],
  ['ALTER TABLE t ALTER COLUMN a TYPE int', '1:'],
  ['ALTER TABLE t ADD COLUMN a int', '1:'],
  ['ALTER TABLE t RENAME COLUMN a TO b', '1:'],
  ['CREATE TABLE t (a int b int)', 'column definition'],
  ['CREATE TABLE t (a int,)', 'column definition'],
  ['CREATE TABLE t (a int NOT NULL CONSTRAINT pk PRIMARY KEY (a))', 'column definition'],
  ['CREATE TABLE t (a int NULL CONSTRAINT f FOREIGN KEY (a) REFERENCES b (id))', 'column definition'],
  ['CREATE TABLE t (a int', '1:'],
  ['CREATE TABLE t (a boolean)', 'column definition'],
  ['CREATE TABLE t (a serial)', 'column definition'],
  ['CREATE TABLE t (a nvarchar(5000))', 'column definition'],
  ['CREATE TABLE t (a nvarchar)', 'column definition'],
  ['CREATE TABLE t (a decimal(39, 2))', 'column definition'],
  ['CREATE TABLE t (a decimal(5, 6))', 'column definition'],
  ['CREATE TABLE IF NOT EXISTS t (a int)', '1:'],
  ['CREATE TABLE t (order int)', '1:'],
  ['ALTER TABLE t ADD a int NULL CONSTRAINT d DEFAULT 5 DEFERRABLE', ''],
  ['ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES b (id) ON DELETE RESTRICT', '1:'],
  ['SELECT 1; CREATE VIEW v AS SELECT 1 AS a', 'first in batch'],
  ['DECLARE @a int = 1; DECLARE @a int = 2', 'variables'],
  ['CREATE INDEX i ON t (lower(a))', '1:'],
  ['DROP INDEX i', '1:'],
  ['SELECT a FROM t LIMIT 5', '1:'],
  ["SELECT 'a' || 'b'", 'concatenation'],
  ['INSERT INTO t (a) VALUES (TRUE)', 'booleans'],
  ['INSERT INTO t (a, b) VALUES (1)', 'values'],
  ["INSERT INTO t (a, b) SELECT id N'x' FROM u", 'values'],
  [`INSERT INTO t (a) VALUES ${'(1), '.repeat(1000)}(1)`, 'rows'],
  ["INSERT INTO t (a) VALUES ('it's')", '1:'],
  ["INSERT INTO t (a) VALUES ('é')", 'strings'],
  ["INSERT INTO t (a) VALUES (N'$(x)')", 'sqlcmd variables'],
  ['INSERT INTO t (a) VALUES (now())', 'functions'],
  ["COMMENT ON TABLE t IS 'x'", 'statement'],
  ['foo bar', 'statement'],
  ["EXEC sp_rename N'a', N'b' + N'c'", '1:'],
  ['UPDATE t SET a = 1 WHERE', '1:'],
] as const;

/** Of what came with the whole vocabulary: the way other databases say it, or a word too many. */
const FOREIGN = [
  'CREATE TABLE t (a int NULL, b int AS (a * 2))',
  'CREATE TABLE t (a int NULL, b AS a * 2 PERSISTED NOT)',
  'CREATE TABLE t (a int NULL, b AS (a * 2) STORED)',
  'CREATE TABLE t (a int NULL, b AS (a * 2) NOT NULL)',
  'CREATE TABLE t (a int NULL, b AS (a * 2) PERSISTED NULL)',
  'CREATE TABLE t (a int GENERATED ALWAYS AS (b * 2) STORED)',
  'CREATE TABLE t (a int IDENTITY(1, 1, 5) NOT NULL)',
  'CREATE TABLE t (a int COLLATE NOT NULL)',
  'CREATE TABLE t (a int NULL) WITH (DATA_COMPRESSION = BASIC)',
  'CREATE TABLE t (a int NULL) WITH (DATA_COMPRESSION PAGE)',
  'CREATE TABLE t (a int NULL) WITH (DATA_COMPRESSION = PAGE) ON [PRIMARY]',
  'CREATE TABLE t (a int NULL, CONSTRAINT pk PRIMARY KEY (a) NONCLUSTERED)',
  'CREATE TABLE t (a int NULL, CONSTRAINT u CLUSTERED UNIQUE (a))',
  'CREATE TABLE t (a int NULL, CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a))',
  'CREATE TABLE t (a int NULL, CONSTRAINT f FOREIGN KEY (a) REFERENCES u (id) DEFERRABLE)',
  'CREATE TABLE t (a int NULL, CONSTRAINT f FOREIGN KEY (a) REFERENCES u (id) MATCH FULL)',
  'CREATE TEMPORARY TABLE t (a int NULL)',
  'DROP TABLE t CASCADE', 'DROP TABLE t IF EXISTS', 'DROP VIEW v CASCADE', 'DROP SCHEMA s CASCADE',
  'ALTER TABLE t ADD a int NULL CONSTRAINT f FOREIGN KEY (a) REFERENCES u (id)',
  'ALTER TABLE t ADD IF NOT EXISTS a int NULL',
  'ALTER TABLE t DROP COLUMN a CASCADE',
  'ALTER TABLE t DROP COLUMN IF EXISTS',
  'ALTER TABLE t ALTER COLUMN a nvarchar(5) NULL COLLATE Latin1_General_BIN2',
  'ALTER TABLE t ALTER COLUMN a AS (b * 2)',
  'ALTER TABLE t ALTER COLUMN a SET DEFAULT 5',
  'CREATE INDEX IF NOT EXISTS i ON t (a)',
  'CREATE INDEX i ON t (a) WHERE b > 1 INCLUDE (c)',
  'CREATE INDEX i ON t (a NULLS LAST)',
  'CREATE INDEX i ON t (a) INCLUDE c',
  'CREATE INDEX i ON t (a) WITH (FILLFACTOR = 180)',
  'CREATE INDEX i ON t (a) WITH (ONLINE = YES)',
  'CREATE INDEX i ON t (a) WITH ONLINE = ON',
  'CREATE INDEX i ON t (a) WITH (CONCURRENTLY = ON)',
  'CREATE INDEX i ON t (a) ON [PRIMARY] WITH (ONLINE = ON)',
  'CREATE COLUMNSTORE NONCLUSTERED INDEX i ON t (a)',
  'CREATE UNIQUE COLUMNSTORE INDEX i ON t (a)',
  'CREATE UNIQUE NONCLUSTERED COLUMNSTORE INDEX i ON t (a)',
  'CREATE NONCLUSTERED COLUMNSTORE INDEX i ON t (a DESC)',
  'CREATE NONCLUSTERED COLUMNSTORE INDEX i ON t (a) INCLUDE (b)',
  'CREATE CLUSTERED INDEX i ON t (a) WHERE a > 1',
  'DROP INDEX IF EXISTS i',
  'DROP INDEX i IF EXISTS ON t',
  'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 1) NOT VALID',
  'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 1) WITH NOCHECK',
  'ALTER TABLE t VALIDATE CONSTRAINT c',
  'ALTER TABLE t WITH CHECK CONSTRAINT c',
  'ALTER TABLE t DROP CONSTRAINT c CASCADE',
  'ALTER TABLE t RENAME CONSTRAINT a TO b',
  "EXEC sp_rename N't.i' N'j', N'INDEX'",
  'ALTER TABLE t REBUILD WITH DATA_COMPRESSION = PAGE',
  'ALTER TABLE t REBUILD WITH (DATA_COMPRESSION = BASIC)',
  'ALTER TABLE t SET (DATA_COMPRESSION = PAGE)',
  'CREATE SEQUENCE s bigint START WITH 1',
  'CREATE SEQUENCE s AS bigint START 1',
  'CREATE SEQUENCE s AS bigint START WITH',
  'CREATE SEQUENCE s AS bigint NOCYCLE',
  'CREATE SEQUENCE IF NOT EXISTS s',
  'ALTER SEQUENCE s START WITH 5',
  'ALTER SEQUENCE s RESTART 5',
  'DROP SEQUENCE s IF EXISTS',
  'CREATE SCHEMA IF NOT EXISTS s',
  'CREATE OR REPLACE VIEW v AS SELECT 1 AS a',
  'CREATE VIEW v SELECT 1 AS a',
  'CREATE VIEW v (a, ) AS SELECT 1 AS a',
  'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a',
  'REFRESH MATERIALIZED VIEW v',
  'CREATE FUNCTION f (n int) RETURNS int AS BEGIN RETURN 2 * n; END',
  'CREATE FUNCTION f (@n int) RETURN int AS BEGIN RETURN 2 * @n; END',
  'CREATE FUNCTION f (@n int) RETURNS int AS BEGIN RETURN 2 * @n;',
  'CREATE PROCEDURE p AS BEGIN DELETE FROM t;',
  'DROP FUNCTION f(int)',
  'CREATE TRIGGER tr BEFORE UPDATE ON t AS BEGIN SET NOCOUNT ON; END',
  'CREATE TRIGGER tr ON t AFTER UPDATE BEGIN SET NOCOUNT ON; END',
  'DROP TRIGGER tr ON t',
  'GRANT SELECT ON TABLE t TO a',
  'GRANT USAGE ON SCHEMA::s TO a',
  'GRANT ALL PRIVILEGES ON OBJECT::t TO a',
  'GRANT SELECT ON OBJECT::t a',
  'GRANT SELECT INSERT ON OBJECT::t TO a',
  'GRANT INSERT (a) ON OBJECT::t TO b',
  "GRANT SELECT ON OBJECT::t TO 'a'@'%'",
  'REVOKE SELECT ON OBJECT::t FROM a RESTRICT',
  'REVOKE SELECT ON OBJECT::t',
  'UPDATE t SET a = 1;\nDECLARE @rows int = @@ROWCOUNT;\nIF @rows <> 1 THROW 50001, CONCAT(N\'a\', @rows), 1',
  "UPDATE t SET a = 1;\nIF @@ROWCOUNT <> 1 THROW 50001 N'a', 1",
  "UPDATE t SET a = 1;\nIF @@ROWCOUNT <> 1 THROW 5001, N'a', 1",
  "UPDATE t SET a = 1\nTHROW 50001, N'a', 1",
  "UPDATE t SET a = 1; IF @rows <> 1 THROW 50001, N'a', 1",
  "IF OBJECT_ID(N't', N'U') IS NULL BEGIN CREATE TABLE t (a int NULL);",
  "IF SCHEMA_ID(N's') IS NULL CREATE SCHEMA s",
  "IF SCHEMA_ID(N's') IS NULL EXEC(N'CREATE SCHEMA s'",
  "DELETE FROM t WHERE a IN ()",
  "DELETE FROM t WHERE (a, b) IN ((1, 2))",
  "INSERT INTO t (a, b) SELECT 1 FROM u",
  "SELECT NEXTVAL(s)", "CREATE TABLE t (a int NULL DEFAULT (NEXT VALUE s))",
  "DECLARE @d nvarchar(max) = (SELECT QUOTENAME(name) FROM sys.tables FOR XML PATH(N''), TYPE).value(N'.' N'nvarchar(max)')",
] as const;

const test = suite('the judge of SQL Server');

for (const sql of VALID) test(`accepts ${sql.slice(0, 80)}`, () => assert.equal(judgeStatement(sql), []));

for (const [sql, by] of BROKEN) {
  test(`refuses ${sql.slice(0, 80)}`, () => {
    const found = judgeStatement(sql);
    assert.ok(
      found.some((complaint) => complaint.startsWith(by)),
      `expected a complaint of ${by}, got ${JSON.stringify(found)}`,
    );
  });
}

for (const sql of FOREIGN) {
  test(`refuses ${sql.slice(0, 80)}`, () => assert.ok(judgeStatement(sql).length > 0, 'it is accepted'));
}

for (const { name, example } of KNOWN_REFUSALS) {
  test(`still needs to know ${name}`, () => {
    assert.ok(grammarComplaints(example, 'TSQL').length > 0, 'the grammar has learned it: take it off the list');
    assert.equal(judgeStatement(example), []);
  });
}

test('a known refusal hides no other mistake of its statement', () => {
  assert.ok(judgeStatement('ALTER TABLE t DROP CONSTRAINT IF EXISTS c d').length > 0);
});

test('a batch within a batch is judged as one', () => {
  assert.equal(judgeStatement("IF SCHEMA_ID(N's') IS NULL\nEXEC(N'CREATE SCHEMA [it''s]')"), []);
  assert.match(String(judgeStatement("EXEC(N'CREATE SCHEMA a; CREATE SCHEMA b')")), /in EXEC: first in batch/);
  assert.match(String(judgeStatement("EXEC(N'CREATE INDEX i ON t a')")), /in EXEC: 1:/);
});

test('GO separates on a line of its own, wherever that is', () => {
  const batches = batchesOf("SELECT 1\nGO\nSELECT 'a\n  go 2 -- twice\nb'\nGOTO x\nGO x\n");
  assert.equal(batches, [
    { sql: 'SELECT 1', line: 1 },
    { sql: "SELECT 'a", line: 3 },
    { sql: "b'\nGOTO x\nGO x\n", line: 5 },
  ]);
});

test('a script is judged batch by batch, with the line of each', () => {
  assert.equal(judgeScript('-- a script\nSELECT 1;\nGO\n\nSELECT 2;\nGO\n'), []);
  const [complaint = ''] = judgeScript('SELECT 1;\nGO\n\nSELECT FROM WHERE;\nGO\n');
  assert.match(complaint, /^batch of line 3: /);
});

test('a script that another client would read otherwise is refused', () => {
  const complaint = (script: string): string => judgeScript(script).join('; ');
  assert.match(complaint('SELECT 1;\n'), /no GO ends the last batch/);
  assert.match(complaint(':on error exit\nGO\n'), /a command of sqlcmd/);
  assert.match(complaint("SELECT N'$(x)';\nGO\n"), /a variable of sqlcmd/);
  assert.match(complaint("SELECT N'é';\nGO\n"), /beyond ASCII/);
  assert.match(complaint('SELECT 1;\nGO'), /no newline at the end/);
  assert.match(complaint("INSERT INTO t (a) VALUES (N'x\nGO\ny');\nGO\n"), /batch of line 1/);
});

test.run();
