-- migsql 0.1.0: upgrade script for SQL Server
--
-- from    base
-- to      rev3
-- steps   3
-- server  SQL Server 2016 or later
-- atomic  YES: one transaction, all or nothing
-- waits   for a lock 5 s, for a statement no limit
-- render  migsql render base:rev3 --dialect mssql --transaction script --client sqlcmd --idempotent --ledger --expect-database shop --expect-server
-- run     sqlcmd -S SERVER -d DATABASE -b -I -x -i FILE
--
-- if it stops
--   block 1 (transaction, steps 1 to 3): nothing of it is there; the version table holds base; then run base:rev3
--
-- sources (SHA-256)
--   1111111111111111111111111111111111111111111111111111111111111111  migrations/1.ts
--   2222222222222222222222222222222222222222222222222222222222222222  migrations/2.ts
--   3333333333333333333333333333333333333333333333333333333333333333  migrations/3.ts

-- Settings that the statements are written for; the session's own are put back at the end.
SET NOEXEC OFF;
DECLARE @options int = @@OPTIONS;
EXEC sys.sp_set_session_context @key = N'migsql_options', @value = @options;
EXEC sys.sp_set_session_context @key = N'migsql_block', @value = -1;
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
SET NOCOUNT ON;
SET IMPLICIT_TRANSACTIONS OFF;
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
SET ROWCOUNT 0;
SET LOCK_TIMEOUT 5000;
GO
-- A gate like this follows each batch: behind an error, SET NOEXEC ON has the rest compiled but not run.
IF @@ERROR <> 0 SET NOEXEC ON;
GO
-- A transaction that is open already would be taken for the script's own.
IF @@TRANCOUNT <> 0
BEGIN
  RAISERROR(N'migsql: a transaction is open in this session: end it first. Nothing is changed', 16, 1);
  SET NOEXEC ON;
END;
SET XACT_ABORT ON;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 0 SET NOEXEC ON;
GO
-- SQL Server 13 or later; Azure's own (5, 8, 12) have no such number, its warehouses (6, 11) are something else.
DECLARE @engine int = CAST(SERVERPROPERTY(N'EngineEdition') AS int), @major int = CAST(SERVERPROPERTY(N'ProductMajorVersion') AS int);
IF @engine IN (6, 11) OR (@engine NOT IN (5, 8, 12) AND ISNULL(@major, 0) < 13)
BEGIN
  DECLARE @message nvarchar(2048) = CONCAT(N'migsql: the script is for SQL Server of version 13 or later, and this is version ', @major, N', engine ', @engine, N'; nothing is changed');
  THROW 50001, @message, 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 0 SET NOEXEC ON;
GO
-- The right database
IF DB_NAME() <> N'shop'
BEGIN
  DECLARE @message nvarchar(2048) = REPLACE(CONCAT(N'migsql: the script is for database ', N'shop', N', and this is ', DB_NAME(), N'; nothing is changed'), N'%', N'%%');
  THROW 50001, @message, 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 0 SET NOEXEC ON;
GO
-- One run at a time: the session holds the lock between the blocks as well, and the last batch gives it back.
DECLARE @resource nvarchar(255) = N'migsql:migsql_version', @lock int;
EXEC @lock = sys.sp_getapplock @Resource = @resource, @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 5000;
IF @lock < 0 THROW 50002, N'migsql: another run of a script is under way; nothing is changed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 0 SET NOEXEC ON;
GO
EXEC sys.sp_set_session_context @key = N'migsql_block', @value = 0;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 0 SET NOEXEC ON;
GO

-- 1/3 upgrade rev1: step 1
-- migrations/1.ts
RAISERROR(N'migsql: 1/3 upgrade rev1 step 1', 0, 1) WITH NOWAIT;
GO
DECLARE @now datetime2 = SYSUTCDATETIME();
EXEC sys.sp_set_session_context @key = N'migsql_started', @value = @now;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO
-- Whether the step is to be run: by the current heads.
DECLARE @run int = 1, @missing nvarchar(128);
DECLARE @sql nvarchar(max) = N'IF EXISTS (SELECT * FROM migsql_version WHERE revision IN (N''rev1'', N''rev2'', N''rev3'')) SET @run = 0';
IF OBJECT_ID(N'migsql_version', N'U') IS NOT NULL
BEGIN
  SET @missing = NULL;
  EXEC sys.sp_executesql @sql, N'@run int OUTPUT, @missing nvarchar(128) OUTPUT', @run OUTPUT, @missing OUTPUT;
END;
IF @run = 1 AND @missing IS NOT NULL
BEGIN
  DECLARE @message nvarchar(2048) = REPLACE(CONCAT(N'migsql: revision rev1 needs revision ', @missing, N', which is not applied'), N'%', N'%%');
  THROW 50004, @message, 1;
END;
EXEC sys.sp_set_session_context @key = N'migsql_step', @value = @run;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO
-- Block 1: one transaction.
IF ISNULL(CAST(SESSION_CONTEXT(N'migsql_block') AS int), -1) <> 0 OR @@TRANCOUNT <> 0 SET NOEXEC ON;
GO
BEGIN TRANSACTION;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migsql_step') AS int) = 1
EXEC(N'IF OBJECT_ID(N''migsql_version'', N''U'') IS NULL
CREATE TABLE migsql_version (
  revision nvarchar(128) NOT NULL,
  CONSTRAINT pk_migsql_version PRIMARY KEY (revision)
)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migsql_step') AS int) = 1
EXEC(N'CREATE TABLE one (
  id int NOT NULL
)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migsql_step') AS int) = 1
EXEC(N'CREATE TABLE two (
  id int NOT NULL
)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migsql_step') AS int) = 1
EXEC(N'INSERT INTO migsql_version (revision) VALUES (N''rev1'');
IF @@ROWCOUNT <> 1 THROW 50003, N''migsql: revision rev1: the version table does not hold what it starts from'', 1');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migsql_step') AS int) = 1
IF OBJECT_ID(N'migsql_ledger', N'U') IS NULL
EXEC(N'CREATE TABLE migsql_ledger (id bigint IDENTITY(1, 1) NOT NULL PRIMARY KEY, revision nvarchar(128) NOT NULL, direction nvarchar(9) NOT NULL, script nvarchar(64) NOT NULL, step int NOT NULL, block int NULL, done int NULL, statements nvarchar(64) NULL, started datetime2 NOT NULL, finished datetime2 NULL, run_by nvarchar(128) NOT NULL, tag nvarchar(200) NULL)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migsql_step') AS int) = 1
EXEC(N'INSERT INTO migsql_ledger (revision, direction, script, step, started, finished, run_by)
VALUES (N''rev1'', N''upgrade'', N''c677f310e155c47faacd1a383527f8f5345e7e63505526328e266f7840f22a94'', 1, CAST(SESSION_CONTEXT(N''migsql_started'') AS datetime2), SYSUTCDATETIME(), ORIGINAL_LOGIN())');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 2/3 upgrade rev2: step 2
-- migrations/2.ts
RAISERROR(N'migsql: 2/3 upgrade rev2 step 2', 0, 1) WITH NOWAIT;
GO
DECLARE @now datetime2 = SYSUTCDATETIME();
EXEC sys.sp_set_session_context @key = N'migsql_started', @value = @now;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO
-- Whether the step is to be run: by the current heads.
DECLARE @run int = 2, @missing nvarchar(128) = N'rev1';
DECLARE @sql nvarchar(max) = N'IF EXISTS (SELECT * FROM migsql_version WHERE revision IN (N''rev2'', N''rev3'')) SET @run = 0 ELSE IF NOT EXISTS (SELECT * FROM migsql_version WHERE revision IN (N''rev1'', N''rev2'', N''rev3'')) SET @missing = N''rev1''';
IF OBJECT_ID(N'migsql_version', N'U') IS NOT NULL
BEGIN
  SET @missing = NULL;
  EXEC sys.sp_executesql @sql, N'@run int OUTPUT, @missing nvarchar(128) OUTPUT', @run OUTPUT, @missing OUTPUT;
END;
IF @run = 2 AND @missing IS NOT NULL
BEGIN
  DECLARE @message nvarchar(2048) = REPLACE(CONCAT(N'migsql: revision rev2 needs revision ', @missing, N', which is not applied'), N'%', N'%%');
  THROW 50004, @message, 1;
END;
EXEC sys.sp_set_session_context @key = N'migsql_step', @value = @run;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migsql_step') AS int) = 2
EXEC(N'CREATE TABLE three (
  id int NOT NULL
)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migsql_step') AS int) = 2
EXEC(N'CREATE INDEX ix_one ON one (id)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migsql_step') AS int) = 2
EXEC(N'CREATE TABLE four (
  id int NOT NULL
)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migsql_step') AS int) = 2
EXEC(N'DELETE FROM migsql_version WHERE revision IN (N''rev1'');
INSERT INTO migsql_version (revision) VALUES (N''rev2'');
IF @@ROWCOUNT <> 1 THROW 50003, N''migsql: revision rev2: the version table does not hold what it starts from'', 1');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migsql_step') AS int) = 2
IF OBJECT_ID(N'migsql_ledger', N'U') IS NULL
EXEC(N'CREATE TABLE migsql_ledger (id bigint IDENTITY(1, 1) NOT NULL PRIMARY KEY, revision nvarchar(128) NOT NULL, direction nvarchar(9) NOT NULL, script nvarchar(64) NOT NULL, step int NOT NULL, block int NULL, done int NULL, statements nvarchar(64) NULL, started datetime2 NOT NULL, finished datetime2 NULL, run_by nvarchar(128) NOT NULL, tag nvarchar(200) NULL)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migsql_step') AS int) = 2
EXEC(N'INSERT INTO migsql_ledger (revision, direction, script, step, started, finished, run_by)
VALUES (N''rev2'', N''upgrade'', N''c677f310e155c47faacd1a383527f8f5345e7e63505526328e266f7840f22a94'', 2, CAST(SESSION_CONTEXT(N''migsql_started'') AS datetime2), SYSUTCDATETIME(), ORIGINAL_LOGIN())');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 3/3 upgrade rev3: step 3
-- migrations/3.ts
RAISERROR(N'migsql: 3/3 upgrade rev3 step 3', 0, 1) WITH NOWAIT;
GO
DECLARE @now datetime2 = SYSUTCDATETIME();
EXEC sys.sp_set_session_context @key = N'migsql_started', @value = @now;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO
-- Whether the step is to be run: by the current heads.
DECLARE @run int = 3, @missing nvarchar(128) = N'rev2';
DECLARE @sql nvarchar(max) = N'IF EXISTS (SELECT * FROM migsql_version WHERE revision IN (N''rev3'')) SET @run = 0 ELSE IF NOT EXISTS (SELECT * FROM migsql_version WHERE revision IN (N''rev2'', N''rev3'')) SET @missing = N''rev2''';
IF OBJECT_ID(N'migsql_version', N'U') IS NOT NULL
BEGIN
  SET @missing = NULL;
  EXEC sys.sp_executesql @sql, N'@run int OUTPUT, @missing nvarchar(128) OUTPUT', @run OUTPUT, @missing OUTPUT;
END;
IF @run = 3 AND @missing IS NOT NULL
BEGIN
  DECLARE @message nvarchar(2048) = REPLACE(CONCAT(N'migsql: revision rev3 needs revision ', @missing, N', which is not applied'), N'%', N'%%');
  THROW 50004, @message, 1;
END;
EXEC sys.sp_set_session_context @key = N'migsql_step', @value = @run;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migsql_step') AS int) = 3
EXEC(N'ALTER TABLE two ADD note nvarchar(max) NULL');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migsql_step') AS int) = 3
EXEC(N'INSERT INTO one (id) VALUES
  (1),
  (2)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migsql_step') AS int) = 3
EXEC(N'CREATE TABLE five (
  id int NOT NULL
)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migsql_step') AS int) = 3
EXEC(N'DELETE FROM migsql_version WHERE revision IN (N''rev2'');
INSERT INTO migsql_version (revision) VALUES (N''rev3'');
IF @@ROWCOUNT <> 1 THROW 50003, N''migsql: revision rev3: the version table does not hold what it starts from'', 1');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migsql_step') AS int) = 3
IF OBJECT_ID(N'migsql_ledger', N'U') IS NULL
EXEC(N'CREATE TABLE migsql_ledger (id bigint IDENTITY(1, 1) NOT NULL PRIMARY KEY, revision nvarchar(128) NOT NULL, direction nvarchar(9) NOT NULL, script nvarchar(64) NOT NULL, step int NOT NULL, block int NULL, done int NULL, statements nvarchar(64) NULL, started datetime2 NOT NULL, finished datetime2 NULL, run_by nvarchar(128) NOT NULL, tag nvarchar(200) NULL)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migsql_step') AS int) = 3
EXEC(N'INSERT INTO migsql_ledger (revision, direction, script, step, started, finished, run_by)
VALUES (N''rev3'', N''upgrade'', N''c677f310e155c47faacd1a383527f8f5345e7e63505526328e266f7840f22a94'', 3, CAST(SESSION_CONTEXT(N''migsql_started'') AS datetime2), SYSUTCDATETIME(), ORIGINAL_LOGIN())');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
IF @@ERROR = 0 AND @@TRANCOUNT = 0 EXEC sys.sp_set_session_context @key = N'migsql_block', @value = 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 0 SET NOEXEC ON;
GO

-- The end. Under NOEXEC the first lines do not run, so that @migsql_ok stays unset; SET NOEXEC OFF always does.
DECLARE @migsql_ok int;
IF @@ERROR = 0 AND @@TRANCOUNT = 0 AND CAST(SESSION_CONTEXT(N'migsql_block') AS int) = 1 SET @migsql_ok = 1;
SET NOEXEC OFF;
DECLARE @block int = ISNULL(CAST(SESSION_CONTEXT(N'migsql_block') AS int), -1), @options int = ISNULL(CAST(SESSION_CONTEXT(N'migsql_options') AS int), 0);
-- What is open still is the script's own, unless it was refused before it began.
IF @@TRANCOUNT > 0 AND @block >= 0 ROLLBACK TRANSACTION;
DECLARE @resource nvarchar(255) = N'migsql:migsql_version';
IF @@TRANCOUNT = 0 AND APPLOCK_MODE(N'public', @resource, N'Session') <> N'NoLock' EXEC sys.sp_releaseapplock @Resource = @resource, @LockOwner = N'Session';
EXEC sys.sp_set_session_context @key = N'migsql_block', @value = -1;
SET LOCK_TIMEOUT -1;
IF (@options & 16384) = 0 SET XACT_ABORT OFF;
IF (@options & 512) = 0 SET NOCOUNT OFF;
IF (@options & 2) = 2 SET IMPLICIT_TRANSACTIONS ON;
IF @migsql_ok IS NULL
BEGIN
  DECLARE @message nvarchar(2048) = CONCAT(N'migsql: STOPPED, ', CASE WHEN @block < 0 THEN 0 ELSE @block END, N' of 1 blocks are there whole and nothing of the others; see "if it stops" at the top of the script');
  RAISERROR(N'%s', 16, 1, @message);
END;
IF @migsql_ok = 1 PRINT N'migsql: OK base -> rev3';
GO

-- end: rev3
