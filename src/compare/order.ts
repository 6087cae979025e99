import { type ObjectName, keyOf } from '../schema/name.ts';
import type { Table } from '../schema/table.ts';

/**
 * Each item after those that it needs, as far as that is possible: what needs each other in a circle stands in the order
 * of the list.
 */
export function inOrder<T>(items: readonly T[], needs: (item: T) => readonly T[]): readonly T[] {
  const ordered = new Set<T>();
  const entered = new Set<T>();
  const visit = (item: T): void => {
    if (entered.has(item)) return;
    entered.add(item);
    needs(item).forEach(visit);
    ordered.add(item);
  };
  items.forEach(visit);
  return [...ordered];
}

/** Tables after those that their foreign keys reference and those that they inherit from. */
export function inReferenceOrder(tables: readonly Table[]): readonly Table[] {
  const byKey = new Map(tables.map((table) => [keyOf(table.name), table]));
  return inOrder(tables, (table) => neededBy(table).flatMap((name) => byKey.get(keyOf(name)) ?? []));
}

const neededBy = ({ constraints, on }: Table): readonly ObjectName[] => [
  ...constraints.flatMap((each) => (each.kind === 'foreignKey' ? [each.references.table] : [])),
  ...(on?.postgresql?.inherits ?? []),
];
