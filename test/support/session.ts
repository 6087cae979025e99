import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import * as assert from 'uvu/assert';
import { BIN } from './cli.ts';
import { makeProject } from './project.ts';

/** A command of a session, with what it is to print and to end with. */
interface Turn {
  readonly command: string;
  readonly lines: readonly string[];
  readonly status: number;
}

/**
 * Turns of a session as a person would copy it: `$ command`, continued by `> `, then all that it prints; `[1]` ends the
 * output of one that fails with 1, and a line that begins with `#` is for readers. `…` stands for any text within a line.
 */
function turnsOf(session: string): readonly Turn[] {
  return session.split(/^(?=\$ )/m).slice(1).map((text) => {
    const lines = text.replace(/\n+$/, '').split('\n').filter((line) => !line.startsWith('#'));
    const length = 1 + lines.slice(1).findIndex((line) => !line.startsWith('> '));
    const commands = length > 0 ? lines.slice(0, length) : lines;
    const status = /^\[(\d+)\]$/.exec(lines.at(-1) ?? '')?.[1];
    const printed = lines.slice(commands.length, status === undefined ? undefined : -1);
    return { command: commands.map((line) => line.slice(2)).join('\n'), lines: printed.filter((line) => line !== ''), status: Number(status ?? 0) };
  });
}

const matches = (line: string): RegExp =>
  new RegExp(`^${line.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);

/** Runs a session in a folder of its own, in one shell's folder after the other; blank lines do not count. */
export function runSession(session: string): void {
  const home = makeProject({ 'work/.keep': '', 'bin/.keep': '' });
  symlinkSync(BIN, join(home, 'bin/migsql'));
  const env = { PATH: `${join(home, 'bin')}${delimiter}${process.env['PATH']}`, HOME: home, XDG_CACHE_HOME: join(home, 'cache'), LC_ALL: 'C.UTF-8' };
  let cwd = join(home, 'work');
  for (const { command, lines, status } of turnsOf(session)) {
    const ran = spawnSync('sh', ['-c', `exec 2>&1\n${command}\nstatus=$?\npwd >&3\nexit $status`], { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    cwd = String(ran.output[3]).trim();
    const printed = ran.stdout.split('\n').filter((line) => line.trim() !== '');
    const isRight = printed.length === lines.length && printed.every((line, index) => matches(lines[index]!).test(line));
    assert.ok(isRight && ran.status === status, `$ ${command}\n${ran.stdout}[${ran.status}]\nexpected:\n${lines.join('\n')}\n[${status}]`);
  }
}
