import { type Fragment } from '../sql/fragment.ts';
import { renameMentioned } from '../sql/mentions.ts';
import type { Constraint } from './constraint.ts';
import { type ObjectName, sameName } from './name.ts';
import type { Column } from './table.ts';
import type { Index } from './table-index.ts';

/** A column's new name, or its old one where only something else changes. */
export interface Renaming {
  readonly column: string;
  readonly to: string;
}

const renamedNames = (names: readonly string[], { column, to }: Renaming): readonly string[] =>
  names.map((name) => (name === column ? to : name));

/** A column or an expression of columns, as keys of indexes and elements of exclusions are. */
function renamedKey<K extends { readonly column: string } | { readonly expression: Fragment }>(
  key: K,
  { column, to }: Renaming,
): K {
  if ('expression' in key) return { ...key, expression: renameMentioned(key.expression, column, to) };
  return key.column === column ? { ...key, column: to } : key;
}

/** A constraint of the column's own table; a foreign key to that same table follows at both ends. */
export function renamedConstraint(constraint: Constraint, table: ObjectName, renaming: Renaming): Constraint {
  const { column, to } = renaming;
  switch (constraint.kind) {
    case 'check':
      return { ...constraint, expression: renameMentioned(constraint.expression, column, to) };
    case 'exclusion':
      return {
        ...constraint,
        elements: constraint.elements.map((element) => renamedKey(element, renaming)),
        ...(constraint.where && { where: renameMentioned(constraint.where, column, to) }),
      };
    case 'foreignKey':
      return renamedReference({ ...constraint, columns: renamedNames(constraint.columns, renaming) }, table, renaming);
    default:
      return { ...constraint, columns: renamedNames(constraint.columns, renaming) };
  }
}

/** A constraint of any table: a foreign key to the column's table follows. */
export function renamedReference(constraint: Constraint, table: ObjectName, renaming: Renaming): Constraint {
  if (constraint.kind !== 'foreignKey' || !sameName(constraint.references.table, table)) return constraint;
  return { ...constraint, references: { table, columns: renamedNames(constraint.references.columns, renaming) } };
}

export function renamedIndex(index: Index, renaming: Renaming): Index {
  const { column, to } = renaming;
  if (column === to) return index;
  return {
    ...index,
    keys: index.keys.map((key) => renamedKey(key, renaming)),
    ...(index.where && { where: renameMentioned(index.where, column, to) }),
    ...(index.include && { include: renamedNames(index.include, renaming) }),
  };
}

/** What is computed from the column. */
export const renamedGenerated = (column: Column, renaming: Renaming): Column =>
  column.generated === undefined
    ? column
    : {
        ...column,
        generated: {
          ...column.generated,
          expression: renameMentioned(column.generated.expression, renaming.column, renaming.to),
        },
      };
