/** `base`, or ids in one order only. */
export const headsText = (heads: readonly string[]): string => (heads.length ? [...heads].sort().join(', ') : 'base');
