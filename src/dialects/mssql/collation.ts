import type { Collation } from '../../schema/table.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { ownCollation } from '../standard/collation.ts';

/** Types with a collation; a type that only its author knows may have one. */
const hasCollation = ({ type }: ColumnType): boolean => ['string', 'text', 'json', 'enum', 'native'].includes(type);

/** It is a word, which no brackets can be put around. */
function checkedName(chosen: string, { title }: Dialect): string {
  if (/^[A-Za-z][A-Za-z0-9_]*$/.test(chosen)) return chosen;
  return refuse(
    `'${chosen}' is no collation of ${title}`,
    "Use one of those that fn_helpcollations() lists: 'Latin1_General_100_CI_AS' …",
  );
}

interface Collated {
  readonly name: string;
  readonly type: ColumnType;
  /** `null`: the database's own. */
  readonly collation?: Collation | null;
}

/** https://learn.microsoft.com/sql/t-sql/statements/collations */
export function collationWords({ name, type, collation }: Collated, dialect: Dialect): readonly string[] {
  const chosen = ownCollation(collation, dialect);
  if (chosen === undefined) return [];
  if (chosen === null) return hasCollation(type) ? ['COLLATE DATABASE_DEFAULT'] : [];
  if (hasCollation(type)) return [`COLLATE ${checkedName(chosen, dialect)}`];
  return refuse(`column '${name}' is of type ${type.type}, which has no collation`, 'Leave the collation out.');
}

/** Whether a column keeps a collation that a new type would take away where it is not said again. */
export const keepsCollation = hasCollation;
