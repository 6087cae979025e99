/** render --rollback, --rollback-prefixes and --ticket: the way back beside the script, and the folder for a ticket. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';

const TABLE = "upgrade: [createTable('t', [column('id', types.integer())])]";
const COLUMN = "upgrade: [addColumn('t', column('b', types.text()))]";
const ERASE = "upgrade: [execute('DELETE FROM t')]";

const project = (last = COLUMN): string =>
  makeProject({
    'migsql.config.json': '{ "dialect": "postgresql" }',
    'migrations/a.ts': migrationText('aaaa1111', null, `title: 'one',\n  ${TABLE}`),
    'migrations/b.ts': migrationText('bbbb2222', 'aaaa1111', `title: 'two',\n  ${COLUMN}`),
    'migrations/c.ts': migrationText('cccc3333', 'bbbb2222', `title: 'three',\n  ${last.replace("'b'", "'c'")}`),
  });

const read = (cwd: string, path: string): string => readFileSync(join(cwd, path), 'utf8');
const render = (cwd: string, ...args: readonly string[]) => run(['render', ...args], { cwd });

const back = suite('the way back');

back('is the script that render TO:FROM gives, in a file beside', () => {
  const cwd = project();
  assert.equal(render(cwd, 'aaaa1111:head', '-o', 'up.sql', '--rollback').stderr, 'wrote up.sql\nwrote up.rollback.sql\n');
  assert.is(read(cwd, 'up.rollback.sql'), render(cwd, 'head:aaaa1111').stdout);
  assert.is(read(cwd, 'up.sql'), render(cwd, 'aaaa1111:head').stdout);
  assert.is(render(cwd, 'head:base', '-o', 'down.sql', '--rollback').status, 0);
  assert.is(read(cwd, 'down.rollback.sql'), render(cwd, 'base:head').stdout);
});

back('of each part that is committed by itself, named by its head', () => {
  const cwd = project();
  render(cwd, 'head', '-o', 'one.sql', '--rollback-prefixes');
  render(cwd, 'head', '-o', 'some.sql', '--rollback-prefixes', '--transaction', 'revision');
  assert.equal(readdirSync(cwd).filter((name) => name.endsWith('.sql')).sort(), [
    'one.rollback.sql', 'one.sql', 'some.rollback.aaaa1111.sql', 'some.rollback.bbbb2222.sql', 'some.rollback.sql', 'some.sql',
  ]);
  assert.is(read(cwd, 'some.rollback.bbbb2222.sql'), render(cwd, 'bbbb2222:base', '--transaction', 'revision').stdout);
});

back('in a folder, one of each dialect', () => {
  const cwd = project();
  assert.is(render(cwd, 'head', '-d', 'mysql,mssql', '-o', 'out/', '--rollback').status, 0);
  assert.equal(readdirSync(join(cwd, 'out')).sort(), ['mssql.rollback.sql', 'mssql.sql', 'mysql.rollback.sql', 'mysql.sql']);
});

back('is refused where there is none, where it would go to stdout, and as JSON', () => {
  const cwd = project(ERASE);
  const gone = render(cwd, 'head', '-o', 'up.sql', '--rollback');
  assert.match(gone.stderr, /c\.ts:\d+:\d+: error: revision 'cccc3333' cannot be undone/);
  assert.not(existsSync(join(cwd, 'up.sql')));
  assert.match(render(cwd, 'head', '--rollback').stderr, /-o does not say where/);
  assert.match(render(cwd, 'head', '-o', 'x', '--rollback', '--format', 'json').stderr, /asks for the plan alone/);
  assert.match(render(cwd, 'head', '-o', 'migsql.config.json', '--ticket').stderr, /is a file/);
});

back.run();

const ticket = suite('the folder for a ticket');

ticket('holds scripts, plan and sums, which sha256sum takes, and --check compares', () => {
  const cwd = project();
  assert.is(render(cwd, 'head', '-o', 'ticket', '--ticket').status, 0);
  const folder = join(cwd, 'ticket');
  assert.equal(readdirSync(folder).sort(), ['SHA256SUMS', 'migrate.sql', 'plan.json', 'rollback.sql']);
  assert.is(spawnSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: folder }).status, 0);
  assert.match(read(cwd, 'ticket/SHA256SUMS'), /^(?:[0-9a-f]{64} {2}[\w.]+\n){3}$/);
  assert.is(read(cwd, 'ticket/migrate.sql'), render(cwd, 'head').stdout);
  const plan = JSON.parse(read(cwd, 'ticket/plan.json')) as { to: string[]; failures: { heads: string[] }[] };
  assert.equal([plan.to, plan.failures.map(({ heads }) => heads)], [['cccc3333'], [[]]]);
  assert.is(render(cwd, 'head', '-o', 'ticket', '--ticket', '--check').status, 0);
  writeFileSync(join(folder, 'rollback.sql'), '-- another\n');
  const { status, stderr } = render(cwd, 'head', '-o', 'ticket', '--ticket', '--check');
  assert.is.not(status, 0);
  assert.match(stderr, /rollback\.sql/);
});

ticket('has none of the way back where that is left out, and a folder for each of several dialects', () => {
  const cwd = project(ERASE);
  assert.is(render(cwd, 'head', '-d', 'mysql,sqlite', '-o', 'ticket', '--ticket', '--no-rollback').status, 0);
  assert.equal(readdirSync(join(cwd, 'ticket')).sort(), ['mysql', 'sqlite']);
  assert.equal(readdirSync(join(cwd, 'ticket/mysql')).sort(), ['SHA256SUMS', 'migrate.sql', 'plan.json']);
});

ticket.run();
