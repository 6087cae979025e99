import type { DialectName } from '../../sql/dialect-name.ts';
import { type Piece, closingOf, piecesOf, splitAt, withoutParentheses } from '../../sql/lex/pieces.ts';
import { nameOf, textOf } from '../../sql/lex/unquote.ts';

/** The texts of a check that a column is one of them; nothing where it is another check. */
export const listedValues = (expression: string, column: string, dialect: DialectName): readonly string[] | undefined => {
  const pieces = piecesOf(withoutParentheses(expression, dialect), dialect);
  return inList(pieces, column, dialect) ?? (dialect === 'mssql' ? alternatives(pieces, column) : undefined);
};

const isColumn = (piece: Piece | undefined, column: string): boolean =>
  piece !== undefined && (piece.kind === 'word' || piece.kind === 'name') && nameOf(piece).toLowerCase() === column.toLowerCase();

/** A string, with the N before it that some have. */
function textIn(pieces: readonly Piece[], dialect: DialectName): string | undefined {
  const [first, ...rest] = pieces[0]?.text.toUpperCase() === 'N' ? pieces.slice(1) : pieces;
  return first?.kind === 'string' && rest.length === 0 ? textOf(first.text, dialect) : undefined;
}

const all = (values: readonly (string | undefined)[]): readonly string[] | undefined =>
  values.every((value) => value !== undefined) ? values : undefined;

/** `state IN ('fine', 'bad')` */
function inList(pieces: readonly Piece[], column: string, dialect: DialectName): readonly string[] | undefined {
  const isList = isColumn(pieces[0], column) && /^in$/i.test(pieces[1]?.text ?? '') && pieces[2]?.text === '(';
  if (!isList || closingOf(pieces, 2) !== pieces.length - 1) return undefined;
  return all(splitAt(pieces, 2).map((item) => textIn(item, dialect)));
}

/** What SQL Server makes of it: `[state]=N'bad' OR [state]=N'fine'`, the last first. */
function alternatives(pieces: readonly Piece[], column: string): readonly string[] | undefined {
  const parts: Piece[][] = [[]];
  for (const piece of pieces) {
    if (/^or$/i.test(piece.text)) parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  const values = parts.map(([first, equals, ...rest]) =>
    isColumn(first, column) && equals?.text === '=' ? textIn(rest, 'mssql') : undefined,
  );
  return all(values)?.toReversed();
}
