import { RULES } from '../lex/rules.ts';
import type { Token } from '../lex/token.ts';
import { type Client, type Draft, PART, type Reading, type Scan } from './client.ts';
import { endOfLine, keyword, refuseCommand, restOfLine } from './client.ts';

/**
 * SQL*Plus: a semicolon ends an SQL statement, a line `/` ends PL/SQL:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqpug/SQL-Plus-command-reference.html
 * Unlike SQL*Plus, which looks at the ends of lines alone, semicolons within strings and comments do not count, and
 * several statements may share a line.
 */
export const sqlplus: Client = {
  name: 'SQL*Plus',
  rules: RULES.oracle,
  read,
  keepsSemicolon: isPlsql,
};

const PLSQL = new RegExp(
  '^(?:DECLARE|BEGIN|WITH (?:FUNCTION|PROCEDURE)' +
    '|CREATE (?:OR REPLACE )?(?:AND (?:RESOLVE|COMPILE) )?(?:NOFORCE )?(?:(?:NON)?EDITIONABLE )?' +
    '(?:PROCEDURE|FUNCTION|TRIGGER|PACKAGE|TYPE|LIBRARY|JAVA))$',
);

function isPlsql({ stage }: Draft): boolean {
  return stage === 'plsql';
}

const LONGEST_PLSQL_OPENING = 7;

function read(token: Token, draft: Draft, scan: Scan): Reading {
  const word = keyword(token, scan);
  if (word === '/' && isAlone(token, scan)) return readSlash(token, draft, scan);
  if (word === ';' && !isPlsql(draft)) return { is: 'end', resume: token.end };
  if (draft.start === undefined) {
    if (isRemark(word)) return { is: 'skip', resume: endOfLine(scan.text, token.start) };
    if (isCommand(word, token, scan)) return refuseCommand(token, 'SQL*Plus', scan);
    if (scan.text.startsWith('<<', token.start)) draft.stage = 'plsql';
  }
  if (token.kind === 'word' && draft.stage === '' && draft.words.length < LONGEST_PLSQL_OPENING) {
    if (PLSQL.test([...draft.words, word].join(' '))) draft.stage = 'plsql';
  }
  return PART;
}

const isAlone = ({ startsLine, start }: Token, { text }: Scan): boolean =>
  startsLine && restOfLine(text, start) === '/';

function readSlash({ start, end }: Token, draft: Draft, { report }: Scan): Reading {
  if (draft.start === undefined) {
    const reason = 'no statement stands between it and the one before, which it would run a second time';
    const instead = 'End an SQL statement with a semicolon or with a slash, not with both.';
    report('invalid-client-line', { client: 'SQL*Plus', line: '/', reason, instead }, start);
  }
  return { is: 'end', resume: end };
}

/** REMARK is a comment, of any text. */
const isRemark = (word: string): boolean => /^REM(?:A|AR|ARK)?$/.test(word);

const COMMANDS: ReadonlySet<string> = new Set(
  (
    'ACCEPT ARCHIVE ATTRIBUTE BREAK BTITLE CLEAR COL COLUMN COMPUTE CONN CONNECT DEF DEFINE DESC DESCRIBE DISCONNECT ' +
    'EDIT EXEC EXECUTE EXIT GET HELP HISTORY HOST LIST PASSWORD PAUSE PRINT PRO PROMPT QUIT RECOVER REPFOOTER ' +
    'REPHEADER RUN SAVE SET SHO SHOW SHUTDOWN SPO SPOOL START STARTUP STORE TIMING TTITLE UNDEF UNDEFINE VAR ' +
    'VARIABLE WHENEVER XQUERY @ !'
  ).split(' '),
);

/** SET is SQL too: SET TRANSACTION, SET ROLE, SET CONSTRAINTS. */
const SQL_SET = /^\s+(?:TRANSACTION|ROLE|CONSTRAINTS?)\b/i;

function isCommand(word: string, { end }: Token, { text }: Scan): boolean {
  return COMMANDS.has(word) && !(word === 'SET' && SQL_SET.test(text.slice(end, end + 80)));
}
