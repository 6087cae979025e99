-- migsql 0.1.0: repair script for SQL Server
--
-- from    a1, b2
-- to      a1, b2
-- steps   1
-- server  SQL Server 2016 or later
-- atomic  YES: one transaction, all or nothing
-- waits   for a lock 5 s, for a statement no limit
-- run     sqlcmd -S SERVER -d DATABASE -b -I -x -i FILE
--
-- if it stops
--   block 1 (transaction, step 1): nothing of it is there; the version table holds a1, b2; then write a script for what is left: 'migsql drift --fix repair'

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
EXEC sys.sp_set_session_context @key = N'migsql_block', @value = 0;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 0 SET NOEXEC ON;
GO

-- 1/1 repair a1, b2: the schema becomes what the migrations make; careful: the rows of 'gone' are lost
RAISERROR(N'migsql: 1/1 repair a1, b2 the schema becomes what the migrations make; careful: the ro', 0, 1) WITH NOWAIT;
GO
-- Block 1: one transaction.
IF ISNULL(CAST(SESSION_CONTEXT(N'migsql_block') AS int), -1) <> 0 OR @@TRANCOUNT <> 0 SET NOEXEC ON;
GO
BEGIN TRANSACTION;
-- One run at a time: the end of the transaction gives the lock back.
DECLARE @resource nvarchar(255) = N'migsql:migsql_version', @lock int;
EXEC @lock = sys.sp_getapplock @Resource = @resource, @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = 5000;
IF @lock < 0 THROW 50002, N'migsql: another run of a script is under way; nothing is changed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
-- The version table must hold [a1, b2].
DECLARE @found nvarchar(max) = N'base', @sql nvarchar(max) = N'SET @found = ISNULL(STUFF((SELECT N'', '' + revision FROM migsql_version ORDER BY revision COLLATE Latin1_General_BIN2 FOR XML PATH(N''''), TYPE).value(N''.'', N''nvarchar(max)''), 1, 2, N''''), N''base'')';
IF OBJECT_ID(N'migsql_version', N'U') IS NOT NULL EXEC sys.sp_executesql @sql, N'@found nvarchar(max) OUTPUT', @found OUTPUT;
IF @found COLLATE Latin1_General_BIN2 <> N'a1, b2'
BEGIN
  DECLARE @message nvarchar(2048) = REPLACE(CONCAT(N'migsql: block 1 starts at [', N'a1, b2', N'], but the version table holds [', @found, N']'), N'%', N'%%');
  THROW 50003, @message, 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DROP TABLE gone;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE t DROP COLUMN by_hand;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE t ALTER COLUMN name nvarchar(40) NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE t ADD more int NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
CREATE INDEX ix_t ON t (more);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
CREATE VIEW v AS
SELECT id FROM t;
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
IF @migsql_ok = 1 PRINT N'migsql: OK a1, b2 -> a1, b2';
GO

-- end: a1, b2
