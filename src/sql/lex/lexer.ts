import { type Extent, readAlternativeQuoted, readBlockComment, readDollarQuoted, readQuoted } from './quoted.ts';
import type { LexicalRules } from './rules.ts';
import type { Token, TokenKind } from './token.ts';

/** A place in a text; `nextToken` moves it on. */
export interface Lexer {
  readonly text: string;
  rules: LexicalRules;
  at: number;
  /** What ends a statement in the mysql client, where it may cut a word short. */
  delimiter?: string;
  /** Inside an executable comment of MySQL. */
  executable?: { readonly start: number; readonly opening: string };
}

export const createLexer = (text: string, rules: LexicalRules, delimiter?: string): Lexer => ({
  text,
  rules,
  at: 0,
  ...(delimiter && { delimiter }),
});

interface Extents extends Extent {
  readonly kind: TokenKind;
}

const NUMBER = /[0-9][0-9A-Za-z_]*/y;
const LINE_FEED = 10;
const BYTE_ORDER_MARK = 0xfeff;

/** The next token, comments included; nothing at the end of the text. Takes time linear in the token. */
export function nextToken(lexer: Lexer): Token | undefined {
  const startsLine = skipBlanks(lexer);
  const { text, at: start } = lexer;
  if (start >= text.length) return undefined;
  const { kind, end, unclosed } = readToken(lexer, start);
  lexer.at = end;
  return { kind, start, end, startsLine, ...(unclosed && { unclosed }) };
}

/** Moves to the next token and says whether that is the first of its line. */
function skipBlanks(lexer: Lexer): boolean {
  const { text } = lexer;
  let { at } = lexer;
  let startsLine = at === 0 || text.charCodeAt(at - 1) === LINE_FEED;
  if (at === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK) at++;
  for (let code = text.charCodeAt(at); code === 32 || (code >= 9 && code <= 13); code = text.charCodeAt(++at)) {
    if (code === LINE_FEED) startsLine = true;
  }
  lexer.at = at;
  return startsLine;
}

function readToken(lexer: Lexer, start: number): Extents {
  const { text, delimiter } = lexer;
  if (delimiter && text.startsWith(delimiter, start)) return { kind: 'delimiter', end: start + delimiter.length };
  return (
    readComment(lexer, start) ??
    readString(lexer, start) ??
    readWord(lexer, start) ?? { kind: 'symbol', end: start + 1 }
  );
}

function readComment(lexer: Lexer, start: number): Extents | undefined {
  const { text, rules } = lexer;
  const opening = text[start];
  if (opening === '-' || opening === '#') {
    const end = endOf(rules.lineComment, text, start);
    return end < 0 ? undefined : { kind: 'comment', end };
  }
  if (opening === '/' && text[start + 1] === '*') {
    const end = rules.executableComment ? endOf(rules.executableComment, text, start) : -1;
    if (end < 0 || lexer.executable) return { kind: 'comment', ...readBlockComment(text, start, rules.nestedComments) };
    lexer.executable = { start, opening: text.slice(start, end) };
    return { kind: 'marker', end };
  }
  if (lexer.executable && opening === '*' && text[start + 1] === '/') {
    delete lexer.executable;
    return { kind: 'marker', end: start + 2 };
  }
  return undefined;
}

function readString({ text, rules }: Lexer, start: number): Extents | undefined {
  const opening = text[start] ?? '';
  const rule = Object.hasOwn(rules.quotes, opening) ? rules.quotes[opening] : undefined;
  if (rule) return { kind: rule.kind, ...readQuoted(text, start + 1, opening, rule) };
  if (opening === '$' && rules.dollarQuote) {
    const end = endOf(rules.dollarQuote, text, start);
    return end < 0 ? undefined : { kind: 'string', ...readDollarQuoted(text, end, text.slice(start, end)) };
  }
  return readPrefixed(text, rules, start);
}

function readPrefixed(text: string, rules: LexicalRules, start: number): Extents | undefined {
  for (const { opening, rule } of rules.prefixed) {
    const end = endOf(opening, text, start);
    if (end < 0) continue;
    const written = text.slice(start, end);
    if (rule === 'alternative') return { kind: 'string', ...readAlternativeQuoted(text, end, written) };
    return { kind: rule.kind, ...readQuoted(text, end, written, rule) };
  }
  return undefined;
}

function readWord({ text, rules, delimiter }: Lexer, start: number): Extents | undefined {
  const wordEnd = endOf(rules.word, text, start);
  const end = wordEnd < 0 ? endOf(NUMBER, text, start) : wordEnd;
  if (end < 0) return undefined;
  const cut = delimiter && delimiter !== ';' ? text.slice(start, end + delimiter.length - 1).indexOf(delimiter) : -1;
  return { kind: wordEnd < 0 ? 'number' : 'word', end: cut > 0 ? start + cut : end };
}

/** Where a sticky pattern that is tried at `start` ends, or -1. */
function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
