import type { DialectName } from '../dialect-name.ts';
import type { Outline } from './outline.ts';

/**
 * What a statement is about: rows; definitions, rights and upkeep; transaction control; settings of the session or the
 * server; code that is run and could do anything; rows that are only read.
 */
export type StatementKind = 'data' | 'schema' | 'transaction' | 'session' | 'routine' | 'query' | 'unknown';

export function kindOf({ text }: Outline, verb: string, dialect: DialectName): StatementKind {
  if (TRANSACTION[dialect].test(text) && !definesRoutine(text)) return 'transaction';
  if (dialect === 'mssql') return kindOfBatch(text, verb);
  return SPECIAL[dialect]?.(text) ?? kindOfVerb(verb);
}

/** A routine's body is not run when it is defined. */
export const definesRoutine = (text: string): boolean =>
  /^(?:CREATE|ALTER) (?:OR ALTER )?(?:PROC|PROCEDURE|FUNCTION|TRIGGER)\b/.test(text);

const MYSQL_TRANSACTION = new RegExp(
  '^(?:BEGIN(?! NOT\\b)|START TRANSACTION|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|XA)\\b' +
    '|^SET (?:(?:SESSION|GLOBAL|LOCAL) )?TRANSACTION\\b|^SET\\b.*(?:(?<!@ )|(?<=@ @ ))\\bAUTOCOMMIT :? ?=',
);

const MSSQL_TRANSACTION = new RegExp(
  '(?:^| )(?:BEGIN (?:DISTRIBUTED )?TRAN(?:SACTION)?|SAVE TRAN(?:SACTION)?|COMMIT|ROLLBACK' +
    '|SET IMPLICIT_TRANSACTIONS)(?= |$)',
);

const TRANSACTION: { readonly [D in DialectName]: RegExp } = {
  postgresql: /^(?:BEGIN|START|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE|PREPARE TRANSACTION|SET TRANSACTION)\b/,
  mysql: MYSQL_TRANSACTION,
  mariadb: MYSQL_TRANSACTION,
  /** These words are reserved, so that they are what they seem wherever they stand in a batch. */
  mssql: MSSQL_TRANSACTION,
  oracle: /^(?:COMMIT|ROLLBACK|SAVEPOINT|SET TRANSACTION)\b/,
  sqlite: /^(?:BEGIN|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE)\b/,
};

const inMysql = (text: string): StatementKind | undefined =>
  /^(?:TRUNCATE|SET PASSWORD)\b/.test(text) ? 'schema' : undefined;

const inOracle = (text: string): StatementKind | undefined =>
  /^TRUNCATE\b/.test(text) ? 'schema' : /^(?:DECLARE|BEGIN|<)/.test(text) ? 'routine' : undefined;

/** Where a dialect's statement is not what its first word is elsewhere. */
const SPECIAL: { readonly [D in DialectName]?: (text: string) => StatementKind | undefined } = {
  postgresql: (text) => (/^COPY .*\bTO\b/.test(text) ? 'query' : undefined),
  mysql: inMysql,
  mariadb: inMysql,
  oracle: inOracle,
};

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const BY_FIRST_WORD: readonly (readonly [StatementKind, ReadonlySet<string>])[] = [
  ['data', words('INSERT UPDATE DELETE MERGE REPLACE COPY BULK TRUNCATE')],
  ['query', words('SELECT VALUES TABLE SHOW EXPLAIN DESCRIBE DESC HELP CHECKSUM HANDLER')],
  [
    'schema',
    words(
      'CREATE ALTER DROP RENAME COMMENT GRANT REVOKE DENY REINDEX CLUSTER VACUUM ANALYZE ANALYSE REFRESH REASSIGN ' +
        'SECURITY IMPORT OPTIMIZE REPAIR CHECK CACHE AUDIT NOAUDIT PURGE FLASHBACK ASSOCIATE DISASSOCIATE INSTALL ' +
        'UNINSTALL ADD ENABLE DISABLE DBCC BACKUP RESTORE RECONFIGURE ADMINISTER',
    ),
  ],
  [
    'session',
    words(
      'SET RESET USE PRAGMA DISCARD LISTEN UNLISTEN NOTIFY LOAD DECLARE FETCH CLOSE OPEN MOVE PREPARE DEALLOCATE ' +
        'ATTACH DETACH FLUSH KILL PRINT LOCK UNLOCK CHECKPOINT SIGNAL RESIGNAL GET WAITFOR RAISERROR THROW REVERT',
    ),
  ],
  ['routine', words('CALL EXEC EXECUTE DO BEGIN IF WHILE LOOP REPEAT CASE FOR')],
];

/** Verbs whose first word alone would mislead. */
const BY_VERB: { readonly [verb: string]: StatementKind } = {
  'ALTER SESSION': 'session',
  'ALTER SYSTEM': 'session',
  'LOAD DATA': 'data',
  'LOAD XML': 'data',
  'LOAD INDEX': 'schema',
  'SELECT INTO': 'schema',
  'UPDATE STATISTICS': 'schema',
};

function kindOfVerb(verb: string): StatementKind {
  if (Object.hasOwn(BY_VERB, verb)) return BY_VERB[verb] ?? 'unknown';
  const [first = ''] = verb.split(' ');
  return BY_FIRST_WORD.find(([, verbs]) => verbs.has(first))?.[0] ?? 'unknown';
}

const BATCH_WRAPPERS: ReadonlySet<string> = words('DECLARE SET IF WHILE BEGIN PRINT USE');
const BATCH_STATEMENT =
  /(?:^| )(CREATE|ALTER|DROP|TRUNCATE|GRANT|DENY|REVOKE|INSERT|UPDATE|DELETE|MERGE|EXEC|EXECUTE)(?= |$)/;

/**
 * A batch is what its first statement is; behind declarations and conditions, its first that changes something.
 * A batch may begin with a procedure's name and no EXEC.
 */
function kindOfBatch(text: string, verb: string): StatementKind {
  const [first = ''] = verb.split(' ');
  const inner = BATCH_WRAPPERS.has(first) ? BATCH_STATEMENT.exec(text)?.[1] : undefined;
  if (inner) return kindOfVerb(inner);
  const kind = kindOfVerb(verb);
  return kind === 'unknown' && verb ? 'routine' : kind;
}
