import { type LexicalRules, RULES, postgresqlRules } from '../lex/rules.ts';
import type { Token } from '../lex/token.ts';
import { type Client, type Draft, PART, type Reading, type Scan } from './client.ts';
import { countParenthesis, endOfLine, keyword, refuseCommand, reportOpen, restOfLine } from './client.ts';

/**
 * psql: a semicolon ends a statement outside parentheses and outside the body of an SQL-standard function;
 * https://www.postgresql.org/docs/15/app-psql.html, "Advanced features" and `src/fe_utils/psqlscan.l`.
 */
export const psql: Client = {
  name: 'psql',
  rules: RULES.postgresql,
  read,
  finish: (draft, scan) => {
    reportOpen(draft, scan);
    if (isCopyFromStdin(draft)) reportCopyEnd(draft, scan);
  },
  readData,
  rulesAfter,
};

function read(token: Token, draft: Draft, scan: Scan): Reading {
  const word = keyword(token, scan);
  if (token.kind === 'symbol') {
    if (word === ';' && draft.open.length === 0) return { is: 'end', resume: token.end };
    if (word === '\\') return refuseCommand(token, 'psql', scan);
    countParenthesis(word, token, draft);
  } else if (token.kind === 'word') {
    countBlock(word, token, draft);
    if (word === 'STDIN' && draft.previous === 'FROM' && draft.words[0] === 'COPY' && draft.open.length === 0) {
      draft.stage = 'copy from stdin';
    }
  }
  return PART;
}

/** `BEGIN ATOMIC … END`, and CASE … END inside it, as psql counts them: never within parentheses. */
function countBlock(word: string, { start }: Token, { open, words }: Draft): void {
  const innermost = open.at(-1)?.text;
  if (innermost === '(') return;
  if (word === 'BEGIN' && /^CREATE (OR REPLACE )?(FUNCTION|PROCEDURE)\b/.test(words.join(' '))) {
    open.push({ text: 'BEGIN', closing: 'END', offset: start });
  } else if (word === 'CASE' && innermost) open.push({ text: 'CASE', closing: 'END', offset: start });
  else if (word === 'END' && innermost) open.pop();
}

const isCopyFromStdin = ({ stage }: Draft): boolean => stage === 'copy from stdin';

const COPY_END = /(?<=\n)\\\.\r?(?=\n|$)/g;

/**
 * COPY … FROM STDIN takes the lines below it, up to a line `\.`:
 * https://www.postgresql.org/docs/15/sql-copy.html#id-1.9.3.55.9.2
 */
function readData(draft: Draft, scan: Scan): { readonly data: string; readonly resume: number } | undefined {
  if (!isCopyFromStdin(draft)) return undefined;
  const { text, lexer, report } = scan;
  const line = restOfLine(text, lexer.at).trim();
  if (line && !line.startsWith('--')) {
    const reason = 'below COPY … FROM STDIN follow its lines of data';
    const instead = 'Put it on a line below the data.';
    report('invalid-client-line', { client: 'psql', line, reason, instead }, lexer.at);
  }
  const from = Math.min(endOfLine(text, lexer.at) + 1, text.length);
  COPY_END.lastIndex = from;
  const end = COPY_END.exec(text);
  if (!end) reportCopyEnd(draft, scan);
  return end
    ? { data: text.slice(from, end.index), resume: COPY_END.lastIndex }
    : { data: text.slice(from), resume: text.length };
}

function reportCopyEnd({ start = 0 }: Draft, { report }: Scan): void {
  report('unclosed-block', { opening: 'COPY … FROM STDIN', closing: '\\.' }, start);
}

const STRINGS_SETTING = new RegExp(
  '^SET\\s+(?:SESSION\\s+|LOCAL\\s+)?standard_conforming_strings\\s*(?:=|\\bTO\\b)\\s*' +
    "'?(?<value>on|true|yes|1|default|off|false|no|0)\\b",
  'i',
);

function rulesAfter(statement: string, rules: LexicalRules): LexicalRules {
  const value = STRINGS_SETTING.exec(statement)?.groups?.['value']?.toLowerCase();
  if (value === undefined) return rules;
  return postgresqlRules({ standardStrings: ['on', 'true', 'yes', '1', 'default'].includes(value) });
}
