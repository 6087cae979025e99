import type { Diagnostic, Place } from '../diagnostics.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { isHazardous } from '../dialects/mssql/text.ts';
import { problem } from '../errors.ts';
import type { Plan, Statement } from '../plan/index.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { createLexer, nextToken } from '../sql/lex/lexer.ts';
import { RULES } from '../sql/lex/rules.ts';
import { splitWithProblems } from '../sql/split.ts';
import { framed } from './framed.ts';
import { DEFAULT_OPTIONS, type ScriptOptions } from './options.ts';

/*
 * The last line of defence: lowerings write nothing that a client takes for its own, and whatever slips through, from
 * hand-written SQL above all, stops the render here. A client looks at lines and characters, not at the statement.
 */

/** What a client would make of a piece of text that the server was meant to get. */
export interface Hazard {
  readonly what: string;
  readonly instead: string;
}

/** Lines, characters and words that a client takes for its own, wherever in a statement they stand. */
interface Pattern extends Hazard {
  readonly pattern: RegExp;
}

const SPLIT = 'Break the lines elsewhere; join the lines of a text by an expression.';

const CONTROL: Pattern = {
  pattern: /[\0\x1a]/,
  what: 'U+0000 or U+001A ends the text for some clients',
  instead: 'Leave the character out, or write it by a function (CHR, CHAR).',
};

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqpug/SET-system-variable-summary.html */
const SQLPLUS: readonly Pattern[] = [
  { pattern: /^[ \t]*[/.][ \t]*$/m, what: 'a line that is / or . alone ends the statement in SQL*Plus', instead: SPLIT },
  { pattern: /^[ \t]*[#@]/m, what: 'a line that begins with # or @ is a command of SQL*Plus', instead: SPLIT },
  {
    pattern: /(?<!-)-[ \t]*\n/,
    what: 'a hyphen at the end of a line joins it with the next one in SQL*Plus',
    instead: SPLIT,
  },
];

const PATTERNS: { readonly [D in DialectName]: readonly Pattern[] } = {
  postgresql: [CONTROL],
  mysql: [CONTROL],
  mariadb: [CONTROL],
  sqlite: [CONTROL],
  // What sqlcmd would take for its own is cut up where the statement is written.
  mssql: [CONTROL],
  oracle: [CONTROL, ...SQLPLUS],
};

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqpug/SQL-Plus-limits.html before 12.2 */
const LONGEST_LINE: { readonly [D in DialectName]?: number } = { oracle: 2499 };

/** Of one dialect, what its statements are looked at for. */
export interface Watch {
  readonly dialect: Dialect;
  readonly patterns: readonly Pattern[];
  readonly longest: number;
}

export function watchFor(dialect: Dialect, { ascii, lineLength }: ScriptOptions = DEFAULT_OPTIONS): Watch {
  const patterns = PATTERNS[dialect.name];
  const all = ascii ? [...patterns, NOT_ASCII] : patterns;
  return { dialect, patterns: all, longest: lineLength ? Infinity : (LONGEST_LINE[dialect.name] ?? Infinity) };
}

const NOT_ASCII: Pattern = {
  pattern: /[^\0-\x7f]/,
  what: "a character is not ASCII, and '--ascii' allows no other",
  instead: 'Write it by a function of the database (CHR, NCHAR, UNISTR), or leave the flag out.',
};

/** Outside texts, what can make a client read a statement otherwise than the server does; and what opens a text. */
const SPECIAL: { readonly [D in DialectName]: RegExp } = {
  postgresql: /['";\\:$\r\ufeff]|--|\/\*/g,
  mysql: /['"`;\\#\r\ufeff]|--|\/\*/g,
  mariadb: /['"`;\\#\r\ufeff]|--|\/\*/g,
  // Of semicolons sqlcmd takes none but the last for anything.
  mssql: /['"[\r\ufeff]|--|\/\*|;\s*$/g,
  oracle: /['";\r\ufeff]|--|\/\*/g,
  sqlite: /['"`[;\r\ufeff]|--|\/\*|\n[ \t]*(?:\/|[gG][oO]\b)/g,
};

/** Words that begin a statement and no command of any client. */
const USUAL = /^(?:INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|SELECT|COMMENT|PRAGMA)\b/;

/** Lines that are commands of sqlcmd are cut up already, so that a batch may begin otherwise as well. */
const USUAL_BATCH = /^(?:DECLARE|EXEC|IF)\b/;

const CLOSING: { readonly [opening: string]: string } = { "'": "'", '"': '"', '`': '`', '[': ']' };

/**
 * Whether nothing in a statement could mean anything to a client: texts are passed over, and what is unusual is left to
 * the client's own way of reading. Most statements of a large script are rows, of which this reads each character once.
 */
function isUsual(sql: string, name: DialectName): boolean {
  if (!USUAL.test(sql) && !(name === 'mssql' && USUAL_BATCH.test(sql))) return false;
  if (name === 'mysql' && /delimiter/i.test(sql)) return false;
  const special = SPECIAL[name];
  const hasBackslash = sql.includes('\\') || sql.includes('\r');
  special.lastIndex = 0;
  for (let found = special.exec(sql); found; found = special.exec(sql)) {
    const closing = CLOSING[found[0]];
    if (closing === undefined) return false;
    // Oracle's q'[…]' ends otherwise.
    const before = found.index ? sql[found.index - 1] : '';
    if (before === 'q' || before === 'Q') return false;
    const end = sql.indexOf(closing, found.index + 1);
    // A doubled bracket closes no name.
    if (end < 0 || sql.startsWith(']]', end) || (hasBackslash && /[\\\r]/.test(sql.slice(found.index, end)))) return false;
    special.lastIndex = end + 1;
  }
  return true;
}

/** What a client would make of a statement, if that is not what the server is to get. */
export function hazardOf(statement: Pick<Statement, 'sql' | 'compound'>, watch: Watch): Hazard | undefined {
  const { sql } = statement;
  if (watch.dialect.name === 'mssql' && isHazardous(sql)) return CONTROL.pattern.test(sql) ? CONTROL : undefined;
  return (
    watch.patterns.find(({ pattern }) => pattern.test(sql)) ??
    longLine(sql, watch.longest) ??
    (isUsual(sql, watch.dialect.name) ? undefined : cutOf(statement, watch.dialect) ?? tokenHazard(sql, watch.dialect.name))
  );
}

/** Lines are measured in bytes only where they may be too long. */
export function longLine(text: string, longest: number): Hazard | undefined {
  if (text.length * 3 <= longest || longest === Infinity) return undefined;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if ((end - start) * 3 > longest) {
      const bytes = Buffer.byteLength(text.slice(start, end));
      if (bytes > longest) return { what: `a line has ${bytes} bytes, and may have ${longest}`, instead: 'Break the line.' };
    }
    start = end + 1;
  }
  return undefined;
}

/** The client's own way of cutting gives back the statement, or says what it takes for its own. */
function cutOf(statement: Pick<Statement, 'sql' | 'compound'>, { name, script }: Dialect): Hazard | undefined {
  const { statements, problems } = splitWithProblems(framed(statement, name), name);
  const [first] = problems;
  if (first) return { what: first.message, instead: first.hint ?? SPLIT };
  const [whole, ...more] = statements;
  const isSame = whole && (whole.sql === statement.sql || `${whole.sql};` === statement.sql);
  if (isSame && !more.length) return undefined;
  const count = statements.length === 1 ? 'another statement' : `${statements.length} statements`;
  return {
    what: `${script.client} would send ${count}, since a terminator or a comment stands where the statement does not end`,
    instead: 'Leave the terminator out, and close every comment and text.',
  };
}

const VARIABLE = /^[A-Za-z0-9_'"\x80-\uffff]/;

/** What only the words of a statement tell, outside texts and comments. */
function tokenHazard(sql: string, name: DialectName): Hazard | undefined {
  const lexer = createLexer(sql, RULES[name]);
  let colon = -1;
  for (let token = nextToken(lexer); token; token = nextToken(lexer)) {
    const { kind, start, end } = token;
    if (kind === 'comment' || kind === 'string' || kind === 'name') {
      if (colon === start && kind !== 'comment' && name === 'postgresql') return variableOfPsql(sql.slice(start, end));
      if (kind !== 'comment' && sql.slice(start, end).includes('\r')) return CARRIAGE_RETURN;
      colon = -1;
      continue;
    }
    if (colon === start && name === 'postgresql' && VARIABLE.test(sql.slice(start, start + 1))) {
      return variableOfPsql(sql.slice(start, end));
    }
    // Of two colons, which are a cast, none begins a variable.
    colon = kind === 'symbol' && sql[start] === ':' && colon !== start ? end : -1;
    const word = kind === 'word' ? sql.slice(start, end) : '';
    if (word.includes('\ufeff')) return BYTE_ORDER_MARK;
    if (name === 'mysql' && /^delimiter$/i.test(word)) return DELIMITER;
  }
  return undefined;
}

/** https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-INTERPOLATION */
const variableOfPsql = (word: string): Hazard => ({
  what: `:${word.slice(0, 20)} is a variable of psql`,
  instead: 'Put a blank behind the colon, as in a[1 : n].',
});

const CARRIAGE_RETURN: Hazard = {
  what: 'a carriage return in a text is lost where line ends are converted',
  instead: 'Write it by a function (CHR, CHAR), or give the value as a literal.',
};

const BYTE_ORDER_MARK: Hazard = {
  what: 'U+FEFF stands outside of a text, where it is a part of a word',
  instead: 'Leave the invisible character out.',
};

/** `add_line` of client/mysql.cc looks for the word at every place outside texts; MariaDB's client does not (tried). */
const DELIMITER: Hazard = {
  what: 'the word DELIMITER is a command of the client wherever it stands',
  instead: 'Write it between backticks where it is a name.',
};

/** No more are told, since one cause has often many. */
const MOST = 50;

export const placeOf = ({ origin }: Statement, file: string): Place => {
  if (origin.kind !== 'op' || origin.file === undefined) return { file };
  return {
    file: origin.file,
    ...(origin.line !== undefined && { line: origin.line }),
    ...(origin.column !== undefined && { column: origin.column }),
  };
};

/**
 * Whether what follows takes a backslash for itself, if the statement says so: the clients of MySQL and MariaDB read as the
 * server's sql_mode has it, of which it tells them. Such a text reads as one with each doubled does otherwise.
 */
function keepsBackslashes({ sql }: Pick<Statement, 'sql'>, { dialect: { name } }: Watch): boolean | undefined {
  if ((name !== 'mysql' && name !== 'mariadb') || !sql.startsWith('SET SESSION sql_mode = ')) return undefined;
  return sql.includes('NO_BACKSLASH_ESCAPES');
}

/** Every statement that the client would not send as it is. */
export function statementHazards({ steps }: Plan, watch: Watch): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  let keeps = false;
  for (const { blocks, file } of steps) {
    for (const { statements } of blocks) {
      for (const statement of statements) {
        keeps = keepsBackslashes(statement, watch) ?? keeps;
        const hazard = hazardOf(keeps ? { ...statement, sql: statement.sql.replaceAll('\\', '\\\\') } : statement, watch);
        if (hazard) found.push(hazardProblem(hazard, watch, placeOf(statement, file)));
        if (found.length === MOST) return found;
      }
    }
  }
  return found;
}

export const hazardProblem = ({ what, instead }: Hazard, { dialect }: Pick<Watch, 'dialect'>, place?: Place): Diagnostic =>
  problem('script-hazard', { client: dialect.script.client, what, instead }, place);

/** What no text of a whole script holds, whatever it is made of; templates write no such thing. */
const NEVER: { readonly [D in DialectName]: RegExp } = {
  postgresql: /[\0\x1a\r]/,
  mysql: /[\0\x1a\r]/,
  mariadb: /[\0\x1a\r]/,
  sqlite: /[\0\x1a\r]/,
  mssql: /[\0\x1a\r]|\$\(/,
  oracle: /[\0\x1a\r]|^[ \t]*(?:\.[ \t]*$|[#@])/m,
};

/** A piece of the script as it is written: directives of the client may stand in it. */
export function textHazard(text: string, { dialect, longest, patterns }: Watch): Hazard | undefined {
  const found = NEVER[dialect.name].exec(text);
  if (found) return { what: `the text ${JSON.stringify(found[0])} stands in the script`, instead: SPLIT };
  if (patterns.includes(NOT_ASCII) && NOT_ASCII.pattern.test(text)) return NOT_ASCII;
  return longLine(text, longest);
}
