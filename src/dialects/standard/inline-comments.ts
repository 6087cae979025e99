import { type Lowered, refuse } from '../dialect.ts';
import { type SqlMode, underSqlModes } from './session-settings.ts';
import { checkCharacters } from './values.ts';

// https://dev.mysql.com/doc/refman/8.4/en/create-table.html (COMMENT); MariaDB has the same limits.
const LONGEST = { column: 1024, table: 2048 } as const;

// Comments are kept in three bytes a character, and the clients drop a carriage return before a line feed:
// https://dev.mysql.com/doc/refman/8.4/en/charset-metadata.html
const UNKEPT = /[\u{10000}-\u{10FFFF}\r]/u;

/** The plain string after COMMENT, which takes no expression; `keepingBackslashes` is for what it holds of those. */
export function commentText(comment: string, of: keyof typeof LONGEST): string {
  const length = [...comment].length;
  if (length > LONGEST[of]) {
    refuse(`the comment has ${length} characters, and a ${of} keeps ${LONGEST[of]}`, 'Shorten the comment.');
  }
  if (UNKEPT.test(comment)) {
    refuse(
      'the comment holds a character beyond U+FFFF or a carriage return, which MySQL and MariaDB do not keep',
      'Leave it out: such are emoji and the line ends of Windows.',
    );
  }
  return `'${checkCharacters(comment).replaceAll("'", "''")}'`;
}

const countBackslashes = (text: string): number => text.split('\\').length - 1;

/**
 * A statement with these comments, under `modes`; where one holds a backslash, under the sql_mode as well that takes it
 * as it stands
 * (https://dev.mysql.com/doc/refman/8.4/en/sql-mode.html#sqlmode_no_backslash_escapes).
 */
export function keepingBackslashes(
  statement: Lowered,
  comments: readonly (string | null | undefined)[],
  modes: readonly SqlMode[] = [],
): readonly Lowered[] {
  const count = comments.reduce((sum, comment) => sum + countBackslashes(comment ?? ''), 0);
  if (count === 0) return underSqlModes(modes, [statement]);
  if (countBackslashes(statement.sql) !== count) {
    refuse(
      'a comment and another part of the statement both hold a backslash, which must not be read in the same way',
      'Leave the backslash out of the comment, or set the comment with an op of its own.',
    );
  }
  return underSqlModes(['NO_BACKSLASH_ESCAPES', ...modes], [statement]);
}
