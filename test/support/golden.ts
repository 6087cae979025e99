import { createTwoFilesPatch } from 'diff';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SNAPSHOTS = fileURLToPath(new URL('../../snapshots', import.meta.url));
const isUpdate = process.env['UPDATE_SNAPSHOTS'] === '1';

/** More edits than this are not worth reading, and take jsdiff long to find. */
const MOST_EDITS = 2000;

/**
 * The text must equal the file `snapshots/<path>`, byte for byte; a missing file is a failure.
 * UPDATE_SNAPSHOTS=1 writes it instead.
 */
export function matchSnapshot(path: string, text: string): void {
  const file = join(SNAPSHOTS, path);
  if (isUpdate) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return;
  }
  if (!existsSync(file)) throw new Error(`snapshots/${path} is missing; UPDATE_SNAPSHOTS=1 writes it`);
  const known = readFileSync(file, 'utf8');
  if (known === text) return;
  const patch = createTwoFilesPatch(`snapshots/${path}`, 'now', known, text, '', '', { context: 3, maxEditLength: MOST_EDITS });
  throw new Error(`snapshots/${path} differs:\n${patch ?? 'too much to show'}`);
}

/** Files below `snapshots/<folder>` that no test names any more; UPDATE_SNAPSHOTS=1 removes them. */
export function orphanedSnapshots(folder: string, paths: readonly string[]): readonly string[] {
  const known = new Set(paths);
  const found = readdirSync(join(SNAPSHOTS, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(SNAPSHOTS.length + 1))
    .filter((path) => !known.has(path));
  if (!isUpdate) return found;
  for (const path of found) rmSync(join(SNAPSHOTS, path));
  return [];
}
