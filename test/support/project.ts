import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const alive: string[] = [];
process.on('exit', () => alive.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder of its own with the given files, which is gone when the test process ends. */
export function makeProject(files: { readonly [path: string]: string }): string {
  const root = mkdtempSync(join(tmpdir(), 'migsql-project-'));
  alive.push(root);
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return root;
}
