import type { Constraint, ForeignKey } from '../schema/constraint.ts';
import type { Table } from '../schema/table.ts';
import type { Index } from '../schema/table-index.ts';
import { indexColumns, isKey } from './key-columns.ts';
import type { Match } from './match.ts';

/** Indexes that foreign keys need, in databases where they do: MySQL and MariaDB. */

const isForeignKey = (constraint: Constraint): constraint is ForeignKey => constraint.kind === 'foreignKey';

/** Whether an index of the columns begins with those of a foreign key. */
const serves = (columns: readonly string[], key: ForeignKey): boolean =>
  key.columns.every((column, index) => column === columns[index]);

/** The columns of every key and index. */
const indexed = (constraints: readonly Constraint[], indexes: readonly Index[]): readonly (readonly string[])[] => [
  ...constraints.filter(isKey).map(({ columns }) => columns),
  ...indexes.map(indexColumns),
];

/** The index that a foreign key made for itself: where no other serves, and no other foreign key uses it. */
export function madeIndex({ constraints, indexes }: Table, key: ForeignKey): string | undefined {
  const others = constraints.filter((each): each is ForeignKey => isForeignKey(each) && each !== key);
  const isNeeded = others.some((other) => serves(key.columns, other));
  return isNeeded || indexed(constraints, indexes).some((columns) => serves(columns, key)) ? undefined : key.name;
}

/** An index that a kept foreign key would make again for itself is no difference. */
export function withoutServing(match: Match<Index>, constraints: Match<Constraint>): Match<Index> {
  const keys = constraints.kept.map(({ now }) => now).filter(isForeignKey);
  const isOwn = (index: Index): boolean =>
    !index.unique && keys.some((key) => serves(indexColumns(index), key) && index.keys.length === key.columns.length);
  return { ...match, dropped: match.dropped.filter((index) => !isOwn(index)) };
}

/** Whether a foreign key stands in the way of what served it, since nothing that stays does. */
export function losesService(key: ForeignKey, constraints: Match<Constraint>, indexes: Match<Index>): boolean {
  const served = (keys: readonly Constraint[], others: readonly Index[]): boolean =>
    indexed(keys, others).some((columns) => serves(columns, key));
  const stays = served(constraints.kept.map(({ now }) => now), indexes.kept.map(({ now }) => now));
  return !stays && served(constraints.dropped, indexes.dropped);
}
