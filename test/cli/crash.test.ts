/** A run that is killed, or that meets another one, leaves whole migrations or none. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { BIN, contents, migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';

const newProject = (): string =>
  makeProject({ 'migsql.config.json': '{ "cache": false }', 'migrations/a.ts': migrationText('aaaa1111', null) });

/** Migrations alone: a name that begins with a dot makes no migration. */
const migrationsOf = (cwd: string): { readonly [path: string]: string } =>
  Object.fromEntries(Object.entries(contents(cwd)).filter(([path]) => /^migrations\/[^.]/.test(path)));

const killed = suite('a run that is killed');

/** Loaded before the program: ends it before its Nth call of the file system that begins with the draft of a file. */
const KILLER = `
  const fs = require('node:fs');
  let calls = 0;
  const isDraft = (path) => /\\.tmp$/.test(String(path));
  const dies = () => calls > 0 && ++calls > Number(process.env.KILL_AT);
  for (const name of ['openSync', 'writeFileSync', 'fsyncSync', 'closeSync', 'linkSync', 'renameSync', 'rmSync', 'readdirSync']) {
    const real = fs[name];
    fs[name] = (...args) => {
      if (calls === 0 && isDraft(args[0])) calls = 1;
      if (dies()) {
        // In the middle of its writing, since a text may reach the disk in parts.
        if (name === 'writeFileSync') real(args[0], String(args[1]).slice(0, 20));
        process.kill(process.pid, 'SIGKILL');
      }
      return real(...args);
    };
  }
`;

killed('leaves the migration whole, or none, wherever that is', () => {
  const preload = join(makeProject({ 'killer.cjs': KILLER }), 'killer.cjs');
  const add = (cwd: string, at: number) =>
    run(['revision', '-m', 'add it', '--id', 'bbbb2222'], { cwd, env: { NODE_OPTIONS: `--require ${preload}`, KILL_AT: String(at) } });
  const whole = newProject();
  assert.is(add(whole, Infinity).status, 0);
  const expected = migrationsOf(whole)['migrations/bbbb2222_add_it.ts'];
  assert.ok(expected);
  const left: (string | undefined)[] = [];
  for (let at = 1, status: number | null = null; status !== 0; at++) {
    assert.ok(at < 30, 'it is killed at each call, until it ends');
    const cwd = newProject();
    status = add(cwd, at).status;
    left.push(migrationsOf(cwd)['migrations/bbbb2222_add_it.ts']);
    if (left.at(-1) === undefined) assert.is(add(cwd, Infinity).status, 0, 'what is left is in nobody’s way');
  }
  assert.equal([...new Set(left)], [undefined, expected], `${left.length} runs`);
  assert.ok(left.filter((text) => text === undefined).length >= 4, 'killed while it writes as well');
});

killed.run();

const together = suite('runs at the same moment');

interface Ended {
  readonly status: number | null;
  readonly stderr: string;
}

const start = (cwd: string, args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, 'revision', '--revises', 'aaaa1111', '--splice', ...args], { cwd });
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.on('close', (status) => resolve({ status, stderr }));
  });

together('each has its revision when nothing says that it is the same', async () => {
  const cwd = newProject();
  const ended = await Promise.all([1, 2, 3].map((n) => start(cwd, ['-m', `add ${n}`])));
  assert.equal(ended.map(({ status, stderr }) => [status, stderr]), Array(3).fill([0, '']));
  assert.is(Object.keys(migrationsOf(cwd)).length, 4);
});

// A file that another run has just taken back may be there when it is looked for, and not when it is read.
for (const [name, args, codes] of [
  ['the same id', ['--id', 'cccc3333'], /\[duplicate-(revision|migration)\]|\[unreadable-file\]/],
  ['the same label', ['--branch-label', 'billing'], /\[duplicate-label\]|\[unreadable-file\]/],
] as const) {
  together(`of those with ${name} at most one writes, and the others say why`, async () => {
    for (let round = 0; round < 2; round++) {
      const cwd = newProject();
      const ended = await Promise.all([1, 2, 3].map((n) => start(cwd, ['-m', `add ${n}`, ...args])));
      const written = ended.filter(({ status }) => status === 0).length;
      assert.ok(written <= 1, `${written} were written`);
      for (const { status, stderr } of ended.filter((each) => each.status !== 0)) {
        assert.is(status, 1);
        assert.ok(codes.test(stderr), stderr);
      }
      assert.is(Object.keys(migrationsOf(cwd)).length, 1 + written);
      assert.is(run(['heads'], { cwd }).status, 0);
    }
  });
}

together.run();
