import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, compare, sortDiagnostics } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import { isInside, nameOf, realFolder } from '../sandbox/imports.ts';

/** A file that should hold a migration. */
export interface MigrationPath {
  /** Absolute. */
  readonly path: string;
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  readonly kind: 'typescript' | 'sql';
}

export interface FindOptions {
  /** Absolute; files are named relative to it. */
  readonly project: string;
  readonly recursive?: boolean;
}

/**
 * The migration files of some folders (absolute), each once, sorted by name. Every `.ts`, `.mts`, `.js`, `.mjs` and
 * `.sql` file is a migration, except declarations (`.d.ts`) and what lies in `node_modules`. A name that begins with
 * `_` or `.` makes a file, or all that a folder holds, a helper: it can be imported and is never a migration.
 * Links to files are followed, links to folders are not; a link to nothing is taken too, for reading it to report it.
 * One that leads out of the project and the folders is a problem: whoever proposes a migration must not see by it what
 * else is on the machine.
 */
export function findMigrationFiles(
  folders: readonly string[],
  { project, recursive = false }: FindOptions,
): { readonly files: readonly MigrationPath[]; readonly problems: readonly Diagnostic[] } {
  const found = new Map<string, MigrationPath>();
  const problems: Diagnostic[] = [];
  const inside = [project, ...folders];
  const visit = (folder: string): void => {
    const entries = entriesOf(folder);
    if (!entries) {
      problems.push(problem('missing-folder', { folder: nameOf(folder, project) || '.' }));
      return;
    }
    const real = realpathSync(folder);
    for (const entry of entries.filter(({ name }) => !/^[._]|^node_modules$/.test(name))) {
      const path = join(folder, entry.name);
      const kind = kindOf(entry.name);
      if (entry.isDirectory()) recursive && visit(path);
      else if (kind && entry.isSymbolicLink() && leadsOut(path, inside))
        problems.push(problem('unreadable-file', { reason: LEADS_OUT }, { file: nameOf(path, project) }));
      else if (kind && isFile(entry, path))
        found.set(join(real, entry.name), { path, file: nameOf(path, project), kind });
    }
  };
  for (const folder of [...folders].sort(compare)) visit(folder);
  return { files: [...found.values()].sort((a, b) => compare(a.file, b.file)), problems: sortDiagnostics(problems) };
}

const LEADS_OUT = 'a symbolic link leads out of the project';

/** A link to nothing leads nowhere. */
function leadsOut(path: string, inside: readonly string[]): boolean {
  try {
    return !isInside(realpathSync(path), inside.map(realFolder));
  } catch {
    return false;
  }
}

function entriesOf(folder: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

function kindOf(name: string): MigrationPath['kind'] | undefined {
  if (/\.sql$/.test(name)) return 'sql';
  return /\.m?[jt]s$/.test(name) && !/\.d\.m?ts$/.test(name) ? 'typescript' : undefined;
}

function isFile(entry: Dirent, path: string): boolean {
  return entry.isFile() || (entry.isSymbolicLink() && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? true));
}
