import { type LexicalRules, RULES, mysqlRules } from '../lex/rules.ts';
import type { Token } from '../lex/token.ts';
import { type Client, type Draft, PART, type Reading, type Scan } from './client.ts';
import { endOfLine, keyword, refuseCommand, reportOpen, restOfLine } from './client.ts';
import { nextStatement, readRoutine, recogniseRoutine } from './mysql-routine.ts';

/**
 * The mysql and mariadb clients: https://dev.mysql.com/doc/refman/8.4/en/mysql-commands.html. The delimiter ends a
 * statement wherever it stands outside strings and comments. Two things are kept whole that the client would cut and
 * the server then refuse: a routine without DELIMITER, and an executable comment that holds a semicolon.
 */
const createClient = (name: 'mysql' | 'mariadb'): Client => ({
  name,
  rules: RULES[name],
  delimiter: ';',
  read: (token, draft, scan) => read(token, draft, scan, name),
  finish,
  rulesAfter: (statement, rules) => rulesAfter(statement, rules, name === 'mariadb'),
});

export const mysql = createClient('mysql');
export const mariadb = createClient('mariadb');

function read(token: Token, draft: Draft, scan: Scan, client: string): Reading {
  if (token.kind === 'delimiter') return readDelimiter(token, draft, scan);
  const word = keyword(token, scan);
  if (word === '\\') return readBackslash(token, scan, client);
  if (draft.start === undefined) {
    if (word === 'DELIMITER') return changeDelimiter(token, scan, client);
    if (isCommand(word, token, scan)) return refuseCommand(token, client, scan);
    if (isOddComment(word, token, scan)) return { is: 'skip', resume: endOfLine(scan.text, token.end) };
  }
  if (scan.lexer.delimiter === ';') followRoutine(word, token, draft);
  return PART;
}

function followRoutine(word: string, token: Token, draft: Draft): void {
  if (draft.routine) readRoutine(word, token, draft, draft.routine);
  else if (token.kind === 'word' && draft.stage === '') recogniseRoutine(word, token, draft);
}

function readDelimiter({ end }: Token, draft: Draft, { lexer }: Scan): Reading {
  const inBlock = lexer.delimiter === ';' && draft.routine !== undefined && draft.open.length > 0;
  if (!lexer.executable && !inBlock) return { is: 'end', resume: end };
  if (draft.routine) nextStatement(draft.routine);
  return PART;
}

/** `\G` and `\g` end a statement, `\N` is NULL, and the rest are commands. */
function readBackslash(token: Token, scan: Scan, client: string): Reading {
  const letter = scan.text[token.end] ?? '';
  if (letter === 'N') return PART;
  return letter === 'g' || letter === 'G'
    ? { is: 'end', resume: token.end + 1 }
    : refuseCommand(token, client, scan);
}

const COMMANDS: ReadonlySet<string> = new Set(
  (
    'CHARSET CLEAR CONNECT EDIT EGO EXIT GO NOPAGER NOTEE NOWARNING PAGER PRINT PROMPT QUIT REHASH RESETCONNECTION ' +
    'SOURCE STATUS SYSTEM TEE USE WARNINGS'
  ).split(' '),
);

/** A line that begins with a command's name is one, unless a delimiter stands on it. */
const isCommand = (word: string, { startsLine, end }: Token, { text, lexer }: Scan): boolean =>
  startsLine && COMMANDS.has(word) && !restOfLine(text, end).includes(lexer.delimiter ?? ';');

/** Where a statement would begin, the client takes `--` for a comment even with no blank behind it. */
const isOddComment = (symbol: string, { end }: Token, { text }: Scan): boolean => symbol === '-' && text[end] === '-';

function changeDelimiter({ start, end }: Token, { text, lexer, report }: Scan, client: string): Reading {
  const argument = /^\S*/.exec(restOfLine(text, end).trimStart())?.[0] ?? '';
  const delimiter = /^(['"])(.+)\1$/.exec(argument)?.[2] ?? argument;
  const reason = whyNoDelimiter(delimiter);
  if (reason) {
    const instead = 'Name the characters that end a statement from here on, as in DELIMITER //.';
    report('invalid-client-line', { client, line: restOfLine(text, start), reason, instead }, start);
  } else lexer.delimiter = delimiter;
  return { is: 'skip', resume: endOfLine(text, end) };
}

function whyNoDelimiter(delimiter: string): string | undefined {
  if (delimiter === '') return 'it names no delimiter';
  return delimiter.includes('\\') ? 'a delimiter cannot hold a backslash' : undefined;
}

function finish(draft: Draft, scan: Scan): void {
  const { executable, delimiter } = scan.lexer;
  if (executable) {
    const { opening, start } = executable;
    scan.report('unclosed-text', { what: 'comment', opening, closing: '*/' }, start);
  } else if (delimiter && delimiter !== ';') {
    scan.report('unclosed-block', { opening: 'the statement', closing: delimiter }, draft.start ?? draft.end);
  } else if (draft.routine) reportOpen(draft, scan);
}

const SQL_MODE = /^(?:\/\*M?!\d*\s*)?SET\b(?!\s+GLOBAL\b).*\bsql_mode\s*:?=/is;

/** The server's SQL mode decides what ends a string, and the client follows it. */
function rulesAfter(statement: string, rules: LexicalRules, isMariadb: boolean): LexicalRules {
  if (!SQL_MODE.test(statement)) return rules;
  return mysqlRules({
    escapes: !/\bNO_BACKSLASH_ESCAPES\b/i.test(statement),
    ansiQuotes: /\bANSI(?:_QUOTES)?\b/i.test(statement),
    mariadb: isMariadb,
  });
}
