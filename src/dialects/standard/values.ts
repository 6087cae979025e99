import type { Literal } from '../../sql/fragment.ts';
import type { TypeOf } from '../../sql/types.ts';
import { refuse } from '../dialect.ts';
import { type Duration, type Timestamp, parseDate, parseDuration, parseTime, parseTimestamp } from './calendar.ts';

export {
  type Duration,
  type Timestamp,
  inUtc,
  parseDate,
  parseDuration,
  parseTime,
  parseTimestamp,
  parseZone,
} from './calendar.ts';

/*
 * What a column of each generic type can hold, the same in every dialect. A value that is not exactly representable is
 * refused, never rounded, cut or converted: the script would fail on the server, or store something else.
 */

/** A value as a person would recognise it in a message, shortened. */
export function shown(value: Literal): string {
  const text = typeof value === 'string' ? `'${value}'` : typeof value === 'object' ? shownObject(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function shownObject(value: Exclude<Literal, string | number | boolean>): string {
  if (value === null) return 'null';
  if ('bigint' in value) return value.bigint;
  return 'bytes' in value ? `${value.bytes.length / 2} bytes` : 'a JSON document';
}

export const refuseValue = (value: Literal, what: string, hint: string): never =>
  refuse(`${shown(value)} is not ${what}`, hint);

const RANGES = {
  smallint: { least: -(2n ** 15n), most: 2n ** 15n - 1n },
  integer: { least: -(2n ** 31n), most: 2n ** 31n - 1n },
  bigint: { least: -(2n ** 63n), most: 2n ** 63n - 1n },
} as const;

/** Digits with their sign. A number beyond 2^53 is refused even where it fits: JavaScript may have rounded it. */
export function checkInteger(value: Literal, type: keyof typeof RANGES): string {
  // Small whole numbers are nearly all there are: they need no BigInt.
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 32768) return String(value);
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return refuse(`${value} is beyond what a JavaScript number holds exactly`, `Write it as a bigint: ${BigInt(value)}n.`);
  }
  const digits = typeof value === 'object' && value !== null && 'bigint' in value ? value.bigint : value;
  const isInteger = typeof digits === 'number' ? Number.isInteger(digits) : typeof digits === 'string' && /^[+-]?\d{1,40}$/.test(digits);
  if (!isInteger) return refuseValue(value, 'a whole number', 'An integer column takes a number, a bigint or digits as text.');
  const exact = BigInt(String(digits).replace('+', ''));
  const { least, most } = RANGES[type];
  return exact >= least && exact <= most
    ? String(exact)
    : refuse(`${shown(value)} is beyond ${type}`, `A column of type ${type} holds ${least} to ${most}.`);
}

/** A decimal number taken apart: `integer` without leading zeros, `fraction` as given. */
export interface Decimal {
  readonly negative: boolean;
  readonly integer: string;
  readonly fraction: string;
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** `1.50`, `-0.5`, `1e21` as an exact decimal, or nothing where the text is no number. */
export function parseNumeric(text: string): Decimal | undefined {
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', part = '', exponent = '0'] = match;
  if (whole === '' && part === '') return undefined;
  const digits = whole + part;
  const point = whole.length + Number(exponent);
  const integer = point <= 0 ? '' : digits.slice(0, point).padEnd(point, '0');
  const fraction = point < 0 ? digits.padStart(digits.length - point, '0') : digits.slice(point);
  return { negative: sign === '-', integer: integer.replace(/^0+/, ''), fraction };
}

const [MINUS, POINT, ZERO, NINE] = [45, 46, 48, 57] as const;

/** Whether a text is already in the form that `checkNumeric` gives: rows are many, and nearly all are. */
function isPlainNumeric(text: string, precision: number, scale: number): boolean {
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  let point = -1;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === POINT && point < 0) point = at;
    else if (code < ZERO || code > NINE) return false;
  }
  const whole = (point < 0 ? text.length : point) - start;
  const isShort = whole >= 1 && whole <= precision - scale && point < text.length - 1;
  return isShort && text.charCodeAt(start) !== ZERO && (point < 0 || text.length - point - 1 <= scale);
}

/** The number as plain digits (`1.50`, never `1e3`) where it fits the precision and scale without rounding. */
export function checkNumeric(value: Literal, { precision, scale }: TypeOf<'numeric'>): string {
  if (typeof value === 'string' && isPlainNumeric(value, precision, scale)) return value;
  const decimal = parseNumeric(numberText(value) ?? '');
  if (!decimal) return refuseValue(value, 'a number', "A numeric column takes a number, a bigint or a text like '1.50'.");
  const { negative, integer } = decimal;
  const excess = decimal.fraction.slice(scale);
  const fraction = decimal.fraction.slice(0, scale);
  if (integer.length > precision - scale || /[1-9]/.test(excess)) {
    refuse(
      `${shown(value)} does not fit numeric(${precision}, ${scale})`,
      `It holds ${precision - scale} digits before the point and ${scale} after it; the database would round or refuse the value.`,
    );
  }
  const sign = negative && /[1-9]/.test(integer + fraction) ? '-' : '';
  return `${sign}${integer || '0'}${fraction && `.${fraction}`}`;
}

function numberText(value: Literal): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'bigint' in value ? value.bigint : undefined;
}

/** A number with a point or an exponent where it needs one; `float` is single precision. */
export function checkFloat(value: Literal, type: 'float' | 'double'): string {
  const text = numberText(value);
  const number = text !== undefined && parseNumeric(text) ? Number(text) : NaN;
  if (text === undefined || Number.isNaN(number)) {
    return refuseValue(value, 'a number', `A ${type} column takes a number: NaN and infinity are in no standard SQL.`);
  }
  const kept = type === 'float' ? Math.fround(number) : number;
  const vanished = kept === 0 && /[1-9]/.test(text.replace(/[eE].*/, ''));
  if (!Number.isFinite(kept) || vanished) {
    refuse(`${shown(value)} is beyond ${type}`, 'Use types.double() or types.numeric(precision, scale) for the column.');
  }
  return typeof value === 'number' ? String(value) : text.replace('+', '').replace(/[eE]/, 'e');
}

/** A finite number of any size where no type decides. */
export function checkNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : refuseValue(value, 'a finite number', 'Write NULL, or a number.');
}

export function checkBoolean(value: Literal): boolean {
  return typeof value === 'boolean'
    ? value
    : refuseValue(value, 'a boolean', 'A boolean column takes true or false, not 0, 1 or a text.');
}

// With the flag `u` a surrogate pair is one character, so that only lone surrogates match.
const UNSTORABLE = /[\0\uD800-\uDFFF]/u;

/** Without a surrogate or U+0000, as most texts are, a scan is faster than the pattern. */
function maybeUnstorable(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0 || (code >= 0xd800 && code <= 0xdfff)) return true;
  }
  return false;
}

/** Text that every database can store: no U+0000, no half of a surrogate pair. */
export function checkCharacters(text: string): string {
  return maybeUnstorable(text) && UNSTORABLE.test(text)
    ? refuse(
        `${shown(text.replaceAll('\0', '\\0'))} holds U+0000 or half of a surrogate pair`,
        'No text type of a database stores it; use types.binary() for bytes.',
      )
    : text;
}

/** Text of at most `length` characters (code points). */
export function checkText(value: Literal, length?: number): string {
  if (typeof value !== 'string') return refuseValue(value, 'a text', 'A text column takes a text: write it in quotes.');
  if (length !== undefined && value.length > length && [...value].length > length) {
    refuse(
      `${shown(value)} has ${[...value].length} characters, more than string(${length})`,
      'The database would cut or refuse it: shorten the text or widen the column.',
    );
  }
  return checkCharacters(value);
}

export function checkDate(value: Literal): string {
  const date = typeof value === 'string' ? parseDate(value) : undefined;
  return date ?? refuseValue(value, 'a date', "Write a day of the calendar as 'YYYY-MM-DD', years 0001 to 9999.");
}

export function checkTime(value: Literal): string {
  const time = typeof value === 'string' ? parseTime(value) : undefined;
  return time ?? refuseValue(value, 'a time of day', "Write it as 'HH:MM:SS' with up to six digits after the point.");
}

/** With its zone exactly where the type has one: a missing zone would be the session's, a given one would be lost. */
export function checkTimestamp(value: Literal, { zone }: TypeOf<'timestamp'>): Timestamp {
  const timestamp = typeof value === 'string' ? parseTimestamp(value) : undefined;
  if (!timestamp) return refuseValue(value, 'a point in time', "Write it as '2024-01-31T23:59:59', years 0001 to 9999.");
  if (zone && timestamp.zone === undefined) {
    refuse(`${shown(value)} has no time zone`, "Add it, as in '2024-01-31T23:59:59Z' or '…+02:00'; else the session decides.");
  }
  if (!zone && timestamp.zone !== undefined) {
    refuse(`${shown(value)} has a time zone and the type has none`, 'Leave it out, or use types.timestamp({ zone: true }).');
  }
  return timestamp;
}

export function checkDuration(value: Literal): Duration {
  const duration = typeof value === 'string' ? parseDuration(value) : undefined;
  return duration ?? refuseValue(value, 'an interval', "Write an ISO 8601 duration, as in 'P1DT2H30M'.");
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Lower case, with hyphens. */
export function checkUuid(value: Literal): string {
  return typeof value === 'string' && UUID.test(value)
    ? value.toLowerCase()
    : refuseValue(value, 'a UUID', "Write it as 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx' in hexadecimal digits.");
}

// In JSON text, an escape is one only after an even number of backslashes.
const UNSTORABLE_ESCAPE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/** The document's text: a text is taken as JSON as it stands, `json(…)` is written without blanks. */
export function checkJson(value: Literal): string {
  const text = jsonText(value);
  const canonical = text === undefined ? undefined : reparsed(text);
  if (text === undefined || canonical === undefined) {
    return refuseValue(value, 'JSON', 'A json column takes json(…) or a text that is valid JSON.');
  }
  if (UNSTORABLE_ESCAPE.test(canonical)) {
    refuse('the JSON document holds U+0000 or half of a surrogate pair', 'Databases do not store it in JSON; leave it out.');
  }
  return checkCharacters(text);
}

function jsonText(value: Literal): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'json' in value ? stringified(value.json) : undefined;
}

function stringified(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function reparsed(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Hexadecimal digits, two a byte, of at most `length` bytes. */
export function checkBytes(value: Literal, length?: number): string {
  if (typeof value !== 'object' || value === null || !('bytes' in value)) {
    return refuseValue(value, 'bytes', 'A binary column takes a Uint8Array.');
  }
  const count = value.bytes.length / 2;
  if (length !== undefined && count > length) {
    refuse(`${count} bytes are more than binary(${length})`, 'Shorten the value or widen the column.');
  }
  return value.bytes;
}

export function checkEnum(value: Literal, { name, values }: TypeOf<'enum'>): string {
  return typeof value === 'string' && values.includes(value)
    ? checkCharacters(value)
    : refuseValue(value, `a value of enum '${name}'`, `It is one of ${values.map(shown).join(', ')}.`);
}
