import type { DialectName } from '../dialect-name.ts';
import type { Outline } from './outline.ts';

/** A statement's leading keywords without what only modifies them: `CREATE INDEX` for `CREATE UNIQUE INDEX`. */
export function verbOf({ text }: Outline, dialect: DialectName): string {
  const [first = ''] = /^\(?[A-Z_]+/.exec(text) ?? [];
  const word = first.replace('(', '');
  if (word === 'WITH') return verbOfWith(text);
  if (/^(?:CREATE|ALTER|DROP)$/.test(word)) return `${word} ${objectOf(text, word, dialect)}`.trim();
  if (word === 'SELECT' && createsTable(text, dialect)) return 'SELECT INTO';
  return LONGER_VERBS.exec(text)?.[0] ?? word;
}

const LONGER_VERBS = new RegExp(
  `^(?:${[
    'START TRANSACTION|PREPARE TRANSACTION|SET TRANSACTION|RELEASE SAVEPOINT|BEGIN NOT ATOMIC|BEGIN TRY',
    'LOCK TABLES?|UNLOCK TABLES|RENAME TABLE|RENAME USER|COMMENT ON|LOAD DATA|LOAD XML|LOAD INDEX|CACHE INDEX',
    'BULK INSERT|UPDATE STATISTICS|REFRESH MATERIALIZED VIEW|IMPORT FOREIGN SCHEMA|REASSIGN OWNED|SECURITY LABEL',
    '(?:ANALYZE|CHECK|OPTIMIZE|REPAIR|CHECKSUM) (?:NO_WRITE_TO_BINLOG |LOCAL )?TABLES?|EXPLAIN PLAN|SET PASSWORD',
  ].join('|')})\\b`,
);

/** `SELECT … INTO t` makes a table in PostgreSQL and SQL Server; elsewhere it fills variables. */
const createsTable = (text: string, dialect: DialectName): boolean =>
  (dialect === 'postgresql' || dialect === 'mssql') && /^SELECT (?:(?! FROM ).)* INTO (?!@)/.test(text);

/** A WITH is what follows it, or what it changes on the way. */
function verbOfWith(text: string): string {
  const main = / (SELECT|INSERT|UPDATE|DELETE|MERGE|REPLACE|VALUES)\b/.exec(text)?.[1];
  const inner = /\((INSERT|UPDATE|DELETE|MERGE)\b/.exec(text)?.[1];
  return main && main !== 'SELECT' ? main : (inner ?? main ?? 'WITH');
}

const MODIFIERS = new RegExp(
  `^(?:${[
    'OR REPLACE|OR ALTER|TEMP|TEMPORARY|GLOBAL|LOCAL|UNLOGGED|UNIQUE|BITMAP|CLUSTERED|NONCLUSTERED|COLUMNSTORE|SPATIAL',
    'EDITIONABLE|NONEDITIONABLE|EDITIONING|FORCE|NOFORCE|NO FORCE|RECURSIVE|PUBLIC|PRIVATE|SHARED|IMMUTABLE|BLOCKCHAIN',
    'TRUSTED|PROCEDURAL|CONSTRAINT|VIRTUAL|EXTERNAL|PRIMARY|XML|MULTIVALUE|VECTOR|ONLINE|OFFLINE|IGNORE|AND COMPILE',
    'AND RESOLVE|UNDO|SQL SECURITY [A-Z]+|ALGORITHM = [A-Z]+',
    'DEFINER = CURRENT_(?:USER|ROLE)(?: \\( \\))?|DEFINER = \\S+(?: @ \\S+)?',
  ].join('|')}) `,
);

/** Kinds of object that are named by two words. */
const TWO_WORDS = new RegExp(
  `^(?:${[
    'MATERIALIZED VIEW|FOREIGN TABLE|FOREIGN DATA|EVENT TRIGGER|ACCESS METHOD|TEXT SEARCH|USER MAPPING|LARGE OBJECT',
    'DEFAULT PRIVILEGES|OPERATOR (?:CLASS|FAMILY)|PACKAGE BODY|TYPE BODY|DATABASE LINK|RESOURCE GROUP|LOGFILE GROUP',
    'FULLTEXT (?:INDEX|CATALOG|STOPLIST)',
  ].join('|')})\\b`,
);

function objectOf(text: string, verb: string, dialect: DialectName): string {
  let rest = text.slice(verb.length + 1);
  if (dialect === 'mysql' || dialect === 'mariadb') rest = rest.replace(/^(?:OR REPLACE )?(?:FULLTEXT|AGGREGATE) /, '');
  for (let found = MODIFIERS.exec(rest); found; found = MODIFIERS.exec(rest)) rest = rest.slice(found[0].length);
  const object = TWO_WORDS.exec(rest)?.[0] ?? /^[A-Z_]+/.exec(rest)?.[0] ?? '';
  return object === 'PROC' ? 'PROCEDURE' : object;
}
