import type { Lowered } from '../dialect.ts';

// Statements that only hold under a setting of the session carry it with them, so that a script means the same on
// every server. SET commits nothing: https://dev.mysql.com/doc/refman/8.4/en/implicit-commit.html

export type SqlMode = 'NO_BACKSLASH_ESCAPES' | 'NO_AUTO_VALUE_ON_ZERO';

/** The statements under an sql_mode that has `modes` as well: https://dev.mysql.com/doc/refman/8.4/en/sql-mode.html */
export const underSqlModes = (modes: readonly SqlMode[], statements: readonly Lowered[]): readonly Lowered[] =>
  modes.length === 0
    ? statements
    : under('sql_mode', `CONCAT(@@SESSION.sql_mode, ',${modes.join(',')}')`, statements);

/** The statements in a session whose time zone is UTC. */
export const underUtc = (statements: readonly Lowered[]): readonly Lowered[] =>
  under('time_zone', "'+00:00'", statements);

function under(setting: string, value: string, statements: readonly Lowered[]): readonly Lowered[] {
  const [first] = statements;
  if (first === undefined) return [];
  const { proof: _, ...alike } = first;
  const set = (sql: string): Lowered => ({ ...alike, sql });
  return [
    set(`SET @migsql_${setting} = @@SESSION.${setting}`),
    set(`SET SESSION ${setting} = ${value}`),
    ...statements,
    set(`SET SESSION ${setting} = @migsql_${setting}`),
  ];
}

/**
 * How long a statement waits and takes, on MySQL and MariaDB, whose variables for the latter differ in name and unit; a
 * lock is waited for a second at least, and a year at most:
 * https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html#sysvar_lock_wait_timeout
 */
export const waits =
  (limit: 'max_execution_time' | 'max_statement_time', unitsPerSecond: number) =>
  (lock: number, statement: number): readonly string[] => [
    `SET SESSION lock_wait_timeout = ${lock === 0 ? 31_536_000 : lock}`,
    `SET SESSION innodb_lock_wait_timeout = ${lock === 0 ? 31_536_000 : lock}`,
    `SET SESSION ${limit} = ${statement * unitsPerSecond}`,
  ];

/** What scripts for MySQL and MariaDB are written for: a server's own sql_mode would change what values mean. */
export const SETTINGS: readonly string[] = [
  'SET NAMES utf8mb4',
  "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_IN_DATE,NO_ZERO_DATE,NO_ENGINE_SUBSTITUTION'",
  'SET SESSION autocommit = 1',
  'SET SESSION TRANSACTION READ WRITE',
];

export const LEDGER: readonly string[] = [
  'id BIGINT NOT NULL AUTO_INCREMENT',
  'revision VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL',
  'direction VARCHAR(9) CHARACTER SET ascii NOT NULL',
  'script CHAR(64) CHARACTER SET ascii NOT NULL',
  'step INT NOT NULL',
  'block INT',
  'done INT',
  'statements CHAR(64) CHARACTER SET ascii',
  'started DATETIME(6) NOT NULL',
  'finished DATETIME(6)',
  'run_by VARCHAR(384) CHARACTER SET utf8mb4 NOT NULL',
  'tag VARCHAR(200) CHARACTER SET utf8mb4',
  'PRIMARY KEY (id)',
];
