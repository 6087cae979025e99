/**
 * A script as SQL*Plus reads it: by lines, not by tokens, so that it ends a statement or takes a command even within
 * quotes: https://docs.oracle.com/en/database/oracle/oracle-database/19/sqpug/
 */

export interface Unit {
  readonly sql: string;
  /** Its first line, from 1. */
  readonly line: number;
}

export interface Scanned {
  readonly units: readonly Unit[];
  readonly complaints: readonly string[];
}

interface State {
  readonly units: Unit[];
  readonly complaints: string[];
  lines: string[];
  first: number;
  isPlsql: boolean;
  blankLines: boolean;
  substitutes: boolean;
  stopsOnErrors: boolean;
}

const LONGEST_LINE = 2499;

const words = (text: string): string => text.replaceAll(' ', '|');

const PLSQL = new RegExp(
  '^\\s*(?:declare|begin|create\\s+(?:or\\s+replace\\s+)?(?:(?:non)?editionable\\s+)?' +
    `(?:${words('function procedure trigger package type library')}))\\b`,
  'i',
);

const SETTINGS = words(
  'define sqlblanklines sqlterminator cmdsep sqlprefix autocommit exitcommit serveroutput feedback echo timing ' +
    'heading pagesize linesize verify termout trimspool tab',
);

const EXIT = 'exit(?:\\s+(?:success|failure|warning|\\d+))?';

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqpug/SQL-Plus-command-reference.html */
const COMMANDS: readonly RegExp[] = [
  new RegExp(`^set\\s+(?:${SETTINGS})\\s+\\S.*$`, 'i'),
  new RegExp(`^whenever\\s+(?:sqlerror|oserror)\\s+(?:${EXIT}|continue)(?:\\s+(?:commit|rollback|none))?$`, 'i'),
  new RegExp(`^${EXIT}(?:\\s+(?:commit|rollback))?$`, 'i'),
  /^prompt(?:\s.*)?$/i,
  /^rem(?:ark)?(?:\s.*)?$/i,
  /^spool\s+(?:off|\S+)$/i,
];

const COMMAND_WORDS = words(
  'whenever exit quit prompt rem remark spool define accept column host execute exec show start undefine variable',
);

/** SET is SQL too. */
const COMMAND = new RegExp(
  `^(?:[@!]|(?:set(?!\\s+(?:transaction|role|constraints?)\\b)|${COMMAND_WORDS})(?:\\s|$))`,
  'i',
);

export function scanSqlplus(script: string): Scanned {
  const state: State = {
    units: [],
    complaints: [],
    lines: [],
    first: 1,
    isPlsql: false,
    blankLines: false,
    substitutes: true,
    stopsOnErrors: false,
  };
  for (const [index, line] of script.replace(/\n$/, '').split('\n').entries()) readLine(line, index + 1, state);
  if (state.lines.length) complain(state, state.first, 'nothing ends the last statement');
  return state;
}

const complain = ({ complaints }: State, line: number, text: string): void =>
  void complaints.push(`line ${line}: ${text}`);

function readLine(line: string, number: number, state: State): void {
  if (line.length > LONGEST_LINE)
    complain(state, number, `${line.length} characters, of which SQL*Plus keeps ${LONGEST_LINE}`);
  if (/[^\x20-\x7e]/.test(line)) complain(state, number, 'characters beyond ASCII, which depend on NLS_LANG, or a tab');
  if (state.substitutes && line.includes('&')) complain(state, number, "'&' asks for a variable");
  if (state.lines.length === 0) readOutside(line, number, state);
  else readInside(line, number, state);
}

function readOutside(line: string, number: number, state: State): void {
  const text = line.trim();
  if (text === '' || text.startsWith('--')) return;
  if (text === '/') return complain(state, number, "'/' runs the statement before once more");
  if (COMMAND.test(text)) return readCommand(text, number, state);
  state.first = number;
  state.isPlsql = PLSQL.test(text);
  if (!state.stopsOnErrors) complain(state, number, 'no WHENEVER SQLERROR stands before the first statement');
  state.stopsOnErrors = true;
  addLine(line, number, state);
}

function readCommand(text: string, number: number, state: State): void {
  if (!COMMANDS.some((command) => command.test(text))) complain(state, number, `'${text}' is no known command`);
  if (/^set\s+sqlblanklines\s+on$/i.test(text)) state.blankLines = true;
  if (/^set\s+define\s+off$/i.test(text)) state.substitutes = false;
  if (/^whenever\s+sqlerror\s+exit/i.test(text)) state.stopsOnErrors = true;
}

function readInside(line: string, number: number, state: State): void {
  const text = line.trim();
  if (text === '/') return end(state);
  if (text === '.') {
    complain(state, number, "'.' ends the statement without running it");
    return end(state);
  }
  if (text === '' && !state.isPlsql && !state.blankLines) {
    complain(state, number, 'a blank line ends the statement');
    return end(state);
  }
  if (text.startsWith('#')) complain(state, number, "'#' runs a command in the middle of a statement");
  addLine(line, number, state);
}

/** A semicolon at the end of a line ends an SQL statement, a hyphen there takes the next line to this one. */
function addLine(line: string, number: number, state: State): void {
  const text = line.trimEnd();
  if (text.endsWith('-')) complain(state, number, "'-' at the end continues the line");
  if (state.isPlsql || !text.endsWith(';')) {
    state.lines.push(line);
    return;
  }
  state.lines.push(text.slice(0, -1));
  end(state);
}

function end(state: State): void {
  state.units.push({ sql: state.lines.join('\n'), line: state.first });
  state.lines = [];
}
