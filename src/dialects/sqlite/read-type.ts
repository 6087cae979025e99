import { types } from '../../sql/types.ts';
import { type TypeReader, spellings, upperCase } from '../standard/type-readings.ts';
import { types as names } from './types.ts';

/**
 * All that a type's name says is its affinity: each text stands for a type whose name has the same. Only INTEGER makes
 * a key the rowid, so INT stays what it is, and a column without a type keeps all values as they are, as BLOB does:
 * https://www.sqlite.org/datatype3.html#determination_of_column_affinity
 */
const SPELLINGS = spellings({
  'smallint|int2': types.smallint(),
  integer: types.integer(),
  'bigint|int8': types.bigint(),
  'varchar(n)|character varying(n)|varying character(n)|nvarchar(n)': (length = 0) => types.string(length),
  'text|clob': types.text(),
  'boolean|bool': types.boolean(),
  'numeric(n)|decimal(n)|numeric(n, n)|decimal(n, n)': (precision = 0, scale) => types.numeric(precision, scale),
  decimal: 'NUMERIC',
  'real|float': types.float(),
  'double|double precision': types.double(),
  date: types.date(),
  time: types.time(),
  'timestamp|datetime': types.timestamp(),
  'timestamp with time zone': types.timestamp({ zone: true }),
  'char(36)': types.uuid(),
  'blob|': types.binary(),
});

export const typeReader: TypeReader = { dialect: 'sqlite', names, spellings: SPELLINGS, spell: upperCase, unquoted: true };
