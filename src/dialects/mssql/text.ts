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

/*
 * A statement is a batch of its own, and its text is whatever its author wrote. sqlcmd looks at lines, not at words: GO
 * ends a batch, and what begins with a colon, with !!, or with one of four words even without a colon is a command of its
 * own; $(x) is a variable. SSMS reads the same in its SQLCMD mode:
 * https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-commands
 */
const WORDS = { g: 'o', e: 'd|xit', q: 'uit', r: 'eset' };
const COMMAND = Object.entries(WORDS).map(([first, rest]) => `(?<=^[ \\t]*${first})(?=(?:${rest})(?![\\w@#$]))`);
const CUTS = [String.raw`(?<=\$)(?=\()`, String.raw`(?<=^[ \t]*)(?=:|!!)`, ...COMMAND, String.raw`([^\x20-\x7e\n\t])`].join('|');

const CUT = new RegExp(CUTS, 'im');
/** The same without looking behind, which takes its time in a long text. */
const HAZARD = /\$\(|[^\x20-\x7e\n\t]|^[ \t]*(?:(?:go|ed|exit|quit|reset)(?![\w@#$])|:|!!)/im;

/** Whether sqlcmd would read a batch as something else than the server does, or in the code page of its machine. */
export const isHazardous = (sql: string): boolean => HAZARD.test(sql);

/**
 * A batch within a batch: `EXEC(N'...')`, or, of a text that no client may see in one piece, its pieces joined in the
 * variable @sql. EXEC itself takes no functions, and a concatenation is cut unless it begins with nvarchar(max):
 * https://learn.microsoft.com/sql/t-sql/language-elements/execute-transact-sql
 */
export function dynamicBatch(sql: string): string {
  const pieces = sql.split(CUT).filter((piece) => piece);
  const terms = pieces.map((piece) => (/^[\x20-\x7e\n\t]/.test(piece) ? quoted(piece) : `NCHAR(${piece.charCodeAt(0)})`));
  if (terms.length === 1 && terms[0]?.startsWith('N\'')) return `EXEC(${terms[0]})`;
  const lines: string[] = [];
  for (let at = 0; at < terms.length; at += MOST_PIECES) {
    const before = at === 0 ? "CAST(N'' AS nvarchar(max))" : '@sql';
    lines.push(`SET @sql = ${[before, ...terms.slice(at, at + MOST_PIECES)].join(' + ')}`);
  }
  return ['BEGIN', ...lines, 'EXEC(@sql)', 'END'].join('\n');
}
