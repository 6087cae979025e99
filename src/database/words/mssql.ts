import { writeLiteral, writeTable } from '../../dialects/write.ts';
import type { SessionWords } from './session-words.ts';

export const mssql: SessionWords = {
  // An error ends the transaction: https://learn.microsoft.com/sql/t-sql/statements/set-xact-abort-transact-sql
  settings: ['SET XACT_ABORT ON'],
  begin: 'BEGIN TRANSACTION',
  commit: 'COMMIT TRANSACTION',
  rollback: 'IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION',
  // https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-getapplock-transact-sql
  lock: {
    take: ({ text }) =>
      `DECLARE @lock int;\nEXEC @lock = sys.sp_getapplock @Resource = ${text}, @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 0;\n` +
      'SELECT CASE WHEN @lock >= 0 THEN 1 ELSE 0 END AS held',
    release: ({ text }) => `EXEC sys.sp_releaseapplock @Resource = ${text}, @LockOwner = N'Session'`,
  },
  findTable: (table, dialect) => `SELECT 1 AS found WHERE OBJECT_ID(${writeLiteral(dialect, writeTable(dialect, table))}, N'U') IS NOT NULL`,
  ledger: {
    now: 'SYSUTCDATETIME()',
    ago: (seconds) => `DATEADD(millisecond, -${Math.round(seconds * 1000)}, SYSUTCDATETIME())`,
    user: 'ORIGINAL_LOGIN()',
  },
  isDatabase: (name) => `DB_NAME() = ${name}`,
  ask: (condition) => `SELECT CASE WHEN ${condition} THEN 1 ELSE 0 END AS holds`,
};
