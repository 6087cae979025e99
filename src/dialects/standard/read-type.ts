import { type Piece, piecesOf } from '../../sql/lex/pieces.ts';
import { textOf } from '../../sql/lex/unquote.ts';
import { type ColumnType, types } from '../../sql/types.ts';
import { isPlainText } from './backslash-neutral-text.ts';
import { type Reading, type TypeReader, lowerCase } from './type-readings.ts';

/** The portable type that a text stands for, `native` where none does. */
export function typeOf(text: string, reader: TypeReader): ColumnType {
  const pieces = piecesIn(text, reader);
  const reading = readingOf(pieces, reader) ?? spelled(pieces, reader.spell, reader);
  return typeof reading === 'string' ? types.native(reading) : reading;
}

/** The one spelling of all texts that mean the same type, in lower case but for what stands between quotes. */
export function typeForm(text: string, reader: TypeReader): string {
  const pieces = piecesIn(text, reader);
  const reading = readingOf(pieces, reader);
  return reading === undefined ? spelled(pieces, lowerCase, reader) : spellingOf(reading, reader).toLowerCase();
}

/** A type that is no list of values, and so needs nothing but its own name. */
function spellingOf(reading: Reading, { names }: TypeReader): string {
  if (typeof reading === 'string') return reading;
  const write = names[reading.type] as (type: ColumnType) => string;
  return write(reading);
}

function piecesIn(text: string, reader: TypeReader): readonly Piece[] {
  const pieces = piecesOf(text, reader.dialect);
  return withoutSchema(reader.unquoted ? pieces.map(unquoted) : pieces, reader);
}

function readingOf(written: readonly Piece[], reader: TypeReader): Reading | undefined {
  const element = reader.element?.(written);
  if (element) return `${spellingOf(readingOf(element, reader) ?? spelled(element, reader.spell, reader), reader)}[]`;
  const pieces = wordsAs(written, lowerCase);
  const numbers = pieces.filter(isNumber).map(({ text }) => Number(text));
  const shape = joinPieces(pieces.map((piece) => (isNumber(piece) ? { ...piece, text: 'n' } : piece)));
  const reading = reader.spellings.get(joinPieces(pieces)) ?? reader.spellings.get(shape);
  return typeof reading === 'function' ? reading(...numbers) : reading;
}

const spelled = (pieces: readonly Piece[], spell: TypeReader['spell'], { dialect }: TypeReader): string =>
  joinPieces(wordsAs(pieces, spell).map((piece) => plainString(piece, dialect)));

const isNumber = ({ kind }: Piece): boolean => kind === 'number';

const wordsAs = (pieces: readonly Piece[], spell: TypeReader['spell']): readonly Piece[] =>
  pieces.map((piece) => (piece.kind === 'word' ? { ...piece, text: spell(piece.text) } : piece));

/** `CHARACTER  VARYING ( 20 )` as `CHARACTER VARYING(20)`: blanks are put in one way. */
const joinPieces = (pieces: readonly Piece[]): string =>
  pieces.map((piece, index) => (isApart(pieces[index - 1], piece) ? ` ${piece.text}` : piece.text)).join('');

const isApart = (before: Piece | undefined, piece: Piece): boolean =>
  before !== undefined && (before.text === ',' || (piece.kind !== 'symbol' && (before.kind !== 'symbol' || before.text === ')')));

/** `"a"` and `'it\\'s'` as the catalogues of MySQL and MariaDB print them, where no escape is needed for it. */
function plainString(piece: Piece, dialect: TypeReader['dialect']): Piece {
  const value = piece.kind === 'string' ? textOf(piece.text, dialect) : undefined;
  return value === undefined || !isPlainText(value) ? piece : { ...piece, text: `'${value.replaceAll("'", "''")}'` };
}

const withoutSchema = (pieces: readonly Piece[], { schema }: TypeReader): readonly Piece[] =>
  schema !== undefined && pieces[0]?.text.toLowerCase() === schema && pieces[1]?.text === '.' ? pieces.slice(2) : pieces;

/** Letters of both cases make a name of someone's own. */
const PLAIN_NAME = /^["[`]([a-z_][a-z0-9_ ]*|[A-Z_][A-Z0-9_ ]*)["\]`]$/;

function unquoted(piece: Piece): Piece {
  const name = piece.kind === 'name' ? PLAIN_NAME.exec(piece.text)?.[1] : undefined;
  return name === undefined ? piece : { ...piece, kind: 'word', text: name };
}
