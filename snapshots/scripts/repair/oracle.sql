-- migsql 0.1.0: repair script for Oracle
--
-- from    a1, b2
-- to      a1, b2
-- steps   1
-- server  Oracle 12.2 or later
-- atomic  NO: Oracle commits each schema change at once; data steps are committed by themselves
-- waits   for a lock 5 s (schema changes and the version table alone), for a statement no limit
-- run     sqlplus -S -L USER@DB @FILE
--
-- if it stops
--   block 1 (statement, step 1): nothing of it is there; the version table holds a1, b2; then write a script for what is left: 'migsql drift --fix repair'
--   block 2 (statement, step 1): nothing of it is there; the version table holds a1, b2; then write a script for what is left: 'migsql drift --fix repair'
--   block 3 (statement, step 1): nothing of it is there; the version table holds a1, b2; then write a script for what is left: 'migsql drift --fix repair'
--   block 4 (statement, step 1): nothing of it is there; the version table holds a1, b2; then write a script for what is left: 'migsql drift --fix repair'
--   block 5 (statement, step 1): nothing of it is there; the version table holds a1, b2; then write a script for what is left: 'migsql drift --fix repair'
--   block 6 (statement, step 1): nothing of it is there; the version table holds a1, b2; then write a script for what is left: 'migsql drift --fix repair'

-- for SQL*Plus, SQLcl and SQL Developer; a client that does not know WHENEVER goes on behind an error: --client generic
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
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  EXCEPTION
    WHEN OTHERS THEN
      IF SQLCODE <> -942 THEN
        RAISE;
      END IF;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> 'a1, b2' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: the script starts at [' || SUBSTR('a1, b2', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 0');
END;
/

-- 1/1 repair a1, b2: the schema becomes what the migrations make; careful: the rows of 'gone' are lost
PROMPT migsql: 1/1 repair a1, b2 the schema becomes what the migrations make; careful: the ro
-- block 1
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 0' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 1 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 1');
END;
/
DROP TABLE gone;
-- block 2
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 1' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 2 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 2');
END;
/
ALTER TABLE t DROP COLUMN by_hand;
-- block 3
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 2' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 3 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 3');
END;
/
ALTER TABLE t MODIFY (name VARCHAR2(40 CHAR));
-- block 4
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 3' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 4 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 4');
END;
/
ALTER TABLE t ADD more NUMBER(10);
-- block 5
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 4' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 5 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 5');
END;
/
CREATE INDEX ix_t ON t (more);
-- block 6
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 5' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 6 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 6');
END;
/
CREATE VIEW v AS
SELECT id FROM t;

BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 6' THEN
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
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
PROMPT migsql: OK a1, b2 -> a1, b2
-- without EXIT, which would end the session of a script that calls this one by @; the settings are the defaults again
WHENEVER SQLERROR CONTINUE
WHENEVER OSERROR CONTINUE
SET DEFINE ON
SET SQLBLANKLINES OFF
SET SQLPREFIX #
SET EXITCOMMIT ON

-- end: a1, b2
