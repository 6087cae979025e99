import fc from 'fast-check';
import { type Literal, toLiteral } from '../../src/sql/fragment.ts';
import { type ColumnType, types } from '../../src/sql/types.ts';
import type { Engine } from '../support/servers.ts';

/** A value to write and the text that the engine has to give back of it. */
export interface Sample {
  readonly value: Literal;
  readonly text: string;
}

/** One type's random values on one engine, and the SQL that makes a stored value comparable text. */
export interface RoundTripColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly samples: fc.Arbitrary<Sample>;
  readonly read: (column: string) => string;
  /** The text read, brought to the form of the expected one. */
  readonly normal?: (text: string) => string;
}

const hex = (text: string): string => Buffer.from(text, 'utf8').toString('hex');

/** Hexadecimal digits of a text's UTF-8 bytes, so that no client's output format is in the way. */
const HEX: { readonly [E in Engine]: (column: string) => string } = {
  postgresql: (column) => `encode(convert_to(${column}::text, 'UTF8'), 'hex')`,
  mariadb: (column) => `LOWER(HEX(CONVERT(${column} USING utf8mb4)))`,
  sqlite: (column) => `lower(hex(CAST(${column} AS TEXT)))`,
};

const BYTES: { readonly [E in Engine]: (column: string) => string } = {
  postgresql: (column) => `'x' || encode(${column}, 'hex')`,
  mariadb: (column) => `CONCAT('x', LOWER(HEX(${column})))`,
  sqlite: (column) => `'x' || lower(hex(${column}))`,
};

const AS_TEXT: { readonly [E in Engine]: (column: string) => string } = {
  postgresql: (column) => `${column}::text`,
  mariadb: (column) => `CAST(${column} AS CHAR)`,
  sqlite: (column) => `CAST(${column} AS TEXT)`,
};

/** What scripts, clients and SQL modes could trip over. */
const TRAPS = [
  "'",
  "''",
  '"',
  '\\',
  "\\'",
  "'\\",
  '\\\\',
  '\n',
  '\r\n',
  '\r',
  '\t',
  'a\nGO\nb',
  '\n/\n',
  '\n.\n',
  ';',
  '--',
  '-- ',
  '#',
  '/*',
  '*/',
  '$$',
  '$1',
  ':x',
  "';--",
  '&x',
  '$(x)',
  '%',
  '%s',
  '_',
  '\\n',
  '\\0',
  '\\%',
  '\b',
  '\x1a',
  '\x7f',
  '\x01',
  'é',
  'e\u0301',
  'ß',
  '日本',
  '😀',
  '\u2028',
  '\u00a0',
  '\ufeff',
  '\uffff',
  '',
  ' ',
  '  x  ',
  'NULL',
  'null',
  '0',
  '1.0',
  '1e5',
  '0x41',
  '\n\\\n',
  "E'a'",
  "N'a'",
  "x'41'",
] as const;

/** Any characters but U+0000 and halves of surrogate pairs, mixed with traps. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...TRAPS) }, fc.string({ unit: 'binary', maxLength: 12 })), {
    maxLength: 5,
  })
  .map((pieces) => pieces.join('').replaceAll('\0', ''));

const whole = (least: bigint, most: bigint): fc.Arbitrary<Sample> =>
  fc.oneof(fc.bigInt({ min: least, max: most }), fc.constantFrom(least, most, 0n)).map((value) => ({
    value: { bigint: String(value) },
    text: String(value),
  }));

const digits = (value: bigint, scale: number): string => {
  const text = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  return `${value < 0n ? '-' : ''}${text.slice(0, -scale)}.${text.slice(-scale)}`;
};

const numeric = (precision: number, scale: number): fc.Arbitrary<Sample> => {
  const most = 10n ** BigInt(precision) - 1n;
  return fc.oneof(fc.bigInt({ min: -most, max: most }), fc.constantFrom(most, -most, 0n, 1n)).map((value) => {
    const text = digits(value, scale);
    return { value: text, text };
  });
};

const pad = (value: number, length: number): string => String(value).padStart(length, '0');
const micros = fc.oneof(fc.constant(0), fc.nat(999_999));
const fraction = (value: number): string => (value === 0 ? '' : `.${pad(value, 6)}`);

const DAY = 86_400;
/** Seconds from 1970 to the first second of a year. */
const startOf = (year: number): number => Date.parse(`${pad(year, 4)}-01-01T00:00:00Z`) / 1000;
const iso = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 19);

const instants = (from: number, to: number): fc.Arbitrary<number> =>
  fc.oneof(fc.integer({ min: from, max: to }), fc.constantFrom(from, to));

const dates: fc.Arbitrary<Sample> = instants(startOf(1), startOf(9999) + 364 * DAY).map((seconds) => {
  const text = iso(seconds).slice(0, 10);
  return { value: text, text };
});

const times: fc.Arbitrary<Sample> = fc.tuple(fc.integer({ min: 0, max: DAY - 1 }), micros).map(([seconds, part]) => {
  const clock = iso(seconds).slice(11);
  return { value: clock + fraction(part), text: `${clock}.${pad(part, 6)}` };
});

const timestamps: fc.Arbitrary<Sample> = fc
  .tuple(instants(startOf(1), startOf(9999)), micros, fc.constantFrom('T', ' '))
  .map(([seconds, part, separator]) => ({
    value: iso(seconds).replace('T', separator) + fraction(part),
    text: `${iso(seconds).replace('T', ' ')}.${pad(part, 6)}`,
  }));

const zoned = (from: number, to: number): fc.Arbitrary<Sample> =>
  fc.tuple(instants(from, to), micros, fc.integer({ min: -12 * 4, max: 14 * 4 })).map(([seconds, part, quarters]) => {
    const minutes = Math.abs(quarters) * 15;
    const zone =
      quarters === 0 ? 'Z' : `${quarters < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`;
    return {
      value: iso(seconds + quarters * 900) + fraction(part) + zone,
      text: `${iso(seconds).replace('T', ' ')}.${pad(part, 6)}`,
    };
  });

/** Months, and seconds with the days among them, as PostgreSQL keeps an interval apart. */
const intervals: fc.Arbitrary<Sample> = fc
  .tuple(fc.boolean(), fc.nat(30), fc.nat(400), fc.nat(DAY - 1), micros)
  .map(([isNegative, months, days, seconds, part]) => {
    const sign = isNegative ? '-' : '';
    const whole = BigInt(days * DAY + seconds) * 1_000_000n + BigInt(part);
    return {
      value: `${sign}P${months}M${days}DT${seconds}${fraction(part)}S`,
      text: `${months === 0 ? '' : sign}${months} ${whole === 0n ? '' : sign}${digits(whole, 6)}`,
    };
  });

const readInterval = (column: string): string => {
  const months = `(extract(year FROM ${column}) * 12 + extract(month FROM ${column}))::int`;
  return `${months} || ' ' || extract(epoch FROM ${column} - make_interval(months => ${months}))`;
};

const number = (arbitrary: fc.Arbitrary<number>): fc.Arbitrary<Sample> =>
  arbitrary.map((value) => ({ value, text: String(value) }));
const asNumber = (text: string): string => String(Number(text));
/** Six digits after the point of a second, which SQLite keeps as they were written. */
const sixDigits = (text: string): string => {
  const [seconds = '', part = ''] = text.split('.');
  return `${seconds}.${part.padEnd(6, '0')}`;
};

/** SQLite promises 15 digits of a double, the last of them not exact: https://www.sqlite.org/floatingpoint.html */
const fourteenDigits = (text: string): string => String(Number(Number(text).toPrecision(14)));

const doubles: { readonly [E in Engine]: fc.Arbitrary<Sample> } = {
  postgresql: number(fc.double({ noNaN: true, noDefaultInfinity: true })),
  mariadb: number(
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => value === 0 || Math.abs(value) >= 2 ** -1022),
  ),
  sqlite: fc
    .double({ noNaN: true, min: -1e290, max: 1e290 })
    .filter((value) => value === 0 || Math.abs(value) > 1e-290)
    .map((value) => ({ value, text: fourteenDigits(String(value)) })),
};
const normalSingles = fc
  .float({ noNaN: true, noDefaultInfinity: true })
  .filter((value) => value === 0 || Math.abs(value) >= 2 ** -126);
const singles: { readonly [E in Engine]: fc.Arbitrary<Sample> } = {
  postgresql: number(fc.float({ noNaN: true, noDefaultInfinity: true })),
  mariadb: number(normalSingles),
  sqlite: normalSingles.map((value) => ({ value, text: fourteenDigits(String(value)) })),
};

const jsonDocuments: fc.Arbitrary<Sample> = fc
  .jsonValue({ stringUnit: 'binary', maxDepth: 3 })
  .map((value) => JSON.parse(JSON.stringify(value).replaceAll('\\u0000', ' ')) as unknown)
  .map((value) => ({ value: { json: value }, text: hex(JSON.stringify(value)) }));

const sortedJson = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortedJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sortedJson(each)]),
  );
};
/** An object's order of keys, and a number's way of writing, are no part of a document. */
const sameJson = (text: string): string => JSON.stringify(sortedJson(JSON.parse(Buffer.from(text, 'hex').toString())));

/** MariaDB's enums are refused where a backslash would be read in two ways. */
export const moods = (engine: Engine): readonly string[] => [
  'happy',
  "it's",
  'two words',
  'é',
  ...(engine === 'mariadb' ? [] : ['back\\slash', 'a\nb', '😀']),
];

const text = (value: string): Sample => ({ value, text: hex(value) });

/** Every type that the engine has. */
export function roundTripColumns(engine: Engine): readonly RoundTripColumn[] {
  const [read, bytes, asText] = [HEX[engine], BYTES[engine], AS_TEXT[engine]];
  const isSqlite = engine === 'sqlite';
  const column = (
    type: ColumnType,
    samples: fc.Arbitrary<Sample>,
    how = asText,
    normal?: (each: string) => string,
  ): RoundTripColumn => ({
    name: `c_${type.type}${'zone' in type && type.zone ? 'tz' : ''}`,
    type,
    samples,
    read: how,
    ...(normal && { normal }),
  });
  const exactDouble = (each: string): string =>
    engine === 'mariadb' ? `${each} + 0e0` : isSqlite ? `printf('%!.17g', ${each})` : `${each}::text`;
  return [
    column(types.smallint(), whole(-(2n ** 15n), 2n ** 15n - 1n)),
    column(types.integer(), whole(-(2n ** 31n), 2n ** 31n - 1n)),
    column(types.bigint(), whole(-(2n ** 63n), 2n ** 63n - 1n)),
    column(
      types.string(80),
      anyText.map((value) => text([...value].slice(0, 80).join(''))),
      read,
    ),
    column(types.text(), anyText.map(text), read),
    column(
      types.boolean(),
      fc.boolean().map((value) => ({ value, text: value ? '1' : '0' })),
      (each) => `CASE WHEN ${each} THEN '1' WHEN NOT ${each} THEN '0' END`,
    ),
    isSqlite
      ? column(types.numeric(15, 6), numeric(15, 6), asText, (each) => Number(each).toFixed(6))
      : column(types.numeric(38, 10), numeric(38, 10)),
    column(
      types.float(),
      singles[engine],
      exactDouble,
      isSqlite ? fourteenDigits : (each) => String(Math.fround(Number(each))),
    ),
    column(types.double(), doubles[engine], exactDouble, isSqlite ? fourteenDigits : asNumber),
    column(types.date(), dates, dateFormat(engine)),
    column(types.time(), times, timeFormat(engine), sixDigits),
    column(types.timestamp(), timestamps, timestampFormat(engine), sixDigits),
    // A TIMESTAMP of MariaDB 10.11 counts seconds in 31 bits.
    column(
      types.timestamp({ zone: true }),
      engine === 'mariadb' ? zoned(DAY, 2 ** 31 - DAY) : zoned(startOf(2), startOf(9998)),
      zonedFormat(engine),
      sixDigits,
    ),
    column(
      types.uuid(),
      fc.uuid().map((value) => ({ value: value.toUpperCase(), text: value })),
    ),
    column(types.json(), jsonDocuments, read, sameJson),
    column(
      types.binary(),
      fc
        .uint8Array({ maxLength: 40 })
        .map((value) => ({ value: toLiteral(value), text: `x${Buffer.from(value).toString('hex')}` })),
      bytes,
    ),
    ...(engine === 'postgresql' ? [column(types.interval(), intervals, readInterval)] : []),
    column(types.enum('mood', moods(engine)), fc.constantFrom(...moods(engine)).map(text), read),
  ];
}

const dateFormat = (engine: Engine): ((column: string) => string) =>
  engine === 'postgresql' ? (column) => `to_char(${column}, 'YYYY-MM-DD')` : AS_TEXT[engine];

const timeFormat = (engine: Engine): ((column: string) => string) =>
  engine === 'postgresql' ? (column) => `to_char(${column}, 'HH24:MI:SS.US')` : AS_TEXT[engine];

const timestampFormat = (engine: Engine): ((column: string) => string) =>
  engine === 'postgresql' ? (column) => `to_char(${column}, 'YYYY-MM-DD HH24:MI:SS.US')` : AS_TEXT[engine];

const zonedFormat = (engine: Engine): ((column: string) => string) => {
  if (engine === 'postgresql') return (column) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`;
  return engine === 'mariadb' ? (column) => `CONVERT_TZ(${column}, @@session.time_zone, '+00:00')` : AS_TEXT.sqlite;
};
