import type { DialectName } from '../sql/dialect-name.ts';
import { type Piece, piecesOf } from '../sql/lex/pieces.ts';
import { textOf } from '../sql/lex/unquote.ts';
import { type ColumnType, types } from '../sql/types.ts';
import { DIALECTS } from './index.ts';
import { typeReader as mariadb } from './mariadb/read-type.ts';
import { typeReader as mssql } from './mssql/read-type.ts';
import { typeReader as mysql } from './mysql/read-type.ts';
import { typeReader as oracle } from './oracle/read-type.ts';
import { typeReader as postgresql } from './postgresql/read-type.ts';
import { typeReader as sqlite } from './sqlite/read-type.ts';
import { isPlainText } from './standard/backslash-neutral-text.ts';
import { type Reading, type TypeReader, lowerCase } from './standard/type-readings.ts';
import { writeType } from './write.ts';

const READERS: { readonly [D in DialectName]: TypeReader } = { postgresql, mysql, mariadb, mssql, oracle, sqlite };

/**
 * The portable type that a type's text stands for, as SQL is written by hand and as the catalogue prints it; `native`
 * where none does, in one spelling for all texts that mean the same. A list of values (`ENUM('a', 'b')`) and the name of
 * an enum type stay native: the text does not tell the other half.
 */
export function readType(text: string, dialect: DialectName): ColumnType {
  const reader = READERS[dialect];
  const pieces = piecesOf(text, dialect);
  return readPieces(reader.unquoted ? pieces.map(unquoted) : pieces, reader, dialect);
}

function readPieces(written: readonly Piece[], reader: TypeReader, dialect: DialectName): ColumnType {
  const pieces = withoutSchema(written, reader);
  const element = reader.element?.(pieces);
  if (element) return types.native(`${writeType(DIALECTS[dialect], readPieces(element, reader, dialect))}[]`);
  const reading = readingOf(pieces, reader) ?? joinPieces(wordsAs(pieces, reader.spell).map((piece) => plainString(piece, dialect)));
  return typeof reading === 'string' ? types.native(reading) : reading;
}

function readingOf(written: readonly Piece[], { spellings }: TypeReader): Reading | undefined {
  const pieces = wordsAs(written, lowerCase);
  const numbers = pieces.filter(isNumber).map(({ text }) => Number(text));
  const shape = joinPieces(pieces.map((piece) => (isNumber(piece) ? { ...piece, text: 'n' } : piece)));
  const reading = spellings.get(joinPieces(pieces)) ?? spellings.get(shape);
  return typeof reading === 'function' ? reading(...numbers) : reading;
}

const isNumber = ({ kind }: Piece): boolean => kind === 'number';

const wordsAs = (pieces: readonly Piece[], spell: TypeReader['spell']): readonly Piece[] =>
  pieces.map((piece) => (piece.kind === 'word' ? { ...piece, text: spell(piece.text) } : piece));

/** `CHARACTER  VARYING ( 20 )` as `CHARACTER VARYING(20)`: blanks are put in one way. */
const joinPieces = (pieces: readonly Piece[]): string =>
  pieces.map((piece, index) => (isApart(pieces[index - 1], piece) ? ` ${piece.text}` : piece.text)).join('');

const isApart = (before: Piece | undefined, piece: Piece): boolean =>
  before !== undefined && (before.text === ',' || (piece.kind !== 'symbol' && (before.kind !== 'symbol' || before.text === ')')));

/** `"a"` and `'it\\'s'` as the catalogues of MySQL and MariaDB print them, where no escape is needed for it. */
function plainString(piece: Piece, dialect: DialectName): Piece {
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
