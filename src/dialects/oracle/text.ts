import { refuse } from '../dialect.ts';

/*
 * A script stays ASCII, since SQL*Plus reads it in the character set of NLS_LANG, and no line of it comes from a value:
 * SQL*Plus takes a line's end for its own commands even within quotes. Lines stay short, and so do string literals:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqpug/SQL-Plus-limits.html
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Literals.html
 */

const PLAIN = /^[\x20-\x7e]*$/;
const PIECES = /[\x20-\x7e]+|[^\x20-\x7e]/gu;

/** Characters of a literal on one line. */
const PIECE = 1000;
/** Bytes of a VARCHAR2 while MAX_STRING_SIZE is STANDARD. */
export const LONGEST_VARCHAR2 = 4000;
/** More terms than a reader would follow. */
const MOST_TERMS = 60;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Text of up to 4000 bytes as VARCHAR2, longer text as CLOB. */
export function textExpression(text: string): string {
  if (text.length <= PIECE && PLAIN.test(text)) return quoted(text);
  if (Buffer.byteLength(text) <= LONGEST_VARCHAR2) return joined(chunks(text).map(varchar2));
  return joined(chunks(text).map((chunk) => `TO_CLOB(${isAscii(chunk) ? varchar2(chunk) : unistr(chunk)})`));
}

const isAscii = (text: string): boolean => !/[^\x00-\x7f]/.test(text);

function varchar2(text: string): string {
  if (PLAIN.test(text)) return quoted(text);
  const pieces = text.match(PIECES) ?? [];
  if (isAscii(text) && pieces.length <= MOST_TERMS) return joined(pieces.map(asciiPiece));
  // UNISTR gives NVARCHAR2, which CASE and UNION do not take beside VARCHAR2 (ORA-12704), and which holds half as much.
  return `TO_CHAR(${unistr(text)})`;
}

const asciiPiece = (piece: string): string => (PLAIN.test(piece) ? quoted(piece) : `CHR(${piece.charCodeAt(0)})`);

/**
 * A backslash and four hexadecimal digits for a UTF-16 unit:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/UNISTR.html
 */
const escaped = (unit: string): string => `\\${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

const unistr = (text: string): string => `UNISTR(${quoted(text.replace(/[^\x20-\x5b\x5d-\x7e]/g, escaped))})`;

function joined(terms: readonly string[]): string {
  if (terms.length === 1) return terms[0] as string;
  const size = terms.reduce((total, term) => total + term.length, 0);
  return `(${terms.join(size > PIECE ? ' ||\n    ' : ' || ')})`;
}

/** Runs of characters whose literals are no longer than a line may be; no character is cut. */
function chunks(text: string): readonly string[] {
  if (text.length <= PIECE / 5) return [text];
  const found: string[] = [];
  let chunk = '';
  let size = 0;
  for (const character of text) {
    const width = widthOf(character);
    if (size + width > PIECE) {
      found.push(chunk);
      [chunk, size] = ['', 0];
    }
    chunk += character;
    size += width;
  }
  return [...found, chunk];
}

function widthOf(character: string): number {
  if (character === "'") return 2;
  return PLAIN.test(character) && character !== '\\' ? 1 : 5 * character.length;
}

/** Comments are literals, never expressions; what only an expression can say needs dynamic SQL. */
export const isPlainText = (text: string): boolean => PLAIN.test(text) && text.length <= PIECE;

/** A text that would be kept as NULL. */
export const refuseEmpty = (): never =>
  refuse('Oracle keeps an empty text as NULL', 'Write null where that is meant, or a text that is not empty.');
