-- migsql 0.1.0: upgrade script for MariaDB
--
-- from    base
-- to      rev3
-- steps   3
-- server  MariaDB 10.6.9 or later
-- atomic  NO: MariaDB commits each schema change at once; data steps are committed by themselves
-- waits   for a lock 5 s, for a statement no limit
-- render  migsql render base:rev3 --dialect mariadb --transaction script --client mariadb --resumable --ledger --expect-database shop --expect-server
-- run     mariadb --default-character-set=utf8mb4 --abort-source-on-error --show-warnings --comments --skip-reconnect -vvv DATABASE < FILE
--
-- if it stops
--   block 1 (statement, step 1): nothing of it is there; the version table holds base; then run this file again
--   block 2 (statement, step 1): nothing of it is there; the version table holds base; revision rev1 is there in part; then run this file again
--   block 3 (statement, step 1): nothing of it is there; the version table holds base; revision rev1 is there in part; then run this file again
--   block 4 (transaction, step 1): nothing of it is there; the version table holds base; revision rev1 is there in part; then run this file again
--   block 5 (statement, step 2): nothing of it is there; the version table holds rev1; then run this file again
--   block 6 (statement, step 2): nothing of it is there; the version table holds rev1; revision rev2 is there in part; then run this file again
--   block 7 (statement, step 2): nothing of it is there; the version table holds rev1; revision rev2 is there in part; then run this file again
--   block 8 (transaction, step 2): nothing of it is there; the version table holds rev1; revision rev2 is there in part; then run this file again
--   block 9 (statement, step 3): nothing of it is there; the version table holds rev2; then run this file again
--   block 10 (transaction, step 3): nothing of it is there; the version table holds rev2; revision rev3 is there in part; then run this file again
--   block 11 (statement, step 3): nothing of it is there; the version table holds rev2; revision rev3 is there in part; then run this file again
--   block 12 (transaction, step 3): nothing of it is there; the version table holds rev2; revision rev3 is there in part; then run this file again
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

-- The last block that an earlier run of this script finished, and the one that it began and was not seen to finish.
SET @migsql_done = 0, @migsql_open = 0;
SELECT IF(
  COUNT(*) = 0,
  'DO 0',
  'SELECT COALESCE(SUM(IF(finished IS NULL, block - 1, block)), 0), COALESCE(SUM(IF(finished IS NULL, block, 0)), 0) INTO @migsql_done, @migsql_open FROM (SELECT block, finished FROM migsql_ledger WHERE script = ''8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363'' AND block IS NOT NULL ORDER BY id DESC LIMIT 1) AS migsql_last'
) INTO @migsql FROM information_schema.tables
  WHERE table_schema = DATABASE() AND table_name = 'migsql_ledger';
PREPARE migsql FROM @migsql; EXECUTE migsql; SELECT IF(@@error_count = 0, 0, NULL) INTO @migsql; DEALLOCATE PREPARE migsql;
SET @migsql_found = IF(@migsql = 0, @migsql_found, NULL);
-- What the version table holds then; where it holds something else, the script begins anew.
SET @migsql_expected = CASE WHEN @migsql_done < 4 THEN 'base' WHEN @migsql_done < 8 THEN 'rev1' WHEN @migsql_done < 12 THEN 'rev2' WHEN @migsql_done < 13 THEN 'rev3' END;
SET @migsql_open = IF(@migsql_found = @migsql_expected, @migsql_open, 0), @migsql_done = IF(@migsql_found = @migsql_expected, @migsql_done, 0);
SET @migsql_expected = CASE WHEN @migsql_done < 4 THEN 'base' WHEN @migsql_done < 8 THEN 'rev1' WHEN @migsql_done < 12 THEN 'rev2' WHEN @migsql_done < 13 THEN 'rev3' END;
SELECT CONCAT('migsql: goes on behind block ', @migsql_done, ' of 12') AS migsql FROM DUAL WHERE @migsql_done > 0 AND @migsql_found = @migsql_expected;

-- The start: nothing is changed where the version table holds other heads.
SELECT CONCAT('migsql: the script starts at [', @migsql_expected, '], but the version table holds [', @migsql_found, ']') AS migsql
  FROM DUAL WHERE @migsql_found <> @migsql_expected;
SET @migsql_start_ok = COALESCE(@migsql_found = @migsql_expected, 0);

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
SET @migsql = IF(@migsql_block = 0, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 0, 'DO 0', 'SELECT * FROM `migsql: stopped before block 1`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql_run = @migsql_done < 1, @migsql_started = UTC_TIMESTAMP(6);
SET @migsql_there = 0;
INSERT INTO migsql_ledger (revision, direction, script, step, block, started, finished, run_by)
  SELECT 'rev1', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 1, 1, @migsql_started, NULL, USER() FROM DUAL WHERE @migsql_run AND NOT @migsql_there AND @migsql_block = 0;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'CREATE TABLE IF NOT EXISTS migsql_version (
  revision VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (revision)
)', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
INSERT INTO migsql_ledger (revision, direction, script, step, block, started, finished, run_by)
  SELECT 'rev1', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 1, 1, @migsql_started, UTC_TIMESTAMP(6), USER() FROM DUAL WHERE @migsql_done < 1 AND @migsql_block = 0;
SELECT IF(@@error_count = 0 AND @migsql_block = 0, 1, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 1, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 1, 'DO 0', 'SELECT * FROM `migsql: stopped before block 2`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql_run = @migsql_done < 2, @migsql_started = UTC_TIMESTAMP(6);
SELECT IF(@migsql_run, (EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'one')), 0) INTO @migsql_there;
SET @migsql_run = @migsql_run AND NOT (@migsql_open = 2 AND @migsql_there);
INSERT INTO migsql_ledger (revision, direction, script, step, block, started, finished, run_by)
  SELECT 'rev1', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 1, 2, @migsql_started, NULL, USER() FROM DUAL WHERE @migsql_run AND NOT @migsql_there AND @migsql_block = 1;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'CREATE TABLE one (
  id INT NOT NULL
)', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
INSERT INTO migsql_ledger (revision, direction, script, step, block, started, finished, run_by)
  SELECT 'rev1', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 1, 2, @migsql_started, UTC_TIMESTAMP(6), USER() FROM DUAL WHERE @migsql_done < 2 AND @migsql_block = 1;
SELECT IF(@@error_count = 0 AND @migsql_block = 1, 2, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 2, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 2, 'DO 0', 'SELECT * FROM `migsql: stopped before block 3`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql_run = @migsql_done < 3, @migsql_started = UTC_TIMESTAMP(6);
SELECT IF(@migsql_run, (EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'two')), 0) INTO @migsql_there;
SET @migsql_run = @migsql_run AND NOT (@migsql_open = 3 AND @migsql_there);
INSERT INTO migsql_ledger (revision, direction, script, step, block, started, finished, run_by)
  SELECT 'rev1', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 1, 3, @migsql_started, NULL, USER() FROM DUAL WHERE @migsql_run AND NOT @migsql_there AND @migsql_block = 2;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'CREATE TABLE two (
  id INT NOT NULL
)', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
INSERT INTO migsql_ledger (revision, direction, script, step, block, started, finished, run_by)
  SELECT 'rev1', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 1, 3, @migsql_started, UTC_TIMESTAMP(6), USER() FROM DUAL WHERE @migsql_done < 3 AND @migsql_block = 2;
SELECT IF(@@error_count = 0 AND @migsql_block = 2, 3, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 3, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 3, 'DO 0', 'SELECT * FROM `migsql: stopped before block 4`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql_run = @migsql_done < 4, @migsql_started = UTC_TIMESTAMP(6);
START TRANSACTION;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'INSERT INTO migsql_version (revision) VALUES (''rev1'')', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
INSERT INTO migsql_ledger (revision, direction, script, step, block, started, finished, run_by)
  SELECT 'rev1', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 1, 4, @migsql_started, UTC_TIMESTAMP(6), USER() FROM DUAL WHERE @migsql_run AND @migsql_block = 3;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 3, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 3, 4, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 2/3 upgrade rev2: step 2
-- migrations/2.ts
SELECT 'migsql: 2/3 upgrade rev2 step 2' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 4, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 4, 'DO 0', 'SELECT * FROM `migsql: stopped before block 5`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql_run = @migsql_done < 5, @migsql_started = UTC_TIMESTAMP(6);
SELECT IF(@migsql_run, (EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'three')), 0) INTO @migsql_there;
SET @migsql_run = @migsql_run AND NOT (@migsql_open = 5 AND @migsql_there);
INSERT INTO migsql_ledger (revision, direction, script, step, block, started, finished, run_by)
  SELECT 'rev2', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 2, 5, @migsql_started, NULL, USER() FROM DUAL WHERE @migsql_run AND NOT @migsql_there AND @migsql_block = 4;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'CREATE TABLE three (
  id INT NOT NULL
)', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
INSERT INTO migsql_ledger (revision, direction, script, step, block, started, finished, run_by)
  SELECT 'rev2', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 2, 5, @migsql_started, UTC_TIMESTAMP(6), USER() FROM DUAL WHERE @migsql_done < 5 AND @migsql_block = 4;
SELECT IF(@@error_count = 0 AND @migsql_block = 4, 5, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 5, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 5, 'DO 0', 'SELECT * FROM `migsql: stopped before block 6`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql_run = @migsql_done < 6, @migsql_started = UTC_TIMESTAMP(6);
SELECT IF(@migsql_run, (EXISTS (SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'one' AND index_name = 'ix_one')), 0) INTO @migsql_there;
SET @migsql_run = @migsql_run AND NOT (@migsql_open = 6 AND @migsql_there);
INSERT INTO migsql_ledger (revision, direction, script, step, block, started, finished, run_by)
  SELECT 'rev2', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 2, 6, @migsql_started, NULL, USER() FROM DUAL WHERE @migsql_run AND NOT @migsql_there AND @migsql_block = 5;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'CREATE INDEX ix_one ON one (id)', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
INSERT INTO migsql_ledger (revision, direction, script, step, block, started, finished, run_by)
  SELECT 'rev2', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 2, 6, @migsql_started, UTC_TIMESTAMP(6), USER() FROM DUAL WHERE @migsql_done < 6 AND @migsql_block = 5;
SELECT IF(@@error_count = 0 AND @migsql_block = 5, 6, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 6, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 6, 'DO 0', 'SELECT * FROM `migsql: stopped before block 7`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql_run = @migsql_done < 7, @migsql_started = UTC_TIMESTAMP(6);
SELECT IF(@migsql_run, (EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'four')), 0) INTO @migsql_there;
SET @migsql_run = @migsql_run AND NOT (@migsql_open = 7 AND @migsql_there);
INSERT INTO migsql_ledger (revision, direction, script, step, block, started, finished, run_by)
  SELECT 'rev2', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 2, 7, @migsql_started, NULL, USER() FROM DUAL WHERE @migsql_run AND NOT @migsql_there AND @migsql_block = 6;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'CREATE TABLE four (
  id INT NOT NULL
)', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
INSERT INTO migsql_ledger (revision, direction, script, step, block, started, finished, run_by)
  SELECT 'rev2', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 2, 7, @migsql_started, UTC_TIMESTAMP(6), USER() FROM DUAL WHERE @migsql_done < 7 AND @migsql_block = 6;
SELECT IF(@@error_count = 0 AND @migsql_block = 6, 7, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 7, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 7, 'DO 0', 'SELECT * FROM `migsql: stopped before block 8`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql_run = @migsql_done < 8, @migsql_started = UTC_TIMESTAMP(6);
START TRANSACTION;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'UPDATE migsql_version SET revision = ''rev2'' WHERE revision = ''rev1''', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
INSERT INTO migsql_ledger (revision, direction, script, step, block, started, finished, run_by)
  SELECT 'rev2', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 2, 8, @migsql_started, UTC_TIMESTAMP(6), USER() FROM DUAL WHERE @migsql_run AND @migsql_block = 7;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 7, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 7, 8, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 3/3 upgrade rev3: step 3
-- migrations/3.ts
SELECT 'migsql: 3/3 upgrade rev3 step 3' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 8, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 8, 'DO 0', 'SELECT * FROM `migsql: stopped before block 9`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql_run = @migsql_done < 9, @migsql_started = UTC_TIMESTAMP(6);
SELECT IF(@migsql_run, (EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'two' AND column_name = 'note')), 0) INTO @migsql_there;
SET @migsql_run = @migsql_run AND NOT (@migsql_open = 9 AND @migsql_there);
INSERT INTO migsql_ledger (revision, direction, script, step, block, started, finished, run_by)
  SELECT 'rev3', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 3, 9, @migsql_started, NULL, USER() FROM DUAL WHERE @migsql_run AND NOT @migsql_there AND @migsql_block = 8;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'ALTER TABLE two ADD COLUMN note LONGTEXT', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
INSERT INTO migsql_ledger (revision, direction, script, step, block, started, finished, run_by)
  SELECT 'rev3', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 3, 9, @migsql_started, UTC_TIMESTAMP(6), USER() FROM DUAL WHERE @migsql_done < 9 AND @migsql_block = 8;
SELECT IF(@@error_count = 0 AND @migsql_block = 8, 9, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 9, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 9, 'DO 0', 'SELECT * FROM `migsql: stopped before block 10`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql_run = @migsql_done < 10, @migsql_started = UTC_TIMESTAMP(6);
START TRANSACTION;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'INSERT INTO one (id) VALUES
  (1),
  (2)', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
INSERT INTO migsql_ledger (revision, direction, script, step, block, started, finished, run_by)
  SELECT 'rev3', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 3, 10, @migsql_started, UTC_TIMESTAMP(6), USER() FROM DUAL WHERE @migsql_run AND @migsql_block = 9;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 9, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 9, 10, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 10, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 10, 'DO 0', 'SELECT * FROM `migsql: stopped before block 11`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql_run = @migsql_done < 11, @migsql_started = UTC_TIMESTAMP(6);
SELECT IF(@migsql_run, (EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'five')), 0) INTO @migsql_there;
SET @migsql_run = @migsql_run AND NOT (@migsql_open = 11 AND @migsql_there);
INSERT INTO migsql_ledger (revision, direction, script, step, block, started, finished, run_by)
  SELECT 'rev3', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 3, 11, @migsql_started, NULL, USER() FROM DUAL WHERE @migsql_run AND NOT @migsql_there AND @migsql_block = 10;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'CREATE TABLE five (
  id INT NOT NULL
)', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
INSERT INTO migsql_ledger (revision, direction, script, step, block, started, finished, run_by)
  SELECT 'rev3', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 3, 11, @migsql_started, UTC_TIMESTAMP(6), USER() FROM DUAL WHERE @migsql_done < 11 AND @migsql_block = 10;
SELECT IF(@@error_count = 0 AND @migsql_block = 10, 11, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 11, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 11, 'DO 0', 'SELECT * FROM `migsql: stopped before block 12`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql_run = @migsql_done < 12, @migsql_started = UTC_TIMESTAMP(6);
START TRANSACTION;
SET @migsql = IF(@migsql_run AND @migsql_block >= 0, 'UPDATE migsql_version SET revision = ''rev3'' WHERE revision = ''rev2''', 'DO 0');
PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
INSERT INTO migsql_ledger (revision, direction, script, step, block, started, finished, run_by)
  SELECT 'rev3', 'upgrade', '8ab879c5d7393954ce970e1fde194f8d07b5dbc40fbf8f9a05a10b29106e6363', 3, 12, @migsql_started, UTC_TIMESTAMP(6), USER() FROM DUAL WHERE @migsql_run AND @migsql_block = 11;
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
