import { type Literals, refuse } from '../dialect.ts';
import { literalsOf } from '../standard/literals.ts';
import { inUtc, parseNumeric, refuseValue } from '../standard/values.ts';

const CONTROL = /[\x01-\x1f\x7f]/;
const CONTROLS = /[\x01-\x1f\x7f]+/g;

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Backslashes stand for themselves: https://www.sqlite.org/lang_expr.html#literal_values_constants_. Control characters
 * are written with char(), so that no mail or editor changes line ends or tabs within the text.
 */
export function quoteText(text: string): string {
  if (!CONTROL.test(text)) return quote(text);
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: controls, index } of text.matchAll(CONTROLS)) {
    if (index > from) pieces.push(quote(text.slice(from, index)));
    pieces.push(`char(${[...controls].map((char) => char.charCodeAt(0)).join(', ')})`);
    from = index + controls.length;
  }
  if (from < text.length) pieces.push(quote(text.slice(from)));
  return `(${pieces.join(' || ')})`;
}

/** Dates and times are ISO 8601 text, which sorts as it should where all of it is UTC, as CURRENT_TIMESTAMP is. */
const forms: Literals = literalsOf({
  text: quoteText,
  boolean: (value) => (value ? '1' : '0'),
  bytes: (hex) => `x'${hex}'`,
  date: quote,
  time: quote,
  timestamp: (timestamp) => {
    const { date, time } =
      inUtc(timestamp) ??
      refuseValue(`${timestamp.date} ${timestamp.time}`, 'in the years 0001 to 9999 of UTC', 'Choose another.');
    return quote(`${date} ${time}`);
  },
  interval: () =>
    refuse('SQLite has no intervals', 'Store seconds in an integer column, or the text in a text column.'),
  uuid: quote,
  json: quoteText,
});

export const literals: Literals = (value, as) => {
  const text = forms(value, as);
  const isBigint = typeof value === 'object' && value !== null && 'bigint' in value;
  return as?.type === 'numeric' || (isBigint && as?.type !== 'bigint') ? exact(text) : text;
};

/**
 * Numbers are 64-bit integers or doubles, and a double keeps 15 significant digits:
 * https://www.sqlite.org/datatype3.html#type_affinity
 */
function exact(text: string): string {
  if (text.length <= 15) return text;
  const number = parseNumeric(text);
  if (!number) return text;
  const digits = number.integer + number.fraction.replace(/0+$/, '');
  const isInteger = digits.length === number.integer.length;
  if (isInteger && BigInt(number.integer || 0) < 2n ** 63n) return text;
  return digits.replace(/^0+/, '').length <= 15
    ? text
    : refuse(
        `SQLite keeps 15 digits of a number, and ${text} has more`,
        'Store it in a text column, or scaled in a bigint column.',
      );
}
