-- migsql 0.1.0: stamp script for SQLite
--
-- from    a1, b2
-- to      c3
-- steps   1
-- server  SQLite 3.35 or later
-- atomic  YES: one transaction, all or nothing
-- waits   for a lock 5 s, for a statement no limit
-- run     sqlite3 -bail -batch DATABASE < FILE
--
-- if it stops
--   block 1 (transaction, step 1): nothing of it is there; the version table holds a1, b2; then run this file again

.bail on
-- In a session that stays open (.read) an error leaves the transaction open as well: end it with ROLLBACK, never COMMIT.
PRAGMA busy_timeout = 5000;

-- What must hold is written here: the check that fails is the message, and stops the script.
DROP TABLE IF EXISTS temp.migsql_must;
CREATE TEMP TABLE migsql_must (
  outside INTEGER CONSTRAINT "migsql: a transaction is open in this session; end it, and run the script again" CHECK (outside),
  start INTEGER CONSTRAINT "migsql: stopped, since the database is not where the script must start from" CHECK (start),
  version INTEGER CONSTRAINT "migsql: a change of the version table did not touch exactly one row" CHECK (version)
);
DROP TABLE IF EXISTS temp.migsql_script;
-- How far the script is: the last whole block, and the one that has begun.
CREATE TEMP TABLE migsql_script (block INTEGER, begun INTEGER, outside INTEGER, started TEXT);
INSERT INTO temp.migsql_script (block) VALUES (0);
-- Foreign keys are off while tables are made anew. The PRAGMA does nothing within a transaction, which shows one.
PRAGMA foreign_keys = ON;
UPDATE temp.migsql_script SET outside = (SELECT foreign_keys FROM pragma_foreign_keys);
PRAGMA foreign_keys = OFF;
UPDATE temp.migsql_script SET outside = 0, block = -1 WHERE outside = 0 OR (SELECT foreign_keys FROM pragma_foreign_keys);
INSERT INTO temp.migsql_must (outside) SELECT (SELECT outside FROM temp.migsql_script) IS 1;

-- 1/1 stamp c3: no migration is run
SELECT 'migsql: 1/1 stamp c3 no migration is run' AS migsql FROM temp.migsql_script WHERE block >= 0;
BEGIN IMMEDIATE;
-- Made here to be asked, and gone with the transaction where the script stops.
CREATE TABLE IF NOT EXISTS migsql_version (
  revision VARCHAR(128) NOT NULL,
  CONSTRAINT pk_migsql_version PRIMARY KEY (revision)
);
SELECT 'migsql: block 1 starts at [a1, b2], but the version table holds [' || found || ']' AS migsql
  FROM (SELECT coalesce(group_concat(revision, ', '), 'base') AS found
    FROM (SELECT revision FROM migsql_version ORDER BY revision))
  WHERE found <> 'a1, b2';
UPDATE temp.migsql_script SET begun = 1
  WHERE block = 0 AND (SELECT count(*) FROM migsql_version) = 2
  AND (SELECT count(*) FROM migsql_version WHERE revision IN ('a1', 'b2')) = 2;
INSERT OR ROLLBACK INTO temp.migsql_must (start) SELECT (SELECT begun FROM temp.migsql_script) IS 1;
UPDATE migsql_version SET revision = 'c3' WHERE revision = 'a1';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;
DELETE FROM migsql_version WHERE revision = 'b2';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;
UPDATE temp.migsql_script SET block = 1;
COMMIT;

SELECT 'migsql: OK a1, b2 -> c3' AS migsql FROM temp.migsql_script WHERE block = 1;
DROP TABLE temp.migsql_script;
DROP TABLE temp.migsql_must;

-- end: c3
