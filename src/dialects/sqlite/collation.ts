import type { Collation } from '../../schema/table.ts';
import type { Dialect } from '../dialect.ts';
import { ownCollation } from '../standard/collation.ts';
import { writeName } from '../write.ts';

/** `COLLATE NOCASE`, of a column or of an index's key; nothing where none is given. */
export function collate(collation: Collation | undefined, dialect: Dialect): string {
  const chosen = ownCollation(collation, dialect);
  return chosen === undefined || chosen === null ? '' : `COLLATE ${writeName(dialect, chosen)}`;
}
