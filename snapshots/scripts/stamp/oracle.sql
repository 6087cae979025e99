-- migsql 0.1.0: stamp script for Oracle
--
-- from    a1, b2
-- to      c3
-- steps   1
-- server  Oracle 12.2 or later
-- atomic  NO: Oracle commits each schema change at once; data steps are committed by themselves
-- waits   for a lock 5 s (schema changes and the version table alone), for a statement no limit
-- run     sqlplus -S -L USER@DB @FILE
--
-- if it stops
--   block 1 (transaction, step 1): nothing of it is there; the version table holds a1, b2; then run this file again

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

-- 1/1 stamp c3: no migration is run
PROMPT migsql: 1/1 stamp c3 no migration is run
-- block 1
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 0' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 1 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
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
      'migsql: block 1 starts at [' || SUBSTR('a1, b2', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 1');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'c3' WHERE revision = 'a1';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
BEGIN
  DELETE FROM migsql_version WHERE revision = 'b2';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 1' THEN
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
PROMPT migsql: OK a1, b2 -> c3
-- without EXIT, which would end the session of a script that calls this one by @; the settings are the defaults again
WHENEVER SQLERROR CONTINUE
WHENEVER OSERROR CONTINUE
SET DEFINE ON
SET SQLBLANKLINES OFF
SET SQLPREFIX #
SET EXITCOMMIT ON

-- end: c3
