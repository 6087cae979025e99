import { type Row, maybe, text } from '../row.ts';

/**
 * A type as it would be written, from its parts. Those of times and intervals stand in its name already.
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_TAB_COLUMNS.html
 */
export function typeText(row: Row): string {
  const type = text(row, 'type');
  const [owner, precision, scale] = [maybe(row, 'type_schema'), maybe(row, 'precision'), maybe(row, 'scale')];
  if (owner !== undefined) return `"${owner}"."${type}"`;
  switch (type) {
    case 'VARCHAR2':
    case 'CHAR':
      return maybe(row, 'unit') === 'C' ? `${type}(${text(row, 'characters')} CHAR)` : `${type}(${text(row, 'bytes')} BYTE)`;
    case 'NVARCHAR2':
    case 'NCHAR':
      return `${type}(${text(row, 'characters')})`;
    case 'RAW':
      return `RAW(${text(row, 'bytes')})`;
    case 'FLOAT':
      return `FLOAT(${precision ?? 126})`;
    case 'NUMBER':
      // Without a precision, a scale says that the number is whole.
      return precision === undefined && scale === undefined ? 'NUMBER' : `NUMBER(${precision ?? '*'}, ${scale ?? 0})`;
    default:
      return type;
  }
}
