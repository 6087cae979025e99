import type { AlterColumn } from '../../ops/alter-column.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { writeFragment, writeName, writeType } from '../write.ts';

const WHOLE: readonly ColumnType['type'][] = ['smallint', 'integer', 'bigint'];
const NUMBERS: readonly ColumnType['type'][] = [...WHOLE, 'boolean', 'numeric', 'float', 'double'];
const MOMENTS: readonly ColumnType['type'][] = ['date', 'timestamp'];
const SHORT_TEXTS: readonly ColumnType['type'][] = ['string', 'enum'];
const LONG_TEXTS: readonly ColumnType['type'][] = ['text', 'json'];

/**
 * A column's values as another type. `using` says how; without it, only what depends on no setting of the session but
 * its time zone (text of dates and fractions follows NLS settings), and is never cut:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CAST.html
 */
export function converted(op: AlterColumn, from: ColumnType, to: ColumnType, dialect: Dialect): string {
  if (op.using) return writeFragment(dialect, op.using);
  const name = writeName(dialect, op.column);
  const cast = (value: string): string => `CAST(${value} AS ${writeType(dialect, to)})`;
  const between = (former: readonly ColumnType['type'][], wanted: readonly ColumnType['type'][]): boolean =>
    former.includes(from.type) && wanted.includes(to.type);
  if (between(NUMBERS, NUMBERS)) return cast(name);
  if (between(MOMENTS, MOMENTS)) return converterOfMoments(name, from, to, cast);
  if (between(SHORT_TEXTS, LONG_TEXTS)) return `TO_CLOB(${name})`;
  // A CLOB of more than 4000 bytes fails here (ORA-22835).
  if (between(LONG_TEXTS, SHORT_TEXTS)) return `TO_CHAR(${name})`;
  if (between(WHOLE, SHORT_TEXTS)) return `TO_CHAR(${name})`;
  if (between(WHOLE, LONG_TEXTS)) return `TO_CLOB(TO_CHAR(${name}))`;
  if (from.type === 'binary' && to.type === 'binary' && to.length === undefined) return `TO_BLOB(${name})`;
  return refuse(
    `Oracle has no safe conversion of '${op.column}' from ${from.type} to ${to.type}`,
    'Say how: { using: sql`…` }, in the words of Oracle.',
  );
}

/**
 * A zone is that of the session, coming and going, as in PostgreSQL; a DATE keeps its time of day unless that is cut.
 */
function converterOfMoments(name: string, from: ColumnType, to: ColumnType, cast: (value: string) => string): string {
  const value = from.type === 'timestamp' && from.zone ? `${name} AT LOCAL` : name;
  return to.type === 'date' ? `TRUNC(${cast(value)})` : cast(value);
}
