import type { LexicalRules } from '../lex/rules.ts';
import type { Lexer } from '../lex/lexer.ts';
import type { Token } from '../lex/token.ts';
import type { Routine } from './mysql-routine.ts';

/** How a dialect's own client cuts a text into the statements that it sends. */
export interface Client {
  readonly name: string;
  readonly rules: LexicalRules;
  /** What ends a statement at first, where the client takes it before anything else. */
  readonly delimiter?: string;
  /** Takes the next token of a statement; `draft` is as it was before the token. */
  readonly read: (token: Token, draft: Draft, scan: Scan) => Reading;
  /** Looks at a statement that the end of the text closes. */
  readonly finish?: (draft: Draft, scan: Scan) => void;
  /** Lines behind a statement that are data for it, up to the offset given. */
  readonly readData?: (draft: Draft, scan: Scan) => { readonly data: string; readonly resume: number } | undefined;
  /** A semicolon at the end is part of the statement. */
  readonly keepsSemicolon?: (draft: Draft) => boolean;
  /** The rules that hold after a statement, when it changes them. */
  readonly rulesAfter?: (statement: string, rules: LexicalRules) => LexicalRules;
}

/** The work on one text: where it stands, and what it found wrong. */
export interface Scan {
  readonly text: string;
  readonly lexer: Lexer;
  readonly report: Report;
}

export type Report = <C extends ScanProblem['code']>(
  code: C,
  details: Extract<ScanProblem, { readonly code: C }>['details'],
  offset: number,
) => void;

export type ScanProblem =
  | { readonly code: 'unclosed-text'; readonly details: { what: string; opening: string; closing: string } }
  | { readonly code: 'unclosed-block'; readonly details: { opening: string; closing: string } }
  | { readonly code: 'client-command'; readonly details: { client: string; command: string } }
  | {
      readonly code: 'invalid-client-line';
      readonly details: { client: string; line: string; reason: string; instead: string };
    };

/** A statement in the making. */
export interface Draft {
  /** Offset of its first token; nothing before that. */
  start?: number;
  end: number;
  /** The comments above it. */
  comment?: { readonly start: number; readonly end: number };
  /** Its first words, in upper case. */
  readonly words: string[];
  /** The latest word or symbol, in upper case. */
  previous: string;
  /** What is open in it: parentheses and, where the client knows them, blocks. */
  readonly open: Opening[];
  /** How far the client's own reading of it is; empty for a statement like any other. */
  stage: string;
  /** The MySQL routine that it defines. */
  routine?: Routine;
  /** It holds semicolons of its own. */
  compound: boolean;
  /** Semicolons that have been read and belong to it only if something follows. */
  pendingSemicolon: boolean;
}

export interface Opening {
  readonly text: string;
  readonly closing: string;
  readonly offset: number;
}

export type Reading =
  | { readonly is: 'part' }
  /** The statement ends before the token, and the text goes on at `resume`. */
  | { readonly is: 'end'; readonly resume: number; readonly repeat?: number }
  /** Not of the statement. */
  | { readonly is: 'skip'; readonly resume: number };

export const PART: Reading = { is: 'part' };

/** Words kept of a statement: enough for `CREATE DEFINER = … SQL SECURITY INVOKER PROCEDURE`. */
export const WORDS_KEPT = 16;

export const createDraft = (): Draft => ({
  end: 0,
  words: [],
  previous: '',
  open: [],
  stage: '',
  compound: false,
  pendingSemicolon: false,
});

/** The token's text in upper case: a keyword, or a symbol. Empty for what is quoted. */
export const keyword = ({ kind, start, end }: Token, { text }: Scan): string =>
  kind === 'word' ? text.slice(start, end).toUpperCase() : kind === 'symbol' ? (text[start] ?? '') : '';

export const endOfLine = (text: string, from: number): number => {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
};

/** The line from `from` to its end, without blanks at its end. */
export const restOfLine = (text: string, from: number): string =>
  text.slice(from, endOfLine(text, from)).replace(/[ \t\r]+$/, '');

/** Reports a line for the client alone, and skips it. */
export function refuseCommand({ start }: Token, client: string, scan: Scan): Reading {
  const command = restOfLine(scan.text, start).split(/\s/, 1)[0] ?? '';
  scan.report('client-command', { client, command }, start);
  return { is: 'skip', resume: endOfLine(scan.text, start) };
}

/** Keeps track of parentheses. */
export function countParenthesis(symbol: string, { start }: Token, { open }: Draft): void {
  if (symbol === '(') open.push({ text: '(', closing: ')', offset: start });
  else if (symbol === ')' && open.at(-1)?.text === '(') open.pop();
}

/** Reports what is still open at the end of a text: the outermost opening is where the reader should look. */
export function reportOpen({ open: [outermost] }: Draft, { report }: Scan): void {
  if (outermost) report('unclosed-block', { opening: outermost.text, closing: outermost.closing }, outermost.offset);
}
