import { types } from '../../sql/types.ts';
import { type Spellings, each } from './type-readings.ts';

const WIDTHS = ['%', '%(n)', '% signed', '%(n) signed'];
const UNSIGNED = ['% unsigned', '%(n) unsigned'];
/** Numbers that are filled up are without a sign. */
const FILLED = '%(n) zerofill';
const filled = (name: string) => (width: number | undefined): string => `${name}(${width}) UNSIGNED ZEROFILL`;
const DECIMALS = ['decimal', 'dec', 'numeric', 'fixed'];
const INTEGERS = ['int', 'integer', 'int4'];
const VARCHARS = ['varchar', 'character varying', 'char varying', 'varcharacter'];

const unsignedDecimal = (precision: number | undefined, scale = 0): string => `DECIMAL(${precision}, ${scale}) UNSIGNED`;

/**
 * What MySQL and MariaDB share. A display width says nothing of a type's values, but for `tinyint(1)`, which is all that
 * is left of BOOLEAN, and ZEROFILL: https://dev.mysql.com/doc/refman/8.4/en/numeric-type-attributes.html. A synonym is
 * kept under its own type's name: https://dev.mysql.com/doc/refman/8.4/en/other-vendor-data-types.html
 */
export const MYSQL_SPELLINGS: Spellings = {
  'boolean|bool|tinyint(1)|tinyint(1) signed': types.boolean(),
  [each(['tinyint', 'int1'], ...WIDTHS)]: 'TINYINT',
  [each(['tinyint', 'int1'], ...UNSIGNED)]: 'TINYINT UNSIGNED',
  [each(['tinyint', 'int1'], FILLED)]: filled('TINYINT'),
  [each(['smallint', 'int2'], ...WIDTHS)]: types.smallint(),
  [each(['smallint', 'int2'], ...UNSIGNED)]: 'SMALLINT UNSIGNED',
  [each(['smallint', 'int2'], FILLED)]: filled('SMALLINT'),
  [each(['mediumint', 'int3', 'middleint'], ...WIDTHS)]: 'MEDIUMINT',
  [each(['mediumint', 'int3', 'middleint'], ...UNSIGNED)]: 'MEDIUMINT UNSIGNED',
  [each(['mediumint', 'int3', 'middleint'], FILLED)]: filled('MEDIUMINT'),
  [each(INTEGERS, ...WIDTHS)]: types.integer(),
  [each(INTEGERS, ...UNSIGNED)]: 'INT UNSIGNED',
  [each(INTEGERS, FILLED)]: filled('INT'),
  [each(['bigint', 'int8'], ...WIDTHS)]: types.bigint(),
  [each(['bigint', 'int8'], ...UNSIGNED)]: 'BIGINT UNSIGNED',
  [each(['bigint', 'int8'], FILLED)]: filled('BIGINT'),
  [each(DECIMALS, '%')]: types.numeric(10),
  [each(DECIMALS, '%(n)', '%(n, n)')]: (precision = 0, scale) => types.numeric(precision, scale),
  [each(DECIMALS, '% unsigned')]: unsignedDecimal(10),
  [each(DECIMALS, '%(n) unsigned', '%(n, n) unsigned')]: unsignedDecimal,
  'float|float4': types.float(),
  // REAL is FLOAT in the SQL mode REAL_AS_FLOAT.
  'double|double precision|float8|real': types.double(),
  'float(n)': (digits = 0) => (digits <= 24 ? types.float() : types.double()),
  'double precision unsigned|real unsigned': 'DOUBLE UNSIGNED',
  [each(VARCHARS, '%(n)')]: (length = 0) => types.string(length),
  'char(36)|character(36)': types.uuid(),
  'char|character': 'CHAR(1)',
  'character(n)': (length) => `CHAR(${length})`,
  longtext: types.text(),
  'long|long varchar': 'MEDIUMTEXT',
  'long varbinary': 'MEDIUMBLOB',
  json: types.json(),
  'varbinary(n)': (length) => types.binary(length),
  longblob: types.binary(),
  binary: 'BINARY(1)',
  bit: 'BIT(1)',
  date: types.date(),
  'time(6)': types.time(),
  'time(0)': 'TIME',
  'datetime(6)': types.timestamp(),
  'datetime(0)': 'DATETIME',
  'timestamp(6)': types.timestamp({ zone: true }),
  'timestamp(0)': 'TIMESTAMP',
  'year(4)': 'YEAR',
};
