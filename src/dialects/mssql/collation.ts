import type { Collation } from '../../schema/table.ts';
import { chooseForDialect } from '../../sql/dialect-name.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Dialect, refuse } from '../dialect.ts';

/** Types with a collation; a type that only its author knows may have one. */
const hasCollation = ({ type }: ColumnType): boolean => ['string', 'text', 'json', 'enum', 'native'].includes(type);

/** The collation that is given for the dialect; it is a word, which no brackets can be put around. */
export function collationName(collation: Collation, { name, title }: Dialect): string {
  const chosen = typeof collation === 'string' ? collation : chooseForDialect(collation, name);
  if (chosen === undefined)
    return refuse(`no collation is given for ${title}`, `Add '${name}: …' or 'default: …' to the collation.`);
  if (/^[A-Za-z][A-Za-z0-9_]*$/.test(chosen)) return chosen;
  return refuse(`'${chosen}' is no collation of ${title}`, "Use one of fn_helpcollations(): 'Latin1_General_100_CI_AS' …");
}

/** https://learn.microsoft.com/sql/t-sql/statements/collations */
export function collationWords(
  { name, type, collation }: { readonly name: string; readonly type: ColumnType; readonly collation?: Collation | null },
  dialect: Dialect,
): readonly string[] {
  if (collation === undefined) return [];
  if (hasCollation(type)) return [`COLLATE ${collation === null ? 'DATABASE_DEFAULT' : collationName(collation, dialect)}`];
  if (collation === null) return [];
  return refuse(`column '${name}' is of type ${type.type}, which has no collation`, 'Leave the collation out.');
}

/** Whether a column keeps a collation that a new type would take away where it is not said again. */
export const keepsCollation = hasCollation;
