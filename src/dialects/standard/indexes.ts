import type { IndexKey } from '../../schema/table-index.ts';
import type { Dialect } from '../dialect.ts';
import { writeFragment, writeName } from '../write.ts';

/** The keys of an index between parentheses; an expression stands in parentheses of its own. */
export function indexKeys(keys: readonly IndexKey[], dialect: Dialect): string {
  const written = keys.map((key) => {
    const what = 'column' in key ? writeName(dialect, key.column) : `(${writeFragment(dialect, key.expression)})`;
    return key.order === undefined ? what : `${what} ${key.order.toUpperCase()}`;
  });
  return `(${written.join(', ')})`;
}
