import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const BIN = fileURLToPath(new URL('../../bin/migsql.cjs', import.meta.url));

/** The caches of the runs: nobody's own, and gone afterwards. */
const cache = mkdtempSync(join(tmpdir(), 'migsql-cache-'));
process.on('exit', () => rmSync(cache, { recursive: true, force: true }));

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: { readonly [name: string]: string };
}

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a user's shell would, without what this process's environment says of colour. */
export function run(args: readonly string[], { cwd = tmpdir(), env = {} }: RunOptions = {}): Ran {
  const { DEBUG, NO_COLOR, FORCE_COLOR, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    env: { ...inherited, XDG_CACHE_HOME: cache, ...env },
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
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
  const imports = 'migration, createTable, addColumn, dropTable, execute, column, types, irreversible';
  return `import { ${imports} } from 'migsql';\n\nexport default migration({\n  id: '${id}',\n  revises: ${parent},\n  ${fields},\n});\n`;
}
