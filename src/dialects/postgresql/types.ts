import type { TypeNames } from '../dialect.ts';
import { nativeType } from '../standard/types.ts';
import { writeTable } from '../write.ts';

/** https://www.postgresql.org/docs/current/datatype.html */
export const types: TypeNames = {
  smallint: () => 'SMALLINT',
  integer: () => 'INTEGER',
  bigint: () => 'BIGINT',
  string: ({ length }) => `VARCHAR(${length})`,
  text: () => 'TEXT',
  boolean: () => 'BOOLEAN',
  numeric: ({ precision, scale }) => `NUMERIC(${precision}, ${scale})`,
  float: () => 'REAL',
  double: () => 'DOUBLE PRECISION',
  date: () => 'DATE',
  time: () => 'TIME',
  timestamp: ({ zone }) => (zone ? 'TIMESTAMP WITH TIME ZONE' : 'TIMESTAMP'),
  interval: () => 'INTERVAL',
  uuid: () => 'UUID',
  // "In general, most applications should prefer to store JSON data as jsonb": it has operators and indexes, and
  // types.native('json') is there to keep the text: https://www.postgresql.org/docs/current/datatype-json.html
  json: () => 'JSONB',
  // There is no binary type of a given length; the length is checked where migsql writes a value.
  binary: () => 'BYTEA',
  enum: (type, dialect) => writeTable(dialect, type),
  native: ({ sql }) => nativeType(sql, 'postgresql'),
};
