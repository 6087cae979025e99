-- migsql 0.1.0: repair script for PostgreSQL
--
-- from    a1, b2
-- to      a1, b2
-- steps   1
-- server  PostgreSQL 13 or later
-- atomic  YES: one transaction, all or nothing
-- waits   for a lock 5 s, for a statement no limit
-- run     psql -X -v ON_ERROR_STOP=1 -d DATABASE -f FILE
--
-- if it stops
--   block 1 (transaction, step 1): nothing of it is there; the version table holds a1, b2; then write a script for what is left: 'migsql drift --fix repair'

\set ON_ERROR_STOP on
\set AUTOCOMMIT on
\set ON_ERROR_ROLLBACK off
\set SINGLELINE off
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET default_transaction_isolation = 'read committed';
SET default_transaction_read_only = off;
SET lock_timeout = '5s';
SET statement_timeout = '0s';
-- one run at a time, until the session ends; asked again and again, since a session that waits in the lock's queue
-- would stop CREATE INDEX CONCURRENTLY
SET migsql.block = 'stopped';
SET migsql.lock = 'free';
DO $migsql$ BEGIN
  FOR attempt IN 0 .. 5 * 10 LOOP
    IF pg_try_advisory_lock(2436609518079099786) THEN
      PERFORM set_config('migsql.block', '0', false), set_config('migsql.lock', 'held', false);
      RETURN;
    END IF;
    PERFORM pg_sleep(0.1);
  END LOOP;
  RAISE WARNING 'migsql: another run of a script is under way; nothing is changed';
  PERFORM set_config('default_transaction_read_only', 'on', false);
END $migsql$;
DO $migsql$ BEGIN
  IF current_setting('migsql.block') = 'stopped' THEN
    RAISE EXCEPTION 'migsql: stopped before the first change';
  END IF;
END $migsql$;

-- 1/1 repair a1, b2: the schema becomes what the migrations make; careful: the rows of 'gone' are lost
\echo 'migsql: 1/1 repair a1, b2 the schema becomes what the migrations make; careful: the ro'
DO $migsql$
DECLARE
  found text := 'base';
  wrong text;
BEGIN
  IF current_setting('migsql.block') <> '0' THEN
    wrong := 'block 0 did not end';
  END IF;
  IF wrong IS NOT NULL THEN
    RAISE WARNING 'migsql: block 1 is not run: %', wrong;
    PERFORM set_config('default_transaction_read_only', 'on', false), set_config('migsql.block', 'stopped', false);
  END IF;
END $migsql$;
DO $migsql$ BEGIN
  IF current_setting('migsql.block') = 'stopped' THEN
    RAISE EXCEPTION 'migsql: stopped before block 1';
  END IF;
END $migsql$;
BEGIN;
DO $migsql$
DECLARE
  found text := 'base';
BEGIN
  IF to_regclass('migsql_version') IS NOT NULL THEN
    SELECT coalesce(string_agg(revision, ', ' ORDER BY revision COLLATE "C"), 'base')
      INTO found FROM migsql_version;
  END IF;
  IF current_setting('migsql.block') <> '0' THEN
    RAISE EXCEPTION 'migsql: stopped before block 1';
  END IF;
  IF found <> 'a1, b2' THEN
    RAISE EXCEPTION 'migsql: block 1 starts at [%], but the version table holds [%]', 'a1, b2', found;
  END IF;
END $migsql$;
DROP TABLE gone;
ALTER TABLE t DROP COLUMN by_hand;
ALTER TABLE t ALTER COLUMN name TYPE VARCHAR(40);
ALTER TABLE t ADD COLUMN more INTEGER;
CREATE INDEX ix_t ON t (more);
CREATE VIEW v AS
SELECT id FROM t;
SET migsql.block = '1';
COMMIT;

DO $migsql$ BEGIN
  IF current_setting('migsql.lock') = 'held' THEN
    PERFORM pg_advisory_unlock(2436609518079099786), set_config('migsql.lock', 'free', false);
  END IF;
END $migsql$;
RESET lock_timeout;
RESET statement_timeout;
RESET default_transaction_isolation;
SELECT 'migsql: OK a1, b2 -> a1, b2' AS migsql WHERE current_setting('migsql.block') = '1';

-- end: a1, b2
