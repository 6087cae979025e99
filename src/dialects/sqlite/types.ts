import { type TypeNames, unsupported } from '../dialect.ts';
import { nativeType } from '../standard/types.ts';

export const NO_INTERVALS = unsupported(
  'SQLite has no intervals',
  'Store seconds with types.bigint(), or ISO 8601 text with types.text().',
);

/**
 * A type's name only gives its column an affinity, by the letters in it:
 * https://www.sqlite.org/datatype3.html#determination_of_column_affinity. INT makes integers, CHAR and TEXT text, BLOB
 * nothing, REAL, FLOA and DOUB doubles; all others are NUMERIC, which turns text that looks like a number into one.
 */
export const types: TypeNames = {
  smallint: () => 'SMALLINT',
  integer: () => 'INTEGER',
  bigint: () => 'BIGINT',
  string: ({ length }) => `VARCHAR(${length})`,
  text: () => 'TEXT',
  // NUMERIC affinity: 1 and 0 are stored as integers.
  boolean: () => 'BOOLEAN',
  numeric: ({ precision, scale }) => `NUMERIC(${precision}, ${scale})`,
  float: () => 'REAL',
  double: () => 'DOUBLE',
  // NUMERIC affinity, which keeps '2024-01-31' and '23:59:59' as text, since they do not look like numbers.
  date: () => 'DATE',
  time: () => 'TIME',
  timestamp: ({ zone }) => (zone ? 'TIMESTAMP WITH TIME ZONE' : 'TIMESTAMP'),
  interval: NO_INTERVALS,
  // "UUID" and "JSON" would have NUMERIC affinity: the document 1.0 would come back as 1.
  uuid: () => 'CHAR(36)',
  json: () => 'TEXT',
  binary: () => 'BLOB',
  enum: () => 'TEXT',
  native: ({ sql }) => nativeType(sql, 'sqlite'),
};
