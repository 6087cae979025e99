import { writeLiteral, writeName } from '../../dialects/write.ts';
import type { SessionWords } from './session-words.ts';

export const sqlite: SessionWords = {
  settings: [],
  // Takes the one lock for writers at once: https://www.sqlite.org/lang_transaction.html
  begin: 'BEGIN IMMEDIATE',
  commit: 'COMMIT',
  rollback: 'ROLLBACK',
  // Kept until the first access in mode NORMAL: https://www.sqlite.org/pragma.html#pragma_locking_mode
  alone: {
    begin: ['BEGIN EXCLUSIVE', 'PRAGMA locking_mode = EXCLUSIVE', 'ROLLBACK'],
    end: ['PRAGMA locking_mode = NORMAL', 'SELECT count(*) FROM sqlite_master'],
  },
  findTable: ({ schema, name }, dialect) =>
    `SELECT 1 AS found FROM ${schema === undefined ? 'main' : writeName(dialect, schema)}.sqlite_master ` +
    `WHERE type = 'table' AND name = ${writeLiteral(dialect, name)} COLLATE NOCASE`,
  ledger: {
    now: "strftime('%Y-%m-%d %H:%M:%f', 'now')",
    ago: (seconds) => `strftime('%Y-%m-%d %H:%M:%f', 'now', '-${seconds} seconds')`,
    // There are no users.
    user: 'NULL',
  },
  isDatabase: (name) =>
    "EXISTS (SELECT 1 FROM pragma_database_list WHERE name = 'main' " +
    `AND substr('/' || replace(file, '\\', '/'), -length('/' || ${name})) = '/' || ${name})`,
  ask: (condition) => `SELECT CASE WHEN ${condition} THEN 1 ELSE 0 END AS holds`,
};
