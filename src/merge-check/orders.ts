import type { Footprint, Step, Touches } from './footprint.ts';
import type { Clash, Pair } from './pair.ts';
import type { Resting } from './resting.ts';

/** The pairs of ops of which one changes rows, or does what nobody reads, where the other changes what that may rest on. */
export function orders(left: readonly Step[], right: readonly Step[]): readonly Pair[] {
  const [mute, other] = [right.filter(speaks), right];
  return left.flatMap((first) =>
    (speaks(first) ? other : mute).flatMap((second): readonly Pair[] => {
      const clash = clashOf(first.footprint, second.footprint);
      return clash ? [{ relation: 'order', first, second, ...clash }] : [];
    }),
  );
}

/** Whether an op does more than the schema model knows. */
const speaks = ({ footprint: { rows, words, resting } }: Step): boolean => rows.size + words.size + resting.words.size > 0;

function clashOf(a: Footprint, b: Footprint): { readonly clash: Clash; readonly name: string } | undefined {
  const rows = shared(a.rows, b.constrains) ?? shared(b.rows, a.constrains) ?? (a.adds && b.adds ? undefined : shared(a.rows, b.rows));
  if (rows !== undefined) return { clash: 'rows', name: `table ${rows}` };
  const unread = reads(a, b) ?? reads(b, a);
  return unread === undefined ? undefined : { clash: 'unread', name: unread };
}

/** What the SQL of one names and the other changes; that both add rows of their own to one table is nothing. */
const reads = (one: Footprint, other: Footprint): string | undefined =>
  shared(one.words, new Set(other.touches.keys())) ?? restsOn(one.resting, other.touches) ?? shared(without(one.words, one.rows), other.rows);

/** Of a table of which only columns change, a text rests on those that it names. */
const restsOn = ({ words, takesAll }: Resting, touches: Touches): string | undefined =>
  [...touches].find(([name, columns]) => words.has(name) && (takesAll || !columns || shared(words, columns) !== undefined))?.[0];

const without = (words: ReadonlySet<string>, some: ReadonlySet<string>): ReadonlySet<string> => new Set([...words].filter((word) => !some.has(word)));

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): string | undefined => [...a].find((name) => b.has(name));
