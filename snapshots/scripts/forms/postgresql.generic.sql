-- migsql 0.1.0: upgrade script for PostgreSQL
--
-- from    base
-- to      rev3
-- steps   3
-- server  PostgreSQL 13 or later
-- atomic  NO: 1 part must run outside a transaction, and what stands before is committed first
-- waits   for a lock 5 s, for a statement no limit
-- render  migsql render base:rev3 --dialect postgresql --transaction script --client generic --ledger --expect-database shop --expect-server
-- run     in any client that sends the whole file, in one session
--
-- if it stops
--   block 1 (transaction, steps 1 to 2): nothing of it is there; the version table holds base; then run base:rev3
--   block 2 (statement, step 2): nothing of it is there but perhaps index ix_one, marked invalid: drop it before the script runs again; the version table holds rev1; revision rev2 is there in part; then run rev1:rev3
--   block 3 (transaction, step 2): nothing of it is there; the version table holds rev1; revision rev2 is there in part; then run rev1:rev3
--   block 4 (transaction, step 3): nothing of it is there; the version table holds rev2; then run rev2:rev3
--
-- sources (SHA-256)
--   1111111111111111111111111111111111111111111111111111111111111111  migrations/1.ts
--   2222222222222222222222222222222222222222222222222222222222222222  migrations/2.ts
--   3333333333333333333333333333333333333333333333333333333333333333  migrations/3.ts

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
-- the database that the script is for
DO $migsql$ BEGIN
  IF current_database() <> 'shop' THEN
    RAISE WARNING 'migsql: the script is for database %, and this is %; nothing is changed', 'shop', current_database();
    PERFORM set_config('default_transaction_read_only', 'on', false), set_config('migsql.block', 'stopped', false);
  END IF;
END $migsql$;
-- the server that it is for
DO $migsql$ BEGIN
  IF version() !~ '^PostgreSQL ' OR version() ~ 'Redshift' OR current_setting('server_version_num')::integer < 130000 THEN
    RAISE WARNING 'migsql: the script is for %, and this is %; nothing is changed', 'PostgreSQL 13 or later', version();
    PERFORM set_config('default_transaction_read_only', 'on', false), set_config('migsql.block', 'stopped', false);
  END IF;
END $migsql$;
DO $migsql$ BEGIN
  IF current_setting('migsql.block') = 'stopped' THEN
    RAISE EXCEPTION 'migsql: stopped before the first change';
  END IF;
END $migsql$;

-- 1/3 upgrade rev1: step 1
-- migrations/1.ts
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
  IF found <> 'base' THEN
    RAISE EXCEPTION 'migsql: block 1 starts at [%], but the version table holds [%]', 'base', found;
  END IF;
END $migsql$;
SELECT 'migsql: 1/3 upgrade rev1 step 1' AS migsql
  WHERE current_setting('migsql.block') <> 'stopped';
DO $migsql$ BEGIN
  PERFORM set_config('migsql.started', extract(epoch FROM clock_timestamp())::text, false);
END $migsql$;
CREATE TABLE IF NOT EXISTS migsql_version (
  revision VARCHAR(128) NOT NULL,
  CONSTRAINT pk_migsql_version PRIMARY KEY (revision)
);
CREATE TABLE one (
  id INTEGER NOT NULL
);
CREATE TABLE two (
  id INTEGER NOT NULL
);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  INSERT INTO migsql_version (revision) VALUES ('rev1');
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'rev1';
  END IF;
  IF to_regclass('migsql_ledger') IS NULL THEN
    CREATE TABLE migsql_ledger (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      revision varchar(128) NOT NULL,
      direction varchar(9) NOT NULL,
      script char(64) NOT NULL,
      step integer NOT NULL,
      block integer,
      done integer,
      statements char(64),
      started timestamptz NOT NULL,
      finished timestamptz,
      run_by text NOT NULL,
      tag varchar(200)
    );
  END IF;
  INSERT INTO migsql_ledger (revision, direction, script, step, started, finished, run_by)
    VALUES ('rev1', 'upgrade', 'd00a47667f39a62e082efaac01b19b0d6c723ea16a1308a7613393617ef2be35', 1,
      to_timestamp(current_setting('migsql.started')::double precision), clock_timestamp(), session_user);
END $migsql$;

-- 2/3 upgrade rev2: step 2
-- migrations/2.ts
SELECT 'migsql: 2/3 upgrade rev2 step 2' AS migsql
  WHERE current_setting('migsql.block') <> 'stopped';
DO $migsql$ BEGIN
  PERFORM set_config('migsql.started', extract(epoch FROM clock_timestamp())::text, false);
END $migsql$;
CREATE TABLE three (
  id INTEGER NOT NULL
);
SET migsql.block = '1';
COMMIT;
DO $migsql$
DECLARE
  found text := 'base';
  wrong text;
BEGIN
  IF current_setting('migsql.block') <> '1' THEN
    wrong := 'block 1 did not end';
  ELSE
    IF to_regclass('migsql_version') IS NOT NULL THEN
      SELECT coalesce(string_agg(revision, ', ' ORDER BY revision COLLATE "C"), 'base')
        INTO found FROM migsql_version;
    END IF;
    IF found <> 'rev1' THEN
      wrong := format('it starts at [%s], but the version table holds [%s]', 'rev1', found);
    END IF;
  END IF;
  -- else nothing would tell afterwards whether the statement took effect
  IF wrong IS NULL AND EXISTS (SELECT FROM pg_index JOIN pg_class ON pg_class.oid = pg_index.indexrelid WHERE pg_index.indrelid = to_regclass('one') AND pg_class.relname = 'ix_one' AND pg_index.indisvalid) THEN
    wrong := 'what it makes is there already';
  END IF;
  IF wrong IS NOT NULL THEN
    RAISE WARNING 'migsql: block 2 is not run: %', wrong;
    PERFORM set_config('default_transaction_read_only', 'on', false), set_config('migsql.block', 'stopped', false);
  END IF;
END $migsql$;
DO $migsql$ BEGIN
  IF current_setting('migsql.block') = 'stopped' THEN
    RAISE EXCEPTION 'migsql: stopped before block 2';
  END IF;
END $migsql$;
CREATE INDEX CONCURRENTLY ix_one ON one (id);
DO $migsql$ BEGIN
  IF current_setting('migsql.block') = '1' AND EXISTS (SELECT FROM pg_index JOIN pg_class ON pg_class.oid = pg_index.indexrelid WHERE pg_index.indrelid = to_regclass('one') AND pg_class.relname = 'ix_one' AND pg_index.indisvalid) THEN
    PERFORM set_config('migsql.block', '2', false);
  ELSE
    RAISE EXCEPTION USING MESSAGE = 'migsql: block 2 did not take effect' || '; it may have left index ix_one, marked invalid: drop it before the script runs again';
  END IF;
END $migsql$;
DO $migsql$
DECLARE
  found text := 'base';
  wrong text;
BEGIN
  IF current_setting('migsql.block') <> '2' THEN
    wrong := 'block 2 did not end';
  END IF;
  IF wrong IS NOT NULL THEN
    RAISE WARNING 'migsql: block 3 is not run: %', wrong;
    PERFORM set_config('default_transaction_read_only', 'on', false), set_config('migsql.block', 'stopped', false);
  END IF;
END $migsql$;
DO $migsql$ BEGIN
  IF current_setting('migsql.block') = 'stopped' THEN
    RAISE EXCEPTION 'migsql: stopped before block 3';
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
  IF current_setting('migsql.block') <> '2' THEN
    RAISE EXCEPTION 'migsql: stopped before block 3';
  END IF;
  IF found <> 'rev1' THEN
    RAISE EXCEPTION 'migsql: block 3 starts at [%], but the version table holds [%]', 'rev1', found;
  END IF;
END $migsql$;
CREATE TABLE four (
  id INTEGER NOT NULL
);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'rev2' WHERE revision = 'rev1';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'rev2';
  END IF;
  INSERT INTO migsql_ledger (revision, direction, script, step, started, finished, run_by)
    VALUES ('rev2', 'upgrade', 'd00a47667f39a62e082efaac01b19b0d6c723ea16a1308a7613393617ef2be35', 2,
      to_timestamp(current_setting('migsql.started')::double precision), clock_timestamp(), session_user);
END $migsql$;
SET migsql.block = '3';
COMMIT;

-- 3/3 upgrade rev3: step 3
-- migrations/3.ts
DO $migsql$
DECLARE
  found text := 'base';
  wrong text;
BEGIN
  IF current_setting('migsql.block') <> '3' THEN
    wrong := 'block 3 did not end';
  END IF;
  IF wrong IS NOT NULL THEN
    RAISE WARNING 'migsql: block 4 is not run: %', wrong;
    PERFORM set_config('default_transaction_read_only', 'on', false), set_config('migsql.block', 'stopped', false);
  END IF;
END $migsql$;
DO $migsql$ BEGIN
  IF current_setting('migsql.block') = 'stopped' THEN
    RAISE EXCEPTION 'migsql: stopped before block 4';
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
  IF current_setting('migsql.block') <> '3' THEN
    RAISE EXCEPTION 'migsql: stopped before block 4';
  END IF;
  IF found <> 'rev2' THEN
    RAISE EXCEPTION 'migsql: block 4 starts at [%], but the version table holds [%]', 'rev2', found;
  END IF;
END $migsql$;
SELECT 'migsql: 3/3 upgrade rev3 step 3' AS migsql
  WHERE current_setting('migsql.block') <> 'stopped';
DO $migsql$ BEGIN
  PERFORM set_config('migsql.started', extract(epoch FROM clock_timestamp())::text, false);
END $migsql$;
ALTER TABLE two ADD COLUMN note TEXT;
INSERT INTO one (id) VALUES
  (1),
  (2);
CREATE TABLE five (
  id INTEGER NOT NULL
);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'rev3' WHERE revision = 'rev2';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'rev3';
  END IF;
  INSERT INTO migsql_ledger (revision, direction, script, step, started, finished, run_by)
    VALUES ('rev3', 'upgrade', 'd00a47667f39a62e082efaac01b19b0d6c723ea16a1308a7613393617ef2be35', 3,
      to_timestamp(current_setting('migsql.started')::double precision), clock_timestamp(), session_user);
END $migsql$;
SET migsql.block = '4';
COMMIT;

DO $migsql$ BEGIN
  IF current_setting('migsql.lock') = 'held' THEN
    PERFORM pg_advisory_unlock(2436609518079099786), set_config('migsql.lock', 'free', false);
  END IF;
END $migsql$;
RESET lock_timeout;
RESET statement_timeout;
RESET default_transaction_isolation;
SELECT 'migsql: OK base -> rev3' AS migsql WHERE current_setting('migsql.block') = '4';

-- end: rev3
