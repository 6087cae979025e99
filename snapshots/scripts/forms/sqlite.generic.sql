-- migsql 0.1.0: upgrade script for SQLite
--
-- from    base
-- to      rev3
-- steps   3
-- server  SQLite 3.35 or later
-- atomic  YES: one transaction, all or nothing
-- waits   for a lock 5 s, for a statement no limit
-- render  migsql render base:rev3 --dialect sqlite --transaction script --client generic --ledger --expect-database shop --expect-server
-- run     in any client that sends the whole file, in one session
--
-- if it stops
--   block 1 (transaction, steps 1 to 3): nothing of it is there; the version table holds base; then run base:rev3
--
-- sources (SHA-256)
--   1111111111111111111111111111111111111111111111111111111111111111  migrations/1.ts
--   2222222222222222222222222222222222222222222222222222222222222222  migrations/2.ts
--   3333333333333333333333333333333333333333333333333333333333333333  migrations/3.ts

-- In a session that stays open (.read) an error leaves the transaction open as well: end it with ROLLBACK, never COMMIT.
PRAGMA busy_timeout = 5000;

-- What must hold is written here: the check that fails is the message, and stops the script.
DROP TABLE IF EXISTS temp.migsql_must;
CREATE TEMP TABLE migsql_must (
  outside INTEGER CONSTRAINT "migsql: a transaction is open in this session; end it, and run the script again" CHECK (outside),
  target INTEGER CONSTRAINT "migsql: the script is for another database file; nothing is changed" CHECK (target),
  server INTEGER CONSTRAINT "migsql: SQLite must be 3.35 or later; nothing is changed" CHECK (server),
  start INTEGER CONSTRAINT "migsql: stopped, since the database is not where the script must start from" CHECK (start),
  version INTEGER CONSTRAINT "migsql: a change of the version table did not touch exactly one row" CHECK (version),
  whole INTEGER CONSTRAINT "migsql: a statement of the block failed; nothing of the block is kept" CHECK (whole)
);
DROP TABLE IF EXISTS temp.migsql_script;
-- How far the script is: the last whole block, the one that has begun, and the last statement of which it is known that
-- it took effect. The next must change the schema's version or the total of changed rows, or be part of a trigger.
-- A savepoint behind each opens a transaction where an error has ended that of the block: nothing is run outside one.
CREATE TEMP TABLE migsql_script (block INTEGER, begun INTEGER, done INTEGER, schema INTEGER, total INTEGER, outside INTEGER, started TEXT);
INSERT INTO temp.migsql_script (block, done) VALUES (0, 0);
-- Foreign keys are off while tables are made anew. The PRAGMA does nothing within a transaction, which shows one.
PRAGMA foreign_keys = ON;
UPDATE temp.migsql_script SET outside = (SELECT foreign_keys FROM pragma_foreign_keys);
PRAGMA foreign_keys = OFF;
UPDATE temp.migsql_script SET outside = 0, block = -1, done = -1 WHERE outside = 0 OR (SELECT foreign_keys FROM pragma_foreign_keys);
INSERT INTO temp.migsql_must (outside) SELECT (SELECT outside FROM temp.migsql_script) IS 1;
UPDATE temp.migsql_script SET block = -1, done = -1 WHERE NOT EXISTS (
  SELECT 1 FROM pragma_database_list
  WHERE name = 'main' AND substr('/' || replace(file, '\', '/'), -length('/' || 'shop')) = '/' || 'shop'
);
SELECT 'migsql: the script is for ' || 'shop' || ', and this is ' || coalesce(nullif(file, ''), 'no file') AS migsql
  FROM pragma_database_list WHERE name = 'main' AND (SELECT block FROM temp.migsql_script) < 0;
INSERT INTO temp.migsql_must (target) SELECT (SELECT block FROM temp.migsql_script) IS 0;
UPDATE temp.migsql_script SET block = -1, done = -1 WHERE 3035000 > (
  SELECT CAST(v AS INTEGER) * 1000000 + CAST(r AS INTEGER) * 1000 + CAST(substr(r, instr(r || '.', '.') + 1) AS INTEGER)
  FROM (SELECT sqlite_version() AS v, substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS r)
);
INSERT INTO temp.migsql_must (server) SELECT (SELECT block FROM temp.migsql_script) IS 0;

-- 1/3 upgrade rev1: step 1
-- migrations/1.ts
SELECT 'migsql: 1/3 upgrade rev1 step 1' AS migsql FROM temp.migsql_script WHERE done = 0;
UPDATE temp.migsql_script SET started = CURRENT_TIMESTAMP, total = total_changes() + 1;
BEGIN IMMEDIATE;
PRAGMA busy_timeout = 0;
SAVEPOINT migsql;
-- Made here to be asked, and gone with the transaction where the script stops.
CREATE TABLE IF NOT EXISTS migsql_version (
  revision VARCHAR(128) NOT NULL,
  CONSTRAINT pk_migsql_version PRIMARY KEY (revision)
);
SELECT 'migsql: block 1 starts at [base], but the version table holds [' || found || ']' AS migsql
  FROM (SELECT coalesce(group_concat(revision, ', '), 'base') AS found
    FROM (SELECT revision FROM migsql_version ORDER BY revision))
  WHERE found <> 'base';
UPDATE temp.migsql_script SET begun = 1
  , schema = (SELECT schema_version FROM pragma_schema_version), total = total_changes() + 1
  WHERE done = 0 AND (SELECT count(*) FROM migsql_version) = 0;
INSERT INTO temp.migsql_must (start) SELECT (SELECT begun FROM temp.migsql_script) IS 1;
UPDATE temp.migsql_script SET total = total_changes() + 1;
CREATE TABLE IF NOT EXISTS migsql_version (
  revision VARCHAR(128) NOT NULL,
  CONSTRAINT pk_migsql_version PRIMARY KEY (revision)
);
UPDATE temp.migsql_script SET done = 1, schema = (SELECT schema_version FROM pragma_schema_version), total = total_changes() + 1
  WHERE begun = 1 AND done = 0 AND EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migsql_version' COLLATE NOCASE);
SAVEPOINT migsql;
CREATE TABLE one (
  id INTEGER NOT NULL
);
UPDATE temp.migsql_script SET done = 2, schema = (SELECT schema_version FROM pragma_schema_version), total = total_changes() + 1
  WHERE begun = 1 AND done = 1 AND (SELECT schema_version FROM pragma_schema_version) <> schema;
SAVEPOINT migsql;
CREATE TABLE two (
  id INTEGER NOT NULL
);
UPDATE temp.migsql_script SET done = 3, schema = (SELECT schema_version FROM pragma_schema_version), total = total_changes() + 1
  WHERE begun = 1 AND done = 2 AND (SELECT schema_version FROM pragma_schema_version) <> schema;
SAVEPOINT migsql;
INSERT INTO migsql_version (revision) VALUES ('rev1');
UPDATE temp.migsql_script SET done = 4, schema = (SELECT schema_version FROM pragma_schema_version), total = total_changes() + 1
  WHERE begun = 1 AND done = 3 AND changes() = 1 AND total_changes() > total;
SAVEPOINT migsql;
-- The ledger: run_by is NULL, since SQLite has no users.
CREATE TABLE IF NOT EXISTS migsql_ledger (
  id INTEGER PRIMARY KEY,
  revision VARCHAR(128) NOT NULL,
  direction VARCHAR(9) NOT NULL,
  script CHAR(64) NOT NULL,
  step INTEGER NOT NULL,
  block INTEGER,
  done INTEGER,
  statements CHAR(64),
  started TIMESTAMP NOT NULL,
  finished TIMESTAMP,
  run_by VARCHAR(128),
  tag VARCHAR(200)
);
UPDATE temp.migsql_script SET total = total_changes() + 1, schema = (SELECT schema_version FROM pragma_schema_version);
INSERT INTO migsql_ledger (revision, direction, script, step, started, finished, run_by)
  SELECT 'rev1', 'upgrade', '7f1af73a929c8c7eee4d4f50b0541f452ec2f773b911248a8e8e31699080ae44', 1, started, CURRENT_TIMESTAMP, NULL FROM temp.migsql_script;
UPDATE temp.migsql_script SET done = -1 WHERE total_changes() <> total + 1;
UPDATE temp.migsql_script SET total = total_changes() + 1;
SAVEPOINT migsql;

-- 2/3 upgrade rev2: step 2
-- migrations/2.ts
SELECT 'migsql: 2/3 upgrade rev2 step 2' AS migsql FROM temp.migsql_script WHERE done = 4;
UPDATE temp.migsql_script SET started = CURRENT_TIMESTAMP, total = total_changes() + 1;
CREATE TABLE three (
  id INTEGER NOT NULL
);
UPDATE temp.migsql_script SET done = 5, schema = (SELECT schema_version FROM pragma_schema_version), total = total_changes() + 1
  WHERE begun = 1 AND done = 4 AND (SELECT schema_version FROM pragma_schema_version) <> schema;
SAVEPOINT migsql;
CREATE INDEX ix_one ON one (id);
UPDATE temp.migsql_script SET done = 6, schema = (SELECT schema_version FROM pragma_schema_version), total = total_changes() + 1
  WHERE begun = 1 AND done = 5 AND (SELECT schema_version FROM pragma_schema_version) <> schema;
SAVEPOINT migsql;
CREATE TABLE four (
  id INTEGER NOT NULL
);
UPDATE temp.migsql_script SET done = 7, schema = (SELECT schema_version FROM pragma_schema_version), total = total_changes() + 1
  WHERE begun = 1 AND done = 6 AND (SELECT schema_version FROM pragma_schema_version) <> schema;
SAVEPOINT migsql;
UPDATE migsql_version SET revision = 'rev2' WHERE revision = 'rev1';
UPDATE temp.migsql_script SET done = 8, schema = (SELECT schema_version FROM pragma_schema_version), total = total_changes() + 1
  WHERE begun = 1 AND done = 7 AND changes() = 1 AND total_changes() > total;
SAVEPOINT migsql;
-- The ledger: run_by is NULL, since SQLite has no users.
CREATE TABLE IF NOT EXISTS migsql_ledger (
  id INTEGER PRIMARY KEY,
  revision VARCHAR(128) NOT NULL,
  direction VARCHAR(9) NOT NULL,
  script CHAR(64) NOT NULL,
  step INTEGER NOT NULL,
  block INTEGER,
  done INTEGER,
  statements CHAR(64),
  started TIMESTAMP NOT NULL,
  finished TIMESTAMP,
  run_by VARCHAR(128),
  tag VARCHAR(200)
);
UPDATE temp.migsql_script SET total = total_changes() + 1, schema = (SELECT schema_version FROM pragma_schema_version);
INSERT INTO migsql_ledger (revision, direction, script, step, started, finished, run_by)
  SELECT 'rev2', 'upgrade', '7f1af73a929c8c7eee4d4f50b0541f452ec2f773b911248a8e8e31699080ae44', 2, started, CURRENT_TIMESTAMP, NULL FROM temp.migsql_script;
UPDATE temp.migsql_script SET done = -1 WHERE total_changes() <> total + 1;
UPDATE temp.migsql_script SET total = total_changes() + 1;
SAVEPOINT migsql;

-- 3/3 upgrade rev3: step 3
-- migrations/3.ts
SELECT 'migsql: 3/3 upgrade rev3 step 3' AS migsql FROM temp.migsql_script WHERE done = 8;
UPDATE temp.migsql_script SET started = CURRENT_TIMESTAMP, total = total_changes() + 1;
ALTER TABLE two ADD COLUMN note TEXT;
UPDATE temp.migsql_script SET done = 9, schema = (SELECT schema_version FROM pragma_schema_version), total = total_changes() + 1
  WHERE begun = 1 AND done = 8 AND (SELECT schema_version FROM pragma_schema_version) <> schema;
SAVEPOINT migsql;
CREATE TEMP TRIGGER migsql_step BEFORE UPDATE OF done ON migsql_script BEGIN
INSERT INTO one (id) VALUES
  (1),
  (2);
END;
UPDATE temp.migsql_script SET done = 10, schema = (SELECT schema_version FROM pragma_schema_version), total = total_changes() + 1
  WHERE begun = 1 AND done = 9 AND EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migsql_step');
DROP TRIGGER IF EXISTS temp.migsql_step;
UPDATE temp.migsql_script SET total = total_changes() + 1;
SAVEPOINT migsql;
CREATE TABLE five (
  id INTEGER NOT NULL
);
UPDATE temp.migsql_script SET done = 11, schema = (SELECT schema_version FROM pragma_schema_version), total = total_changes() + 1
  WHERE begun = 1 AND done = 10 AND (SELECT schema_version FROM pragma_schema_version) <> schema;
SAVEPOINT migsql;
UPDATE migsql_version SET revision = 'rev3' WHERE revision = 'rev2';
UPDATE temp.migsql_script SET done = 12, schema = (SELECT schema_version FROM pragma_schema_version), total = total_changes() + 1
  WHERE begun = 1 AND done = 11 AND changes() = 1 AND total_changes() > total;
SAVEPOINT migsql;
-- The ledger: run_by is NULL, since SQLite has no users.
CREATE TABLE IF NOT EXISTS migsql_ledger (
  id INTEGER PRIMARY KEY,
  revision VARCHAR(128) NOT NULL,
  direction VARCHAR(9) NOT NULL,
  script CHAR(64) NOT NULL,
  step INTEGER NOT NULL,
  block INTEGER,
  done INTEGER,
  statements CHAR(64),
  started TIMESTAMP NOT NULL,
  finished TIMESTAMP,
  run_by VARCHAR(128),
  tag VARCHAR(200)
);
UPDATE temp.migsql_script SET total = total_changes() + 1, schema = (SELECT schema_version FROM pragma_schema_version);
INSERT INTO migsql_ledger (revision, direction, script, step, started, finished, run_by)
  SELECT 'rev3', 'upgrade', '7f1af73a929c8c7eee4d4f50b0541f452ec2f773b911248a8e8e31699080ae44', 3, started, CURRENT_TIMESTAMP, NULL FROM temp.migsql_script;
UPDATE temp.migsql_script SET done = -1 WHERE total_changes() <> total + 1;
UPDATE temp.migsql_script SET total = total_changes() + 1;
SAVEPOINT migsql;
UPDATE temp.migsql_script SET block = 1 WHERE done = 12;
INSERT OR ROLLBACK INTO migsql_version (revision) SELECT NULL WHERE (SELECT count(*) FROM sqlite_temp_master WHERE name IN ('migsql_must', 'migsql_script')) <> 2;
INSERT OR ROLLBACK INTO temp.migsql_must (whole) SELECT (SELECT done FROM temp.migsql_script) IS 12;
PRAGMA busy_timeout = 5000;
COMMIT;
SAVEPOINT migsql;
ROLLBACK;

SELECT 'migsql: OK base -> rev3' AS migsql FROM temp.migsql_script WHERE block = 1;
DROP TABLE temp.migsql_script;
DROP TABLE temp.migsql_must;

-- end: rev3
