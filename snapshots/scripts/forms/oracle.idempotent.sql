-- migsql 0.1.0: upgrade script for Oracle
--
-- from    base
-- to      rev3
-- steps   3
-- server  Oracle 12.2 or later
-- atomic  NO: Oracle commits each schema change at once; data steps are committed by themselves
-- waits   for a lock 5 s (schema changes and the version table alone), for a statement no limit
-- render  migsql render base:rev3 --dialect oracle --transaction script --client sqlplus --idempotent --ledger --expect-database shop --expect-server
-- run     sqlplus -S -L USER@DB @FILE
--
-- if it stops
--   block 1 (statement, step 1): nothing of it is there; the version table holds base; then run base:rev3
--   block 2 (statement, step 1): nothing of it is there; the version table holds base; revision rev1 is there in part; then run base:rev3
--   block 3 (statement, step 1): nothing of it is there; the version table holds base; revision rev1 is there in part; then run base:rev3
--   block 4 (transaction, step 1): nothing of it is there; the version table holds base; revision rev1 is there in part; then run base:rev3
--   block 5 (statement, step 2): nothing of it is there; the version table holds rev1; then run rev1:rev3
--   block 6 (statement, step 2): nothing of it is there; the version table holds rev1; revision rev2 is there in part; then run rev1:rev3
--   block 7 (statement, step 2): nothing of it is there; the version table holds rev1; revision rev2 is there in part; then run rev1:rev3
--   block 8 (transaction, step 2): nothing of it is there; the version table holds rev1; revision rev2 is there in part; then run rev1:rev3
--   block 9 (statement, step 3): nothing of it is there; the version table holds rev2; then run rev2:rev3
--   block 10 (transaction, step 3): nothing of it is there; the version table holds rev2; revision rev3 is there in part; then run rev2:rev3
--   block 11 (statement, step 3): nothing of it is there; the version table holds rev2; revision rev3 is there in part; then run rev2:rev3
--   block 12 (transaction, step 3): nothing of it is there; the version table holds rev2; revision rev3 is there in part; then run rev2:rev3
--
-- sources (SHA-256)
--   1111111111111111111111111111111111111111111111111111111111111111  migrations/1.ts
--   2222222222222222222222222222222222222222222222222222222222222222  migrations/2.ts
--   3333333333333333333333333333333333333333333333333333333333333333  migrations/3.ts

WHENEVER OSERROR EXIT FAILURE ROLLBACK
WHENEVER SQLERROR EXIT FAILURE ROLLBACK
SET DEFINE OFF
SET SQLBLANKLINES ON
SET SQLTERMINATOR ';'
SET CMDSEP OFF
SET SQLPREFIX ~
SET AUTOCOMMIT OFF
SET EXITCOMMIT OFF
SET SERVEROUTPUT ON SIZE UNLIMITED
-- how far the script has come stands in CLIENT_INFO of the session: so far, it must not go on
BEGIN
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
END;
/
-- before the first change: settings, and whether this is the place to run it
-- two runs are kept apart by DBMS_LOCK; without EXECUTE on it, the script says so, and LOCK TABLE keeps data steps apart
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
  migsql_lock PLS_INTEGER := 0;
  migsql_count PLS_INTEGER;
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql stopped' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: CLIENT_INFO of the session cannot be set; nothing is changed');
  END IF;
  IF DBMS_TRANSACTION.LOCAL_TRANSACTION_ID IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: the session has a transaction open; end it first. Nothing is changed');
  END IF;
  EXECUTE IMMEDIATE 'ALTER SESSION SET DDL_LOCK_TIMEOUT = 5';
  EXECUTE IMMEDIATE 'ALTER SESSION SET NLS_NUMERIC_CHARACTERS = ''.,''';
  EXECUTE IMMEDIATE 'ALTER SESSION SET NLS_DATE_FORMAT = ''YYYY-MM-DD HH24:MI:SS''';
  EXECUTE IMMEDIATE 'ALTER SESSION SET NLS_LENGTH_SEMANTICS = BYTE';
  EXECUTE IMMEDIATE 'ALTER SESSION SET NLS_SORT = BINARY';
  EXECUTE IMMEDIATE 'ALTER SESSION SET NLS_COMP = BINARY';
  IF UPPER('shop') NOT IN (
    UPPER(SYS_CONTEXT('USERENV', 'DB_NAME')),
    UPPER(SYS_CONTEXT('USERENV', 'CON_NAME')),
    UPPER(SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA'))
  ) THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: the script is for ' || 'shop' || ', and this is database ' || SYS_CONTEXT('USERENV', 'DB_NAME') ||
        ', container ' || SYS_CONTEXT('USERENV', 'CON_NAME') ||
        ', schema ' || SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') || '; nothing is changed'
    );
  END IF;
  SELECT COUNT(*) INTO migsql_count FROM product_component_version WHERE product LIKE 'Oracle%';
  IF migsql_count = 0 OR 100 * DBMS_DB_VERSION.VERSION + DBMS_DB_VERSION.RELEASE < 1202 THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: the script is for Oracle ' || '12.2' || ' or later, and this is ' || DBMS_DB_VERSION.VERSION ||
        '.' || DBMS_DB_VERSION.RELEASE || '; nothing is changed'
    );
  END IF;
  BEGIN
    EXECUTE IMMEDIATE 'BEGIN :migsql_lock := DBMS_LOCK.REQUEST(id => :migsql_id, lockmode => 6, timeout => 5, release_on_commit => FALSE); END;'
      USING OUT migsql_lock, IN DBMS_UTILITY.GET_HASH_VALUE(
        SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') || ':' || 'migsql:migsql_version', 0, 1073741824
      );
  EXCEPTION
    WHEN OTHERS THEN
      IF SQLCODE <> -6550 THEN
        RAISE;
      END IF;
      migsql_lock := 0;
      DBMS_OUTPUT.PUT_LINE('migsql: there is no lock, since EXECUTE on DBMS_LOCK is not granted: nobody else may run a script now');
  END;
  IF migsql_lock NOT IN (0, 4) THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: another run of a script is under way; nothing is changed');
  END IF;
  BEGIN
    EXECUTE IMMEDIATE 'CREATE TABLE migsql_ledger (
  id NUMBER(19) GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  script VARCHAR2(64) NOT NULL,
  run NUMBER(10) NOT NULL,
  block NUMBER(10),
  step NUMBER(10) NOT NULL,
  revision VARCHAR2(128 CHAR),
  direction VARCHAR2(16),
  outcome VARCHAR2(8) NOT NULL,
  done NUMBER(10),
  statements VARCHAR2(64),
  started TIMESTAMP WITH TIME ZONE NOT NULL,
  finished TIMESTAMP WITH TIME ZONE,
  run_by VARCHAR2(128),
  tag VARCHAR2(200 CHAR)
)';
  EXCEPTION
    WHEN OTHERS THEN
      IF SQLCODE <> -955 THEN
        RAISE;
      END IF;
  END;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql start');
END;
/
-- the run's own row in the ledger
DECLARE
  migsql_run PLS_INTEGER;
  migsql_done PLS_INTEGER := 0;
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql start' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: the script did not start; nothing is changed');
  END IF;
  SELECT NVL(MAX(run), 0) INTO migsql_run FROM migsql_ledger WHERE script = 'c73b3af9d888e048a9fbe5cc88ec468fd6b6092df6b6e15bfb958cf456948011';
  INSERT INTO migsql_ledger (script, run, block, step, outcome, started, finished, run_by) VALUES (
    'c73b3af9d888e048a9fbe5cc88ec468fd6b6092df6b6e15bfb958cf456948011',
    migsql_run + 1, 0, 0, 'open', SYSTIMESTAMP, SYSTIMESTAMP, SYS_CONTEXT('USERENV', 'SESSION_USER')
  );
  COMMIT;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 0');
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/

-- 1/3 upgrade rev1: step 1
-- migrations/1.ts
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_applied BOOLEAN := FALSE;
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') NOT IN ('migsql 0', 'migsql 0 skip') THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: step 1 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      IF migsql_head IN ('rev1', 'rev2', 'rev3') THEN
        migsql_applied := TRUE;
      END IF;
    END LOOP;
    CLOSE migsql_heads;
  EXCEPTION
    WHEN OTHERS THEN
      IF SQLCODE <> -942 THEN
        RAISE;
      END IF;
  END;
  IF migsql_applied THEN
    DBMS_OUTPUT.PUT_LINE('migsql: 1/3 upgrade rev1 step 1 is not needed');
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 1 skip');
    RETURN;
  END IF;
  DBMS_OUTPUT.PUT_LINE('migsql: 1/3 upgrade rev1 step 1');
    INSERT INTO migsql_ledger (script, run, block, step, revision, direction, outcome, started, finished, run_by)
      SELECT 'c73b3af9d888e048a9fbe5cc88ec468fd6b6092df6b6e15bfb958cf456948011', MAX(run), 1, 1, 'rev1', 'upgrade', 'begun',
        SYSTIMESTAMP,
        CAST(NULL AS TIMESTAMP WITH TIME ZONE), SYS_CONTEXT('USERENV', 'SESSION_USER')
      FROM migsql_ledger WHERE script = 'c73b3af9d888e048a9fbe5cc88ec468fd6b6092df6b6e15bfb958cf456948011';
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 1');
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 1' THEN
    EXECUTE IMMEDIATE 'BEGIN
  EXECUTE IMMEDIATE ''CREATE TABLE migsql_version (
    revision VARCHAR2(128 CHAR) NOT NULL,
    CONSTRAINT pk_migsql_version PRIMARY KEY (revision)
  )'';
EXCEPTION
  WHEN OTHERS THEN
    IF SQLCODE <> -955 THEN
      RAISE;
    END IF;
END;';
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 2');
  ELSIF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 1 skip' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 2 skip');
  ELSE
    RAISE_APPLICATION_ERROR(-20001, 'migsql: stopped in block 1, since what stands before did not end');
  END IF;
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 2' THEN
    EXECUTE IMMEDIATE 'CREATE TABLE one (
  id NUMBER(10) NOT NULL
)';
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 3');
  ELSIF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 2 skip' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 3 skip');
  ELSE
    RAISE_APPLICATION_ERROR(-20001, 'migsql: stopped in block 2, since what stands before did not end');
  END IF;
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 3' THEN
    EXECUTE IMMEDIATE 'CREATE TABLE two (
  id NUMBER(10) NOT NULL
)';
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 4');
  ELSIF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 3 skip' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 4 skip');
  ELSE
    RAISE_APPLICATION_ERROR(-20001, 'migsql: stopped in block 3, since what stands before did not end');
  END IF;
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
-- block 4
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 4 skip' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 5 skip');
    RETURN;
  ELSIF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 4' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 4 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 5');
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_applied BOOLEAN;
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 5' THEN
    INSERT INTO migsql_version (revision) VALUES ('rev1');
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
    END IF;
    INSERT INTO migsql_ledger (script, run, block, step, revision, direction, outcome, started, finished, run_by)
      SELECT 'c73b3af9d888e048a9fbe5cc88ec468fd6b6092df6b6e15bfb958cf456948011', MAX(run), 4, 1, 'rev1', 'upgrade', 'done',
        NVL(MAX(CASE WHEN step = 1 AND outcome = 'begun' THEN started END), SYSTIMESTAMP),
        SYSTIMESTAMP, SYS_CONTEXT('USERENV', 'SESSION_USER')
      FROM migsql_ledger WHERE script = 'c73b3af9d888e048a9fbe5cc88ec468fd6b6092df6b6e15bfb958cf456948011';
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 6');
  ELSIF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 5 skip' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 6 skip');
  ELSE
    RAISE_APPLICATION_ERROR(-20001, 'migsql: stopped in block 4, since what stands before did not end');
  END IF;
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 6' THEN
    COMMIT;
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 7');
  ELSIF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 6 skip' THEN
    COMMIT;
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 7 skip');
  ELSE
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 4 is not committed, since it did not end');
  END IF;
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/

-- 2/3 upgrade rev2: step 2
-- migrations/2.ts
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_applied BOOLEAN := FALSE;
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') NOT IN ('migsql 7', 'migsql 7 skip') THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: step 2 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      IF migsql_head IN ('rev2', 'rev3') THEN
        migsql_applied := TRUE;
      END IF;
    END LOOP;
    CLOSE migsql_heads;
  END;
  IF migsql_applied THEN
    DBMS_OUTPUT.PUT_LINE('migsql: 2/3 upgrade rev2 step 2 is not needed');
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 8 skip');
    RETURN;
  END IF;
  DBMS_OUTPUT.PUT_LINE('migsql: 2/3 upgrade rev2 step 2');
    INSERT INTO migsql_ledger (script, run, block, step, revision, direction, outcome, started, finished, run_by)
      SELECT 'c73b3af9d888e048a9fbe5cc88ec468fd6b6092df6b6e15bfb958cf456948011', MAX(run), 5, 2, 'rev2', 'upgrade', 'begun',
        SYSTIMESTAMP,
        CAST(NULL AS TIMESTAMP WITH TIME ZONE), SYS_CONTEXT('USERENV', 'SESSION_USER')
      FROM migsql_ledger WHERE script = 'c73b3af9d888e048a9fbe5cc88ec468fd6b6092df6b6e15bfb958cf456948011';
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 8');
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 8' THEN
    EXECUTE IMMEDIATE 'CREATE TABLE three (
  id NUMBER(10) NOT NULL
)';
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 9');
  ELSIF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 8 skip' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 9 skip');
  ELSE
    RAISE_APPLICATION_ERROR(-20001, 'migsql: stopped in block 5, since what stands before did not end');
  END IF;
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 9' THEN
    EXECUTE IMMEDIATE 'CREATE INDEX ix_one ON one (id)';
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 10');
  ELSIF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 9 skip' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 10 skip');
  ELSE
    RAISE_APPLICATION_ERROR(-20001, 'migsql: stopped in block 6, since what stands before did not end');
  END IF;
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 10' THEN
    EXECUTE IMMEDIATE 'CREATE TABLE four (
  id NUMBER(10) NOT NULL
)';
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 11');
  ELSIF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 10 skip' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 11 skip');
  ELSE
    RAISE_APPLICATION_ERROR(-20001, 'migsql: stopped in block 7, since what stands before did not end');
  END IF;
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
-- block 8
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 11 skip' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 12 skip');
    RETURN;
  ELSIF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 11' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 8 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 12');
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_applied BOOLEAN;
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 12' THEN
    DELETE FROM migsql_version WHERE revision = 'rev1';
    INSERT INTO migsql_version (revision) VALUES ('rev2');
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
    END IF;
    INSERT INTO migsql_ledger (script, run, block, step, revision, direction, outcome, started, finished, run_by)
      SELECT 'c73b3af9d888e048a9fbe5cc88ec468fd6b6092df6b6e15bfb958cf456948011', MAX(run), 8, 2, 'rev2', 'upgrade', 'done',
        NVL(MAX(CASE WHEN step = 2 AND outcome = 'begun' THEN started END), SYSTIMESTAMP),
        SYSTIMESTAMP, SYS_CONTEXT('USERENV', 'SESSION_USER')
      FROM migsql_ledger WHERE script = 'c73b3af9d888e048a9fbe5cc88ec468fd6b6092df6b6e15bfb958cf456948011';
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 13');
  ELSIF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 12 skip' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 13 skip');
  ELSE
    RAISE_APPLICATION_ERROR(-20001, 'migsql: stopped in block 8, since what stands before did not end');
  END IF;
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 13' THEN
    COMMIT;
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 14');
  ELSIF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 13 skip' THEN
    COMMIT;
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 14 skip');
  ELSE
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 8 is not committed, since it did not end');
  END IF;
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/

-- 3/3 upgrade rev3: step 3
-- migrations/3.ts
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_applied BOOLEAN := FALSE;
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') NOT IN ('migsql 14', 'migsql 14 skip') THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: step 3 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      IF migsql_head IN ('rev3') THEN
        migsql_applied := TRUE;
      END IF;
    END LOOP;
    CLOSE migsql_heads;
  END;
  IF migsql_applied THEN
    DBMS_OUTPUT.PUT_LINE('migsql: 3/3 upgrade rev3 step 3 is not needed');
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 15 skip');
    RETURN;
  END IF;
  DBMS_OUTPUT.PUT_LINE('migsql: 3/3 upgrade rev3 step 3');
    INSERT INTO migsql_ledger (script, run, block, step, revision, direction, outcome, started, finished, run_by)
      SELECT 'c73b3af9d888e048a9fbe5cc88ec468fd6b6092df6b6e15bfb958cf456948011', MAX(run), 9, 3, 'rev3', 'upgrade', 'begun',
        SYSTIMESTAMP,
        CAST(NULL AS TIMESTAMP WITH TIME ZONE), SYS_CONTEXT('USERENV', 'SESSION_USER')
      FROM migsql_ledger WHERE script = 'c73b3af9d888e048a9fbe5cc88ec468fd6b6092df6b6e15bfb958cf456948011';
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 15');
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 15' THEN
    EXECUTE IMMEDIATE 'ALTER TABLE two ADD note CLOB';
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 16');
  ELSIF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 15 skip' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 16 skip');
  ELSE
    RAISE_APPLICATION_ERROR(-20001, 'migsql: stopped in block 9, since what stands before did not end');
  END IF;
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
-- block 10
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 16 skip' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 17 skip');
    RETURN;
  ELSIF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 16' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 10 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 17');
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 17' THEN
    EXECUTE IMMEDIATE 'INSERT INTO one (id) VALUES (1)';
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 18');
  ELSIF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 17 skip' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 18 skip');
  ELSE
    RAISE_APPLICATION_ERROR(-20001, 'migsql: stopped in block 10, since what stands before did not end');
  END IF;
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 18' THEN
    EXECUTE IMMEDIATE 'INSERT INTO one (id) VALUES (2)';
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 19');
  ELSIF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 18 skip' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 19 skip');
  ELSE
    RAISE_APPLICATION_ERROR(-20001, 'migsql: stopped in block 10, since what stands before did not end');
  END IF;
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 19' THEN
    COMMIT;
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 20');
  ELSIF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 19 skip' THEN
    COMMIT;
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 20 skip');
  ELSE
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 10 is not committed, since it did not end');
  END IF;
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 20' THEN
    EXECUTE IMMEDIATE 'CREATE TABLE five (
  id NUMBER(10) NOT NULL
)';
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 21');
  ELSIF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 20 skip' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 21 skip');
  ELSE
    RAISE_APPLICATION_ERROR(-20001, 'migsql: stopped in block 11, since what stands before did not end');
  END IF;
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
-- block 12
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 21 skip' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 22 skip');
    RETURN;
  ELSIF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 21' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 12 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 22');
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_applied BOOLEAN;
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 22' THEN
    DELETE FROM migsql_version WHERE revision = 'rev2';
    INSERT INTO migsql_version (revision) VALUES ('rev3');
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
    END IF;
    INSERT INTO migsql_ledger (script, run, block, step, revision, direction, outcome, started, finished, run_by)
      SELECT 'c73b3af9d888e048a9fbe5cc88ec468fd6b6092df6b6e15bfb958cf456948011', MAX(run), 12, 3, 'rev3', 'upgrade', 'done',
        NVL(MAX(CASE WHEN step = 3 AND outcome = 'begun' THEN started END), SYSTIMESTAMP),
        SYSTIMESTAMP, SYS_CONTEXT('USERENV', 'SESSION_USER')
      FROM migsql_ledger WHERE script = 'c73b3af9d888e048a9fbe5cc88ec468fd6b6092df6b6e15bfb958cf456948011';
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 23');
  ELSIF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 22 skip' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 23 skip');
  ELSE
    RAISE_APPLICATION_ERROR(-20001, 'migsql: stopped in block 12, since what stands before did not end');
  END IF;
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
BEGIN
  IF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 23' THEN
    COMMIT;
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 24');
  ELSIF SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'migsql 23 skip' THEN
    COMMIT;
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 24 skip');
  ELSE
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 12 is not committed, since it did not end');
  END IF;
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/

BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') NOT IN ('migsql 24', 'migsql 24 skip') THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: the script did not end');
  END IF;
  BEGIN
    EXECUTE IMMEDIATE 'DECLARE migsql_lock PLS_INTEGER; BEGIN migsql_lock := DBMS_LOCK.RELEASE(:migsql_id); END;'
      USING IN DBMS_UTILITY.GET_HASH_VALUE(
        SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') || ':' || 'migsql:migsql_version', 0, 1073741824
      );
  EXCEPTION
    WHEN OTHERS THEN
      IF SQLCODE <> -6550 THEN
        RAISE;
      END IF;
  END;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql ended');
  DBMS_OUTPUT.PUT_LINE('migsql: OK base -> rev3');
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
-- without EXIT, which would end the session of a script that calls this one by @; the settings are the defaults again
WHENEVER SQLERROR CONTINUE
WHENEVER OSERROR CONTINUE
SET DEFINE ON
SET SQLBLANKLINES OFF
SET SQLPREFIX #
SET EXITCOMMIT ON

-- end: rev3
