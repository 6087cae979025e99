import { compare } from './diagnostics.ts';

/** Longer texts are no typing errors, and comparing them takes time. */
const LONGEST = 64;

/** The candidates that `text` may have been meant to be: at most three, the nearest first. Case counts for little. */
export function similar(text: string, candidates: Iterable<string>): readonly string[] {
  if (text.length > LONGEST) return [];
  const tolerance = Math.max(1, Math.floor(text.length / 3));
  return [...candidates]
    .map((known) => ({ known, distance: distanceBetween(known, text) }))
    .filter(({ distance }) => distance <= tolerance)
    .sort((a, b) => a.distance - b.distance || compare(a.known, b.known))
    .slice(0, 3)
    .map(({ known }) => known);
}

/** A text may be the beginning of what was meant, with a slip in it: `post` is near `postgresql`. */
function distanceBetween(known: string, text: string): number {
  const [a, b] = [known.toLowerCase(), text.toLowerCase()];
  const whole = Math.abs(a.length - b.length) > LONGEST ? Infinity : editDistance(a, b);
  return b.length < 4 ? whole : Math.min(whole, editDistance(a.slice(0, b.length), b));
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
