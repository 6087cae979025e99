import type { Check } from '../../schema/constraint.ts';
import type { Index } from '../../schema/table-index.ts';
import { renameMentioned } from '../../sql/mentions.ts';

/** A column's new name, or its old one where only something else changes. */
export interface Renaming {
  readonly column: string;
  readonly to: string;
}

export const renamedNames = (names: readonly string[], { column, to }: Renaming): readonly string[] =>
  names.map((name) => (name === column ? to : name));

export const renamedCheck = (check: Check, { column, to }: Renaming): Check =>
  column === to ? check : { ...check, expression: renameMentioned(check.expression, column, to) };

export function renamedIndex(index: Index, { column, to }: Renaming): Index {
  if (column === to) return index;
  const keys = index.keys.map((key) => {
    if ('expression' in key) return { ...key, expression: renameMentioned(key.expression, column, to) };
    return key.column === column ? { ...key, column: to } : key;
  });
  return { ...index, keys, ...(index.where && { where: renameMentioned(index.where, column, to) }) };
}
