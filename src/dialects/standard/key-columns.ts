import type { ColumnType } from '../../sql/types.ts';
import type { Column } from '../../schema/table.ts';
import { refuse } from '../dialect.ts';

/** Whether a value is kept outside the row, so that a key takes only its beginning. */
const isLarge = (type: ColumnType): boolean =>
  type.type === 'text' || type.type === 'json' || (type.type === 'binary' && type.length === undefined);

/** Refuses a key of LONGTEXT, LONGBLOB or JSON: https://dev.mysql.com/doc/refman/8.4/en/column-indexes.html */
export function refuseLargeKey(columns: readonly Column[], key: readonly string[], what: string): void {
  const large = columns.find(({ name, type }) => key.includes(name) && isLarge(type));
  if (!large) return;
  refuse(
    `column '${large.name}' is of type ${large.type.type}, of which ${what} takes no whole values`,
    large.type.type === 'binary' ? 'Give the type a length: types.binary(n).' : 'Use types.string(n) for the column.',
  );
}
