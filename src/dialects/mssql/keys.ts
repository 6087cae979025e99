import type { Constraint } from '../../schema/constraint.ts';
import type { Column } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import type { ColumnType } from '../../sql/types.ts';
import { refuse } from '../dialect.ts';

/** `nvarchar(max)` and `varbinary(max)`. */
const isLarge = (type: ColumnType): boolean =>
  type.type === 'text' || type.type === 'json' || (type.type === 'binary' && type.length === undefined);

/**
 * "Columns that are of the large object (LOB) data types … can't be specified as key columns for an index" (error
 * 1919), and a key has an index: https://learn.microsoft.com/sql/t-sql/statements/create-index-transact-sql
 */
export function refuseLargeKey(names: readonly string[], columns: readonly Column[], what: string): void {
  const large = columns.find(({ name, type }) => names.includes(name) && isLarge(type));
  if (!large) return;
  const { name, type } = large;
  refuse(
    `column '${name}' is of type ${type.type}, of which SQL Server makes no part of ${what}`,
    type.type === 'binary' ? 'Give the type a length: types.binary(n).' : 'Use types.string(n) for the column.',
  );
}

export function refuseLargeConstraint(constraint: Constraint, columns: readonly Column[]): void {
  if (constraint.kind === 'primaryKey' || constraint.kind === 'unique')
    refuseLargeKey(constraint.columns, columns, 'a key');
}

export function refuseLargeIndex({ keys }: Index, columns: readonly Column[]): void {
  refuseLargeKey(keys.flatMap((key) => ('column' in key ? [key.column] : [])), columns, 'an index');
}
