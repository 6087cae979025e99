-- migsql 0.1.0: upgrade script for PostgreSQL
--
-- from    base
-- to      rev3
-- steps   3
-- server  PostgreSQL 13 or later
-- atomic  NO: 1 part must run outside a transaction, and what stands before is committed first
-- waits   for a lock 5 s, for a statement no limit
-- render  migsql render base:rev3 --dialect postgresql --transaction script --client psql --idempotent --ledger --expect-database shop --expect-server
-- run     psql -X -v ON_ERROR_STOP=1 -d DATABASE -f FILE
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
-- the graph, as revision,prerequisite; what must be applied already; what must not be
SET migsql.edges = ''
  'rev1, rev2,rev1 rev3,rev2 '
;
SET migsql.needed = '';
SET migsql.unwanted = '';
-- the heads that were found last, of which one space is none yet, and all that they imply
SET migsql.heads = ' ';
SET migsql.applied = '';
-- run at the beginning of each block: finds out what is applied, anew where others changed it meanwhile
SET migsql.find = $migsql$ DO $migsql_find$
DECLARE
  held text[] := '{}';
  done text[];
  wrong text;
BEGIN
  IF to_regclass('migsql_version') IS NOT NULL THEN
    held := ARRAY(SELECT revision FROM migsql_version ORDER BY revision COLLATE "C");
  END IF;
  IF array_to_string(held, ' ') = current_setting('migsql.heads') THEN
    RETURN;
  END IF;
  WITH RECURSIVE
    edges AS MATERIALIZED (
      SELECT split_part(edge, ',', 1) AS id, split_part(edge, ',', 2) AS needs
        FROM unnest(string_to_array(current_setting('migsql.edges'), ' ')) AS edge
    ),
    applied AS (
      SELECT unnest(held) AS id
      UNION
      SELECT edges.needs FROM edges JOIN applied ON applied.id = edges.id WHERE edges.needs <> ''
    )
  SELECT coalesce(array_agg(applied.id), '{}') INTO done FROM applied;
  SELECT string_agg(head, ', ') INTO wrong FROM unnest(held) AS head WHERE NOT EXISTS (
    SELECT FROM unnest(string_to_array(current_setting('migsql.edges'), ' ')) AS edge WHERE split_part(edge, ',', 1) = head
  );
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'migsql: the version table holds [%], which the script does not know', wrong;
  END IF;
  SELECT string_agg(need, ', ') INTO wrong
    FROM unnest(string_to_array(current_setting('migsql.needed'), ' ')) AS need WHERE need <> ALL (done);
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'migsql: the script needs [%] to be applied, but the version table holds [%]', wrong,
      coalesce(nullif(array_to_string(held, ', '), ''), 'base');
  END IF;
  SELECT string_agg(above, ', ') INTO wrong
    FROM unnest(string_to_array(current_setting('migsql.unwanted'), ' ')) AS above WHERE above = ANY (done);
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'migsql: [%] stands upon what the script takes back, and it does not take that back itself', wrong;
  END IF;
  PERFORM set_config('migsql.heads', array_to_string(held, ' '), false),
    set_config('migsql.applied', array_to_string(done, ' '), false);
END $migsql_find$ $migsql$;

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
DO $migsql$ BEGIN
  IF current_setting('migsql.block') <> '0' THEN
    RAISE EXCEPTION 'migsql: stopped before block 1';
  END IF;
  EXECUTE current_setting('migsql.find');
END $migsql$;
SELECT NOT 'rev1' = ANY (string_to_array(current_setting('migsql.applied'), ' ')) AS migsql_todo \gset
\if :migsql_todo
\echo 'migsql: 1/3 upgrade rev1 step 1'
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
  PERFORM set_config('migsql.applied', concat_ws(' ', nullif(current_setting('migsql.applied'), ''), 'rev1'), false);
  PERFORM set_config('migsql.heads', array_to_string(
    ARRAY(SELECT revision FROM migsql_version ORDER BY revision COLLATE "C"), ' '), false);
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
\endif

-- 2/3 upgrade rev2: step 2
-- migrations/2.ts
SELECT NOT 'rev2' = ANY (string_to_array(current_setting('migsql.applied'), ' ')) AS migsql_todo \gset
\if :migsql_todo
\echo 'migsql: 2/3 upgrade rev2 step 2'
DO $migsql$ BEGIN
  PERFORM set_config('migsql.started', extract(epoch FROM clock_timestamp())::text, false);
END $migsql$;
CREATE TABLE three (
  id INTEGER NOT NULL
);
\endif
SET migsql.block = '1';
COMMIT;
DO $migsql$
DECLARE
  found text := 'base';
  wrong text;
BEGIN
  IF current_setting('migsql.block') <> '1' THEN
    wrong := 'block 1 did not end';
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
DO $migsql$ BEGIN
  IF current_setting('migsql.block') <> '1' THEN
    RAISE EXCEPTION 'migsql: stopped before block 2';
  END IF;
  EXECUTE current_setting('migsql.find');
END $migsql$;
SELECT NOT 'rev2' = ANY (string_to_array(current_setting('migsql.applied'), ' ')) AS migsql_todo \gset
\if :migsql_todo
CREATE INDEX CONCURRENTLY ix_one ON one (id);
DO $migsql$ BEGIN
  IF NOT (EXISTS (SELECT FROM pg_index JOIN pg_class ON pg_class.oid = pg_index.indexrelid WHERE pg_index.indrelid = to_regclass('one') AND pg_class.relname = 'ix_one' AND pg_index.indisvalid)) THEN
    RAISE EXCEPTION USING MESSAGE = 'migsql: block 2 did not take effect' || '; it may have left index ix_one, marked invalid: drop it before the script runs again';
  END IF;
END $migsql$;
\endif
SET migsql.block = '2';
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
DO $migsql$ BEGIN
  IF current_setting('migsql.block') <> '2' THEN
    RAISE EXCEPTION 'migsql: stopped before block 3';
  END IF;
  EXECUTE current_setting('migsql.find');
END $migsql$;
SELECT NOT 'rev2' = ANY (string_to_array(current_setting('migsql.applied'), ' ')) AS migsql_todo \gset
\if :migsql_todo
CREATE TABLE four (
  id INTEGER NOT NULL
);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  DELETE FROM migsql_version WHERE revision IN ('rev1');
  INSERT INTO migsql_version (revision) VALUES ('rev2');
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'rev2';
  END IF;
  PERFORM set_config('migsql.applied', concat_ws(' ', nullif(current_setting('migsql.applied'), ''), 'rev2'), false);
  PERFORM set_config('migsql.heads', array_to_string(
    ARRAY(SELECT revision FROM migsql_version ORDER BY revision COLLATE "C"), ' '), false);
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
    VALUES ('rev2', 'upgrade', 'd00a47667f39a62e082efaac01b19b0d6c723ea16a1308a7613393617ef2be35', 2,
      to_timestamp(current_setting('migsql.started')::double precision), clock_timestamp(), session_user);
END $migsql$;
\endif
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
DO $migsql$ BEGIN
  IF current_setting('migsql.block') <> '3' THEN
    RAISE EXCEPTION 'migsql: stopped before block 4';
  END IF;
  EXECUTE current_setting('migsql.find');
END $migsql$;
SELECT NOT 'rev3' = ANY (string_to_array(current_setting('migsql.applied'), ' ')) AS migsql_todo \gset
\if :migsql_todo
\echo 'migsql: 3/3 upgrade rev3 step 3'
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
  DELETE FROM migsql_version WHERE revision IN ('rev2');
  INSERT INTO migsql_version (revision) VALUES ('rev3');
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'rev3';
  END IF;
  PERFORM set_config('migsql.applied', concat_ws(' ', nullif(current_setting('migsql.applied'), ''), 'rev3'), false);
  PERFORM set_config('migsql.heads', array_to_string(
    ARRAY(SELECT revision FROM migsql_version ORDER BY revision COLLATE "C"), ' '), false);
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
    VALUES ('rev3', 'upgrade', 'd00a47667f39a62e082efaac01b19b0d6c723ea16a1308a7613393617ef2be35', 3,
      to_timestamp(current_setting('migsql.started')::double precision), clock_timestamp(), session_user);
END $migsql$;
\endif
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
