import type { DialectName } from '../sql/dialect-name.ts';
import { recognise } from '../sql/recognise.ts';
import type { Statement } from './plan.ts';

// What a run that goes on in the middle must know of single statements. Most of it is about MySQL and MariaDB, where
// settings and conditions are statements of their own.

/** The own check by a prepared statement, which no other can hold: its text is chosen instead. */
export const isCheck = (sql: string): boolean => /^(PREPARE|EXECUTE|DEALLOCATE PREPARE) migsql_check\b/.test(sql);

export const choosesCheck = (sql: string): boolean => sql.startsWith('SET @migsql_check = ');

/** It sets up the session alone, so that a run that goes on in the middle needs it as well. */
export const isSetting = (sql: string, dialect: DialectName): boolean => recognise(sql, dialect).verb === 'SET' && !choosesCheck(sql);

/**
 * What SQL by hand may leave in a session: a temporary table; on MySQL and MariaDB a variable that rows are read into, and the
 * database of USE. A plain SET is said anew.
 */
export const livesInSession = ({ sql, origin }: Statement, dialect: DialectName): boolean =>
  origin.kind === 'op' && origin.op === 'execute' && (TEMPORARY.test(sql) || ((dialect === 'mysql' || dialect === 'mariadb') && OF_MYSQL.test(sql)));

const TEMPORARY = /\bCREATE\s+(?:OR\s+REPLACE\s+)?(?:GLOBAL\s+|LOCAL\s+)?TEMP(?:ORARY)?\b|\b(?:TABLE|INTO)\s+(?:TEMP(?:ORARY)?\b|#)/i;
const OF_MYSQL = /^\s*USE\b|@\w+\s*:=|\bINTO\s+@\w|\bSET\s+@\w[^]*\bSELECT\b/i;

/** Twice is as good as once. */
export const isRepeatable = ({ sql, origin, proof }: Statement): boolean =>
  /^(CREATE OR REPLACE|CREATE \w+ IF NOT EXISTS|DROP (TEMPORARY )?\w+ IF EXISTS|GRANT|REVOKE|ALTER TABLE \S+ (MODIFY COLUMN|COMMENT =|ALTER COLUMN))\b/.test(sql) &&
  (origin.kind !== 'op' || origin.op !== 'execute' || !sql.startsWith('ALTER')) &&
  proof === undefined;
