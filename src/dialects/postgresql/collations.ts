import type { Collation } from '../../schema/table.ts';
import { chooseForDialect } from '../../sql/dialect-name.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { writeName } from '../write.ts';

/** Types whose values are compared by a collation; of a native type only the server knows. */
const COLLATED: readonly ColumnType['type'][] = ['string', 'text', 'native'];

export const isCollated = ({ type }: ColumnType): boolean => COLLATED.includes(type);

/** `COLLATE "C"`; nothing where the collation is given for other databases alone. */
export function collate(collation: Collation | null | undefined, dialect: Dialect): string {
  if (collation === undefined || collation === null) return '';
  const chosen = typeof collation === 'string' ? collation : chooseForDialect(collation, dialect.name);
  return chosen === undefined ? '' : `COLLATE ${writeName(dialect, chosen)}`;
}

/** As `collate`, of a column: https://www.postgresql.org/docs/current/collation.html */
export function collateColumn(
  column: { readonly name: string; readonly type: ColumnType; readonly collation?: Collation | null },
  dialect: Dialect,
): string {
  const words = collate(column.collation, dialect);
  if (words === '' || isCollated(column.type)) return words;
  return refuse(
    `column '${column.name}' is of type ${column.type.type}, which has no collation`,
    "Leave 'collation' out: it is for texts.",
  );
}
