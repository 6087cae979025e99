import { writeLiteral, writeTable } from '../../dialects/write.ts';
import type { SessionWords } from './session-words.ts';

export const postgresql: SessionWords = {
  settings: [],
  begin: 'BEGIN',
  commit: 'COMMIT',
  // Outside a transaction it is a warning: https://www.postgresql.org/docs/current/sql-rollback.html
  rollback: 'ROLLBACK',
  // https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-ADVISORY-LOCKS
  lock: {
    take: ({ number }) => `SELECT CASE WHEN pg_try_advisory_lock(${number}) THEN 1 ELSE 0 END AS held`,
    release: ({ number }) => `SELECT pg_advisory_unlock(${number})`,
  },
  findTable: (table, dialect) => `SELECT 1 AS found WHERE to_regclass(${writeLiteral(dialect, writeTable(dialect, table))}) IS NOT NULL`,
  ledger: {
    now: 'clock_timestamp()',
    ago: (seconds) => `clock_timestamp() - interval '${seconds} seconds'`,
    user: 'session_user',
  },
  isDatabase: (name) => `current_database() = ${name}`,
  ask: (condition) => `SELECT CASE WHEN ${condition} THEN 1 ELSE 0 END AS holds`,
};
