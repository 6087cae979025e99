import type { Literal } from '../../sql/fragment.ts';
import type { TypeOf } from '../../sql/types.ts';
import { refuse } from '../dialect.ts';
import { type Duration, type Timestamp, parseDate, parseDuration, parseTime, parseTimestamp } from './calendar.ts';
import { refuseValue, shown } from './shown.ts';

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
export { type Decimal, checkFloat, checkInteger, checkNumber, checkNumeric, parseNumeric } from './numbers.ts';
export { refuseValue, shown } from './shown.ts';

/*
 * What a column of each generic type can hold, the same in every dialect. A value that is not exactly representable is
 * refused, never rounded, cut or converted: the script would fail on the server, or store something else.
 */

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
  if (!timestamp)
    return refuseValue(value, 'a point in time', "Write it as '2024-01-31T23:59:59', years 0001 to 9999.");
  if (zone && timestamp.zone === undefined) {
    refuse(
      `${shown(value)} has no time zone`,
      "Add it, as in '2024-01-31T23:59:59Z' or '…+02:00'; else the session decides.",
    );
  }
  if (!zone && timestamp.zone !== undefined) {
    refuse(
      `${shown(value)} has a time zone and the type has none`,
      'Leave it out, or use types.timestamp({ zone: true }).',
    );
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
    refuse(
      'the JSON document holds U+0000 or half of a surrogate pair',
      'Databases do not store it in JSON; leave it out.',
    );
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
