/** Keys and indexes from the top of the config. */
export type Path = readonly (string | number)[];

/** `dialect[1]`, `limits.steps`; a key that is no plain word stands in quotes. */
export function showPath(path: Path): string {
  return path.reduce<string>((shown, part) => {
    if (typeof part === 'number') return `${shown}[${part}]`;
    if (!/^[\w$]+$/.test(part)) return `${shown}[${JSON.stringify(part)}]`;
    return shown ? `${shown}.${part}` : part;
  }, '');
}
