import type { OptionChanges } from '../../ops/alter-column.ts';
import type { Collation, Column, MysqlColumnOptions } from '../../schema/table.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { ownCollation } from './collation.ts';
import { writeName } from '../write.ts';

/** What `on` says for this one of the two databases. */
export const ownOf = <T>(
  on: { readonly mysql?: T; readonly mariadb?: T } | undefined,
  { name }: Pick<Dialect, 'name'>,
): T | undefined => (name === 'mariadb' ? on?.mariadb : on?.mysql);

/** Without those that a change takes away. */
export function ownColumnOptions(on: OptionChanges | undefined, dialect: Dialect): MysqlColumnOptions {
  const { charset, onUpdateNow } = ownOf<NonNullable<OptionChanges['mysql']>>(on as Both, dialect) ?? {};
  return { ...(charset && { charset }), ...(onUpdateNow && { onUpdateNow }) };
}

type Both = { readonly [D in 'mysql' | 'mariadb']?: NonNullable<OptionChanges['mysql']> } | undefined;

const isText = ({ type }: ColumnType): boolean =>
  type === 'string' || type === 'text' || type === 'enum' || type === 'uuid' || type === 'native';

/** Behind a number the server takes the words and forgets them, and JSON has a character set of its own. */
export function checkTextOptions(
  said: { readonly collation?: Collation | null; readonly on?: OptionChanges },
  { name, type }: Pick<Column, 'name' | 'type'>,
  dialect: Dialect,
): void {
  if (isText(type) || optionWords(said, dialect).length === 0) return;
  refuse(
    `column '${name}' of type ${type.type} has no character set or collation`,
    'Leave it out, or use types.string(n) or types.text().',
  );
}

/**
 * `CHARACTER SET ascii COLLATE ascii_bin`. What a text had goes where the column becomes a number.
 * https://dev.mysql.com/doc/refman/8.4/en/charset-column.html
 */
export const textOptions = (column: Column, dialect: Dialect): readonly string[] =>
  isText(column.type) ? optionWords(column, dialect) : [];

function optionWords(
  { collation, on }: { readonly collation?: Collation | null; readonly on?: OptionChanges },
  dialect: Dialect,
): readonly string[] {
  const { charset } = ownColumnOptions(on, dialect);
  const chosen = ownCollation(collation, dialect);
  return [
    ...(charset === undefined ? [] : [`CHARACTER SET ${writeName(dialect, charset)}`]),
    ...(chosen === undefined || chosen === null ? [] : [`COLLATE ${writeName(dialect, chosen)}`]),
  ];
}
