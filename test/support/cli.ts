import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const BIN = join(ROOT, 'bin/migsql.cjs');

/** A folder that is gone when the test process ends. */
function makeFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The caches of the runs: nobody's own. */
const cache = makeFolder('migsql-cache-');

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: { readonly [name: string]: string };
  /** Default: this package's own. */
  readonly bin?: string;
}

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a user's shell would, without what this process's environment says of colour. */
export function run(args: readonly string[], { cwd = tmpdir(), env = {}, bin = BIN }: RunOptions = {}): Ran {
  const { DEBUG, NO_COLOR, FORCE_COLOR, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    env: { ...inherited, XDG_CACHE_HOME: cache, ...env },
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

/** A copy of the package as it is installed, to be broken. */
export function copyPackage(): string {
  const copy = makeFolder('migsql-package-');
  for (const part of ['bin', 'dist', 'templates', 'package.json', 'oclif.manifest.json']) {
    cpSync(join(ROOT, part), join(copy, part), { recursive: true, filter: (file) => !file.endsWith('.v8cache') });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** Every file below a folder with its content: equal before and after means that nothing was written. */
export function contents(folder: string): { readonly [path: string]: string } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

/** A migration file's text. */
export function migrationText(id: string, revises: string | null, fields = 'upgrade: []'): string {
  const parent = revises === null ? 'null' : `'${revises}'`;
  const imports = 'migration, createTable, addColumn, alterColumn, createIndex, dropTable, execute, column, sql, types, irreversible';
  const head = `import { ${imports} } from 'migsql';\n\nexport default migration({\n  id: '${id}',\n`;
  return `${head}  revises: ${parent},\n  ${fields},\n});\n`;
}
