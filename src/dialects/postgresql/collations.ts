import type { Collation } from '../../schema/table.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { ownCollation } from '../standard/collation.ts';
import { writeName } from '../write.ts';

/** Types whose values are compared by a collation; of a native type only the server knows. */
const COLLATED: readonly ColumnType['type'][] = ['string', 'text', 'native'];

export const isCollated = ({ type }: ColumnType): boolean => COLLATED.includes(type);

type Given = Collation | null | undefined;

/** `COLLATE "C"` */
export function collate(collation: Given, dialect: Dialect): string {
  const chosen = ownCollation(collation, dialect);
  return chosen === undefined || chosen === null ? '' : `COLLATE ${writeName(dialect, chosen)}`;
}

/** As `collate`, of a column: https://www.postgresql.org/docs/current/collation.html */
export function collateColumn(
  column: { readonly name: string; readonly type: ColumnType; readonly collation?: Collation | null | undefined },
  dialect: Dialect,
): string {
  const words = collate(column.collation, dialect);
  if (words === '' || isCollated(column.type)) return words;
  return refuse(
    `column '${column.name}' is of type ${column.type.type}, which has no collation`,
    "Leave 'collation' out: it is for texts.",
  );
}
