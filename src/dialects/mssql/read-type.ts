import { types } from '../../sql/types.ts';
import { type TypeReader, each, lowerCase, spellings } from '../standard/type-readings.ts';
import { types as names } from './types.ts';

const VARYING = ['nvarchar', 'national character varying', 'national char varying'];
const DECIMALS = ['decimal', 'dec', 'numeric'];

/**
 * https://learn.microsoft.com/sql/t-sql/data-types/data-type-synonyms-transact-sql. Without a length a column has one
 * character or byte, without a precision 18 digits, and seven digits of a second.
 */
const SPELLINGS = spellings({
  smallint: types.smallint(),
  'int|integer': types.integer(),
  bigint: types.bigint(),
  [each(VARYING, '%(n)')]: (length = 0) => types.string(length),
  [each(VARYING, '%')]: types.string(1),
  [each(VARYING, '%(max)')]: types.text(),
  'character varying(n)|char varying(n)': (length) => `varchar(${length})`,
  'varchar|character varying|char varying': 'varchar(1)',
  'character varying(max)|char varying(max)': 'varchar(max)',
  'character(n)': (length) => `char(${length})`,
  'char|character': 'char(1)',
  'national character(n)|national char(n)': (length) => `nchar(${length})`,
  'nchar|national character|national char': 'nchar(1)',
  'national text': 'ntext',
  bit: types.boolean(),
  [each(DECIMALS, '%(n)', '%(n, n)')]: (precision = 0, scale) => types.numeric(precision, scale),
  [each(DECIMALS, '%')]: types.numeric(18),
  real: types.float(),
  'float|double precision': types.double(),
  'float(n)': (digits = 0) => (digits <= 24 ? types.float() : types.double()),
  date: types.date(),
  'time|time(7)': types.time(),
  'datetime2|datetime2(7)': types.timestamp(),
  'datetimeoffset|datetimeoffset(7)': types.timestamp({ zone: true }),
  uniqueidentifier: types.uuid(),
  'varbinary(n)|binary varying(n)': (length) => types.binary(length),
  'varbinary|binary varying': types.binary(1),
  'varbinary(max)|binary varying(max)': types.binary(),
  binary: 'binary(1)',
  timestamp: 'rowversion',
});

export const typeReader: TypeReader = {
  dialect: 'mssql',
  names,
  spellings: SPELLINGS,
  spell: lowerCase,
  unquoted: true,
  schema: 'sys',
};
