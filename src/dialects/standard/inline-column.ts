import type { Column, Default } from '../../schema/table.ts';
import { type Fragment, type Literal, isFragment } from '../../sql/fragment.ts';
import type { ColumnType } from '../../sql/types.ts';
import type { Dialect } from '../dialect.ts';
import { writeFragment, writeLiteral, writeName, writeType } from '../write.ts';
import { checkAutoIncrement } from './auto-increment.ts';
import { isPlainText } from './backslash-neutral-text.ts';
import { commentText } from './inline-comments.ts';

/** Where MySQL and MariaDB differ in what stands in a column's definition. */
export interface InlineColumnForms {
  /** Whether even a plain value must be written as an expression to be a default of the type. */
  readonly isExpressionOnly: (type: ColumnType) => boolean;
}

/**
 * What follows DEFAULT. An expression stands in parentheses, except CURRENT_TIMESTAMP where `initialises`: in the
 * definition of a timestamp column, which both databases have known for longer than expressions.
 * https://dev.mysql.com/doc/refman/8.4/en/data-type-defaults.html
 */
export function defaultText(
  value: Default,
  type: ColumnType | undefined,
  dialect: Dialect,
  { isExpressionOnly }: InlineColumnForms,
  initialises: boolean,
): string {
  if (isFragment(value)) {
    return initialises && isNow(value) && type?.type === 'timestamp'
      ? dialect.functions.now
      : `(${writeFragment(dialect, value)})`;
  }
  const written = writeLiteral(dialect, value, type);
  const isExpression = value !== null && (isCall(value) || (type !== undefined && isExpressionOnly(type)));
  return isExpression ? `(${written})` : written;
}

/** Whether the literal may be written as a call. */
const isCall = (value: Literal): boolean =>
  typeof value === 'string' ? !isPlainText(value) : typeof value === 'object' && value !== null && 'json' in value;

function isNow({ sql: [only, ...others] }: Fragment): boolean {
  return others.length === 0 && typeof only === 'object' && 'call' in only && only.call === 'now';
}

/**
 * Name, type, nullability, default, AUTO_INCREMENT and comment in one line. `restated` says that the column is there
 * already, so that its nullability is always written out.
 */
export function inlineColumn(column: Column, dialect: Dialect, forms: InlineColumnForms, restated = false): string {
  checkAutoIncrement(column);
  const { name, type, default: value, identity, comment } = column;
  return [
    writeName(dialect, name),
    writeType(dialect, type),
    ...nullability(column, restated),
    ...(value === undefined ? [] : [`DEFAULT ${defaultText(value, type, dialect, forms, true)}`]),
    ...(identity ? ['AUTO_INCREMENT'] : []),
    ...(comment === undefined ? [] : [`COMMENT ${commentText(comment, 'column')}`]),
  ].join(' ');
}

/**
 * NULL is the default of all types but TIMESTAMP, which is NOT NULL unless it says otherwise where
 * explicit_defaults_for_timestamp is off:
 * https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html#sysvar_explicit_defaults_for_timestamp
 */
function nullability({ type, nullable, identity }: Column, restated: boolean): readonly string[] {
  if (!nullable || identity) return ['NOT NULL'];
  return restated || isTimestamp(type) ? ['NULL'] : [];
}

/** Whether the column is a TIMESTAMP of MySQL and MariaDB: an instant. */
export const isTimestamp = (type: ColumnType): boolean => type.type === 'timestamp' && type.zone;
