import { writeLiteral } from '../../dialects/write.ts';
import type { SessionWords } from './session-words.ts';

/** The name that scripts take as well: no longer than 64 characters, and a database's own. */
const lockName = (tableText: string): string => `CONCAT('migsql:', MD5(CONCAT_WS('.', DATABASE(), ${tableText})))`;

/** MySQL and MariaDB. */
export const mysql: SessionWords = {
  settings: [],
  begin: 'START TRANSACTION',
  commit: 'COMMIT',
  rollback: 'ROLLBACK',
  // https://dev.mysql.com/doc/refman/8.4/en/locking-functions.html
  lock: {
    take: ({ tableText }) => `SELECT COALESCE(GET_LOCK(${lockName(tableText)}, 0), 0) AS held`,
    release: ({ tableText }) => `DO RELEASE_LOCK(${lockName(tableText)})`,
  },
  findTable: ({ schema, name }, dialect) =>
    `SELECT 1 AS found FROM information_schema.tables WHERE table_schema = ` +
    `${schema === undefined ? 'DATABASE()' : writeLiteral(dialect, schema)} AND table_name = ${writeLiteral(dialect, name)}`,
  ledger: {
    now: 'UTC_TIMESTAMP(6)',
    ago: (seconds) => `UTC_TIMESTAMP(6) - INTERVAL ${seconds} SECOND`,
    user: 'USER()',
  },
  isDatabase: (name) => `DATABASE() <=> ${name}`,
  ask: (condition) => `SELECT IF(${condition}, 1, 0) AS holds`,
};
