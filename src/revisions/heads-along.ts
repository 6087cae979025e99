import { compare } from '../diagnostics.ts';
import type { VersionChange } from './version-rows.ts';

/** Up to this many changes are spliced into a copy; beyond, collecting and sorting anew is cheaper. */
const FEW_CHANGES = 8;

/**
 * The rows of the version table after the first `position` steps, sorted.
 *
 * Keeping every list would take steps × heads of memory, so only the one asked for last is kept, and others are
 * worked out from there, forwards or backwards: reading the steps in order costs one copy of the heads a step.
 *
 * @param first the rows before the first step, sorted
 */
export function headsAlong(
  first: readonly string[],
  steps: readonly (readonly VersionChange[])[],
): (position: number) => readonly string[] {
  let at = 0;
  let rows = first;
  return (position) => {
    if (position > at) rows = changed(rows, steps.slice(at, position).flat().map(forwards));
    if (position < at) rows = changed(rows, steps.slice(position, at).flat().map(backwards).reverse());
    at = position;
    return rows;
  };
}

interface Replacement {
  readonly removed: string | undefined;
  readonly added: string | undefined;
}

function forwards(change: VersionChange): Replacement {
  if (change.kind === 'update') return { removed: change.from, added: change.to };
  return change.kind === 'insert' ? { removed: undefined, added: change.id } : { removed: change.id, added: undefined };
}

function backwards(change: VersionChange): Replacement {
  const { removed, added } = forwards(change);
  return { removed: added, added: removed };
}

function changed(rows: readonly string[], replacements: readonly Replacement[]): readonly string[] {
  if (replacements.length > FEW_CHANGES) return resorted(rows, replacements);
  const copy = [...rows];
  for (const { removed, added } of replacements) {
    if (removed !== undefined) copy.splice(placeIn(copy, removed), 1);
    if (added !== undefined) copy.splice(placeIn(copy, added), 0, added);
  }
  return copy;
}

function resorted(rows: readonly string[], replacements: readonly Replacement[]): readonly string[] {
  const set = new Set(rows);
  for (const { removed, added } of replacements) {
    if (removed !== undefined) set.delete(removed);
    if (added !== undefined) set.add(added);
  }
  return [...set].sort(compare);
}

/** Where `id` is, or would be, in a sorted list. */
function placeIn(sorted: readonly string[], id: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle] ?? '', id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
