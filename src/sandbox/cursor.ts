import { exactTokens } from './exact-tokens.ts';

/**
 * One token of TypeScript source. `template` is one without holes; with holes it comes as head, middles and tail.
 * Punctuators are single characters. `unclear` is where the text alone does not say what stands there.
 */
export type TokenKind =
  | 'end'
  | 'name'
  | 'string'
  | 'number'
  | 'template'
  | 'templateHead'
  | 'templateMiddle'
  | 'templateTail'
  | 'punctuator'
  | 'regex'
  | 'unclear';

/** A place in the source that moves on: the token is `text.slice(start, end)`. */
export interface Cursor {
  readonly text: string;
  kind: TokenKind;
  start: number;
  end: number;
  /** Whether a line break stands before the token. */
  afterBreak: boolean;
  /** Of each template around the token, how many braces are open inside its hole. */
  readonly holes: number[];
  /** Set when the tokens were found beforehand. */
  readonly tokens?: Iterator<Found, Found>;
}

/** A token that was found beforehand. */
export interface Found {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly afterBreak: boolean;
}

/**
 * Before the first token. This scanner reads tokens five times as fast as js-tokens and stops as `unclear` where a
 * slash could begin a regular expression or divide; `openExactCursor` never does.
 */
export function openCursor(text: string): Cursor {
  return { text, kind: 'end', start: 0, end: 0, afterBreak: true, holes: [] };
}

/** The same tokens by js-tokens, which knows what every slash is. */
export function openExactCursor(text: string): Cursor {
  return { ...openCursor(text), tokens: exactTokens(text) };
}

/** Moves to the next token and names its kind. */
export function advance(cursor: Cursor): TokenKind {
  if (cursor.tokens) return replay(cursor, cursor.tokens);
  const previous = cursor.kind;
  const before = cursor.end;
  const start = skipBlanks(cursor);
  cursor.start = start;
  const { text } = cursor;
  const code = text.charCodeAt(start);
  if (isNameCode(code)) return accept(cursor, 'name', nameEnd(text, start));
  if (code === 39 || code === 34) return quoted(cursor, code);
  const isNumber = isDigit(code) || (code === 46 && isDigit(text.charCodeAt(start + 1)));
  if (isNumber) return accept(cursor, 'number', match(NUMBER, text, start));
  if (code === 96) return template(cursor, 'template', 'templateHead');
  if (code === 47) return slash(cursor, previous, before);
  if (start >= text.length) return accept(cursor, 'end', start);
  if (code > 127 || code === 92) return unicodeName(cursor);
  return punctuator(cursor, code);
}

export const isPunctuator = (cursor: Cursor, character: string): boolean =>
  cursor.kind === 'punctuator' && cursor.text.startsWith(character, cursor.start);

export const tokenText = (cursor: Cursor): string => cursor.text.slice(cursor.start, cursor.end);

function accept(cursor: Cursor, kind: TokenKind, end: number): TokenKind {
  cursor.end = end;
  cursor.kind = kind;
  return kind;
}

/** Past blanks and comments; notes a line break among them. */
function skipBlanks(cursor: Cursor): number {
  const { text } = cursor;
  let at = cursor.end === 0 && text.startsWith('#!') ? match(LINE, text, 0) : cursor.end;
  cursor.afterBreak = cursor.end === 0;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9) at++;
    else if (code === 10 || code === 13) {
      cursor.afterBreak = true;
      at++;
    } else if (code === 47 && text.charCodeAt(at + 1) === 47) at = match(LINE, text, at);
    else if (code === 47 && text.charCodeAt(at + 1) === 42) {
      const close = text.indexOf('*/', at + 2);
      if (close < 0) return at;
      cursor.afterBreak ||= BREAK.test(text.slice(at, close));
      at = close + 2;
    } else if (code === 11 || code === 12 || (code > 127 && match(BLANK, text, at) > at)) {
      cursor.afterBreak ||= code === 0x2028 || code === 0x2029;
      at++;
    } else return at;
  }
}

const LINE = /[^\n\r\u2028\u2029]*/y;
const BLANK = /\s/y;
const BREAK = /[\n\r\u2028\u2029]/;
const NUMBER = /0[xXoObB][\da-fA-F_]+n?|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?[\d_]+)?n?/y;
const NAME = /[\p{ID_Continue}$\u200c\u200d]+/uy;
const NAME_START = /\p{ID_Start}/uy;
const REGEX =
  /\/(?![*/])(?:\\[^\n\r\u2028\u2029]|\[(?:\\[^\n\r\u2028\u2029]|[^\]\\\n\r\u2028\u2029])*\]|[^/\\[\n\r\u2028\u2029])+\/[\w$]*/y;

/** Where the match of a sticky pattern ends; `at` where there is none. */
function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isNameCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36;

function nameEnd(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isNameCode(code) || isDigit(code)) at++;
    else return code > 127 ? match(NAME, text, start) : at;
  }
}

function unicodeName(cursor: Cursor): TokenKind {
  const { text, start } = cursor;
  const end = match(NAME_START, text, start) > start ? match(NAME, text, start) : start;
  return end > start ? accept(cursor, 'name', end) : accept(cursor, 'unclear', cursor.start + 1);
}

function quoted(cursor: Cursor, quote: number): TokenKind {
  const { text } = cursor;
  for (let at = cursor.start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return accept(cursor, 'string', at + 1);
    if (code === 92) at += text.startsWith('\r\n', at + 1) ? 2 : 1;
    else if (code === 10 || code === 13) return accept(cursor, 'unclear', at);
  }
  return accept(cursor, 'unclear', text.length);
}

/** From a backtick, or from the brace that closes a hole, to the next hole or the closing backtick. */
function template(cursor: Cursor, whole: TokenKind, open: TokenKind): TokenKind {
  const { text } = cursor;
  for (let at = cursor.start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 96) return accept(cursor, whole, at + 1);
    if (code === 92) at++;
    else if (code === 36 && text.charCodeAt(at + 1) === 123) {
      cursor.holes.push(0);
      return accept(cursor, open, at + 2);
    }
  }
  return accept(cursor, 'unclear', text.length);
}

function punctuator(cursor: Cursor, code: number): TokenKind {
  const { holes } = cursor;
  const last = holes.length - 1;
  if (last >= 0 && code === 123) holes[last]!++;
  else if (last >= 0 && code === 125) {
    if (holes[last] === 0) {
      holes.pop();
      return template(cursor, 'templateTail', 'templateMiddle');
    }
    holes[last]!--;
  }
  return accept(cursor, 'punctuator', cursor.start + 1);
}

const KEYWORD = /\b(?:return|typeof|instanceof|in|of|new|delete|void|throw|case|do|else|await|yield|default|extends)$/;

/** A regular expression, a division, or `unclear`, by what stands before. */
function slash(cursor: Cursor, previous: TokenKind, before: number): TokenKind {
  const { text, start } = cursor;
  // A comment that never ends.
  if (text.charAt(start + 1) === '*') return accept(cursor, 'unclear', text.length);
  if (isDivided(previous, text.slice(Math.max(0, before - 12), before))) return accept(cursor, 'punctuator', start + 1);
  const end = isOpen(previous, text, before) ? match(REGEX, text, start) : start;
  return end > start ? accept(cursor, 'regex', end) : accept(cursor, 'unclear', start + 1);
}

/** Whether the token before is surely an operand. */
function isDivided(previous: TokenKind, before: string): boolean {
  if (previous === 'punctuator') return before.endsWith(']');
  if (previous === 'name') return !KEYWORD.test(before);
  return previous === 'string' || previous === 'number' || previous === 'template' || previous === 'templateTail';
}

/** Whether the token before surely awaits an operand. A `!` may be TypeScript's, and stand after one. */
function isOpen(previous: TokenKind, text: string, before: number): boolean {
  if (previous !== 'punctuator')
    return previous === 'end' || previous === 'templateHead' || previous === 'templateMiddle';
  return !/[)}!.]$|\+\+$|--$/.test(text.slice(Math.max(0, before - 2), before));
}

function replay(cursor: Cursor, tokens: Iterator<Found, Found>): TokenKind {
  // Behind the end there is nothing more, and the cursor stays there.
  const found: Found | undefined = tokens.next().value;
  if (!found) return cursor.kind;
  cursor.start = found.start;
  cursor.afterBreak = found.afterBreak;
  return accept(cursor, found.kind, found.end);
}
