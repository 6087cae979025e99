import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** What git wrote, or why it did not. */
export type GitAnswer = { readonly output: Buffer } | { readonly reason: string };

/** It asks nobody, writes nothing, fetches nothing, and its messages are in English. */
const ENVIRONMENT = { LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' };

/** A hook of git's may say these as seen from where it runs, and git is run elsewhere. */
const PATHS = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_OBJECT_DIRECTORY'] as const;

const environment = (): NodeJS.ProcessEnv => {
  const given = PATHS.flatMap((name) => (process.env[name] === undefined ? [] : [[name, resolve(process.env[name])] as const]));
  return { ...process.env, ...Object.fromEntries(given), ...ENVIRONMENT };
};

/** Runs git in a folder; no shell reads the arguments. */
export function git(folder: string, args: readonly string[], input = ''): GitAnswer {
  const { status, stdout, stderr, error } = spawnSync('git', ['-C', folder, ...args], { input, env: environment(), maxBuffer: 2 ** 31 - 1 });
  if (error) return { reason: 'code' in error && error.code === 'ENOENT' ? 'git is not installed, or not on the PATH' : error.message };
  if (status === 0) return { output: stdout };
  const [line = ''] = stderr.toString().trim().split('\n');
  return { reason: line.replace(/^(?:fatal|error): /, '') || `git ended with ${status}` };
}
