/** What `--help` says of each command, and what a mistyped command is answered. */
import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { run } from '../support/cli.ts';
import { matchSnapshot, orphanedSnapshots } from '../support/golden.ts';

const packageJson = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const manifest = JSON.parse(readFileSync(new URL('../../oclif.manifest.json', import.meta.url), 'utf8'));
const commands = Object.keys(manifest.commands).sort();

const test = suite('help');

test('the commands are those of the issue', () => {
  assert.equal(commands, ['apply', 'autocomplete', 'baseline', 'bases', 'blame', 'branches', 'check', 'current', 'diff', 'drift', 'edit', 'ensure-version', 'graph', 'heads', 'history', 'init', 'inspect', 'merge', 'prove', 'rehearse', 'render', 'revision', 'schema', 'show', 'snapshot', 'stamp', 'templates']);
});

test('of the program', () => {
  const { status, stdout, stderr } = run(['--help']);
  assert.equal({ status, stderr }, { status: 0, stderr: '' });
  matchSnapshot('help/migsql.txt', stdout);
});

for (const command of commands) {
  test(`of ${command}`, () => {
    const { status, stdout, stderr } = run([command, '--help']);
    assert.equal({ status, stderr }, { status: 0, stderr: '' });
    assert.match(stdout, /EXAMPLES\n/);
    assert.match(stdout, /EXIT CODES\n/);
    matchSnapshot(`help/${command}.txt`, stdout);
  });
}

test('no snapshot is left over', () => {
  assert.equal(orphanedSnapshots('help', ['migsql', ...commands].map((name) => `help/${name}.txt`)), []);
});

test('is the same however it is asked for, and wherever', () => {
  const { stdout } = run(['heads', '--help']);
  assert.is(run(['heads', '-h']).stdout, stdout);
  assert.is(run(['help', 'heads']).stdout, stdout);
  assert.is(run(['heads', '--help', '--json']).stdout, stdout);
  assert.is(run([]).stdout, run(['--help']).stdout);
});

test('the version is that of package.json', () => {
  for (const flag of ['--version', '-V']) {
    assert.equal(run([flag]), { status: 0, stdout: `migsql ${packageJson.version}\n`, stderr: '' });
  }
});

for (const args of [['haeds'], ['haeds', '--help'], ['help', 'haeds'], ['Heads']]) {
  test(`'${args.join(' ')}' is answered with what may have been meant`, () => {
    const { status, stdout, stderr } = run(args);
    assert.equal({ status, stdout }, { status: 2, stdout: '' });
    assert.match(stderr, /error: '[hH]\w+' is not a command \[unknown-command\]\n  Did you mean heads\?\n$/);
  });
}

test('a command that resembles none is told where the list is', () => {
  assert.match(run(['frobnicate']).stderr, /\n  'migsql --help' lists the commands\.\n$/);
});

test.run();
