// Whether a backslash escapes depends on the server's sql_mode (NO_BACKSLASH_ESCAPES), so every form here means the
// same either way. All of it stays on one line: no mail or editor can change line ends or tabs.
// https://dev.mysql.com/doc/refman/8.4/en/string-literals.html
const CONTROL = /[\x01-\x1f\x7f]/;
const SPECIAL_RUNS = /([\x01-\x1f\x7f\\]+)/;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const hex = (text: string): string => `_utf8mb4 x'${Buffer.from(text).toString('hex')}'`;

/**
 * Text as an expression. Backslashes are doubled and, where the mode does not take the doubling back, REPLACE does:
 * `LEFT('\\', 1)` is one backslash in both. Control characters stand in hexadecimal, and every part then says its
 * character set: parts of the session's collation and of the character set's own would have none together, which no
 * comparison takes (https://dev.mysql.com/doc/refman/8.4/en/charset-collation-coercibility.html).
 */
export function neutralText(text: string): string {
  if (CONTROL.test(text)) return concatenated(text);
  if (!text.includes('\\')) return quoted(text);
  return `REPLACE(${quoted(text.replaceAll('\\', '\\\\'))}, '\\\\', LEFT('\\\\', 1))`;
}

function concatenated(text: string): string {
  const parts = text.split(SPECIAL_RUNS).map((part, index) => (index % 2 ? hex(part) : part && `_utf8mb4${quoted(part)}`));
  const present = parts.filter((part) => part !== '');
  return present.length === 1 ? String(present[0]) : `CONCAT(${present.join(', ')})`;
}

/** Text as a literal, for places that take no expression, such as DEFAULT: in hexadecimal where it must be. */
export const constantText = (text: string): string =>
  text.includes('\\') || CONTROL.test(text) ? hex(text) : quoted(text);

/** Text for places that take nothing but a plain string: refused where its meaning hangs on the sql_mode. */
export const isPlainText = (text: string): boolean => !text.includes('\\') && !CONTROL.test(text);
