import type { Collation } from '../../schema/table.ts';
import { chooseForDialect } from '../../sql/dialect-name.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Dialect, refuse } from '../dialect.ts';

/** Types with a collation; a type that only its author knows may have one. */
const hasCollation = ({ type }: ColumnType): boolean => ['string', 'text', 'json', 'enum', 'native'].includes(type);

/** The collation that is given for the dialect; it is a word, which no brackets can be put around. */
function collationName(collation: Collation, { name, title }: Dialect): string {
  const chosen = typeof collation === 'string' ? collation : chooseForDialect(collation, name);
  if (chosen === undefined)
    return refuse(`no collation is given for ${title}`, `Add '${name}: …' or 'default: …' to the collation.`);
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
  if (collation === undefined) return [];
  if (collation === null) return hasCollation(type) ? ['COLLATE DATABASE_DEFAULT'] : [];
  if (hasCollation(type)) return [`COLLATE ${collationName(collation, dialect)}`];
  return refuse(`column '${name}' is of type ${type.type}, which has no collation`, 'Leave the collation out.');
}

/** Whether a column keeps a collation that a new type would take away where it is not said again. */
export const keepsCollation = hasCollation;
