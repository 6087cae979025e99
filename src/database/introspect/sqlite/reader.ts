import { type Piece, closingOf } from '../../../sql/lex/pieces.ts';
import { nameOf } from '../../../sql/lex/unquote.ts';

/** A text of SQL whose pieces are read one after the other. */
export interface Reader {
  readonly sql: string;
  readonly pieces: readonly Piece[];
  at: number;
}

/** The word, in upper case, that stands next or behind it; what stands between quotes is no word. */
export function wordAt({ pieces, at }: Reader, ahead = 0): string {
  const piece = pieces[at + ahead];
  return piece?.kind === 'word' ? piece.text.toUpperCase() : piece?.kind === 'symbol' ? piece.text : '';
}

/** Moves over words that stand next, all of them or none. */
export function takeWords(reader: Reader, ...words: readonly string[]): boolean {
  const isThere = words.every((word, index) => wordAt(reader, index) === word);
  if (isThere) reader.at += words.length;
  return isThere;
}

/** A name may stand between quotes of any kind, even those of strings: https://www.sqlite.org/lang_keywords.html */
export function takeName(reader: Reader): string {
  const piece = reader.pieces[reader.at++];
  return piece ? nameOf(piece) : '';
}

/** The text between parentheses that open here. */
export function takeParentheses(reader: Reader): string {
  const { sql, pieces, at } = reader;
  const closing = closingOf(pieces, at);
  reader.at = closing + 1;
  return sql.slice(pieces[at]?.end, pieces[closing]?.start).trim();
}

/** `(a, "b" COLLATE NOCASE DESC)`: the names. */
export function takeColumns(reader: Reader): readonly string[] {
  const { pieces, at } = reader;
  const closing = closingOf(pieces, at);
  const names = pieces.slice(at, closing).flatMap((piece, index, all) => {
    const next = all[index + 1];
    return next && (piece.text === '(' || piece.text === ',') ? [nameOf(next)] : [];
  });
  reader.at = closing + 1;
  return names;
}
