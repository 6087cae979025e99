import type { DialectName } from '../dialect-name.ts';
import { createLexer, nextToken } from './lexer.ts';
import { RULES } from './rules.ts';
import type { TokenKind } from './token.ts';

/** A token with its text: a word, a quoted name, a number, a string or one other character. */
export interface Piece {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The pieces of a text, without comments. */
export function piecesOf(text: string, dialect: DialectName): readonly Piece[] {
  const lexer = createLexer(text, RULES[dialect]);
  const pieces: Piece[] = [];
  for (let token = nextToken(lexer); token; token = nextToken(lexer)) {
    const { kind, start, end } = token;
    if (kind !== 'comment' && kind !== 'marker') pieces.push({ kind, text: text.slice(start, end), start, end });
  }
  return pieces;
}

/** The text within parentheses that stand around all of it; as it is where there are none. */
export function withoutParentheses(text: string, dialect: DialectName): string {
  const pieces = piecesOf(text, dialect);
  if (pieces[0]?.text !== '(' || closingOf(pieces, 0) !== pieces.length - 1) return text.trim();
  return withoutParentheses(text.slice(pieces[0].end, pieces.at(-1)?.start), dialect);
}

/** Where the parenthesis that opens at an index closes; the number of pieces where it does not. */
export function closingOf(pieces: readonly Piece[], opening: number): number {
  let depth = 0;
  for (let at = opening; at < pieces.length; at++) {
    if (pieces[at]?.text === '(') depth++;
    if (pieces[at]?.text === ')' && --depth === 0) return at;
  }
  return pieces.length;
}

/** What stands between the commas of the parentheses that open at an index. */
export function splitAt(pieces: readonly Piece[], opening: number): readonly (readonly Piece[])[] {
  const items: Piece[][] = [[]];
  let depth = 0;
  for (const piece of pieces.slice(opening + 1, closingOf(pieces, opening))) {
    if (piece.text === '(') depth++;
    if (piece.text === ')') depth--;
    if (piece.text === ',' && depth === 0) items.push([]);
    else items.at(-1)?.push(piece);
  }
  return items;
}

/** The pieces that are in no parentheses. */
export function outside(pieces: readonly Piece[]): readonly Piece[] {
  let depth = 0;
  return pieces.filter(({ text }) => {
    if (text === ')') depth--;
    return (text === '(' ? depth++ : depth) === 0 && text !== ')';
  });
}
