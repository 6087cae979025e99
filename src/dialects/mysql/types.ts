import type { TypeNames } from '../dialect.ts';
import { boundedBinary, boundedDecimal, boundedVarchar, inlineEnum } from '../standard/bounded-types.ts';
import { NO_INTERVAL } from '../standard/no-interval.ts';
import { nativeType } from '../standard/types.ts';

/** https://dev.mysql.com/doc/refman/8.4/en/data-types.html */
export const types: TypeNames = {
  smallint: () => 'SMALLINT',
  integer: () => 'INT',
  bigint: () => 'BIGINT',
  string: boundedVarchar,
  // TEXT ends at 64 KiB, where other databases' text does not; LONGTEXT costs two bytes more a value.
  text: () => 'LONGTEXT',
  boolean: () => 'BOOLEAN',
  numeric: (type) => boundedDecimal(type, 30),
  float: () => 'FLOAT',
  double: () => 'DOUBLE',
  date: () => 'DATE',
  // Without (6), fractions of a second are rounded away.
  time: () => 'TIME(6)',
  // DATETIME is what a clock shows; TIMESTAMP is an instant, kept in UTC and told in the session's zone. It ends in
  // 2038: https://dev.mysql.com/doc/refman/8.4/en/datetime.html
  timestamp: ({ zone }) => (zone ? 'TIMESTAMP(6)' : 'DATETIME(6)'),
  interval: NO_INTERVAL,
  uuid: () => 'CHAR(36)',
  json: () => 'JSON',
  binary: boundedBinary,
  enum: inlineEnum,
  native: ({ sql }) => nativeType(sql, 'mysql'),
};
