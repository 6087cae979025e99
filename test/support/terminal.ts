import { spawnSync } from 'node:child_process';
import * as assert from 'uvu/assert';
import { BIN } from './cli.ts';

/** Whether script(1) is there, which makes terminals. */
export const hasTerminals = spawnSync('script', ['--version']).status === 0;
if (!hasTerminals) console.log('SKIPPED: script(1) is not there: terminals are not tried');

interface Terminal {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** What is typed. */
  readonly input?: string;
}

/** Runs it in a terminal of 24 rows, and gives what that shows. */
export function inTerminal(args: string, { cwd, env = {}, input = '' }: Terminal): string {
  const command = `stty rows 24 cols 200; '${process.execPath}' '${BIN}' ${args}`;
  const options = { cwd, env: { ...process.env, ...env }, encoding: 'utf8', input } as const;
  const { status, stdout, stderr } = spawnSync('script', ['-qec', command, '/dev/null'], options);
  assert.is(status, 0, stderr || stdout);
  return stdout.replaceAll('\r\n', '\n');
}
