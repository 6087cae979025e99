import type { Piece } from '../../sql/lex/pieces.ts';
import { types } from '../../sql/types.ts';
import { type TypeReader, spellings, upperCase } from '../standard/type-readings.ts';
import { types as names } from './types.ts';

/**
 * https://www.postgresql.org/docs/current/datatype.html: the aliases, and what `format_type` prints. Six digits of a
 * second are what a time has where nothing is said.
 */
const SPELLINGS = spellings({
  'smallint|int2': types.smallint(),
  'integer|int|int4': types.integer(),
  'bigint|int8': types.bigint(),
  'varchar(n)|character varying(n)|char varying(n)': (length = 0) => types.string(length),
  'character varying|char varying': 'VARCHAR',
  'char(n)|character(n)|bpchar(n)': (length) => `CHAR(${length})`,
  'char|character': 'CHAR(1)',
  text: types.text(),
  'boolean|bool': types.boolean(),
  'numeric(n)|decimal(n)|dec(n)|numeric(n, n)|decimal(n, n)|dec(n, n)': (precision = 0, scale) =>
    types.numeric(precision, scale),
  'decimal|dec': 'NUMERIC',
  'decimal(n, -n)|dec(n, -n)': (precision, scale) => `NUMERIC(${precision}, -${scale})`,
  'real|float4': types.float(),
  'double precision|float8|float': types.double(),
  'float(n)': (digits = 0) => (digits <= 24 ? types.float() : types.double()),
  date: types.date(),
  'time|time without time zone|time(6)|time(6) without time zone': types.time(),
  'time(n)|time(n) without time zone': (digits) => `TIME(${digits})`,
  'timetz|time with time zone|timetz(6)|time(6) with time zone': 'TIME WITH TIME ZONE',
  'timetz(n)|time(n) with time zone': (digits) => `TIME(${digits}) WITH TIME ZONE`,
  'timestamp|timestamp without time zone|timestamp(6)|timestamp(6) without time zone': types.timestamp(),
  'timestamp(n)|timestamp(n) without time zone': (digits) => `TIMESTAMP(${digits})`,
  'timestamptz|timestamp with time zone|timestamptz(6)|timestamp(6) with time zone': types.timestamp({ zone: true }),
  'timestamptz(n)|timestamp(n) with time zone': (digits) => `TIMESTAMP(${digits}) WITH TIME ZONE`,
  'interval|interval(6)': types.interval(),
  uuid: types.uuid(),
  jsonb: types.json(),
  bytea: types.binary(),
  bit: 'BIT(1)',
  varbit: 'BIT VARYING',
  'varbit(n)': (length) => `BIT VARYING(${length})`,
  serial4: 'SERIAL',
  serial2: 'SMALLSERIAL',
  serial8: 'BIGSERIAL',
});

/** "It does not matter how many dimensions are said, or their sizes": `integer[3][3]` is `integer[]`. */
function element(pieces: readonly Piece[]): readonly Piece[] | undefined {
  const end = pieces.findIndex(({ text }) => text === '[' || text.toLowerCase() === 'array');
  return end > 0 ? pieces.slice(0, end) : undefined;
}

export const typeReader: TypeReader = {
  dialect: 'postgresql',
  names,
  spellings: SPELLINGS,
  spell: upperCase,
  schema: 'pg_catalog',
  element,
};
