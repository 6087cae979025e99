-- migsql 0.1.0: upgrade script for MariaDB
--
-- from    base
-- to      rev3
-- steps   3
-- server  MariaDB 10.6.9 or later
-- atomic  NO: MariaDB commits each schema change at once; data steps are committed by themselves
-- waits   for a lock 5 s, for a statement no limit
-- render  migsql render base:rev3 --dialect mariadb --transaction script --client generic --ledger --expect-database shop --expect-server
-- run     in any client that sends the whole file, in one session
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

SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_IN_DATE,NO_ZERO_DATE,NO_ENGINE_SUBSTITUTION';
SET SESSION autocommit = 1;
SET SESSION TRANSACTION READ WRITE;
SET SESSION group_concat_max_len = 1048576;
-- @migsql_block is the number of the last block that is there whole; below 0, nothing more takes effect.
SET @migsql_block = -1, @migsql_run = 1, @migsql_found = NULL;
SET @migsql_server_ok = 0, @migsql_database_ok = 0, @migsql_lock_ok = 0, @migsql_start_ok = 0;

-- The server: MariaDB 10.6.9 or later.
SET @migsql_version = CONCAT(SUBSTRING_INDEX(VERSION(), '-', 1), '.0.0');
SET @migsql_server_ok = (VERSION() LIKE '%MariaDB%') AND
  CAST(SUBSTRING_INDEX(@migsql_version, '.', 1) AS UNSIGNED) * 1000000
  + CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(@migsql_version, '.', 2), '.', -1) AS UNSIGNED) * 1000
  + CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(@migsql_version, '.', 3), '.', -1) AS UNSIGNED) >= 10006009;
SELECT CONCAT('migsql: the script is for MariaDB 10.6.9 or later, and this is ', IF(VERSION() LIKE '%MariaDB%', '', 'MySQL '), VERSION(), '; nothing is changed') AS migsql
  FROM DUAL WHERE NOT @migsql_server_ok;

-- How long a statement waits for a lock, and takes; 0 for no limit.
SET SESSION lock_wait_timeout = 5;
SET SESSION innodb_lock_wait_timeout = 5;
SET SESSION max_statement_time = 0;

-- The database.
SET @migsql_database_ok = DATABASE() <=> 'shop';
SELECT CONCAT('migsql: the script is for database ', 'shop', ', and this is ', COALESCE(DATABASE(), 'none'), '; nothing is changed') AS migsql
  FROM DUAL WHERE NOT @migsql_database_ok;

-- One run at a time; the server gives the lock back when the session ends.
SET @migsql_lock = CONCAT('migsql:', MD5(CONCAT_WS('.', DATABASE(), 'migsql_version')));
SELECT COALESCE(GET_LOCK(@migsql_lock, 5) = 1, 0) INTO @migsql_lock_ok;
SELECT 'migsql: another run of a script is under way; nothing is changed' AS migsql FROM DUAL WHERE NOT @migsql_lock_ok;

-- The heads that the version table holds; without the table, base.
SELECT COUNT(*) INTO @migsql_table FROM information_schema.tables
  WHERE table_schema = DATABASE() AND table_name = 'migsql_version';
SET @migsql = IF(
  @migsql_table = 0,
  'SELECT ''base'' INTO @migsql_found',
  'SELECT COALESCE(GROUP_CONCAT(revision ORDER BY revision SEPARATOR '', ''), ''base'') INTO @migsql_found FROM migsql_version'
);
PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;

-- The start: nothing is changed where the version table holds other heads.
SELECT CONCAT('migsql: the script starts at [base], but the version table holds [', @migsql_found, ']') AS migsql
  FROM DUAL WHERE @migsql_found <> 'base';
SET @migsql_start_ok = COALESCE(@migsql_found = 'base', 0);

SET @migsql_block = IF(@migsql_server_ok AND @migsql_database_ok AND @migsql_lock_ok AND @migsql_start_ok, 0, -1);
SET @migsql = IF(@migsql_block = 0, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 0, 'DO 0', 'SELECT * FROM `migsql: stopped before block 1`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;

-- What was run, when (UTC) and by whom.
CREATE TABLE IF NOT EXISTS migsql_ledger (
  id BIGINT NOT NULL AUTO_INCREMENT,
  revision VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  direction VARCHAR(9) CHARACTER SET ascii NOT NULL,
  script CHAR(64) CHARACTER SET ascii NOT NULL,
  step INT NOT NULL,
  block INT,
  done INT,
  statements CHAR(64) CHARACTER SET ascii,
  started DATETIME(6) NOT NULL,
  finished DATETIME(6),
  run_by VARCHAR(384) CHARACTER SET utf8mb4 NOT NULL,
  tag VARCHAR(200) CHARACTER SET utf8mb4,
  PRIMARY KEY (id)
) ENGINE = InnoDB;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;

-- 1/3 upgrade rev1: step 1
-- migrations/1.ts
SELECT 'migsql: 1/3 upgrade rev1 step 1' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql_started = UTC_TIMESTAMP(6);
SET @migsql = IF(@migsql_block = 0, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 0, 'DO 0', 'SELECT * FROM `migsql: stopped before block 1`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE IF NOT EXISTS migsql_version (
  revision VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (revision)
);
SELECT IF(@@error_count = 0 AND @migsql_block = 0, 1, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 1, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 1, 'DO 0', 'SELECT * FROM `migsql: stopped before block 2`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE one (
  id INT NOT NULL
);
SELECT IF(@@error_count = 0 AND @migsql_block = 1, 2, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 2, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 2, 'DO 0', 'SELECT * FROM `migsql: stopped before block 3`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE two (
  id INT NOT NULL
);
SELECT IF(@@error_count = 0 AND @migsql_block = 2, 3, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 3, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 3, 'DO 0', 'SELECT * FROM `migsql: stopped before block 4`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
INSERT INTO migsql_version (revision) VALUES ('rev1');
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
INSERT INTO migsql_ledger (revision, direction, script, step, started, finished, run_by)
  SELECT 'rev1', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 1, @migsql_started, UTC_TIMESTAMP(6), USER() FROM DUAL WHERE @migsql_run AND @migsql_block >= 0;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 3, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 3, 4, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 2/3 upgrade rev2: step 2
-- migrations/2.ts
SELECT 'migsql: 2/3 upgrade rev2 step 2' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql_started = UTC_TIMESTAMP(6);
SET @migsql = IF(@migsql_block = 4, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 4, 'DO 0', 'SELECT * FROM `migsql: stopped before block 5`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE three (
  id INT NOT NULL
);
SELECT IF(@@error_count = 0 AND @migsql_block = 4, 5, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 5, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 5, 'DO 0', 'SELECT * FROM `migsql: stopped before block 6`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE INDEX ix_one ON one (id);
SELECT IF(@@error_count = 0 AND @migsql_block = 5, 6, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 6, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 6, 'DO 0', 'SELECT * FROM `migsql: stopped before block 7`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE four (
  id INT NOT NULL
);
SELECT IF(@@error_count = 0 AND @migsql_block = 6, 7, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 7, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 7, 'DO 0', 'SELECT * FROM `migsql: stopped before block 8`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'rev2' WHERE revision = 'rev1';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
INSERT INTO migsql_ledger (revision, direction, script, step, started, finished, run_by)
  SELECT 'rev2', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 2, @migsql_started, UTC_TIMESTAMP(6), USER() FROM DUAL WHERE @migsql_run AND @migsql_block >= 0;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 7, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 7, 8, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 3/3 upgrade rev3: step 3
-- migrations/3.ts
SELECT 'migsql: 3/3 upgrade rev3 step 3' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql_started = UTC_TIMESTAMP(6);
SET @migsql = IF(@migsql_block = 8, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 8, 'DO 0', 'SELECT * FROM `migsql: stopped before block 9`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE two ADD COLUMN note LONGTEXT;
SELECT IF(@@error_count = 0 AND @migsql_block = 8, 9, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 9, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 9, 'DO 0', 'SELECT * FROM `migsql: stopped before block 10`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
INSERT INTO one (id) VALUES
  (1),
  (2);
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 9, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 9, 10, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 10, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 10, 'DO 0', 'SELECT * FROM `migsql: stopped before block 11`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE five (
  id INT NOT NULL
);
SELECT IF(@@error_count = 0 AND @migsql_block = 10, 11, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 11, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 11, 'DO 0', 'SELECT * FROM `migsql: stopped before block 12`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'rev3' WHERE revision = 'rev2';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
INSERT INTO migsql_ledger (revision, direction, script, step, started, finished, run_by)
  SELECT 'rev3', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 3, @migsql_started, UTC_TIMESTAMP(6), USER() FROM DUAL WHERE @migsql_run AND @migsql_block >= 0;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 11, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 11, 12, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

DO RELEASE_LOCK(@migsql_lock);
SET @migsql = IF(@migsql_block = 12, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 12, 'DO 0', 'SELECT * FROM `migsql: stopped before the end`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SELECT CONCAT('migsql: ', 'OK base -> rev3') AS migsql FROM DUAL WHERE @migsql_block = 12;

-- end: rev3
