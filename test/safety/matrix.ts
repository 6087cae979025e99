/** How a client is started on a script. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderScript } from '../../src/script/index.ts';
import { DEFAULT_OPTIONS, type ScriptOptions } from '../../src/script/options.ts';
import type { Database } from '../support/servers.ts';
import { type Cell, planOf } from './chain.ts';

/** How a script is run, and what comes of it when it fails. */
export interface Client {
  readonly options?: Partial<ScriptOptions>;
  /** The command line; FILE and DATABASE stand for themselves. */
  readonly command: string;
  readonly args: (database: string, file: string) => readonly string[];
  /** Whether the script comes on standard input. */
  readonly stdin?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** The exit code after a failure. */
  readonly fails: number;
}

export const folder = mkdtempSync(join(tmpdir(), 'migsql-safety-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

export function scriptOf(cell: Cell, options: Partial<ScriptOptions> = {}): string {
  return [...renderScript(planOf(cell), { ...DEFAULT_OPTIONS, ...options })].join('');
}

export function runScript(database: Database, text: string, { command, args, stdin, env }: Client): Ran {
  const file = join(folder, 'script.sql');
  writeFileSync(file, text);
  const { status, stdout, stderr, error } = spawnSync(command, args(database.name, file), {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    ...(stdin && { input: text }),
  });
  return { code: status, output: `${stdout}${stderr}${error?.message ?? ''}` };
}

export const OK = /migsql: OK base -> rev3/;
