import type { Collation } from '../../schema/table.ts';
import { chooseForDialect } from '../../sql/dialect-name.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { writeName } from '../write.ts';

/** `COLLATE NOCASE`, of a column or of an index's key; nothing where none is given. */
export function collate(collation: Collation | undefined, dialect: Dialect): string {
  if (collation === undefined) return '';
  const chosen = typeof collation === 'string' ? collation : chooseForDialect(collation, dialect.name);
  if (chosen !== undefined) return `COLLATE ${writeName(dialect, chosen)}`;
  return refuse(
    `no collation is given for ${dialect.title}`,
    `Add '${dialect.name}: …' or 'default: …': it has BINARY, NOCASE, RTRIM and what an application registers.`,
  );
}
