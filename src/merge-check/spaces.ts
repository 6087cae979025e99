import type { ConstraintKind } from '../schema/constraint.ts';
import type { DialectName } from '../sql/dialect-name.ts';

/** What has a name that others of its schema may not have. */
export type NamedKind = 'table' | 'view' | 'sequence' | 'enum' | 'index' | ConstraintKind;

const KEYS = ['primaryKey', 'unique', 'exclusion'] as const;

/**
 * Which kinds of things share their names in a schema, by dialect; what is in none is told apart by its table and its kind.
 * The names of MySQL's and MariaDB's primary keys and SQLite's constraints are not kept.
 */
export const SPACES: { readonly [D in DialectName]: readonly (readonly NamedKind[])[] } = {
  postgresql: [['table', 'view', 'sequence', 'index', ...KEYS], ['table', 'view', 'sequence', 'enum']],
  mysql: [['table', 'view'], ['foreignKey'], ['check']],
  mariadb: [['table', 'view', 'sequence'], ['foreignKey']],
  mssql: [['table', 'view', 'sequence', 'foreignKey', 'check', ...KEYS]],
  oracle: [['table', 'view', 'sequence'], ['index', ...KEYS], ['foreignKey', 'check', ...KEYS]],
  sqlite: [['table', 'view', 'index']],
};
