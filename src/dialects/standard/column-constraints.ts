import { createHash } from 'node:crypto';
import type { TableName } from '../../schema/table.ts';
import type { Dialect } from '../dialect.ts';

const DIGITS_OF_HASH = 8;

/**
 * The name of a constraint that migsql itself puts on a column (a default, a list of values): `ck_account__state`.
 * Two underscores keep `order_item.state` apart from `order.item_state`. A name that the database would not keep
 * whole is cut, and made unique again by a hash of the whole.
 */
export function columnConstraintName(
  kind: 'df' | 'ck',
  table: TableName,
  column: string,
  { lexicon: { longestName } }: Pick<Dialect, 'lexicon'>,
): string {
  const name = `${kind}_${table.name}__${column}`;
  const size = (text: string): number => (longestName.unit === 'bytes' ? Buffer.byteLength(text) : [...text].length);
  if (size(name) <= longestName.count) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, DIGITS_OF_HASH);
  const characters = [...name];
  while (size(`${characters.join('')}_${hash}`) > longestName.count) characters.pop();
  return `${characters.join('')}_${hash}`;
}
