// Whether a backslash escapes depends on the server's sql_mode (NO_BACKSLASH_ESCAPES), so every form here means the
// same either way. All of it stays on one line: no mail or editor can change line ends or tabs.
// https://dev.mysql.com/doc/refman/8.4/en/string-literals.html
const CONTROL = /[\x01-\x1f\x7f]/;
const SPECIAL = /[\x01-\x1f\x7f\\]/;
const SPECIAL_RUNS = /([\x01-\x1f\x7f\\]+)/;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** `CHAR(13, 10 USING utf8mb4)` */
const characters = (text: string): string =>
  `CHAR(${[...text].map((char) => char.charCodeAt(0)).join(', ')} USING utf8mb4)`;

/**
 * Text as an expression. Backslashes are doubled and, where the mode does not take the doubling back, REPLACE does:
 * `LEFT('\\', 1)` is one backslash in both. Control characters stand as numbers.
 *
 * No part names its character set (`_utf8mb4'…'`): in a default or check MariaDB 10.11 shows such a text with its bytes
 * spelt out, so that a dump of the table would not bring it back. CHAR() has the character set's own collation, which
 * is the session's after `SET NAMES utf8mb4`; in a session with another one the text can be stored, not compared.
 */
export function neutralText(text: string): string {
  if (isPlainText(text)) return quoted(text);
  if (!CONTROL.test(text)) return `REPLACE(${quoted(text.replaceAll('\\', '\\\\'))}, '\\\\', LEFT('\\\\', 1))`;
  const parts = text.split(SPECIAL_RUNS).map((part, index) => (index % 2 ? characters(part) : part && quoted(part)));
  const present = parts.filter((part) => part !== '');
  return present.length === 1 ? String(present[0]) : `CONCAT(${present.join(', ')})`;
}

/** Whether the text is a literal, not a call, as an expression. */
export const isPlainText = (text: string): boolean => !SPECIAL.test(text);
