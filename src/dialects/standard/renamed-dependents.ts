import type { Check } from '../../schema/constraint.ts';
import type { Index } from '../../schema/table-index.ts';
import type { Fragment } from '../../sql/fragment.ts';
import { refuse } from '../dialect.ts';
import { renamedIn } from './mentions.ts';

/** A column's new name, or its old one where only something else changes. */
export interface Renaming {
  readonly column: string;
  readonly to: string;
}

export const renamedNames = (names: readonly string[], { column, to }: Renaming): readonly string[] =>
  names.map((name) => (name === column ? to : name));

export const renamedCheck = (check: Check, renaming: Renaming): Check => ({
  ...check,
  expression: renamedExpression(check.expression, check.name ?? 'a check constraint', renaming),
});

export const renamedIndex = (index: Index, renaming: Renaming): Index => ({
  ...index,
  keys: index.keys.map((key) => {
    if ('expression' in key) return { ...key, expression: renamedExpression(key.expression, index.name, renaming) };
    return key.column === renaming.column ? { ...key, column: renaming.to } : key;
  }),
  ...(index.where && { where: renamedExpression(index.where, index.name, renaming) }),
});

function renamedExpression(expression: Fragment, owner: string, { column, to }: Renaming): Fragment {
  if (column === to) return expression;
  return (
    renamedIn(expression, column, to) ??
    refuse(
      `'${owner}' mentions column '${column}' in its text, which cannot be rewritten safely for the new name`,
      `Drop '${owner}' before and add it again after, or write the column in it as \${name('${column}')}.`,
    )
  );
}
