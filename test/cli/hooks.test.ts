/** Programs that run when a migration is written. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';

const APPEND = "#!/bin/sh\nprintf '%s\\n' \"// $0 $PWD\" >> \"$2\"; echo said; exit ${1:-0}\n";

function projectWith(...afterWrite: readonly (readonly string[])[]): string {
  const cwd = makeProject({
    'migsql.config.json': JSON.stringify({ hooks: { afterWrite: afterWrite.map((words) => ({ run: words })) } }),
    'migrations/.gitkeep': '',
    'node_modules/.bin/append': APPEND,
    'bin/append': APPEND,
    'plain': '',
  });
  for (const file of ['node_modules/.bin/append', 'bin/append']) chmodSync(join(cwd, file), 0o755);
  return cwd;
}

const test = suite('hooks');

test('run in order in the project, found in node_modules/.bin, and leave stdout alone', () => {
  const cwd = projectWith(['append', '0', '{file}'], ['./bin/append', '0', '{file}']);
  const { status, stdout, stderr } = run(['revision', '-m', "$(touch oops) 'x'", '--id', 'a1', '--json'], { cwd: join(cwd, 'migrations') });
  assert.equal([status, JSON.parse(stdout).id, stderr], [0, 'a1', 'said\nsaid\n']);
  const files = contents(cwd);
  assert.equal(Object.keys(files).filter((file) => file.includes('oops')), ['migrations/a1_touch_oops_x.ts']);
  const added = (files['migrations/a1_touch_oops_x.ts'] ?? '').split('\n').slice(-3, -1);
  assert.match(added[0] ?? '', /^\/\/ \S*node_modules\/\.bin\/append /);
  assert.match(added[1] ?? '', /^\/\/ \S*bin\/append /);
  assert.ok(added.every((line) => line.endsWith(` ${cwd}`)), added.join());
});

test('that fail or are not there are all named, and the file stays', () => {
  const cwd = projectWith(['nosuchprogram', '{file}'], ['append', '7', '{file}'], ['./plain'], ['append', '0', '{file}']);
  const { status, stdout, stderr } = run(['revision', '-m', 'x', '--id', 'a1'], { cwd });
  assert.equal([status, stdout], [1, '']);
  const said = stderr.split('\n').filter((line) => line.startsWith('migsql.config.json: error'));
  assert.equal(said.length, 3);
  assert.match(stderr, "the program 'nosuchprogram' of hooks.afterWrite is not found [missing-program]\n  migrations/a1_x.ts is written. Install it");
  assert.match(stderr, "'append 7 {file}' failed: it ended with 7 [hook-failed]\n  migrations/a1_x.ts is written,");
  assert.match(stderr, /'\.\/plain' failed: .*EACCES/);
  assert.is(contents(cwd)['migrations/a1_x.ts']?.match(/^\/\/ .*append/gm)?.length, 2);
});

test('do not run where nothing is written', () => {
  const cwd = projectWith(['append', '0', '{file}']);
  for (const id of ['a1', 'b2']) assert.is(run(['revision', '-m', id, '--id', id, '--revises', 'base'], { cwd }).status, 0);
  const before = contents(cwd);
  assert.is(run(['merge', '--dry-run'], { cwd }).status, 0);
  assert.is(run(['revision', '-m', 'x', '--id', 'a1', '--revises', 'base'], { cwd }).status, 1);
  assert.equal(contents(cwd), before);
});

test.run();
