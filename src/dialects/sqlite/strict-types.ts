import type { ColumnType } from '../../sql/types.ts';
import { nativeType } from '../standard/types.ts';
import { refuse } from '../dialect.ts';
import { NO_INTERVALS } from './types.ts';

/** "Column datatypes must be one of these": https://www.sqlite.org/stricttables.html */
const NAMES = new Set(['INT', 'INTEGER', 'REAL', 'TEXT', 'BLOB', 'ANY']);

/** A double keeps 15 significant digits, a 64-bit integer 18. */
const REAL_DIGITS = 15;
const INTEGER_DIGITS = 18;

/** The type's name in a STRICT table. */
export function strictType(type: ColumnType): string {
  switch (type.type) {
    case 'smallint':
    case 'integer':
    case 'bigint':
    case 'boolean':
      return 'INTEGER';
    case 'float':
    case 'double':
      return 'REAL';
    case 'binary':
      return 'BLOB';
    case 'numeric':
      return strictNumeric(type);
    case 'native':
      return strictNative(nativeType(type.sql, 'sqlite'));
    case 'interval':
      return refuse(NO_INTERVALS.unsupported, NO_INTERVALS.hint);
    default:
      return 'TEXT';
  }
}

function strictNumeric({ precision, scale }: ColumnType & { readonly type: 'numeric' }): string {
  if (scale === 0 && precision <= INTEGER_DIGITS) return 'INTEGER';
  if (scale > 0 && precision <= REAL_DIGITS) return 'REAL';
  return refuse(
    `no type of a STRICT table keeps numeric(${precision}, ${scale}) exactly`,
    "Use types.text(), a scaled types.bigint(), or types.native('ANY').",
  );
}

function strictNative(name: string): string {
  if (NAMES.has(name.trim().toUpperCase())) return name;
  return refuse(
    `'${name}' is no type of a STRICT table`,
    `Such a table has ${[...NAMES].join(', ')}: use one of them, or leave 'strict' out.`,
  );
}
