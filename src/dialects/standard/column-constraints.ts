import type { TableName } from '../../schema/table.ts';
import type { Dialect } from '../dialect.ts';

/** FNV-1a of 32 bits in hexadecimal digits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

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
  const hash = hashOf(name);
  const characters = [...name];
  while (size(`${characters.join('')}_${hash}`) > longestName.count) characters.pop();
  return `${characters.join('')}_${hash}`;
}
