import type { TypeOf } from '../../sql/types.ts';
import { refuse } from '../dialect.ts';
import { isPlainText } from './backslash-neutral-text.ts';

// A row has 65,535 bytes, of which a length takes two and a NULL one; a character of utf8mb4 takes up to four:
// https://dev.mysql.com/doc/refman/8.4/en/column-count-limit.html
const LONGEST_STRING = 16383;
const LONGEST_BINARY = 65532;
// https://dev.mysql.com/doc/refman/8.4/en/enum.html
const LONGEST_ENUM_VALUE = 255;

export function boundedVarchar({ length }: TypeOf<'string'>): string {
  if (length <= LONGEST_STRING) return `VARCHAR(${length})`;
  return refuse(`VARCHAR holds ${LONGEST_STRING} characters of utf8mb4, not ${length}`, 'Use types.text().');
}

/** Without a length, LONGBLOB. BINARY(n) would fill shorter values up with zeros. */
export function boundedBinary({ length }: TypeOf<'binary'>): string {
  if (length === undefined) return 'LONGBLOB';
  if (length <= LONGEST_BINARY) return `VARBINARY(${length})`;
  return refuse(`VARBINARY holds ${LONGEST_BINARY} bytes, not ${length}`, 'Use types.binary() without a length.');
}

/** `DECIMAL(p, s)` of at most 65 digits, `mostScale` of them after the point. */
export function boundedDecimal({ precision, scale }: TypeOf<'numeric'>, mostScale: number): string {
  if (precision > 65 || scale > mostScale || scale > precision) {
    refuse(
      `DECIMAL holds 65 digits, at most ${mostScale} of them after the point, not numeric(${precision}, ${scale})`,
      'Choose a smaller precision or scale.',
    );
  }
  return `DECIMAL(${precision}, ${scale})`;
}

/** `ENUM('a', 'b')`. The list takes plain strings only, and the server would cut blanks at their ends. */
export function inlineEnum({ name, values }: TypeOf<'enum'>): string {
  const odd = values.find(
    (value) => !isPlainText(value) || value.endsWith(' ') || [...value].length > LONGEST_ENUM_VALUE,
  );
  if (odd !== undefined) {
    refuse(
      `the value '${odd}' of enum '${name}' ends in a blank, holds a backslash or control character, or is too long`,
      `Change the value, or use types.string() with a check; a value of ENUM has ${LONGEST_ENUM_VALUE} characters.`,
    );
  }
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined)
    refuse(`the value '${twice}' of enum '${name}' stands in the list twice`, 'Remove one of them.');
  return `ENUM(${values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ')})`;
}
