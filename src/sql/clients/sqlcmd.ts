import { RULES } from '../lex/rules.ts';
import type { Token } from '../lex/token.ts';
import { type Client, type Draft, PART, type Reading, type Scan } from './client.ts';
import { keyword, refuseCommand, restOfLine } from './client.ts';

/**
 * sqlcmd and SQL Server Management Studio: a batch ends at a line `GO`, optionally with a count and a comment:
 * https://learn.microsoft.com/sql/t-sql/language-elements/sql-server-utilities-statements-go
 * Semicolons stay, but for those at its end: whoever writes the batch ends it with one, as MERGE needs it.
 */
export const sqlcmd: Client = {
  name: 'sqlcmd',
  rules: RULES.mssql,
  read,
};

/** The characters that may follow the word GO without making it part of something else, as in the batch parser. */
const GO_LINE = /^go(?![^ \t$/\-'"(![;])[ \t]*(\d+)?[ \t]*(.*)$/is;
const COMMENT = /^(?:--|\/\*)/;
const COLON_COMMAND =
  /^:(?:reset|ed|quit|exit|r|serverlist|setvar|list|listvar|error|out|perftrace|connect|on|help|xml|!!)(?![^\s"'])/i;

function read(token: Token, _draft: Draft, scan: Scan): Reading {
  if (!token.startsLine) return PART;
  const word = keyword(token, scan);
  if (word === 'GO') return readGo(token, scan);
  const line = word === ':' || word === '!' ? restOfLine(scan.text, token.start) : '';
  return COLON_COMMAND.test(line) || line.startsWith('!!') ? refuseCommand(token, 'sqlcmd', scan) : PART;
}

function readGo({ start }: Token, { text, report }: Scan): Reading {
  const line = restOfLine(text, start);
  const [matched, count, rest = ''] = GO_LINE.exec(line) ?? [];
  if (matched === undefined) return PART;
  const comment = COMMENT.test(rest) ? rest.length : 0;
  const repeat = count === undefined ? undefined : Number(count);
  if (rest.length > comment || repeat === 0 || !Number.isSafeInteger(repeat ?? 1)) {
    const instead = 'Leave GO alone on its line, with at most a count from 1 up and a comment behind it.';
    const reason = 'a separator is GO with an optional count';
    report('invalid-client-line', { client: 'sqlcmd', line, reason, instead }, start);
    return { is: 'end', resume: start + line.length };
  }
  return { is: 'end', resume: start + line.length - rest.length, ...(repeat !== undefined && { repeat }) };
}
