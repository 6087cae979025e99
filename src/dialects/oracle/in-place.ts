import type { ColumnType } from '../../sql/types.ts';

/** Digits before and behind the point. */
interface Digits {
  readonly whole: number;
  readonly fraction: number;
}

function digitsOf(type: ColumnType): Digits | undefined {
  switch (type.type) {
    case 'boolean':
      return { whole: 1, fraction: 0 };
    case 'smallint':
      return { whole: 5, fraction: 0 };
    case 'integer':
      return { whole: 10, fraction: 0 };
    case 'bigint':
      return { whole: 19, fraction: 0 };
    case 'numeric':
      return { whole: type.precision - type.scale, fraction: type.scale };
    default:
      return undefined;
  }
}

/** Types that Oracle keeps in the same way but for their length. */
function familyOf({ type, ...rest }: ColumnType): string {
  switch (type) {
    case 'string':
    case 'enum':
      return 'VARCHAR2';
    case 'text':
    case 'json':
      return 'CLOB';
    case 'uuid':
      return 'RAW';
    case 'binary':
      return 'length' in rest ? 'RAW' : 'BLOB';
    case 'timestamp':
      return 'zone' in rest && rest.zone ? 'TIMESTAMP WITH TIME ZONE' : 'TIMESTAMP';
    default:
      return type;
  }
}

/**
 * Whether MODIFY changes the type where rows have values: numbers of no fewer digits (ORA-01440), texts and bytes of
 * any length that the values keep (ORA-01441), DATE to TIMESTAMP. Native types are the author's to know:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-TABLE.html (modify_col_properties)
 */
export function changesInPlace(from: ColumnType, to: ColumnType): boolean {
  if (from.type === 'native' || to.type === 'native') return true;
  const [former, wanted] = [digitsOf(from), digitsOf(to)];
  if (former && wanted) return wanted.whole >= former.whole && wanted.fraction >= former.fraction;
  return familyOf(from) === familyOf(to) || (from.type === 'date' && familyOf(to) === 'TIMESTAMP');
}
