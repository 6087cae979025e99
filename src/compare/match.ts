/** The constraints, or the indexes, of a table in two schemas. */
export interface Match<T> {
  /** The same but for the name. */
  readonly kept: readonly { readonly now: T; readonly wanted: T }[];
  readonly dropped: readonly T[];
  readonly added: readonly T[];
}

interface Nameable {
  readonly name?: string | undefined;
}

/**
 * What has the same form is the same thing, under its own name first. What has no name on either side takes any; where
 * names differ, `renames` says whether one can become the other.
 */
export function matched<T extends Nameable>(
  now: readonly T[],
  wanted: readonly T[],
  form: (item: T) => string,
  renames: (now: T, wanted: T) => boolean,
): Match<T> {
  const left = new Set(now);
  const found = new Map<T, T>();
  const pass = (fits: (now: T, wanted: T) => boolean): void => {
    for (const each of wanted) {
      if (found.has(each)) continue;
      const item = [...left].find((candidate) => form(candidate) === form(each) && fits(candidate, each));
      if (!item) continue;
      found.set(each, item);
      left.delete(item);
    }
  };
  pass((a, b) => a.name === b.name);
  pass((a, b) => a.name === undefined || b.name === undefined || renames(a, b));
  return {
    kept: [...found].map(([each, item]) => ({ now: item, wanted: each })),
    dropped: [...left],
    added: wanted.filter((each) => !found.has(each)),
  };
}
