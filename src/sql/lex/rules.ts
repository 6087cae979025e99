import type { DialectName } from '../dialect-name.ts';
import type { QuoteRule } from './quoted.ts';

/** What a dialect's text is made of. All patterns are sticky: they match at one offset only. */
export interface LexicalRules {
  readonly word: RegExp;
  /** By opening character. */
  readonly quotes: { readonly [opening: string]: QuoteRule };
  /** Openings that begin with a letter, such as E'. */
  readonly prefixed: readonly PrefixedQuote[];
  readonly lineComment: RegExp;
  readonly nestedComments: boolean;
  /** The opening of a comment whose inside the server runs. */
  readonly executableComment?: RegExp;
  readonly dollarQuote?: RegExp;
}

export interface PrefixedQuote {
  readonly opening: RegExp;
  /** `alternative` is Oracle's q'[…]'. */
  readonly rule: QuoteRule | 'alternative';
}

const STRING: QuoteRule = { kind: 'string', close: "'", doubled: true, backslash: false };
const ESCAPE_STRING: QuoteRule = { ...STRING, backslash: true };
const NAME: QuoteRule = { kind: 'name', close: '"', doubled: true, backslash: false };
const BACKTICK: QuoteRule = { ...NAME, close: '`' };
const BRACKET: QuoteRule = { ...NAME, close: ']' };

const DASHES = /--[^\n]*/y;

/**
 * https://www.postgresql.org/docs/15/sql-syntax-lexical.html: comments nest, a dollar may stand inside a name.
 * `standardStrings` is the server's `standard_conforming_strings`; off, a backslash escapes in every plain string.
 */
export const postgresqlRules = ({ standardStrings }: { readonly standardStrings: boolean }): LexicalRules => ({
  word: /[A-Za-z_\x80-\uffff][A-Za-z0-9_$\x80-\uffff]*/y,
  quotes: { "'": standardStrings ? STRING : ESCAPE_STRING, '"': NAME },
  prefixed: [
    { opening: /[eE]'/y, rule: ESCAPE_STRING },
    { opening: /(?:[bBxX]|[uU]&)'/y, rule: STRING },
    { opening: /[uU]&"/y, rule: NAME },
  ],
  lineComment: /--[^\n\r]*/y,
  nestedComments: true,
  dollarQuote: /\$(?:[A-Za-z_\x80-\uffff][A-Za-z0-9_\x80-\uffff]*)?\$/y,
});

/**
 * https://dev.mysql.com/doc/refman/8.4/en/comments.html: `--` needs a blank behind it, `#` begins a comment, and
 * `/*!` (MariaDB: also `/*M!`, https://mariadb.com/kb/en/comment-syntax/) opens one that is run.
 * `escapes` is off in the SQL mode NO_BACKSLASH_ESCAPES; `ansiQuotes` is on in ANSI_QUOTES.
 */
export function mysqlRules({ escapes, ansiQuotes, mariadb }: MysqlModes): LexicalRules {
  const string = escapes ? ESCAPE_STRING : STRING;
  return {
    word: /[A-Za-z_$\x80-\uffff][A-Za-z0-9_$\x80-\uffff]*/y,
    quotes: { "'": string, '"': ansiQuotes ? NAME : { ...string, close: '"' }, '`': BACKTICK },
    prefixed: [],
    lineComment: /(?:#|--(?=[\0- ]|$))[^\n]*/y,
    nestedComments: false,
    executableComment: mariadb ? /\/\*M?!(?:\d{5,6})?/y : /\/\*!(?:\d{5,6})?/y,
  };
}

export interface MysqlModes {
  readonly escapes: boolean;
  readonly ansiQuotes: boolean;
  readonly mariadb: boolean;
}

const MYSQL_MODES = { escapes: true, ansiQuotes: false } as const;

export const RULES: { readonly [D in DialectName]: LexicalRules } = {
  postgresql: postgresqlRules({ standardStrings: true }),
  mysql: mysqlRules({ ...MYSQL_MODES, mariadb: false }),
  mariadb: mysqlRules({ ...MYSQL_MODES, mariadb: true }),
  /** https://learn.microsoft.com/sql/t-sql/language-elements/slash-star-comment-transact-sql: comments nest. */
  mssql: {
    word: /[A-Za-z_@#$\x80-\uffff][A-Za-z0-9_@#$\x80-\uffff]*/y,
    quotes: { "'": STRING, '"': NAME, '[': BRACKET },
    prefixed: [],
    lineComment: DASHES,
    nestedComments: true,
  },
  /** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Basic-Elements-of-Oracle-SQL.html */
  oracle: {
    word: /[A-Za-z\x80-\uffff][A-Za-z0-9_$#\x80-\uffff]*/y,
    quotes: { "'": STRING, '"': NAME },
    prefixed: [{ opening: /[nN]?[qQ]'/y, rule: 'alternative' }],
    lineComment: DASHES,
    nestedComments: false,
  },
  /** https://www.sqlite.org/lang_keywords.html: four ways to quote a name; a bracket cannot be escaped. */
  sqlite: {
    word: /[A-Za-z_\x80-\uffff][A-Za-z0-9_$\x80-\uffff]*/y,
    quotes: { "'": STRING, '"': NAME, '`': BACKTICK, '[': { ...BRACKET, doubled: false } },
    prefixed: [],
    lineComment: DASHES,
    nestedComments: false,
  },
};
