import { checkName } from './lexicon.ts';

/*
 * A script stays ASCII with a statement's own line ends only: sqlcmd reads a file in the code page of its machine
 * unless told otherwise, a line GO within a literal ends the batch, and $(…) is a variable:
 * https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-utility
 */

const PLAIN = /^[\x20-\x7e]*$/;
/** A dollar sign is the last of its piece where a parenthesis follows. */
const PIECES = /(?:[\x20-\x23\x25-\x7e]|\$(?!\())*\$(?=\()|(?:[\x20-\x23\x25-\x7e]|\$(?!\())+|[^\x20-\x7e]/g;

/** More terms than a reader would follow, or the server's parser may nest. */
const MOST_PIECES = 60;

/** `nvarchar(n)` holds no more; a longer concatenation is cut unless one of its terms is `nvarchar(max)`. */
const LONGEST_SHORT = 4000;

const quoted = (text: string): string => `N'${text.replaceAll("'", "''")}'`;

/** A name as a text. */
export const nameText = (name: string): string => quoted(checkName(name));

/**
 * A Unicode text as an expression: `N'…'` where it can be, else its pieces joined, with NCHAR for what is not printable
 * ASCII. Text that falls into very many pieces is written as its UTF-16 bytes:
 * https://learn.microsoft.com/sql/t-sql/language-elements/string-concatenation-transact-sql
 * https://learn.microsoft.com/sql/t-sql/functions/nchar-transact-sql
 */
export function unicodeText(text: string): string {
  if (PLAIN.test(text) && !text.includes('$(')) return quoted(text);
  const pieces = text.match(PIECES) ?? [];
  if (pieces.length > MOST_PIECES) return `CAST(0x${Buffer.from(text, 'utf16le').toString('hex')} AS nvarchar(max))`;
  const terms = pieces.map((piece) => (/^[\x20-\x7e]/.test(piece) ? quoted(piece) : `NCHAR(${piece.charCodeAt(0)})`));
  if (text.length > LONGEST_SHORT) terms.unshift("CAST(N'' AS nvarchar(max))");
  return terms.length === 1 ? (terms[0] as string) : `(${terms.join(' + ')})`;
}
