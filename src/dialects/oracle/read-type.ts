import { type ColumnType, types } from '../../sql/types.ts';
import { type TypeReader, each, spellings, upperCase } from '../standard/type-readings.ts';
import { types as names } from './types.ts';

const NUMBERS = ['number', 'numeric', 'decimal', 'dec'];
const VARCHARS = ['varchar2', 'varchar', 'character varying', 'char varying'];

/** `NUMBER(10)` and `NUMBER(10, 0)` are the same type. */
const WHOLE: { readonly [digits: number]: ColumnType } = {
  1: types.boolean(),
  5: types.smallint(),
  10: types.integer(),
  19: types.bigint(),
};

const number = (digits = 0, scale = 0): ColumnType =>
  (scale === 0 ? WHOLE[digits] : undefined) ?? types.numeric(digits, scale);

/**
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Data-Types.html: its own types, and what it makes
 * of those of ANSI. A length counts bytes unless NLS_LENGTH_SEMANTICS says otherwise.
 */
const SPELLINGS = spellings({
  [each(NUMBERS, '%(n)', '%(n, n)')]: number,
  'number(*, 0)|numeric|decimal|dec|integer|int|smallint': types.numeric(38),
  'number(*)': 'NUMBER',
  [each(VARCHARS, '%(n char)')]: (length = 0) => types.string(length),
  [each(VARCHARS, '%(n)', '%(n byte)')]: (length) => `VARCHAR2(${length} BYTE)`,
  'char|character': 'CHAR(1 BYTE)',
  'char(n)|character(n)|char(n byte)|character(n byte)': (length) => `CHAR(${length} BYTE)`,
  'character(n char)': (length) => `CHAR(${length} CHAR)`,
  'nchar|national character|national char': 'NCHAR(1)',
  'national character(n)|national char(n)': (length) => `NCHAR(${length})`,
  'national character varying(n)|national char varying(n)|nchar varying(n)': (length) => `NVARCHAR2(${length})`,
  clob: types.text(),
  blob: types.binary(),
  'raw(16)': types.uuid(),
  'raw(n)': (length) => types.binary(length),
  binary_float: types.float(),
  binary_double: types.double(),
  'float|double precision': 'FLOAT(126)',
  real: 'FLOAT(63)',
  date: types.date(),
  'timestamp|timestamp(6)': types.timestamp(),
  'timestamp with time zone|timestamp(6) with time zone': types.timestamp({ zone: true }),
  'timestamp(6) with local time zone': 'TIMESTAMP WITH LOCAL TIME ZONE',
  'interval day(0) to second(6)|interval day(0) to second': types.time(),
  'interval day(9) to second(6)|interval day(9) to second': types.interval(),
  'interval day to second': 'INTERVAL DAY(2) TO SECOND(6)',
  'interval day(n) to second': (digits) => `INTERVAL DAY(${digits}) TO SECOND(6)`,
  'interval day to second(n)': (digits) => `INTERVAL DAY(2) TO SECOND(${digits})`,
  'interval year to month': 'INTERVAL YEAR(2) TO MONTH',
});

export const typeReader: TypeReader = { dialect: 'oracle', names, spellings: SPELLINGS, spell: upperCase };
