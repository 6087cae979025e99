import { mentions } from '../sql/mentions.ts';
import type { Constraint } from './constraint.ts';
import type { Column, Table } from './table.ts';
import type { Index } from './table-index.ts';

/** Whether a constraint names the column, of its own table. */
export function constraintUses(constraint: Constraint, column: string): boolean {
  switch (constraint.kind) {
    case 'check':
      return mentions(constraint.expression, column);
    case 'exclusion':
      return (
        constraint.elements.some((each) => keyUses(each, column)) ||
        (constraint.where !== undefined && mentions(constraint.where, column))
      );
    default:
      return constraint.columns.includes(column);
  }
}

type Key = { readonly column: string } | { readonly expression: Parameters<typeof mentions>[0] };

const keyUses = (key: Key, column: string): boolean =>
  'column' in key ? key.column === column : mentions(key.expression, column);

/** Whether the column is a key of the index, itself or in an expression. */
export const isIndexKey = ({ keys }: Index, column: string): boolean => keys.some((key) => keyUses(key, column));

/** Whether an index names the column: as a key, in an expression, in its condition, or as one that it includes. */
export const indexUses = (index: Index, column: string): boolean =>
  isIndexKey(index, column) ||
  (index.where !== undefined && mentions(index.where, column)) ||
  (index.include?.includes(column) ?? false);

/** Whether a generated column is computed from another. */
export const generatedFrom = ({ generated }: Column, column: string): boolean =>
  generated !== undefined && mentions(generated.expression, column);

/** The columns that are computed from another, and those computed from them; each after what it is computed from. */
export function computedFrom({ columns }: Table, column: string): readonly Column[] {
  const found = new Set<Column>();
  const follow = (name: string): void => {
    for (const each of columns) {
      if (found.has(each) || !generatedFrom(each, name)) continue;
      found.add(each);
      follow(each.name);
    }
  };
  follow(column);
  return [...found];
}

/** Whether a constraint, an index or a generated column of the table names the column. */
export const isUsed = ({ columns, constraints, indexes }: Table, column: string): boolean =>
  constraints.some((constraint) => constraintUses(constraint, column)) ||
  indexes.some((index) => indexUses(index, column)) ||
  columns.some((each) => generatedFrom(each, column));
