import type { NameLimit } from '../ops/naming.ts';
import { type Dialect, type LoweringContext, type Version, refuse } from './dialect.ts';

/** `[8, 0, 19]` of `8.0.19`; nothing where the text is no version. */
export function parseVersion(text: string): Version | undefined {
  return /^\d{1,4}(\.\d{1,4}){0,2}$/.test(text) ? text.split('.').map(Number) : undefined;
}

export const displayVersion = (version: Version): string => version.join('.');

/** Whether the first is as new as the second, or newer. */
export function isAtLeast(version: Version, wanted: Version): boolean {
  for (const [index, number] of wanted.entries()) {
    const own = version[index] ?? 0;
    if (own !== number) return own > number;
  }
  return true;
}

/** Whether the oldest server that the script must run on has what came with a version: `has(context, 15)`. */
export const has = ({ dialect }: Pick<LoweringContext, 'dialect'>, ...version: Version): boolean =>
  isAtLeast(dialect.server, version);

/** Refuses what came with a later version: `needs(dialect, 'NULLS NOT DISTINCT', 15)`. */
export function needs(dialect: Dialect, what: string, ...version: Version): void {
  if (isAtLeast(dialect.server, version)) return;
  const { name, title, server } = dialect;
  refuse(
    `${what} came with ${title} ${displayVersion(version)}, and the script must run on ${displayVersion(server)}`,
    `Leave it out, or say in the config that the server is newer: server: { ${name}: '${displayVersion(version)}' }.`,
  );
}

/** The longest name that every server keeps whole on which the script must run. */
export function longestName({ lexicon, server }: Pick<Dialect, 'lexicon' | 'server'>): NameLimit {
  const { longestName: longest, olderNames } = lexicon;
  return olderNames && !isAtLeast(server, olderNames.before) ? olderNames.longest : longest;
}
