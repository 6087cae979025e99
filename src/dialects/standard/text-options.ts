import type { Column, ColumnOptions, MysqlColumnOptions } from '../../schema/table.ts';
import { chooseForDialect } from '../../sql/dialect-name.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { writeName } from '../write.ts';

/** What `on` says for this one of the two databases. */
export const ownOf = <T>(
  on: { readonly mysql?: T; readonly mariadb?: T } | undefined,
  { name }: Pick<Dialect, 'name'>,
): T | undefined => (name === 'mariadb' ? on?.mariadb : on?.mysql);

export const ownColumnOptions = (on: ColumnOptions | undefined, dialect: Dialect): MysqlColumnOptions =>
  ownOf<MysqlColumnOptions>(on, dialect) ?? {};

/** The collation's name here; none where names are given per database, and none for this one. */
export const ownCollation = ({ collation }: Pick<Column, 'collation'>, { name }: Dialect): string | undefined =>
  typeof collation === 'string' || collation === undefined ? collation : chooseForDialect(collation, name);

const isText = ({ type }: ColumnType): boolean =>
  type === 'string' || type === 'text' || type === 'enum' || type === 'uuid' || type === 'native';

/**
 * `CHARACTER SET ascii COLLATE ascii_bin`. Behind a number the server takes the words and forgets them, and JSON has a
 * character set of its own: https://dev.mysql.com/doc/refman/8.4/en/charset-column.html
 */
export function textOptions(column: Column, dialect: Dialect): readonly string[] {
  const { charset } = ownColumnOptions(column.on, dialect);
  const collation = ownCollation(column, dialect);
  if ((charset !== undefined || collation !== undefined) && !isText(column.type)) {
    refuse(
      `column '${column.name}' of type ${column.type.type} has no character set or collation`,
      'Leave it out, or use types.string(n) or types.text().',
    );
  }
  return [
    ...(charset === undefined ? [] : [`CHARACTER SET ${writeName(dialect, charset)}`]),
    ...(collation === undefined ? [] : [`COLLATE ${writeName(dialect, collation)}`]),
  ];
}
