import type { DialectName } from '../../sql/dialect-name.ts';
import { createLexer, nextToken } from '../../sql/lex/lexer.ts';
import { RULES } from '../../sql/lex/rules.ts';
import type { TokenKind } from '../../sql/lex/token.ts';

/** A piece of a type's text: a word, a quoted name, a number, a string or one other character. */
export interface TypePiece {
  readonly kind: TokenKind;
  readonly text: string;
}

/** The pieces of a type's text, without comments. */
export function typePieces(text: string, dialect: DialectName): readonly TypePiece[] {
  const lexer = createLexer(text, RULES[dialect]);
  const pieces: TypePiece[] = [];
  for (let token = nextToken(lexer); token; token = nextToken(lexer)) {
    if (token.kind !== 'comment') pieces.push({ kind: token.kind, text: text.slice(token.start, token.end) });
  }
  return pieces;
}

/** `CHARACTER  VARYING ( 20 )` as `CHARACTER VARYING(20)`: blanks are put in one way. */
export const joinPieces = (pieces: readonly TypePiece[]): string =>
  pieces.map((piece, index) => (isApart(pieces[index - 1], piece) ? ` ${piece.text}` : piece.text)).join('');

const isApart = (before: TypePiece | undefined, piece: TypePiece): boolean =>
  before !== undefined && (before.text === ',' || (piece.kind !== 'symbol' && (before.kind !== 'symbol' || before.text === ')')));
