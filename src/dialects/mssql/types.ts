import { type TypeNames, refuse, unsupported } from '../dialect.ts';
import { nativeType } from '../standard/types.ts';

/** In `nvarchar(n)`: https://learn.microsoft.com/sql/t-sql/data-types/nchar-and-nvarchar-transact-sql */
const LONGEST_STRING = 4000;
/** In `varbinary(n)`: https://learn.microsoft.com/sql/t-sql/data-types/binary-and-varbinary-transact-sql */
const LONGEST_BINARY = 8000;
/** https://learn.microsoft.com/sql/t-sql/data-types/decimal-and-numeric-transact-sql */
const MOST_DIGITS = 38;

/** https://learn.microsoft.com/sql/t-sql/data-types/data-types-transact-sql */
export const types: TypeNames = {
  smallint: () => 'smallint',
  integer: () => 'int',
  bigint: () => 'bigint',
  string: ({ length }) =>
    length <= LONGEST_STRING
      ? `nvarchar(${length})`
      : refuse(
          `nvarchar(${length}) is longer than ${LONGEST_STRING}`,
          'Use types.text(), which SQL Server keeps as nvarchar(max).',
        ),
  text: () => 'nvarchar(max)',
  boolean: () => 'bit',
  numeric: ({ precision, scale }) =>
    precision <= MOST_DIGITS && scale <= precision
      ? `decimal(${precision}, ${scale})`
      : refuse(
          `decimal(${precision}, ${scale}) is not a type of SQL Server`,
          `The precision is at most ${MOST_DIGITS}, and the scale at most the precision.`,
        ),
  float: () => 'real',
  double: () => 'float(53)',
  date: () => 'date',
  time: () => 'time',
  timestamp: ({ zone }) => (zone ? 'datetimeoffset' : 'datetime2'),
  interval: unsupported('SQL Server has no interval type', 'Keep a number of seconds, or two points in time.'),
  uuid: () => 'uniqueidentifier',
  // There is no JSON type before SQL Server 2025. ISJSON takes objects and arrays alone, and a JSON document may be a
  // bare number or text as well, so no check is put on the column:
  // https://learn.microsoft.com/sql/t-sql/functions/isjson-transact-sql
  json: () => 'nvarchar(max)',
  binary: ({ length }) => {
    if (length === undefined) return 'varbinary(max)';
    if (length <= LONGEST_BINARY) return `varbinary(${length})`;
    return refuse(
      `varbinary(${length}) is longer than ${LONGEST_BINARY}`,
      'Use types.binary(), which is varbinary(max).',
    );
  },
  enum: ({ values }) => `nvarchar(${Math.max(1, ...values.map((value) => value.length))})`,
  native: ({ sql }) => nativeType(sql, 'mssql'),
};
