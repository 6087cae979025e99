import type { Literals } from '../dialect.ts';
import { literalsOf } from '../standard/literals.ts';

const CONTROL = /[\x01-\x1f\x7f]/;
const SPECIAL = /[\x01-\x1f\x7f']/;
const NAMED: { readonly [char: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\', "'": "''" };

const hexEscape = (char: string): string => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`;

/**
 * Backslashes stand for themselves in a plain string (`standard_conforming_strings`, which a script sets). Text with
 * control characters is an escape string on one line, so that no mail or editor changes its line ends or tabs:
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-STRINGS-ESCAPE
 */
export function quoteText(text: string): string {
  if (!SPECIAL.test(text)) return `'${text}'`;
  if (!CONTROL.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return `E'${text.replace(/[\x01-\x1f\x7f\\']/g, (char) => NAMED[char] ?? hexEscape(char))}'`;
}

/**
 * Dates, times and intervals carry their type, since a bare string next to an operator is guessed
 * (`now() - 'P1D'` fails, `now() - INTERVAL 'P1D'` does not).
 */
export const literals: Literals = literalsOf({
  text: quoteText,
  boolean: (value) => (value ? 'TRUE' : 'FALSE'),
  bytes: (hex) => `'\\x${hex}'::bytea`,
  date: (date) => `DATE '${date}'`,
  time: (time) => `TIME '${time}'`,
  timestamp: ({ date, time, zone }) =>
    zone === undefined ? `TIMESTAMP '${date} ${time}'` : `TIMESTAMP WITH TIME ZONE '${date} ${time}${zone}'`,
  interval: (iso, { negative }) => (negative ? `-INTERVAL '${iso.slice(1)}'` : `INTERVAL '${iso}'`),
  uuid: (uuid) => `'${uuid}'::uuid`,
  json: (text) => `${quoteText(text)}::jsonb`,
});
