import type { AlterColumn } from '../../ops/alter-column.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { writeFragment, writeName, writeType } from '../write.ts';

type Family = 'number' | 'varchar' | 'clob' | 'moment' | 'interval' | 'raw' | 'blob' | 'native';

const FAMILIES: { readonly [T in ColumnType['type']]: Family } = {
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  boolean: 'number',
  numeric: 'number',
  float: 'number',
  double: 'number',
  string: 'varchar',
  enum: 'varchar',
  text: 'clob',
  json: 'clob',
  date: 'moment',
  timestamp: 'moment',
  time: 'interval',
  interval: 'interval',
  uuid: 'raw',
  binary: 'raw',
  native: 'native',
};

const familyOf = (type: ColumnType): Family =>
  type.type === 'binary' && type.length === undefined ? 'blob' : FAMILIES[type.type];

const TEXTUAL: readonly Family[] = ['varchar', 'clob'];
const WRITTEN: readonly Family[] = ['number', 'moment', 'interval', 'raw'];

/**
 * A column's values as another type; `using` says how, else CAST does, where it does it for every value or fails:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CAST.html (it takes no LOB)
 */
export function converted(op: AlterColumn, from: ColumnType, to: ColumnType, dialect: Dialect): string {
  if (op.using) return writeFragment(dialect, op.using);
  const name = writeName(dialect, op.column);
  const [former, wanted] = [familyOf(from), familyOf(to)];
  if (former === wanted && former !== 'interval') return former === 'clob' || former === 'blob' ? name : cast(name, to, dialect);
  if (wanted === 'clob' && former === 'varchar') return `TO_CLOB(${name})`;
  if (wanted === 'clob' && WRITTEN.includes(former)) return `TO_CLOB(TO_CHAR(${name}))`;
  if (wanted === 'blob' && former === 'raw') return `TO_BLOB(${name})`;
  const textual = TEXTUAL.includes(former) || TEXTUAL.includes(wanted);
  if (!textual || former === 'blob' || wanted === 'blob') refuseConversion(op, from, to);
  return cast(former === 'clob' ? `TO_CHAR(${name})` : name, to, dialect);
}

const cast = (value: string, to: ColumnType, dialect: Dialect): string => `CAST(${value} AS ${writeType(dialect, to)})`;

const refuseConversion = ({ column }: AlterColumn, from: ColumnType, to: ColumnType): never =>
  refuse(
    `Oracle does not convert '${column}' from ${from.type} to ${to.type}`,
    "Say how: { using: sql`…` }, or add a new column, fill it by execute(…), drop the old one and rename.",
  );
