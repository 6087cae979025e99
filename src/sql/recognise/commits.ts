import type { DialectName } from '../dialect-name.ts';
import type { StatementKind } from './kind.ts';
import type { Outline } from './outline.ts';

/** Whether a statement commits the open transaction by itself. */
export function commitsImplicitly({ text }: Outline, kind: StatementKind, dialect: DialectName): boolean {
  if (dialect === 'mysql' || dialect === 'mariadb') return commitsInMysql(text, kind);
  return dialect === 'oracle' && commitsInOracle(text, kind);
}

/**
 * https://dev.mysql.com/doc/refman/8.4/en/implicit-commit.html,
 * https://mariadb.com/kb/en/sql-statements-that-cause-an-implicit-commit/
 */
const MYSQL_COMMITS = new RegExp(
  '^(?:BEGIN(?! NOT\\b)|START|STOP|LOCK|UNLOCK|FLUSH|RESET|CHANGE|LOAD INDEX' +
    '|SET (?:GLOBAL |SESSION |@ @ |@ @ SESSION \\. )?AUTOCOMMIT)\\b',
);

/** A temporary table is the exception. */
const MYSQL_TEMPORARY = /^(?:CREATE (?:OR REPLACE )?|DROP )TEMPORARY TABLE\b/;

const commitsInMysql = (text: string, kind: StatementKind): boolean =>
  MYSQL_COMMITS.test(text) || (kind === 'schema' && !MYSQL_TEMPORARY.test(text));

/**
 * Definitions commit before and behind themselves:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Types-of-SQL-Statements.html
 * A block may hold a COMMIT, or a definition in EXECUTE IMMEDIATE.
 */
const commitsInOracle = (text: string, kind: StatementKind): boolean =>
  kind === 'schema' || (kind === 'routine' && /\b(?:COMMIT|EXECUTE IMMEDIATE)\b/.test(text));
