import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Refusal } from '../../src/dialects/dialect.ts';
import {
  checkBoolean,
  checkBytes,
  checkEnum,
  checkFloat,
  checkInteger,
  checkJson,
  checkNumber,
  checkNumeric,
  checkText,
  checkTimestamp,
  checkUuid,
  inUtc,
  parseDate,
  parseDuration,
  parseNumeric,
  parseTime,
  parseTimestamp,
  parseZone,
} from '../../src/dialects/standard/values.ts';
import { tries } from '../support/scale.ts';

function refused(run: () => unknown, reason: RegExp): void {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error));
    assert.match(error.message, reason);
    assert.match(error.hint, /^[A-Z].*[.:]/, 'a refusal says what to do');
    return;
  }
  assert.unreachable(`expected a refusal: ${reason}`);
}

const dates = suite('dates and times');

dates('a date is a day of the Gregorian calendar, years 0001 to 9999', () => {
  const days = ['2024-02-29', '2000-02-29', '1899-12-31', '0001-01-01', '9999-12-31', '2023-04-30'];
  for (const text of days) assert.is(parseDate(text), text);
  const none = [
    '2023-02-29',
    '1900-02-29',
    '2023-04-31',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '0000-01-01',
    '2023-1-1',
    '20230101',
    '2023-01-01 ',
    ' 2023-01-01',
    '+2023-01-1',
    '2023/01/01',
    '٢٠٢٣-01-01',
    '10000-01-01',
    '',
    '2023-01-0x',
    '2023-01-1\n',
  ];
  for (const text of none) assert.is(parseDate(text), undefined, text);
});

dates('agrees with the calendar of JavaScript', () => {
  const field = (max: number, length: number): fc.Arbitrary<string> =>
    fc.nat(max).map((n) => String(n).padStart(length, '0'));
  fc.assert(
    fc.property(field(9999, 4), field(14, 2), field(33, 2), (year, month, day) => {
      const text = `${year}-${month}-${day}`;
      const instant = new Date(`${text}T00:00:00Z`);
      const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text) && year !== '0000';
      assert.is(parseDate(text), exists ? text : undefined);
    }),
    tries(2000),
  );
});

dates('a time has hours and minutes, and up to six digits of a second', () => {
  assert.is(parseTime('00:00'), '00:00:00');
  assert.is(parseTime('23:59:59'), '23:59:59');
  assert.is(parseTime('23:59:59.000001'), '23:59:59.000001');
  for (const text of [
    '24:00',
    '23:60',
    '23:59:60',
    '23:59:59.',
    '23:59:59.0000001',
    '1:00',
    '12',
    '12:00Z',
    '12:00:00,5',
    '',
    '12:00:5',
  ]) {
    assert.is(parseTime(text), undefined, text);
  }
});

dates('a timestamp is a date, a time and maybe a zone', () => {
  assert.equal(parseTimestamp('2024-01-02'), { date: '2024-01-02', time: '00:00:00' });
  assert.equal(parseTimestamp('2024-01-02 03:04'), { date: '2024-01-02', time: '03:04:00' });
  assert.equal(parseTimestamp('2024-01-02T03:04:05.6Z'), { date: '2024-01-02', time: '03:04:05.6', zone: '+00:00' });
  assert.equal(parseTimestamp('2024-01-02T03:04-0530'), { date: '2024-01-02', time: '03:04:00', zone: '-05:30' });
  for (const text of [
    '2024-01-02T',
    '2024-01-02T03',
    '2024-01-02_03:04',
    '2024-02-30T03:04',
    '2024-01-02T03:04z',
    '2024-01-02T03:04+',
    '2024-01-02Z',
  ]) {
    assert.is(parseTimestamp(text), undefined, text);
  }
});

dates('a zone lies between -12:00 and +14:00', () => {
  for (const [text, zone] of [
    ['Z', '+00:00'],
    ['+14', '+14:00'],
    ['-1200', '-12:00'],
    ['-00:00', '-00:00'],
    ['+05:45', '+05:45'],
  ] as const) {
    assert.is(parseZone(text), zone);
  }
  for (const text of ['+14:01', '-12:01', '+5', '+05:60', 'UTC', '05:00', ''])
    assert.is(parseZone(text), undefined, text);
});

dates('UTC moves over days and years, and keeps every digit', () => {
  const utc = (text: string): string | undefined => {
    const moved = inUtc(parseTimestamp(text) ?? { date: '', time: '' });
    return moved && `${moved.date} ${moved.time}`;
  };
  assert.is(utc('2024-01-01T00:30:00.123456+05:30'), '2023-12-31 19:00:00.123456');
  assert.is(utc('2024-02-29T23:30-01:00'), '2024-03-01 00:30:00');
  assert.is(utc('0099-12-31T23:00-02:00'), '0100-01-01 01:00:00');
  assert.is(utc('2024-02-29T23:30'), '2024-02-29 23:30:00');
  assert.is(utc('0001-01-01T00:00+00:30'), undefined);
  assert.is(utc('9999-12-31T23:59:59-00:30'), undefined);
});

dates('a zone is given exactly where the type has one', () => {
  refused(() => checkTimestamp('2024-01-02T03:04:05', { type: 'timestamp', zone: true }), /has no time zone/);
  refused(() => checkTimestamp('2024-01-02T03:04:05Z', { type: 'timestamp', zone: false }), /has a time zone/);
  refused(() => checkTimestamp(1704164645, { type: 'timestamp', zone: false }), /1704164645 is not a point in time/);
});

dates('a duration is of ISO 8601', () => {
  assert.equal(parseDuration('P1Y2M3W4DT5H6M7.5S'), {
    negative: false,
    years: 1,
    months: 2,
    days: 25,
    hours: 5,
    minutes: 6,
    seconds: '7.5',
  });
  assert.equal(parseDuration('-PT0.000001S')?.negative, true);
  for (const text of ['P', 'PT', '1 day', 'P1', 'P1S', 'PT1D', 'P1.5D', 'P1DT', 'PT1.1234567S', "P1D'"]) {
    assert.is(parseDuration(text), undefined, text);
  }
});

dates.run();

const numbers = suite('numbers');

numbers('integers keep to their type', () => {
  assert.is(checkInteger(32767, 'smallint'), '32767');
  assert.is(checkInteger(-32768, 'smallint'), '-32768');
  refused(() => checkInteger(32768, 'smallint'), /32768 is beyond smallint/);
  refused(() => checkInteger(-32769, 'smallint'), /beyond smallint/);
  assert.is(checkInteger(2147483647, 'integer'), '2147483647');
  refused(() => checkInteger(2147483648, 'integer'), /beyond integer/);
  assert.is(checkInteger({ bigint: '9223372036854775807' }, 'bigint'), '9223372036854775807');
  refused(() => checkInteger({ bigint: '9223372036854775808' }, 'bigint'), /beyond bigint/);
});

numbers('a number that JavaScript may have rounded is refused', () => {
  assert.is(checkInteger(Number.MAX_SAFE_INTEGER, 'bigint'), '9007199254740991');
  refused(() => checkInteger(2 ** 53, 'bigint'), /beyond what a JavaScript number holds exactly/);
});

numbers('only whole numbers are integers; digits may be text', () => {
  assert.is(checkInteger('+0042', 'integer'), '42');
  assert.is(checkInteger(-0, 'integer'), '0');
  for (const value of [1.5, NaN, Infinity, '1.0', '1e3', '', ' 1', '0x10', true, { json: 1 }, { bytes: '01' }]) {
    refused(() => checkInteger(value, 'integer'), /is not a whole number/);
  }
});

const numeric = (value: Parameters<typeof checkNumeric>[0], precision = 6, scale = 2): string =>
  checkNumeric(value, { type: 'numeric', precision, scale });

numbers('a numeric is exact, and never an exponent', () => {
  assert.is(numeric('1.50'), '1.50');
  assert.is(numeric('-0.5'), '-0.5');
  assert.is(numeric('.5'), '0.5');
  assert.is(numeric('007'), '7');
  assert.is(numeric('-0.00'), '0.00');
  assert.is(numeric(1e3), '1000');
  assert.is(numeric('15e-1'), '1.5');
  assert.is(numeric(1e21, 30, 0), '1000000000000000000000');
  assert.is(numeric({ bigint: '-12345678901234567890' }, 20, 0), '-12345678901234567890');
  assert.is(numeric('1.5000'), '1.50', 'zeros beyond the scale are no digits lost');
});

numbers('a numeric that would be rounded or overflow is refused', () => {
  refused(() => numeric('1.505'), /'1.505' does not fit numeric\(6, 2\)/);
  refused(() => numeric(0.1 + 0.2), /0.30000000000000004 does not fit/);
  refused(() => numeric('10000'), /does not fit/);
  refused(() => numeric('1e9999'), /does not fit/);
  for (const value of [
    'abc',
    '',
    '.',
    '1,5',
    '1 000',
    'NaN',
    'Infinity',
    NaN,
    -Infinity,
    '1e99999',
    '--1',
    '1\n',
    true,
  ]) {
    refused(() => numeric(value), /is not a number/);
  }
});

numbers('parseNumeric moves the point as the exponent says', () => {
  const scaled = ({ negative, integer, fraction }: { negative: boolean; integer: string; fraction: string }): bigint =>
    BigInt(`${integer}${fraction.padEnd(40, '0')}` || 0) * (negative ? -1n : 1n);
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      fc.nat(8),
      fc.integer({ min: -12, max: 12 }),
      (value, places, exponent) => {
        const digits = String(value < 0n ? -value : value).padStart(places + 1, '0');
        const point = digits.length - places;
        const text = `${value < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}e${exponent}`;
        const parsed = parseNumeric(text);
        assert.ok(parsed, text);
        assert.is(scaled(parsed), value * 10n ** BigInt(40 - places + exponent), text);
      },
    ),
    tries(1000),
  );
});

numbers('a float is finite in its own precision', () => {
  assert.is(checkFloat(1e21, 'double'), '1e+21');
  assert.is(checkFloat('1E3', 'double'), '1e3');
  assert.is(checkFloat(0.1, 'float'), '0.1');
  assert.is(checkFloat({ bigint: '5' }, 'float'), '5');
  refused(() => checkFloat(1e39, 'float'), /1e\+39 is beyond float/);
  refused(() => checkFloat(1e-50, 'float'), /beyond float/);
  refused(() => checkFloat('1e400', 'double'), /beyond double/);
  refused(() => checkFloat('1e-400', 'double'), /beyond double/);
  assert.is(checkFloat('0e-400', 'double'), '0e-400', 'nothing is lost of zero');
  for (const value of [NaN, Infinity, 'abc', '', true]) refused(() => checkFloat(value, 'double'), /is not a number/);
  refused(() => checkNumber(NaN), /NaN is not a finite number/);
});

numbers.run();

const others = suite('texts, documents and bytes');

others('characters are counted, not code units', () => {
  assert.is(checkText('😀😀', 2), '😀😀');
  refused(() => checkText('😀😀😀', 2), /has 3 characters, more than string\(2\)/);
  refused(() => checkText('e\u0301', 1), /has 2 characters/);
});

others('what no database stores is refused', () => {
  for (const text of ['a\0b', '\ud800', 'x\udc00x', '\udc00\ud800'])
    refused(() => checkText(text), /U\+0000 or half of a surrogate pair/);
  refused(() => checkText(5), /5 is not a text/);
});

others('booleans are true or false', () => {
  assert.is(checkBoolean(false), false);
  for (const value of [0, 1, 'yes', 'true', null]) refused(() => checkBoolean(value), /is not a boolean/);
});

others('a UUID is lower case with hyphens', () => {
  assert.is(checkUuid('A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'), 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11');
  for (const value of [
    'a0eebc999c0b4ef8bb6d6bb9bd380a11',
    '{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}',
    'a0eebc99',
    '',
    1,
  ]) {
    refused(() => checkUuid(value), /is not a UUID/);
  }
});

others('JSON is a document or its text', () => {
  assert.is(checkJson({ json: { a: [1, 'é'] } }), '{"a":[1,"é"]}');
  assert.is(checkJson(' [1, 2] '), ' [1, 2] ');
  for (const value of ['{a: 1}', '', 5, true, { json: undefined }, { json: 5n }])
    refused(() => checkJson(value), /is not JSON/);
});

others('JSON that databases refuse to store', () => {
  const zero = /U\+0000 or half of a surrogate pair/;
  refused(() => checkJson({ json: 'a\0b' }), zero);
  refused(() => checkJson({ json: { '\ud800': 1 } }), zero);
  refused(() => checkJson('"\\u0000"'), zero);
  refused(() => checkJson('"\\ud83d"'), zero);
  assert.is(checkJson('"\\ud83d\\ude00"'), '"\\ud83d\\ude00"', 'a whole pair is a character');
  assert.is(checkJson({ json: '\\u0000' }), '"\\\\u0000"', 'a backslash and letters are no escape');
});

others('bytes keep to their length', () => {
  assert.is(checkBytes({ bytes: '00ff' }, 2), '00ff');
  refused(() => checkBytes({ bytes: '00ff01' }, 2), /3 bytes are more than binary\(2\)/);
  refused(() => checkBytes('00ff'), /is not bytes/);
});

others('an enum value is one of the list', () => {
  const as = { type: 'enum', name: 'mood', values: ['happy', 'sad'] } as const;
  assert.is(checkEnum('sad', as), 'sad');
  refused(() => checkEnum('Sad', as), /'Sad' is not a value of enum 'mood'/);
  refused(() => checkEnum(1, as), /1 is not a value/);
});

others('a long value is shortened in the message', () => {
  refused(() => checkBoolean('x'.repeat(500)), /^'x{58}… is not a boolean$/);
});

others.run();
