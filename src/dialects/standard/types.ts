import { type DialectName, type PerDialect, chooseForDialect } from '../../sql/dialect-name.ts';
import { refuse } from '../dialect.ts';

/** The text of a `native` type for one dialect, as it stands. */
export function nativeType(sql: string | PerDialect<string>, dialect: DialectName): string {
  const chosen = typeof sql === 'string' ? sql : chooseForDialect(sql, dialect);
  return (
    chosen ??
    refuse(`types.native(…) gives no type for ${dialect}`, `Add '${dialect}: …' or 'default: …' to its types.`)
  );
}
