import type { CreateTable } from '../ops/create-table.ts';
import { displayTable } from '../ops/display.ts';
import { type Constraint, isUnchecked } from '../schema/constraint.ts';
import { findTable } from '../schema/model.ts';
import { keyOf, sameName } from '../schema/name.ts';
import type { Table } from '../schema/table.ts';
import { indexColumns, isKey, sameColumns } from './key-columns.ts';
import { type Phase, difference } from './difference.ts';
import { inReferenceOrder } from './order.ts';
import { goingTables, keptTables } from './table-pair.ts';

/** The foreign keys between them that stand in the way are gone by now. */
export const dropTables: Phase = (now, wanted, context) =>
  [...inReferenceOrder(goingTables(now, wanted, context))]
    .reverse()
    .map(({ name }) => difference({ op: 'dropTable', table: name }, `the rows of '${displayTable(name)}' are lost`));

/** Each after those that it references; what cannot stand in the table's own statement comes later. */
export const createTables: Phase = (now, wanted, { dialect }) => {
  const missing = [...wanted.tables.values()].filter(({ name }) => !findTable(now, name));
  const waiting = new Set(missing.map(({ name }) => keyOf(name)));
  return inReferenceOrder(missing).map((table) => {
    waiting.delete(keyOf(table.name));
    const waits = (each: Constraint): boolean =>
      isUnchecked(each) || references(each, waiting) || (dialect.stored.keyUsesIndex && usesIndex(each, table));
    return difference(creation(table, (each) => !waits(each)));
  });
};

const references = (constraint: Constraint, tables: ReadonlySet<string>): boolean =>
  constraint.kind === 'foreignKey' && tables.has(keyOf(constraint.references.table));

const usesIndex = (constraint: Constraint, { indexes }: Table): boolean =>
  isKey(constraint) && indexes.some((index) => sameColumns(indexColumns(index), constraint.columns));

const creation = ({ name, constraints, ...rest }: Table, isIncluded: (constraint: Constraint) => boolean): CreateTable => ({
  op: 'createTable',
  table: name,
  constraints: constraints.filter(isIncluded),
  ...rest,
});

export const commentTables: Phase = (now, wanted, context) =>
  keptTables(now, wanted, context)
    .filter((pair) => (pair.now.comment ?? '') !== (pair.wanted.comment ?? ''))
    .map((pair) => difference({ op: 'setTableComment', table: pair.now.name, comment: pair.wanted.comment || null }));

/** Whether a foreign key keeps a table from being dropped in its turn: one of a circle of tables that all go. */
export function closesCircle(going: readonly Table[]): (constraint: Constraint, of: Table) => boolean {
  const order = new Map(inReferenceOrder(going).map(({ name }, index) => [keyOf(name), index]));
  return (constraint, { name }) => {
    if (constraint.kind !== 'foreignKey' || sameName(constraint.references.table, name)) return false;
    const target = order.get(keyOf(constraint.references.table));
    return target !== undefined && target > (order.get(keyOf(name)) ?? Infinity);
  };
}
