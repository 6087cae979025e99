import type { DialectName } from '../../sql/dialect-name.ts';
import { type StatementKind, recognise } from '../../sql/recognise.ts';
import { movesSession, unread } from '../reading.ts';
import { type StatementText, slice, wordAt } from '../statement-text.ts';

/** What has the kind `schema`, and changes nothing that the schema model holds: rights, upkeep, users. */
const OUTSIDE = new RegExp(
  '^(?:GRANT|REVOKE|DENY|ANALYZE|OPTIMIZE|REPAIR|CHECK|CHECKSUM|REINDEX|VACUUM|TRUNCATE|UPDATE STATISTICS|CACHE|AUDIT|NOAUDIT|PURGE' +
    '|(?:CREATE|ALTER|DROP) (?:USER|ROLE|LOGIN)|SET PASSWORD)\\b',
);

/** From here on, other names are meant, or texts are read in another way. */
const MOVES: { readonly [D in DialectName]?: RegExp } = {
  mysql: /^USE\b|ANSI|NO_BACKSLASH_ESCAPES/i,
  mariadb: /^USE\b|ANSI|NO_BACKSLASH_ESCAPES|ORACLE/i,
  mssql: /\bUSE\b|\bQUOTED_IDENTIFIER\s+OFF\b/i,
  oracle: /\bCURRENT_SCHEMA\b/i,
  sqlite: /^PRAGMA\s+writable_schema/i,
};

const CHANGES = /\b(?:CREATE|ALTER|DROP|RENAME)\b/i;

/** Whether the statement changes settings of the session alone, none of which changes what later statements mean. */
export function isSetting(sql: string, dialect: DialectName): boolean {
  const { kind, verb } = recognise(sql, dialect);
  if (kind !== 'session' && verb !== 'ALTER SESSION') return false;
  if (MOVES[dialect]?.test(sql)) movesSession();
  // A text that is put away may be run later.
  return /^(?:PREPARE|SET|DECLARE)/.test(verb) && CHANGES.test(sql) ? unread('it holds a text that may be run') : true;
}

const HARMLESS: ReadonlySet<StatementKind> = new Set(['data', 'query', 'transaction']);

/** Refuses a statement unless it changes nothing that the schema model holds. */
export function needNothing(text: StatementText, dialect: DialectName): readonly [] {
  const sql = slice(text, 0);
  const { kind, verb } = recognise(sql, dialect);
  const isHarmless = verb !== '' && (HARMLESS.has(kind) || OUTSIDE.test(verb) || isSetting(sql, dialect));
  if (!isHarmless) unread(`what ${verb || 'it'} does to the schema is not read`);
  if (dialect === 'mssql' && holdsMore(text)) unread('one of its statements may change the schema');
  return [];
}

/** A statement of a batch can stand behind another without a terminator. */
const holdsMore = (text: StatementText): boolean =>
  text.tokens.some((_, index) => CHANGING.test(wordAt(text, index)) || isTarget(text, index));

/** Reserved words that begin a statement wherever they stand in a batch. */
const CHANGING = /^(?:CREATE|ALTER|DROP|EXEC|EXECUTE|USE)$/;

/** `SELECT … INTO t` makes a table. */
const isTarget = (text: StatementText, index: number): boolean =>
  wordAt(text, index) === 'INTO' && !/^(?:INSERT|MERGE|\))$/.test(wordAt(text, index - 1));
