import type { Column, Default, Generated } from '../../schema/table.ts';
import { type Fragment, type Literal, isFragment } from '../../sql/fragment.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { writeFragment, writeLiteral, writeName, writeType } from '../write.ts';
import { checkAutoIncrement } from './auto-increment.ts';
import { isPlainText } from './backslash-neutral-text.ts';
import { commentText } from './inline-comments.ts';
import { checkTextOptions, ownColumnOptions, textOptions } from './text-options.ts';

/** Where MySQL and MariaDB differ in what stands in a column's definition. */
export interface InlineColumnForms {
  /** Whether even a plain value must be written as an expression to be a default of the type. */
  readonly isExpressionOnly: (type: ColumnType) => boolean;
  /** Whether a generated column can be NOT NULL. */
  readonly generatedNotNull: boolean;
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
 * Name, type, nullability, default, AUTO_INCREMENT or the expression that it is computed from, and comment in one line.
 * `restated` says that the column is there already, so that its nullability is always written out.
 */
export function inlineColumn(column: Column, dialect: Dialect, forms: InlineColumnForms, restated = false): string {
  checkAutoIncrement(column);
  if (!restated) checkTextOptions(column, column, dialect);
  const { name, type, comment } = column;
  return [
    writeName(dialect, name),
    writeType(dialect, type),
    ...textOptions(column, dialect),
    ...(column.generated
      ? generation(column, column.generated, dialect, forms, restated)
      : filling(column, dialect, forms, restated)),
    ...(comment === undefined ? [] : [`COMMENT ${commentText(comment, 'column')}`]),
  ].join(' ');
}

/** What gives a column its value where an INSERT or UPDATE does not. */
function filling(column: Column, dialect: Dialect, forms: InlineColumnForms, restated: boolean): readonly string[] {
  const { type, default: value, identity } = column;
  return [
    ...nullability(column, restated),
    ...(value === undefined ? [] : [`DEFAULT ${defaultText(value, type, dialect, forms, true)}`]),
    ...(setsNow(column, dialect) ? [`ON UPDATE ${dialect.functions.now}`] : []),
    ...(identity ? ['AUTO_INCREMENT'] : []),
  ];
}

/** https://dev.mysql.com/doc/refman/8.4/en/timestamp-initialization.html */
function setsNow({ name, type, on }: Column, dialect: Dialect): boolean {
  const { onUpdateNow = false } = ownColumnOptions(on, dialect);
  if (onUpdateNow && type.type !== 'timestamp') {
    refuse(`column '${name}' of type ${type.type} takes no time of the last change`, 'Use types.timestamp().');
  }
  return onUpdateNow;
}

/**
 * Without a word the value is virtual: computed when it is read.
 * https://dev.mysql.com/doc/refman/8.4/en/create-table-generated-columns.html
 * https://mariadb.com/docs/server/reference/sql-statements/data-definition/create/generated-columns
 */
function generation(
  column: Column,
  { expression, stored }: Generated,
  dialect: Dialect,
  { generatedNotNull }: InlineColumnForms,
  restated: boolean,
): readonly string[] {
  if (setsNow(column, dialect) || column.default !== undefined) {
    refuse(
      `generated column '${column.name}' has a default or ON UPDATE as well`,
      'Leave that out, or take it away with { default: null }: the expression gives the value.',
    );
  }
  if (!generatedNotNull && !column.nullable) {
    refuse(
      `${dialect.title} takes no NOT NULL for the generated column '${column.name}'`,
      'Leave { nullable: false } out, or add a check that the value IS NOT NULL.',
    );
  }
  return [
    `GENERATED ALWAYS AS (${writeFragment(dialect, expression)})`,
    ...(stored === undefined ? [] : [stored ? 'STORED' : 'VIRTUAL']),
    ...(generatedNotNull ? nullability(column, restated) : []),
  ];
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
