import type { Unclosed } from './token.ts';

/** How a string or a quoted name ends. */
export interface QuoteRule {
  readonly kind: 'string' | 'name';
  readonly close: string;
  /** The closing character written twice stands for itself. */
  readonly doubled: boolean;
  /** A backslash takes the next character with it. */
  readonly backslash: boolean;
}

/** Where a token ends, and what is missing when it ends only with the text. */
export interface Extent {
  readonly end: number;
  readonly unclosed?: Unclosed;
}

const BACKSLASH = 92;

/** `from` is the offset behind the opening quote. */
export function readQuoted(text: string, from: number, opening: string, rule: QuoteRule): Extent {
  const end = rule.backslash ? endWithEscapes(text, from, rule) : endOfDoubled(text, from, rule);
  const what = rule.kind === 'name' ? 'quoted name' : 'string';
  return end < 0 ? { end: text.length, unclosed: { what, opening, closing: rule.close } } : { end };
}

function endOfDoubled(text: string, from: number, { close, doubled }: QuoteRule): number {
  let at = text.indexOf(close, from);
  while (doubled && at >= 0 && text[at + 1] === close) at = text.indexOf(close, at + 2);
  return at < 0 ? -1 : at + 1;
}

function endWithEscapes(text: string, from: number, { close, doubled }: QuoteRule): number {
  const closing = close.charCodeAt(0);
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === closing && doubled && text.charCodeAt(at + 1) === closing) at++;
    else if (code === closing) return at + 1;
  }
  return -1;
}

const ALTERNATIVE_CLOSE: { readonly [open: string]: string } = { '[': ']', '{': '}', '(': ')', '<': '>' };

/**
 * Oracle's q'[…]': `from` is the offset behind the single quote.
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Literals.html
 */
export function readAlternativeQuoted(text: string, from: number, opening: string): Extent {
  const open = text.slice(from, from + 1);
  const closing = `${ALTERNATIVE_CLOSE[open] ?? open}'`;
  const at = open ? text.indexOf(closing, from + 1) : -1;
  const unclosed = { what: 'string', opening: opening + open, closing } as const;
  return at < 0 ? { end: text.length, unclosed } : { end: at + closing.length };
}

/** PostgreSQL's $tag$…$tag$: `from` is the offset behind the opening tag. */
export function readDollarQuoted(text: string, from: number, tag: string): Extent {
  const at = text.indexOf(tag, from);
  if (at < 0) return { end: text.length, unclosed: { what: 'string', opening: tag, closing: tag } };
  return { end: at + tag.length };
}

/** `from` is the offset of the opening. */
export function readBlockComment(text: string, from: number, nested: boolean): Extent {
  const end = nested ? endOfNested(text, from) : endOfFlat(text, from);
  return end < 0 ? { end: text.length, unclosed: { what: 'comment', opening: '/*', closing: '*/' } } : { end };
}

function endOfFlat(text: string, from: number): number {
  const at = text.indexOf('*/', from + 2);
  return at < 0 ? -1 : at + 2;
}

function endOfNested(text: string, from: number): number {
  const border = /\/\*|\*\//g;
  border.lastIndex = from;
  let depth = 0;
  for (let found = border.exec(text); found; found = border.exec(text)) {
    depth += found[0] === '/*' ? 1 : -1;
    if (depth === 0) return border.lastIndex;
  }
  return -1;
}
