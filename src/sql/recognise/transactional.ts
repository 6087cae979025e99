import type { DialectName } from '../dialect-name.ts';
import { definesRoutine } from './kind.ts';
import type { Outline } from './outline.ts';

/** Statements that a server refuses inside a transaction, or that have no effect there. */
interface Refusal {
  readonly pattern: RegExp;
  readonly reason: string;
}

const refused = (what: string): string => `the server refuses ${what} inside a transaction`;

/** Each command's page below https://www.postgresql.org/docs/15/sql-commands.html says so. */
const POSTGRESQL: readonly Refusal[] = [
  { pattern: /^(?:CREATE (?:UNIQUE )?|DROP )INDEX CONCURRENTLY\b/, reason: refused('CONCURRENTLY') },
  { pattern: /^REINDEX .*\bCONCURRENTLY\b/, reason: refused('CONCURRENTLY') },
  { pattern: /^REINDEX (?:\([^)]*\) )?(?:DATABASE|SYSTEM|SCHEMA)\b/, reason: refused('REINDEX of several tables') },
  { pattern: /^ALTER TABLE .*\bDETACH PARTITION .*\bCONCURRENTLY\b/, reason: refused('CONCURRENTLY') },
  { pattern: /^VACUUM\b/, reason: refused('VACUUM') },
  { pattern: /^CLUSTER(?: VERBOSE| \([^)]*\))?(?: ;|$)/, reason: refused('CLUSTER of several tables') },
  { pattern: /^(?:CREATE|DROP) DATABASE\b/, reason: refused('CREATE and DROP DATABASE') },
  { pattern: /^ALTER DATABASE .*\bSET TABLESPACE\b/, reason: refused('moving a database') },
  { pattern: /^(?:CREATE|DROP) TABLESPACE\b/, reason: refused('CREATE and DROP TABLESPACE') },
  { pattern: /^ALTER SYSTEM\b/, reason: refused('ALTER SYSTEM') },
  { pattern: /^(?:CREATE|DROP) SUBSCRIPTION\b/, reason: refused('creating or dropping a replication slot') },
  {
    pattern: /^ALTER SUBSCRIPTION .*\b(?:(?:SET|ADD|DROP|REFRESH) PUBLICATION)\b/,
    reason: refused('refreshing a subscription'),
  },
  { pattern: /^DISCARD ALL\b/, reason: refused('DISCARD ALL') },
  /** https://www.postgresql.org/docs/15/sql-altertype.html, "Notes": usable only once it is committed. */
  { pattern: /^ALTER TYPE .*\bADD VALUE\b/, reason: 'an added enum value cannot be used before it is committed' },
];

const DATABASE_STATEMENT = /(?:^|(?<!GRANT|DENY|REVOKE|,) )(?:CREATE|ALTER|DROP) DATABASE\b/;

/**
 * https://learn.microsoft.com/previous-versions/sql/sql-server-2008-r2/ms191544(v=sql.105), "Transact-SQL Statements
 * Allowed in Transactions". The names of permissions in GRANT are no statements.
 */
const MSSQL: readonly Refusal[] = [
  { pattern: DATABASE_STATEMENT, reason: refused('CREATE, ALTER and DROP DATABASE') },
  { pattern: /(?:^|(?<!GRANT|DENY|REVOKE|,) )(?:BACKUP|RESTORE) /, reason: refused('BACKUP and RESTORE') },
  { pattern: /(?:^| )RECONFIGURE\b/, reason: refused('RECONFIGURE') },
  { pattern: /(?:^| )(?:CREATE|ALTER|DROP) FULLTEXT (?:CATALOG|INDEX)\b/, reason: refused('full-text definitions') },
];

/** The pages lang_vacuum.html, lang_attach.html, lang_detach.html and pragma.html of https://www.sqlite.org */
const SQLITE: readonly Refusal[] = [
  { pattern: /^VACUUM\b/, reason: refused('VACUUM') },
  { pattern: /^(?:ATTACH|DETACH)\b/, reason: 'a database in use by the transaction is locked' },
  { pattern: /^PRAGMA (?:\S+ \. )?FOREIGN_KEYS\b/, reason: 'inside a transaction PRAGMA foreign_keys does nothing' },
  {
    pattern: /^PRAGMA (?:\S+ \. )?(?:JOURNAL_MODE|SYNCHRONOUS|TEMP_STORE|WAL_CHECKPOINT)\b/,
    reason: refused('this PRAGMA'),
  },
];

/** https://dev.mysql.com/doc/refman/8.4/en/replication-options-binary-log.html#sysvar_sql_log_bin and binlog_format. */
const MYSQL: readonly Refusal[] = [
  { pattern: /^SET\b.*\b(?:SQL_LOG_BIN|BINLOG_FORMAT) :? ?=/, reason: refused('a change of the binary log') },
];

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-SESSION.html */
const ORACLE: readonly Refusal[] = [
  { pattern: /^ALTER SESSION (?:ENABLE|DISABLE|FORCE) PARALLEL DML\b/, reason: refused('a change of parallel DML') },
];

const REFUSALS: { readonly [D in DialectName]: readonly Refusal[] } = {
  postgresql: POSTGRESQL,
  mysql: MYSQL,
  mariadb: MYSQL,
  mssql: MSSQL,
  oracle: ORACLE,
  sqlite: SQLITE,
};

/** Why a statement cannot stand inside a transaction; nothing when it can. */
export function refusalOf({ text }: Outline, dialect: DialectName): string | undefined {
  if (definesRoutine(text)) return undefined;
  return REFUSALS[dialect].find(({ pattern }) => pattern.test(text))?.reason;
}
