import { resolve, sep } from 'node:path';

/** Packages of `node_modules` by name: ES modules, evaluated as they stand. */
export type Packages = { readonly [name: string]: Package };

export interface Package {
  /** Absolute, without symbolic links. */
  readonly folder: string;
  /** `exports` of its package.json. */
  readonly exports: unknown;
}

/** The file that a package has for a specifier, by its `exports`; nothing where it is none of the packages. */
export function fileOfPackage(specifier: string, packages: Packages): string | undefined {
  const name = Object.keys(packages).find((each) => specifier === each || specifier.startsWith(`${each}/`));
  const known = name === undefined ? undefined : packages[name];
  if (name === undefined || !known) return undefined;
  const subpath = `.${specifier.slice(name.length)}`;
  const { exports, folder } = known;
  return resolve(folder, targetOf(exports, subpath) ?? subpath);
}

export const isInPackage = (path: string, packages: Packages): boolean =>
  Object.values(packages).some(({ folder }) => path.startsWith(folder + sep));

/** https://nodejs.org/api/packages.html#subpath-patterns: a subpath of its own goes before a pattern. */
function targetOf(exports: unknown, subpath: string): string | undefined {
  const own = forImport(fieldOf(exports, subpath));
  if (own !== undefined || typeof exports !== 'object' || exports === null) return own;
  for (const [pattern, target] of Object.entries(exports)) {
    const [start, end] = pattern.split('*');
    if (start === undefined || end === undefined || !subpath.startsWith(start) || !subpath.endsWith(end)) continue;
    return forImport(target)?.replaceAll('*', subpath.slice(start.length, subpath.length - end.length));
  }
  return undefined;
}

/** What a condition of ES modules, or any, leads to. */
function forImport(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  const chosen = fieldOf(target, 'import') ?? fieldOf(target, 'default');
  return chosen === undefined ? undefined : forImport(chosen);
}

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
