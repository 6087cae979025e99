-- migsql 0.1.0: upgrade script for SQL Server
--
-- from    base
-- to      rev3
-- steps   3
-- server  SQL Server 2016 or later
-- atomic  YES: one transaction, all or nothing
-- waits   for a lock 5 s, for a statement no limit
-- render  migsql render base:rev3 --dialect mssql --transaction script --client generic --ledger --expect-database shop --expect-server
-- run     in any client that sends the whole file, in one session
--
-- if it stops
--   block 1 (transaction, steps 1 to 3): nothing of it is there; the version table holds base; then run base:rev3
--
-- sources (SHA-256)
--   1111111111111111111111111111111111111111111111111111111111111111  migrations/1.ts
--   2222222222222222222222222222222222222222222222222222222222222222  migrations/2.ts
--   3333333333333333333333333333333333333333333333333333333333333333  migrations/3.ts

-- One batch: an error anywhere goes to its end. No semicolon stands outside its texts, so that a tool that cuts at
-- semicolons sends it whole all the same.
DECLARE @options int = @@OPTIONS, @block int = 0, @lock int, @run int, @now datetime2, @missing nvarchar(128), @resource nvarchar(255) = N'migsql:migsql_version',
  @sql nvarchar(max), @heads nvarchar(max) = N'SET @found = ISNULL(STUFF((SELECT N'', '' + revision FROM migsql_version ORDER BY revision COLLATE Latin1_General_BIN2 FOR XML PATH(N''''), TYPE).value(N''.'', N''nvarchar(max)''), 1, 2, N''''), N''base'')', @expected nvarchar(max), @found nvarchar(max), @message nvarchar(2048)
-- A transaction that is open already would be taken for the script's own.
IF @@TRANCOUNT <> 0
BEGIN
  RAISERROR(N'migsql: a transaction is open in this session: end it first. Nothing is changed', 16, 1)
  RETURN
END
-- Settings that the statements are written for; the session's own are put back at the end.
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON
SET NUMERIC_ROUNDABORT OFF
SET NOCOUNT ON
SET IMPLICIT_TRANSACTIONS OFF
SET TRANSACTION ISOLATION LEVEL READ COMMITTED
SET ROWCOUNT 0
SET LOCK_TIMEOUT 5000
SET XACT_ABORT ON
BEGIN TRY
-- SQL Server 13 or later; Azure's own (5, 8, 12) have no such number, its warehouses (6, 11) are something else.
IF CAST(SERVERPROPERTY(N'EngineEdition') AS int) IN (6, 11)
  OR (CAST(SERVERPROPERTY(N'EngineEdition') AS int) NOT IN (5, 8, 12) AND ISNULL(CAST(SERVERPROPERTY(N'ProductMajorVersion') AS int), 0) < 13)
BEGIN
  THROW 50001, N'migsql: the script is for SQL Server of version 13 or later, and this is another; nothing is changed', 1
END
IF DB_NAME() <> N'shop'
BEGIN
  SET @message = REPLACE(CONCAT(N'migsql: the script is for database ', N'shop', N', and this is ', DB_NAME(), N'; nothing is changed'), N'%', N'%%')
  RAISERROR(N'%s', 16, 1, @message)
END
-- 1/3 upgrade rev1: step 1
-- migrations/1.ts
RAISERROR(N'migsql: 1/3 upgrade rev1 step 1', 0, 1) WITH NOWAIT
SET @now = SYSUTCDATETIME()
EXEC sys.sp_set_session_context @key = N'migsql_started', @value = @now
-- Block 1: one transaction.
BEGIN TRANSACTION
EXEC @lock = sys.sp_getapplock @Resource = @resource, @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = 5000
IF @lock < 0
BEGIN
  THROW 50002, N'migsql: another run of a script is under way; nothing of this block is changed', 1
END
SET @expected = N'base'
SET @found = N'base'
IF OBJECT_ID(N'migsql_version', N'U') IS NOT NULL EXEC sys.sp_executesql @heads, N'@found nvarchar(max) OUTPUT', @found OUTPUT
IF @found COLLATE Latin1_General_BIN2 <> @expected
BEGIN
  SET @message = CONCAT(N'migsql: block 1 starts at [', @expected, N'], but the version table holds [', @found, N']')
  RAISERROR(N'%s', 16, 1, @message)
END
EXEC(N'IF OBJECT_ID(N''migsql_version'', N''U'') IS NULL
CREATE TABLE migsql_version (
  revision nvarchar(128) NOT NULL,
  CONSTRAINT pk_migsql_version PRIMARY KEY (revision)
)')
EXEC(N'CREATE TABLE one (
  id int NOT NULL
)')
EXEC(N'CREATE TABLE two (
  id int NOT NULL
)')
EXEC(N'INSERT INTO migsql_version (revision) VALUES (N''rev1'');
IF @@ROWCOUNT <> 1 THROW 50003, N''migsql: revision rev1: the version table does not hold what it starts from'', 1')
IF OBJECT_ID(N'migsql_ledger', N'U') IS NULL
EXEC(N'CREATE TABLE migsql_ledger (id bigint IDENTITY(1, 1) NOT NULL PRIMARY KEY, revision nvarchar(128) NOT NULL, direction nvarchar(9) NOT NULL, script nvarchar(64) NOT NULL, step int NOT NULL, block int NULL, done int NULL, statements nvarchar(64) NULL, started datetime2 NOT NULL, finished datetime2 NULL, run_by nvarchar(128) NOT NULL, tag nvarchar(200) NULL)')
EXEC(N'INSERT INTO migsql_ledger (revision, direction, script, step, started, finished, run_by)
VALUES (N''rev1'', N''upgrade'', N''c677f310e155c47faacd1a383527f8f5345e7e63505526328e266f7840f22a94'', 1, CAST(SESSION_CONTEXT(N''migsql_started'') AS datetime2), SYSUTCDATETIME(), ORIGINAL_LOGIN())')
-- 2/3 upgrade rev2: step 2
-- migrations/2.ts
RAISERROR(N'migsql: 2/3 upgrade rev2 step 2', 0, 1) WITH NOWAIT
SET @now = SYSUTCDATETIME()
EXEC sys.sp_set_session_context @key = N'migsql_started', @value = @now
EXEC(N'CREATE TABLE three (
  id int NOT NULL
)')
EXEC(N'CREATE INDEX ix_one ON one (id)')
EXEC(N'CREATE TABLE four (
  id int NOT NULL
)')
EXEC(N'UPDATE migsql_version SET revision = N''rev2'' WHERE revision = N''rev1'';
IF @@ROWCOUNT <> 1 THROW 50003, N''migsql: revision rev2: the version table does not hold what it starts from'', 1')
EXEC(N'INSERT INTO migsql_ledger (revision, direction, script, step, started, finished, run_by)
VALUES (N''rev2'', N''upgrade'', N''c677f310e155c47faacd1a383527f8f5345e7e63505526328e266f7840f22a94'', 2, CAST(SESSION_CONTEXT(N''migsql_started'') AS datetime2), SYSUTCDATETIME(), ORIGINAL_LOGIN())')
-- 3/3 upgrade rev3: step 3
-- migrations/3.ts
RAISERROR(N'migsql: 3/3 upgrade rev3 step 3', 0, 1) WITH NOWAIT
SET @now = SYSUTCDATETIME()
EXEC sys.sp_set_session_context @key = N'migsql_started', @value = @now
EXEC(N'ALTER TABLE two ADD note nvarchar(max) NULL')
EXEC(N'INSERT INTO one (id) VALUES
  (1),
  (2)')
EXEC(N'CREATE TABLE five (
  id int NOT NULL
)')
EXEC(N'UPDATE migsql_version SET revision = N''rev3'' WHERE revision = N''rev2'';
IF @@ROWCOUNT <> 1 THROW 50003, N''migsql: revision rev3: the version table does not hold what it starts from'', 1')
EXEC(N'INSERT INTO migsql_ledger (revision, direction, script, step, started, finished, run_by)
VALUES (N''rev3'', N''upgrade'', N''c677f310e155c47faacd1a383527f8f5345e7e63505526328e266f7840f22a94'', 3, CAST(SESSION_CONTEXT(N''migsql_started'') AS datetime2), SYSUTCDATETIME(), ORIGINAL_LOGIN())')
IF @@TRANCOUNT <> 1
BEGIN
  THROW 50005, N'migsql: block 1: a statement of the migration has ended or begun a transaction', 1
END
COMMIT TRANSACTION
SET @block = 1
SET LOCK_TIMEOUT -1
IF (@options & 16384) = 0 SET XACT_ABORT OFF
IF (@options & 512) = 0 SET NOCOUNT OFF
PRINT N'migsql: OK base -> rev3'
IF (@options & 2) = 2 SET IMPLICIT_TRANSACTIONS ON
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION
  RAISERROR(N'migsql: STOPPED, %d of 1 blocks are there whole and nothing of the others', 0, 1, @block) WITH NOWAIT
  SET LOCK_TIMEOUT -1
  IF (@options & 16384) = 0 SET XACT_ABORT OFF
  IF (@options & 512) = 0 SET NOCOUNT OFF
  IF (@options & 2) = 2 SET IMPLICIT_TRANSACTIONS ON
  BEGIN
    THROW
  END
END CATCH

-- end: rev3
