import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Territory } from '../../../src/sandbox/imports.ts';

/** A folder of files, gone when the process ends. */
export interface Project {
  readonly root: string;
  /** Imports may lead to files in `m`. */
  readonly territory: Territory;
  readonly write: (files: Readonly<Record<string, string | Uint8Array>>) => void;
  readonly path: (file: string) => string;
}

const roots: string[] = [];
process.on('exit', () => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

export function createProject(files: Readonly<Record<string, string | Uint8Array>> = {}): Project {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'migsql-test-')));
  roots.push(root);
  const path = (file: string): string => join(root, file);
  const write: Project['write'] = (more) => {
    for (const [file, text] of Object.entries(more)) {
      mkdirSync(dirname(path(file)), { recursive: true });
      writeFileSync(path(file), text);
    }
  };
  mkdirSync(path('m'));
  write(files);
  return { root, territory: { project: root, folders: [path('m')] }, write, path };
}

/** A stand-in for migsql's authoring module: ops with their raw stacks, as the real one makes them. */
export const AUTHORING_STUB = `
const origin = () => ({ origin: '\\0' + new Error().stack });
export const migration = (source) => source;
export const execute = (sql) => {
  if (typeof sql !== 'string') throw new TypeError('execute: expected a text');
  return { op: 'execute', sql, ...origin() };
};
export const forDialect = (cases) => ({ op: 'forDialect', cases, ...origin() });
export const irreversible = (irreversible) => ({ irreversible, ...origin() });
export const types = Object.freeze({ text: () => ({ type: 'text' }) });
`;
