import type { AlterColumn } from '../../ops/alter-column.ts';
import type { Collation } from '../../schema/table.ts';
import { chooseForDialect } from '../../sql/dialect-name.ts';
import type { Dialect } from '../dialect.ts';

/**
 * The collation's name here. Names are each database's own, so that one that is given for other databases alone says
 * nothing of this one, as `on` does not: a new column has the database's collation, and another keeps what it has.
 */
export const ownCollation = (
  collation: Collation | null | undefined,
  { name }: Pick<Dialect, 'name'>,
): string | null | undefined =>
  typeof collation === 'object' && collation !== null ? chooseForDialect(collation, name) : collation;

/** The op without a collation that is given for other databases alone. */
export function withOwnCollation(op: AlterColumn, dialect: Dialect): AlterColumn {
  const { collation, ...to } = op.to;
  return collation !== undefined && ownCollation(collation, dialect) === undefined ? { ...op, to } : op;
}
