import type { Literal } from '../../sql/fragment.ts';
import { type Literals, refuse } from '../dialect.ts';
import { literalsOf } from '../standard/literals.ts';
import { checkNormalFloat } from '../standard/normal-floats.ts';
import { shown } from '../standard/values.ts';
import { unicodeText } from './text.ts';

/**
 * Dates and times are texts in ISO 8601, which date, time, datetime2 and datetimeoffset read the same under every
 * language and DATEFORMAT: https://learn.microsoft.com/sql/t-sql/data-types/datetime2-transact-sql
 */
const standardForms = literalsOf({
  text: (text, as) => unicodeText(as?.type === 'string' ? checkUnits(text, as.length) : text),
  boolean: (value) => (value ? '1' : '0'),
  bytes: (hex) => `0x${hex}`,
  date: (date) => `'${date}'`,
  time: (time) => `'${time}'`,
  timestamp: ({ date, time, zone = '' }) => `'${date}T${time}${zone}'`,
  interval: () => refuse('SQL Server has no interval type', 'Keep a number of seconds, or two points in time.'),
  uuid: (uuid) => `'${uuid}'`,
  json: unicodeText,
});

export const literals: Literals = (value, as) => {
  if (value === null) return 'NULL';
  if (as?.type === 'float' || as?.type === 'double') return float(value, as.type);
  if (typeof value === 'object' && 'bigint' in value && as === undefined) return wholeNumber(value);
  return standardForms(value, as);
};

/**
 * `nvarchar(n)` holds n byte-pairs, of which a character beyond U+FFFF takes two:
 * https://learn.microsoft.com/sql/t-sql/data-types/nchar-and-nvarchar-transact-sql
 */
function checkUnits(text: string, length: number): string {
  if (text.length <= length) return text;
  return refuse(
    `${shown(text)} takes ${text.length} of the ${length} byte-pairs of nvarchar(${length})`,
    'A character beyond U+FFFF, such as an emoji, takes two: shorten the text or widen the column.',
  );
}

/** A point without an exponent makes an exact decimal, which would be rounded once more on its way to a float. */
function float(value: Literal, type: 'float' | 'double'): string {
  const text = checkNormalFloat(value, type);
  return text.includes('.') && !text.includes('e') ? `${text}e0` : text;
}

/** https://learn.microsoft.com/sql/t-sql/data-types/decimal-and-numeric-transact-sql */
function wholeNumber({ bigint }: { readonly bigint: string }): string {
  if (bigint.replace(/^-?0*/, '').length <= 38) return bigint;
  return refuse(`${bigint} has more than 38 digits`, 'SQL Server has no exact number so large; keep it as a text.');
}
