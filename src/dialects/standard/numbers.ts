import type { Literal } from '../../sql/fragment.ts';
import type { TypeOf } from '../../sql/types.ts';
import { refuse } from '../dialect.ts';
import { refuseValue, shown } from './shown.ts';

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
    return refuse(
      `${value} is beyond what a JavaScript number holds exactly`,
      `Write it as a bigint: ${BigInt(value)}n.`,
    );
  }
  const digits = typeof value === 'object' && value !== null && 'bigint' in value ? value.bigint : value;
  const isInteger =
    typeof digits === 'number'
      ? Number.isInteger(digits)
      : typeof digits === 'string' && /^[+-]?\d{1,40}$/.test(digits);
  if (!isInteger)
    return refuseValue(value, 'a whole number', 'An integer column takes a number, a bigint or digits as text.');
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
  if (!decimal)
    return refuseValue(value, 'a number', "A numeric column takes a number, a bigint or a text like '1.50'.");
  const { negative, integer } = decimal;
  const excess = decimal.fraction.slice(scale);
  const fraction = decimal.fraction.slice(0, scale);
  if (integer.length > precision - scale || /[1-9]/.test(excess)) {
    refuse(
      `${shown(value)} does not fit numeric(${precision}, ${scale})`,
      `It holds ${precision - scale} digits before the point and ${scale} after it: round it or widen the column.`,
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
    refuse(
      `${shown(value)} is beyond ${type}`,
      'Use types.double() or types.numeric(precision, scale) for the column.',
    );
  }
  return typeof value === 'number' ? String(value) : text.replace('+', '').replace(/[eE]/, 'e');
}

/** A finite number of any size where no type decides. */
export function checkNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : refuseValue(value, 'a finite number', 'Write NULL, or a number.');
}
