import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, dirname, extname, relative, resolve, sep } from 'node:path';
import type { ErrorCode, ErrorDetails } from '../errors.ts';
import { type Packages, fileOfPackage, isInPackage } from './packages.ts';

/** Where imports may lead. */
export interface Territory {
  /** Absolute; files are named relative to it. */
  readonly project: string;
  /** Absolute; only files inside them can be imported, and by no symbolic link any other. */
  readonly folders: readonly string[];
  /** What may be imported of `node_modules`. */
  readonly packages?: Packages;
}

export type Resolution =
  | { readonly kind: 'authoring' }
  | { readonly kind: 'code' | 'data' | 'package'; readonly path: string }
  | { readonly kind: 'refused'; readonly code: 'forbidden-import'; readonly details: ErrorDetails['forbidden-import'] }
  | { readonly kind: 'refused'; readonly code: 'missing-import'; readonly details: ErrorDetails['missing-import'] };

/** The name of migsql's own module in imports. */
export const AUTHORING = 'migsql';

const CODE = new Set(['.ts', '.mts', '.js', '.mjs']);
const DATA = new Set(['.json', '.jsonl', '.ndjson', '.csv', '.sql', '.txt']);

/** What stands for an ending that TypeScript users write of the compiled file, and for none. */
const ENDINGS: { readonly [written: string]: readonly string[] } = {
  '.js': ['.ts', '.js'],
  '.mjs': ['.mts', '.mjs'],
};
const IMPLIED = ['.ts', '.mts', '.js', '.mjs', `${sep}index.ts`, `${sep}index.js`];

/** The file that an import means, seen from the importing file (absolute). */
export function resolveImport(specifier: string, importer: string, territory: Territory): Resolution {
  if (specifier === AUTHORING) return { kind: 'authoring' };
  const { folders, packages = {} } = territory;
  const relativeTo = /^\.\.?(?:\/|$)/.test(specifier) ? resolve(dirname(importer), specifier) : undefined;
  if (relativeTo !== undefined && !isInPackage(importer, packages)) return resolveOwn(specifier, relativeTo, folders);
  const target = relativeTo ?? fileOfPackage(specifier, packages);
  if (target === undefined) return forbidden(specifier, foreign(specifier, [AUTHORING, ...Object.keys(packages)]));
  const isThere = isFile(target) && isInPackage(realpathSync(target), packages);
  return isThere ? { kind: 'package', path: target } : missing(specifier);
}

function resolveOwn(specifier: string, target: string, folders: readonly string[]): Resolution {
  if (!isInside(target, folders)) return forbidden(specifier, 'it is outside the folders that may be read here');
  const path = candidates(target).find(isFile);
  if (path === undefined) return missing(specifier);
  if (!isInside(realpathSync(path), folders.map(realFolder))) {
    return forbidden(specifier, 'a symbolic link leads out of the folders that may be read here');
  }
  const ending = extname(path);
  if (DATA.has(ending)) return { kind: 'data', path };
  if (CODE.has(ending)) return { kind: 'code', path };
  return forbidden(specifier, `files that end in '${ending}' are neither code nor data here`);
}

/** A file's name in places and in the interpreter: relative to the project, with forward slashes. */
export function nameOf(path: string, project: string): string {
  const isBelow = path.startsWith(project) && path[project.length] === sep;
  return (isBelow ? path.slice(project.length + 1) : relative(project, path)).split(sep).join('/');
}

const missing = (specifier: string): Resolution => ({ kind: 'refused', code: 'missing-import', details: { specifier } });

const forbidden = (specifier: string, reason: string): Resolution => ({
  kind: 'refused',
  code: 'forbidden-import' satisfies ErrorCode,
  details: { specifier, reason },
});

function foreign(specifier: string, allowed: readonly string[]): string {
  if (specifier.startsWith('node:')) return 'migrations have no I/O';
  if (isAbsolute(specifier) || /^[a-zA-Z]:[\\/]/.test(specifier)) return 'the path is absolute';
  if (/^[a-z][a-z\d+.-]*:/i.test(specifier)) return 'it is a URL';
  return `packages cannot be imported, only ${allowed.map((name) => `'${name}'`).join(' and ')}`;
}

function candidates(target: string): readonly string[] {
  const ending = extname(target);
  const written = ENDINGS[ending];
  if (written) return written.map((each) => target.slice(0, -ending.length) + each);
  if (CODE.has(ending) || DATA.has(ending)) return [target];
  return [...IMPLIED.map((each) => target + each), target];
}

/** A path that cannot be asked about (a file used as a folder, a name too long) is none. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

export function isInside(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path.startsWith(folder.endsWith(sep) ? folder : folder + sep));
}

/** A folder may itself be reached by a link. */
export function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
