import type { Literal } from '../../sql/fragment.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Literals, refuse } from '../dialect.ts';
import type { Duration } from '../standard/calendar.ts';
import { literalsOf } from '../standard/literals.ts';
import { checkNormalFloat } from '../standard/normal-floats.ts';
import { checkBytes, shown } from '../standard/values.ts';
import { LONGEST_VARCHAR2, refuseEmpty, textExpression } from './text.ts';

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Literals.html */
const standardForms = literalsOf({
  text: (text, as) => writeText(text, as),
  boolean: (value) => (value ? '1' : '0'),
  bytes: (hex) => hexToRaw(hex),
  date: (date) => `DATE '${date}'`,
  time: (time) => `INTERVAL '${time}' HOUR TO SECOND`,
  timestamp: ({ date, time, zone }) => `TIMESTAMP '${date} ${time}${zone === undefined ? '' : ` ${zone}`}'`,
  interval: writeInterval,
  uuid: (uuid) => hexToRaw(uuid.replaceAll('-', '')),
  json: writeJson,
});

export const literals: Literals = (value, as) => {
  if (value === null) return 'NULL';
  if (as?.type === 'float' || as?.type === 'double') return binaryFloat(value, as.type);
  if (as?.type === 'binary') return bytes(checkBytes(value, as.length), as.length === undefined);
  return as === undefined && typeof value === 'number' ? number(value) : standardForms(value, as);
};

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Nulls.html; an empty CLOB is not NULL. */
function writeText(text: string, as: ColumnType | undefined): string {
  if (text === '') return as?.type === 'text' ? 'EMPTY_CLOB()' : refuseEmpty();
  const inVarchar = as?.type === 'string' || as?.type === 'enum';
  // A UTF-16 unit has at most three bytes in UTF-8.
  if (inVarchar && 3 * text.length > LONGEST_VARCHAR2 && Buffer.byteLength(text) > LONGEST_VARCHAR2) {
    refuse(
      `${shown(text)} has ${Buffer.byteLength(text)} bytes`,
      `VARCHAR2 holds ${LONGEST_VARCHAR2} bytes of UTF-8, whatever its length in characters: use types.text().`,
    );
  }
  return textExpression(text);
}

/**
 * The check IS JSON takes objects and arrays only, before 21c:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/adjsn/conditions-is-json-and-is-not-json.html
 */
function writeJson(text: string): string {
  return /^\s*[[{]/.test(text)
    ? textExpression(text)
    : refuse(
        `${shown(text)} is neither a JSON object nor an array`,
        'Oracle keeps no bare JSON values before 21c: wrap it, as in json([…]).',
      );
}

/** A NUMBER reaches from 1e-130 to below 1e126; what is beyond is a BINARY_DOUBLE, by the letter d. */
function number(value: number): string {
  const text = standardForms(value, undefined);
  const size = Math.abs(value);
  return size !== 0 && (size >= 1e125 || size < 1e-129) ? binaryFloat(value, 'double') : text;
}

/** A letter at the end makes it a BINARY_FLOAT or BINARY_DOUBLE, which is not rounded as a decimal first. */
function binaryFloat(value: Literal, type: 'float' | 'double'): string {
  const text = checkNormalFloat(value, type);
  return /[.e]/.test(text) ? `${text}${type === 'float' ? 'f' : 'd'}` : text;
}

const MOST_BYTES = 2000;

function bytes(hex: string, isBlob: boolean): string {
  if (hex !== '') return hexToRaw(hex);
  return isBlob ? 'EMPTY_BLOB()' : refuse('Oracle keeps no bytes at all as NULL', 'Write null where that is meant.');
}

/** HEXTORAW takes a VARCHAR2, and gives a RAW of at most 2000 bytes. */
function hexToRaw(hex: string): string {
  if (hex === '') return bytes(hex, false);
  if (hex.length / 2 <= MOST_BYTES)
    return `HEXTORAW(${(hex.match(/.{1,1000}/g) ?? []).map((part) => `'${part}'`).join(' ||\n    ')})`;
  return refuse(
    `${hex.length / 2} bytes are more than a literal of Oracle can hold`,
    `Write at most ${MOST_BYTES} bytes, or load them from a file.`,
  );
}

const SECONDS = { day: 86_400n, hour: 3_600n, minute: 60n } as const;

/** Days, hours, minutes and seconds: months have no fixed length, and another type of Oracle's. */
function writeInterval(iso: string, { negative, years, months, days, hours, minutes, seconds }: Duration): string {
  if (years || months)
    refuse(`'${iso}' has years or months`, 'INTERVAL DAY TO SECOND holds days and less: write days.');
  const [whole = '0', fraction] = seconds.split('.');
  const total =
    BigInt(days) * SECONDS.day + BigInt(hours) * SECONDS.hour + BigInt(minutes) * SECONDS.minute + BigInt(whole);
  if (total / SECONDS.day > 999_999_999n)
    refuse(`'${iso}' has more than 999999999 days`, 'Oracle holds no longer interval.');
  const two = (part: bigint): string => String(part).padStart(2, '0');
  const clock = [(total % SECONDS.day) / SECONDS.hour, (total % SECONDS.hour) / SECONDS.minute, total % SECONDS.minute];
  const time = `${clock.map(two).join(':')}${fraction === undefined ? '' : `.${fraction}`}`;
  return `INTERVAL '${negative ? '-' : ''}${total / SECONDS.day} ${time}' DAY(9) TO SECOND(6)`;
}
