import { type TypeNames, refuse } from '../dialect.ts';
import { nativeType } from '../standard/types.ts';
import { LONGEST_VARCHAR2, refuseEmpty } from './text.ts';

const LONGEST_RAW = 2000;
const MOST_DIGITS = 38;

function varchar2(length: number): string {
  if (length <= LONGEST_VARCHAR2) return `VARCHAR2(${length} CHAR)`;
  return refuse(
    `VARCHAR2(${length} CHAR) is longer than ${LONGEST_VARCHAR2}`,
    'Use types.text(), which Oracle keeps as CLOB.',
  );
}

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Data-Types.html */
export const types: TypeNames = {
  smallint: () => 'NUMBER(5)',
  integer: () => 'NUMBER(10)',
  bigint: () => 'NUMBER(19)',
  string: ({ length }) => varchar2(length),
  text: () => 'CLOB',
  // There is no BOOLEAN before 23ai.
  boolean: () => 'NUMBER(1)',
  numeric: ({ precision, scale }) =>
    precision <= MOST_DIGITS && scale <= 127
      ? `NUMBER(${precision}, ${scale})`
      : refuse(
          `NUMBER(${precision}, ${scale}) is not a type of Oracle`,
          `The precision is at most ${MOST_DIGITS}, the scale 127.`,
        ),
  float: () => 'BINARY_FLOAT',
  double: () => 'BINARY_DOUBLE',
  // With a time of day, which is midnight for a plain date.
  date: () => 'DATE',
  // There is no type for a time of day alone; this one counts it from midnight, and has no room for days.
  time: () => 'INTERVAL DAY(0) TO SECOND(6)',
  timestamp: ({ zone }) => (zone ? 'TIMESTAMP WITH TIME ZONE' : 'TIMESTAMP'),
  interval: () => 'INTERVAL DAY(9) TO SECOND(6)',
  uuid: () => 'RAW(16)',
  json: () => 'CLOB',
  binary: ({ length }) => {
    if (length === undefined) return 'BLOB';
    return length <= LONGEST_RAW
      ? `RAW(${length})`
      : refuse(`RAW(${length}) is longer than ${LONGEST_RAW} bytes`, 'Use types.binary(), which Oracle keeps as BLOB.');
  },
  enum: ({ values }) =>
    values.includes('') ? refuseEmpty() : varchar2(Math.max(...values.map((value) => [...value].length))),
  native: ({ sql }) => nativeType(sql, 'oracle'),
};
