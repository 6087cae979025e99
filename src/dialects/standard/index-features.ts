import type { Index, IndexKey } from '../../schema/table-index.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { ownCollation } from './collation.ts';

/** What a database knows of indexes beside columns and their order. */
export interface IndexFeatures {
  readonly include: boolean;
  readonly nulls: boolean;
  readonly collation: boolean;
  readonly nullsNotDistinct: boolean;
}

/** Refuses what the database has not, but for expressions and conditions, for which each has a way out of its own. */
export function checkIndexFeatures(index: Index, features: IndexFeatures, dialect: Dialect): void {
  const { title } = dialect;
  const { name, keys, include, nullsNotDistinct } = index;
  const anyKey = (field: keyof IndexKey): boolean => keys.some((key) => key[field] !== undefined);
  const without = (reason: string): never =>
    refuse(`${title} ${reason} ('${name}')`, 'Leave it out, or give this database another index with forDialect(…).');
  if (include && !features.include) without('keeps no columns in an index beside its keys');
  if (anyKey('nulls') && !features.nulls) without('orders NULLs in an index in its own way');
  const collated = keys.some(({ collation }) => ownCollation(collation, dialect) !== undefined);
  if (collated && !features.collation) without('has no collation for a key of an index alone');
  if (nullsNotDistinct && !features.nullsNotDistinct) without('takes any number of NULLs in a unique index');
}
