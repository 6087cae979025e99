import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeProject } from './project.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the TypeScript compiler says of files, strictly, in a project that has the package as it is built. */
export function typeErrors(files: { readonly [path: string]: string }): string {
  const target = { module: 'nodenext', target: 'es2022', noEmit: true, allowImportingTsExtensions: true };
  const compilerOptions = { ...target, strict: true, types: [], skipLibCheck: true };
  const typed = makeProject({
    ...files,
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify({ compilerOptions, include: Object.keys(files) }),
    'node_modules/.keep': '',
  });
  symlinkSync(root, join(typed, 'node_modules/migsql'));
  const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', typed], { encoding: 'utf8' });
  return status === 0 ? '' : stdout || `tsc ended with ${status}`;
}
