import type { TypeNames } from '../dialect.ts';
import { boundedBinary, boundedDecimal, boundedVarchar, inlineEnum } from '../standard/bounded-types.ts';
import { NO_INTERVAL } from '../standard/no-interval.ts';
import { nativeType } from '../standard/types.ts';

/** https://mariadb.com/docs/server/reference/data-types */
export const types: TypeNames = {
  smallint: () => 'SMALLINT',
  integer: () => 'INT',
  bigint: () => 'BIGINT',
  string: boundedVarchar,
  // TEXT ends at 64 KiB, where other databases' text does not; LONGTEXT costs two bytes more a value.
  text: () => 'LONGTEXT',
  boolean: () => 'BOOLEAN',
  numeric: (type) => boundedDecimal(type, 38),
  float: () => 'FLOAT',
  double: () => 'DOUBLE',
  date: () => 'DATE',
  // Without (6), fractions of a second are rounded away.
  time: () => 'TIME(6)',
  // DATETIME is what a clock shows; TIMESTAMP is an instant, kept in UTC and told in the session's zone. It ends in
  // 2038 before version 11.5: https://mariadb.com/docs/server/reference/data-types/date-and-time-data-types/timestamp
  timestamp: ({ zone }) => (zone ? 'TIMESTAMP(6)' : 'DATETIME(6)'),
  interval: NO_INTERVAL,
  // The type UUID came with version 10.7; types.native('uuid') is there for later servers.
  uuid: () => 'CHAR(36)',
  // LONGTEXT with a check by another name: https://mariadb.com/docs/server/reference/data-types/string-data-types/json
  json: () => 'JSON',
  binary: boundedBinary,
  enum: inlineEnum,
  native: ({ sql }) => nativeType(sql, 'mariadb'),
};
