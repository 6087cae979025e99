/**
 * `word` is a keyword or an unquoted name, `name` a quoted one; `marker` is the border of a MySQL
 * executable comment, whose inside is SQL; `delimiter` ends a statement of the mysql client.
 */
export type TokenKind = 'word' | 'name' | 'string' | 'number' | 'symbol' | 'comment' | 'marker' | 'delimiter';

/** A piece of SQL text: `text.slice(start, end)`, never empty. A symbol is one character long. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** Nothing but blanks stands before it on its line. */
  readonly startsLine: boolean;
  /** Set where the text ends before the token does. */
  readonly unclosed?: Unclosed;
}

export interface Unclosed {
  readonly what: 'string' | 'quoted name' | 'comment';
  readonly opening: string;
  readonly closing: string;
}
