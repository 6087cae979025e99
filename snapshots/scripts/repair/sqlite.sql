-- migsql 0.1.0: repair script for SQLite
--
-- from    a1, b2
-- to      a1, b2
-- steps   1
-- server  SQLite 3.35 or later
-- atomic  YES: one transaction, all or nothing
-- waits   for a lock 5 s, for a statement no limit
-- run     sqlite3 -bail -batch DATABASE < FILE
--
-- if it stops
--   block 1 (transaction, step 1): nothing of it is there; the version table holds a1, b2; then write a script for what is left: 'migsql drift --fix repair'

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

-- 1/1 repair a1, b2: the schema becomes what the migrations make; careful: the rows of 'gone' are lost
SELECT 'migsql: 1/1 repair a1, b2 the schema becomes what the migrations make; careful: the ro' AS migsql FROM temp.migsql_script WHERE block >= 0;
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
DROP TABLE gone;
ALTER TABLE t DROP COLUMN by_hand;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "t has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "t has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of t, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('t') WHERE name COLLATE NOCASE NOT IN ('id', 'name')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 't' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_t (
  id INTEGER NOT NULL,
  name VARCHAR(40),
  CONSTRAINT pk_t PRIMARY KEY (id)
);
INSERT INTO migsql_new_t (id, name) SELECT id, name FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 't' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 't' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 't' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
ALTER TABLE t ADD COLUMN more INTEGER;
CREATE INDEX ix_t ON t (more);
CREATE VIEW v AS
SELECT id FROM t;
UPDATE temp.migsql_script SET block = 1;
COMMIT;

SELECT 'migsql: OK a1, b2 -> a1, b2' AS migsql FROM temp.migsql_script WHERE block = 1;
DROP TABLE temp.migsql_script;
DROP TABLE temp.migsql_must;

-- end: a1, b2
