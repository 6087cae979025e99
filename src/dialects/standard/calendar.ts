/** A point in time in normal form: `2024-01-02`, `03:04:05[.ffffff]`, `+02:00` (`Z` is `+00:00`). */
export interface Timestamp {
  readonly date: string;
  readonly time: string;
  readonly zone?: string;
}

const ZERO = 48;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number that `count` digits from `start` on make, or NaN where a character is none. */
function digits(text: string, start: number, count: number): number {
  let value = 0;
  for (let at = start; at < start + count; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** `YYYY-MM-DD` as it stands, where it is a day of the (proleptic Gregorian) calendar in the years 0001 to 9999. */
export function parseDate(text: string): string | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1)) return undefined;
  const last = month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] as number);
  return day <= last ? text : undefined;
}

/** `HH:MM`, `HH:MM:SS` or `HH:MM:SS.f` with up to six digits, as `HH:MM:SS[.f]`; neither 24:00 nor leap seconds. */
export function parseTime(text: string): string | undefined {
  if (text[2] !== ':' || !(digits(text, 0, 2) <= 23) || !(digits(text, 3, 2) <= 59)) return undefined;
  if (text.length === 5) return `${text}:00`;
  if (text[5] !== ':' || !(digits(text, 6, 2) <= 59)) return undefined;
  if (text.length === 8) return text;
  const places = text.length - 9;
  const isFraction = text[8] === '.' && places >= 1 && places <= 6 && digits(text, 9, places) >= 0;
  return isFraction ? text : undefined;
}

/** A date, `T` or a blank, a time and, where there is one, a zone; a date alone is its midnight. */
export function parseTimestamp(text: string): Timestamp | undefined {
  const date = parseDate(text.slice(0, 10));
  if (date === undefined) return undefined;
  if (text.length === 10) return { date, time: '00:00:00' };
  if (text[10] !== 'T' && text[10] !== ' ') return undefined;
  const zoneAt = zoneStart(text);
  const time = parseTime(text.slice(11, zoneAt));
  if (time === undefined) return undefined;
  if (zoneAt === text.length) return { date, time };
  const zone = parseZone(text.slice(zoneAt));
  return zone === undefined ? undefined : { date, time, zone };
}

/** Where the zone begins in a timestamp: its hour and minute end at the earliest at 16. */
function zoneStart(text: string): number {
  for (let at = 16; at < text.length; at++) {
    const char = text[at];
    if (char === 'Z' || char === '+' || char === '-') return at;
  }
  return text.length;
}

/**
 * `Z`, `+02`, `+0200` or `+02:00` as `+02:00`, between -12:00 and +14:00: the zones that exist, and the range that
 * every database takes. Oracle's is the narrowest:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/nlspg/datetime-data-types-and-time-zone-support.html
 */
export function parseZone(text: string): string | undefined {
  if (text === 'Z') return '+00:00';
  const match = /^([+-])(\d\d)(?::?([0-5]\d))?$/.exec(text);
  if (!match) return undefined;
  const [, sign, hours, minutes = '00'] = match;
  const offset = Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  return offset >= -12 * 60 && offset <= 14 * 60 ? `${sign}${hours}:${minutes}` : undefined;
}

/** An ISO 8601 duration: `P1Y2M3DT4H5M6.7S`, `P2W`, with `-` before it where it is negative. */
export interface Duration {
  readonly negative: boolean;
  readonly years: number;
  readonly months: number;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  /** As text, since its fraction is exact. */
  readonly seconds: string;
}

const DAYS_PART = '(?:(\\d{1,4})Y)?(?:(\\d{1,6})M)?(?:(\\d{1,6})W)?(?:(\\d{1,9})D)?';
const CLOCK_PART = '(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9}(?:\\.\\d{1,6})?)S)?';
const DURATION = new RegExp(`^(-?)P(?=[\\dT])${DAYS_PART}(?:T(?=\\d)${CLOCK_PART})?$`);

export function parseDuration(text: string): Duration | undefined {
  const match = DURATION.exec(text);
  if (!match) return undefined;
  const [, sign, years, months, weeks, days, hours, minutes, seconds = '0'] = match;
  const whole = (digits: string | undefined): number => Number(digits ?? 0);
  return {
    negative: sign === '-',
    years: whole(years),
    months: whole(months),
    days: whole(days) + 7 * whole(weeks),
    hours: whole(hours),
    minutes: whole(minutes),
    seconds,
  };
}

/** The same point in time at zone +00:00; without a zone as it is; nothing outside the years 0001 to 9999. */
export function inUtc({ date, time, zone }: Timestamp): Timestamp | undefined {
  if (zone === undefined) return { date, time };
  if (zone === '+00:00') return { date, time, zone };
  // The fraction is not part of the arithmetic: a number would not keep it.
  const moved = new Date(`${date}T${time.slice(0, 8)}${zone}`);
  const text = moved.toISOString();
  const inRange = text.length === 24 && moved.getUTCFullYear() >= 1;
  return inRange ? { date: text.slice(0, 10), time: text.slice(11, 19) + time.slice(8), zone: '+00:00' } : undefined;
}
