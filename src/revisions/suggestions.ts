import { compare } from '../diagnostics.ts';
import { SYMBOLS } from './names.ts';
import type { Graph, Revision } from './revision.ts';

/** Longer texts are no typing errors, and comparing them takes time. */
const LONGEST = 64;

/**
 * Ids, labels and words of the notation that `name` may have been meant to be: at most three, the nearest first.
 * The beginning of an id counts as well as the whole.
 */
export function suggestions<R extends Revision>(graph: Graph<R>, name: string): readonly string[] {
  if (name.length > LONGEST) return [];
  const tolerance = Math.max(1, Math.floor(name.length / 3));
  return [...graph.nodes.keys(), ...graph.labels.keys(), ...SYMBOLS]
    .map((known) => ({ known, distance: distanceTo(known, name) }))
    .filter(({ distance }) => distance <= tolerance)
    .sort((a, b) => a.distance - b.distance || compare(a.known, b.known))
    .slice(0, 3)
    .map(({ known }) => known);
}

function distanceTo(known: string, name: string): number {
  const whole = Math.abs(known.length - name.length) > LONGEST ? Infinity : editDistance(known, name);
  return name.length < 4 ? whole : Math.min(whole, editDistance(known.slice(0, name.length), name));
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from one text to the other. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? 0;
}
