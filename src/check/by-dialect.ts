import type { DialectName } from '../sql/dialect-name.ts';

/** A finding, and the dialects that have it. */
export interface InDialects<T> {
  readonly found: T;
  readonly dialects: readonly DialectName[];
}

/** What is found in each dialect, once for all that have the same. @param keyOf what makes two the same */
export async function byDialect<T>(
  dialects: readonly DialectName[],
  find: (dialect: DialectName) => Promise<readonly T[]>,
  keyOf: (found: T) => string = JSON.stringify,
): Promise<readonly InDialects<T>[]> {
  const groups = new Map<string, { readonly found: T; readonly dialects: DialectName[] }>();
  for (const dialect of dialects) {
    for (const found of await find(dialect)) {
      const group = groups.get(keyOf(found));
      if (group) group.dialects.push(dialect);
      else groups.set(keyOf(found), { found, dialects: [dialect] });
    }
  }
  return [...groups.values()];
}
