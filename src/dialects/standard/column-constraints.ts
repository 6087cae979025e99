import { shortened } from '../../ops/naming.ts';
import type { TableName } from '../../schema/table.ts';
import type { Dialect } from '../dialect.ts';
import { longestName } from '../server.ts';

/**
 * The name of a constraint that migsql itself puts on a column (a default, a list of values): `ck_account__state`.
 * Two underscores keep `order_item.state` apart from `order.item_state`. A name that the database would not keep
 * whole is cut, and made unique again by a hash of the whole.
 */
export function columnConstraintName(
  kind: 'df' | 'ck',
  table: TableName,
  column: string,
  dialect: Pick<Dialect, 'lexicon' | 'server'>,
): string {
  return shortened(`${kind}_${table.name}__${column}`, longestName(dialect));
}
