import type { Index } from '../../schema/table-index.ts';
import { type Dialect, refuse } from '../dialect.ts';

/** Neither database has indexes of some rows only: https://dev.mysql.com/doc/refman/8.4/en/create-index.html */
export function refusePartialIndex({ name, where }: Index, { title }: Dialect): void {
  if (!where) return;
  refuse(
    `${title} has no partial indexes, and '${name}' is for some rows only`,
    'Leave the condition out; for values unique among some rows, index a generated column that is NULL in the others.',
  );
}
