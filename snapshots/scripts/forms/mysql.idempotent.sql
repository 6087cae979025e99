-- migsql 0.1.0: upgrade script for MySQL
--
-- from    base
-- to      rev3
-- steps   3
-- server  MySQL 8.0.19 or later
-- atomic  NO: MySQL commits each schema change at once; data steps are committed by themselves
-- waits   for a lock 5 s, for a statement no limit
-- render  migsql render base:rev3 --dialect mysql --transaction script --client mysql --idempotent --ledger --expect-database shop --expect-server
-- run     mysql --default-character-set=utf8mb4 --show-warnings --comments --skip-reconnect -vvv DATABASE < FILE
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

-- The server: MySQL 8.0.19 or later.
SET @migsql_version = CONCAT(SUBSTRING_INDEX(VERSION(), '-', 1), '.0.0');
SET @migsql_server_ok = (VERSION() NOT LIKE '%MariaDB%') AND
  CAST(SUBSTRING_INDEX(@migsql_version, '.', 1) AS UNSIGNED) * 1000000
  + CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(@migsql_version, '.', 2), '.', -1) AS UNSIGNED) * 1000
  + CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(@migsql_version, '.', 3), '.', -1) AS UNSIGNED) >= 8000019;
SELECT CONCAT('migsql: the script is for MySQL 8.0.19 or later, and this is ', IF(VERSION() LIKE '%MariaDB%', '', 'MySQL '), VERSION(), '; nothing is changed') AS migsql
  FROM DUAL WHERE NOT @migsql_server_ok;

-- How long a statement waits for a lock, and takes; 0 for no limit.
SET SESSION lock_wait_timeout = 5;
SET SESSION innodb_lock_wait_timeout = 5;
SET SESSION max_execution_time = 0;

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

-- The start: every head is known, and what the script rests on is there; else nothing is changed.
SET @migsql = IF(@migsql_table = 0, 'SELECT 1 INTO @migsql_start_ok', 'SELECT NOT EXISTS (SELECT 1 FROM migsql_version WHERE revision NOT IN (''rev1'', ''rev2'', ''rev3'')) INTO @migsql_start_ok');
PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SELECT CONCAT('migsql: the script starts anywhere from [base] to [rev3], but the version table holds [', @migsql_found, ']') AS migsql
  FROM DUAL WHERE NOT @migsql_start_ok;

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
SELECT COUNT(*), NULL INTO @migsql_table, @migsql_run FROM information_schema.tables
  WHERE table_schema = DATABASE() AND table_name = 'migsql_version';
SET @migsql = IF(@migsql_table = 0, 'SELECT 1 INTO @migsql_run', 'SELECT COUNT(*) = 0 INTO @migsql_run FROM migsql_version WHERE revision IN (''rev1'', ''rev2'', ''rev3'')');
PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql_block = IF(@migsql_run IS NULL, -1, @migsql_block);
SELECT CONCAT('migsql: 1/3 upgrade rev1 step 1', IF(@migsql_run, '', ' is done already')) AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql_started = UTC_TIMESTAMP(6);
SET @migsql = IF(@migsql_block = 0, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 0, 'DO 0', 'SELECT * FROM `migsql: stopped before block 1`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'CREATE TABLE IF NOT EXISTS migsql_version (
  revision VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (revision)
)', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 0, 1, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 1, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 1, 'DO 0', 'SELECT * FROM `migsql: stopped before block 2`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'CREATE TABLE one (
  id INT NOT NULL
)', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 1, 2, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 2, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 2, 'DO 0', 'SELECT * FROM `migsql: stopped before block 3`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'CREATE TABLE two (
  id INT NOT NULL
)', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 2, 3, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 3, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 3, 'DO 0', 'SELECT * FROM `migsql: stopped before block 4`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'INSERT INTO migsql_version (revision) VALUES (''rev1'')', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
INSERT INTO migsql_ledger (revision, direction, script, step, started, finished, run_by)
  SELECT 'rev1', 'upgrade', '15ae2b091366c17ceb06f19324884ec2ea3027d860eeea1970ecf27cede0d737', 1, @migsql_started, UTC_TIMESTAMP(6), USER() FROM DUAL WHERE @migsql_run AND @migsql_block >= 0;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 3, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 3, 4, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 2/3 upgrade rev2: step 2
-- migrations/2.ts
SELECT COUNT(*), NULL INTO @migsql_table, @migsql_run FROM information_schema.tables
  WHERE table_schema = DATABASE() AND table_name = 'migsql_version';
SET @migsql = IF(@migsql_table = 0, 'SELECT 1 INTO @migsql_run', 'SELECT COUNT(*) = 0 INTO @migsql_run FROM migsql_version WHERE revision IN (''rev2'', ''rev3'')');
PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql_block = IF(@migsql_run IS NULL, -1, @migsql_block);
SELECT CONCAT('migsql: 2/3 upgrade rev2 step 2', IF(@migsql_run, '', ' is done already')) AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql_started = UTC_TIMESTAMP(6);
SET @migsql = IF(@migsql_block = 4, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 4, 'DO 0', 'SELECT * FROM `migsql: stopped before block 5`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'CREATE TABLE three (
  id INT NOT NULL
)', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 4, 5, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 5, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 5, 'DO 0', 'SELECT * FROM `migsql: stopped before block 6`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'CREATE INDEX ix_one ON one (id)', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 5, 6, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 6, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 6, 'DO 0', 'SELECT * FROM `migsql: stopped before block 7`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'CREATE TABLE four (
  id INT NOT NULL
)', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 6, 7, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 7, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 7, 'DO 0', 'SELECT * FROM `migsql: stopped before block 8`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'DELETE FROM migsql_version WHERE revision IN (''rev1'')', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'INSERT INTO migsql_version (revision) VALUES (''rev2'')', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
INSERT INTO migsql_ledger (revision, direction, script, step, started, finished, run_by)
  SELECT 'rev2', 'upgrade', '15ae2b091366c17ceb06f19324884ec2ea3027d860eeea1970ecf27cede0d737', 2, @migsql_started, UTC_TIMESTAMP(6), USER() FROM DUAL WHERE @migsql_run AND @migsql_block >= 0;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 7, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 7, 8, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 3/3 upgrade rev3: step 3
-- migrations/3.ts
SELECT COUNT(*), NULL INTO @migsql_table, @migsql_run FROM information_schema.tables
  WHERE table_schema = DATABASE() AND table_name = 'migsql_version';
SET @migsql = IF(@migsql_table = 0, 'SELECT 1 INTO @migsql_run', 'SELECT COUNT(*) = 0 INTO @migsql_run FROM migsql_version WHERE revision IN (''rev3'')');
PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql_block = IF(@migsql_run IS NULL, -1, @migsql_block);
SELECT CONCAT('migsql: 3/3 upgrade rev3 step 3', IF(@migsql_run, '', ' is done already')) AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql_started = UTC_TIMESTAMP(6);
SET @migsql = IF(@migsql_block = 8, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 8, 'DO 0', 'SELECT * FROM `migsql: stopped before block 9`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'ALTER TABLE two ADD COLUMN note LONGTEXT', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 8, 9, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 9, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 9, 'DO 0', 'SELECT * FROM `migsql: stopped before block 10`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'INSERT INTO one (id) VALUES
  (1),
  (2)', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 9, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 9, 10, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 10, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 10, 'DO 0', 'SELECT * FROM `migsql: stopped before block 11`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'CREATE TABLE five (
  id INT NOT NULL
)', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 10, 11, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 11, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 11, 'DO 0', 'SELECT * FROM `migsql: stopped before block 12`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'DELETE FROM migsql_version WHERE revision IN (''rev2'')', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'INSERT INTO migsql_version (revision) VALUES (''rev3'')', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
INSERT INTO migsql_ledger (revision, direction, script, step, started, finished, run_by)
  SELECT 'rev3', 'upgrade', '15ae2b091366c17ceb06f19324884ec2ea3027d860eeea1970ecf27cede0d737', 3, @migsql_started, UTC_TIMESTAMP(6), USER() FROM DUAL WHERE @migsql_run AND @migsql_block >= 0;
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
