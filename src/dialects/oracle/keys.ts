import type { Constraint } from '../../schema/constraint.ts';
import type { Column, Table } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import type { ColumnType } from '../../sql/types.ts';
import { refuse } from '../dialect.ts';

/** CLOB and BLOB. */
export const isLob = (type: ColumnType): boolean =>
  type.type === 'text' || type.type === 'json' || (type.type === 'binary' && type.length === undefined);

export const hasZone = ({ type }: Column): boolean => type.type === 'timestamp' && type.zone === true;

/**
 * No key is of a LOB or of TIMESTAMP WITH TIME ZONE (ORA-02329):
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/constraint.html (Restrictions on Unique
 * Constraints)
 */
export function refuseKeyTypes(constraint: Constraint, columns: readonly Column[]): void {
  if (constraint.kind !== 'primaryKey' && constraint.kind !== 'unique') return;
  const keys = columns.filter(({ name }) => constraint.columns.includes(name));
  for (const { name, type } of keys.filter((column) => isLob(column.type))) refuseLob(name, type, 'a key');
  const zoned = keys.find(hasZone);
  if (!zoned) return;
  refuse(
    `column '${zoned.name}' is TIMESTAMP WITH TIME ZONE, of which Oracle makes no key`,
    constraint.kind === 'unique'
      ? 'Make a unique index, which it has: createIndex(…, { unique: true }).'
      : 'Use types.timestamp() for the column, and keep it in UTC.',
  );
}

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-INDEX.html (ORA-02327) */
export function refuseLobIndex({ keys }: Index, columns: readonly Column[]): void {
  const names = keys.flatMap((key) => ('column' in key ? [key.column] : []));
  for (const { name, type } of columns)
    if (names.includes(name) && isLob(type)) refuseLob(name, type, 'an index');
}

const refuseLob = (name: string, { type }: ColumnType, what: string): never =>
  refuse(
    `column '${name}' is of type ${type}, of which Oracle makes no part of ${what}`,
    type === 'binary' ? 'Give the type a length: types.binary(n).' : 'Use types.string(n) for the column.',
  );

/** The columns of an index on columns alone, in their order; a descending key is an expression to Oracle. */
function plainColumns({ keys }: Index): readonly string[] | undefined {
  const names = keys.flatMap((key) => ('column' in key && key.order !== 'desc' ? [key.column] : []));
  return names.length === keys.length ? names : undefined;
}

/**
 * One visible index on a list of columns is all that Oracle takes (ORA-01408), and a key has one already:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-INDEX.html
 */
export function refuseSecondIndex(index: Index, table: Table | undefined): void {
  const wanted = plainColumns(index);
  if (!table || !wanted) return;
  const isSame = (columns: readonly string[] = []): boolean =>
    columns.length === wanted.length && columns.every((name, at) => name === wanted[at]);
  const key = table.constraints.find(
    (each) => (each.kind === 'primaryKey' || each.kind === 'unique') && isSame(each.columns),
  );
  const other = key ?? table.indexes.find((each) => each.name !== index.name && isSame(plainColumns(each)));
  if (!other) return;
  const what = other.name === undefined ? 'a key' : `'${other.name}'`;
  refuse(
    `index '${index.name}' is on the columns of ${what}, which are indexed already`,
    'Oracle refuses a second index on them: leave it out there, as in forDialect({ oracle: [], default: […] }).',
  );
}
