/** render: where the script goes, in which form, and what stays as it was when something is wrong. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { BIN, contents, migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';

const COLUMN = "upgrade: [addColumn('t', column('b', types.text()))]";
const TABLE = "upgrade: [createTable('t', [column('id', types.integer())])]";

const makeChain = (config = '{ "dialect": "sqlite" }'): string =>
  makeProject({
    'migsql.config.json': config,
    'migrations/a.ts': migrationText('aaaa1111', null, `title: 'one',\n  ${TABLE}`),
    'migrations/b.ts': migrationText('bbbb2222', 'aaaa1111', `title: 'two',\n  ${COLUMN}`),
  });

const OID = "types.native({ postgresql: 'oid' })";

const MIGSQL = `"${process.execPath}" "${BIN}"`;
const shell = (line: string, cwd: string) => spawnSync('sh', ['-c', line], { cwd, encoding: 'utf8' });

const out = suite('where the script goes');

out('to stdout, and nothing else does', () => {
  const cwd = makeChain();
  const { status, stdout, stderr } = run(['render', 'head'], { cwd });
  assert.equal({ status, stderr }, { status: 0, stderr: '' });
  assert.match(stdout, /^-- migsql .*SQLite/);
  assert.match(stdout, /CREATE TABLE t \(/);
  assert.ok(stdout.endsWith('\n'));
  assert.is(run(['render', 'base:heads', '--dialect', 'sqlite', '--direction', 'upgrade'], { cwd }).stdout, stdout);
});

out('to a file, with the same bytes, in place of an older one', () => {
  const cwd = makeChain();
  const { stdout } = run(['render', 'head'], { cwd });
  for (const before of [undefined, 'an older one']) {
    if (before) writeFileSync(join(cwd, 'up.sql'), before);
    assert.equal(run(['render', 'head', '-o', 'up.sql'], { cwd }), { status: 0, stdout: '', stderr: 'wrote up.sql\n' });
    assert.is(readFileSync(join(cwd, 'up.sql'), 'utf8'), stdout);
  }
  assert.equal(readdirSync(cwd).sort(), ['migrations', 'migsql.config.json', 'up.sql']);
});

out('through a symbolic link, keeping it and the mode of the file', () => {
  const cwd = makeChain();
  writeFileSync(join(cwd, 'real.sql'), '', { mode: 0o600 });
  symlinkSync('real.sql', join(cwd, 'link.sql'));
  assert.is(run(['render', 'head', '-o', 'link.sql'], { cwd }).status, 0);
  assert.ok(lstatSync(join(cwd, 'link.sql')).isSymbolicLink());
  assert.is(statSync(join(cwd, 'real.sql')).mode & 0o777, 0o600);
  assert.match(readFileSync(join(cwd, 'real.sql'), 'utf8'), 'CREATE TABLE t');
});

out('to what is no plain file directly', () => {
  const cwd = makeChain();
  const { stdout } = run(['render', 'head'], { cwd });
  assert.is(shell(`${MIGSQL} render head -o /dev/stdout | cat`, cwd).stdout, stdout);
  assert.ok(statSync('/dev/null').isCharacterDevice());
  assert.is(run(['render', 'head', '-o', '/dev/null'], { cwd }).status, 0);
  assert.ok(statSync('/dev/null').isCharacterDevice());
});

out('of several dialects to a folder, which is made', () => {
  const cwd = makeChain('{ "dialect": ["mssql", "oracle"] }');
  const { status, stderr } = run(['render', 'head', '-o', 'scripts/new'], { cwd });
  const wrote = 'wrote scripts/new/mssql.sql\nwrote scripts/new/oracle.sql\n';
  assert.equal({ status, stderr }, { status: 0, stderr: wrote });
  assert.match(readFileSync(join(cwd, 'scripts/new/oracle.sql'), 'utf8'), 'Oracle');
  const json = run(['render', 'head', '--dialect', 'sqlite', '-o', 'scripts/', '--format', 'json', '--json'], { cwd });
  assert.equal(JSON.parse(json.stdout), { written: ['scripts/sqlite.json'] });
  assert.is(JSON.parse(readFileSync(join(cwd, 'scripts/sqlite.json'), 'utf8')).dialect, 'sqlite');
});

out('a reader that has seen enough ends it without a word', () => {
  const cwd = makeBig();
  const { stdout, stderr } = shell(`(${MIGSQL} render head; echo $? >status) | head -1`, cwd);
  assert.match(stdout, /^-- migsql [^\n]*\n$/);
  assert.is(stderr, '');
  assert.is(readFileSync(join(cwd, 'status'), 'utf8'), '0\n');
});

out('a slow reader gets all of it', () => {
  const cwd = makeBig();
  run(['render', 'head', '-o', 'big.sql'], { cwd });
  const whole = createHash('md5').update(readFileSync(join(cwd, 'big.sql'))).digest('hex');
  assert.is(shell(`${MIGSQL} render head | (sleep 1; md5sum)`, cwd).stdout.split(' ')[0], whole);
  assert.ok(statSync(join(cwd, 'big.sql')).size > 1_000_000);
});

out('a full disk behind stdout is a message and exit code 3', () => {
  if (!existsSync('/dev/full')) return;
  const { status, stderr } = shell(`${MIGSQL} render head >/dev/full`, makeChain());
  assert.is(status, 3);
  assert.match(stderr, /^error: the system refused: ENOSPC.*\[system-error\]\n  Check [^\n]*\n$/);
});

/** More than a pipe holds. */
function makeBig(): string {
  const rows = 'Array.from({ length: 20_000 }, (_, id) => ({ id, note: `row ${id} `.repeat(5) }))';
  const ops = `createTable('t', [column('id', types.integer()), column('note', types.text())]), bulkInsert('t', ${rows})`;
  const text = migrationText('aaaa1111', null, `upgrade: [${ops}]`);
  return makeProject({
    'migsql.config.json': '{ "dialect": "sqlite" }',
    'migrations/a.ts': text.replace('execute,', 'bulkInsert,'),
  });
}

out.run();

const forms = suite('what is rendered');

forms('the plan as JSON, by --format json and by --json', () => {
  const cwd = makeChain();
  const { status, stdout } = run(['render', 'aaaa:head', '--format', 'json'], { cwd });
  assert.is(status, 0);
  const plan = JSON.parse(stdout);
  assert.equal([plan.dialect, plan.from, plan.to], ['sqlite', ['aaaa1111'], ['bbbb2222']]);
  const [{ revision, direction, title, file, headsBefore, headsAfter, versionChanges, blocks }] = plan.steps;
  assert.equal([revision, direction, title, file], ['bbbb2222', 'upgrade', 'two', 'migrations/b.ts']);
  assert.equal([headsBefore, headsAfter], [['aaaa1111'], ['bbbb2222']]);
  assert.equal(versionChanges, [{ kind: 'update', from: 'aaaa1111', to: 'bbbb2222' }]);
  assert.is(blocks[0].statements[0].origin.op, 'addColumn');
  assert.is(blocks[0].statements[0].origin.file, 'migrations/b.ts');
  assert.is(run(['render', 'aaaa:head', '--json'], { cwd }).stdout, stdout);
  const both = JSON.parse(run(['render', 'head', '--json', '-d', 'mysql', '-d', 'mssql'], { cwd }).stdout);
  assert.equal(both.map(({ dialect }: { dialect: string }) => dialect), ['mysql', 'mssql']);
});

forms('down, when TO is below FROM', () => {
  const { stdout } = run(['render', 'head:-1'], { cwd: makeChain() });
  assert.match(stdout, /^-- 1\/1 downgrade bbbb2222: two$/m);
  assert.is(run(['render', 'head:base'], { cwd: makeChain() }).stdout.match(/^-- \d\/2 downgrade/gm)?.length, 2);
});

forms('nothing to do is said, and the script is empty of steps', () => {
  const { status, stdout, stderr } = run(['render', 'head:head'], { cwd: makeChain() });
  assert.equal({ status, stderr }, { status: 0, stderr: "nothing to do: 'head:head' holds no steps\n" });
  assert.not.match(stdout, 'CREATE');
});

forms('transactions as the flag says, or else the config', () => {
  const cwd = makeChain('{ "dialect": "postgresql", "transaction": "none" }');
  const begins = (args: readonly string[]): number => {
    const { stdout } = run(['render', 'head', ...args], { cwd });
    return stdout.match(/^BEGIN;$/gm)?.length ?? 0;
  };
  assert.is(begins(['--transaction', 'script']), 1);
  assert.is(begins(['--transaction', 'revision']), 2);
  assert.is(begins([]), 5, 'as many as statements');
});

forms('anew with --no-cache, which keeps nothing', () => {
  const cwd = makeProject({
    'migsql.config.json': '{ "dialect": "sqlite" }',
    // More than values written down, so that it has to be evaluated.
    'migrations/a.ts': migrationText('aaaa1111', null, "upgrade: ['t', 'u'].map((name) => dropTable(name))"),
  });
  const cached = join(cwd, 'cache');
  const env = { XDG_CACHE_HOME: cached };
  const { status, stdout } = run(['render', 'head', '--no-cache'], { cwd, env });
  assert.is(status, 0);
  assert.not.ok(existsSync(cached));
  assert.is(run(['render', 'head'], { cwd, env }).stdout, stdout);
  assert.ok(existsSync(cached));
  assert.is(run(['render', 'head'], { cwd, env }).stdout, stdout);
});

forms('the project of --config, from anywhere', () => {
  const cwd = makeChain();
  const { status, stdout } = run(['render', 'head', '--config', join(cwd, 'migsql.config.json')]);
  assert.is(status, 0);
  assert.is(stdout, run(['render', 'head'], { cwd }).stdout);
});

forms.run();

const check = suite('--check');

check('is content with a file that is right', () => {
  const cwd = makeChain();
  run(['render', 'head', '-o', 'up.sql'], { cwd });
  const checked = run(['render', 'head', '-o', 'up.sql', '--check'], { cwd });
  assert.equal(checked, { status: 0, stdout: '', stderr: 'up.sql is up to date\n' });
});

check('shows what differs, fails, and writes nothing', () => {
  const cwd = makeChain();
  run(['render', 'head', '-o', 'up.sql'], { cwd });
  const right = readFileSync(join(cwd, 'up.sql'), 'utf8');
  writeFileSync(join(cwd, 'up.sql'), right.replace('CREATE TABLE t (', 'CREATE TABLE x ('));
  const before = contents(cwd);
  const { status, stdout, stderr } = run(['render', 'head', '-o', 'up.sql', '--check'], { cwd });
  assert.equal({ status, stdout }, { status: 1, stdout: '' });
  assert.match(stderr, /^--- up\.sql\tfound\n\+\+\+ up\.sql\trendered\n@@ /);
  assert.match(stderr, /^-CREATE TABLE x \($/m);
  assert.match(stderr, /^\+CREATE TABLE t \($/m);
  assert.match(stderr, /^up\.sql: error: .*; the difference is above \[script-differs\]\n/m);
  assert.equal(contents(cwd), before);
  const { errors } = JSON.parse(run(['render', 'head', '-o', 'up.sql', '--check', '--json'], { cwd }).stdout);
  assert.match(errors[0].details.patch, /^\+CREATE TABLE t \($/m);
});

check('a file that is missing differs, and one that differs everywhere does so quickly', () => {
  const cwd = makeChain();
  const missing = run(['render', 'head', '-o', 'up.sql', '--check'], { cwd });
  assert.is(missing.status, 1);
  assert.match(missing.stderr, /^up\.sql: error: the file is not what the migrations render \[script-differs\]\n/);
  writeFileSync(join(cwd, 'up.sql'), Array.from({ length: 100_000 }, (_, line) => `line ${line}\n`).join(''));
  assert.is(run(['render', 'head', '-o', 'up.sql', '--check'], { cwd }).status, 1);
});

check.run();

const failures = suite('failures');

failures('of one dialect keep all files from being written', () => {
  const cwd = makeProject({
    'migsql.config.json': '{ "dialect": ["postgresql", "mysql"] }',
    'migrations/a.ts': migrationText('aaaa1111', null, `upgrade: [createTable('t', [column('id', ${OID})])]`),
    'out/postgresql.sql': 'older',
  });
  const before = contents(cwd);
  const { status, stdout, stderr } = run(['render', 'head', '-o', 'out'], { cwd });
  assert.equal({ status, stdout }, { status: 1, stdout: '' });
  assert.match(stderr, /^migrations\/a\.ts:\d+:\d+: error: .*mysql/);
  assert.equal(contents(cwd), before);
});

failures('of the file system keep the others from being written', () => {
  const cwd = makeChain();
  writeFileSync(join(cwd, 'file'), '');
  const before = contents(cwd);
  for (const [args, place, reason] of [
    [['-o', 'none/up.sql'], 'none/up.sql', 'its folder does not exist'],
    [['-o', 'file/up.sql'], 'file/up.sql', 'a part of its path is no folder'],
    [['-o', 'file/', '-d', 'mssql'], 'file/mssql.sql', 'a file stands in place of its folder'],
  ] as const) {
    const { status, stdout, stderr } = run(['render', 'head', ...args], { cwd });
    assert.equal({ status, stdout }, { status: 3, stdout: '' });
    assert.is(
      stderr,
      `${place}: error: the file cannot be written: ${reason} [unwritable-file]\n` +
        '  Nothing was written. Check that its folder exists and that you may write there.\n',
    );
  }
  assert.equal(contents(cwd), before);
});

failures('a step that cannot be undone stops before any output', () => {
  const cwd = makeProject({
    'migsql.config.json': '{ "dialect": "sqlite" }',
    'migrations/a.ts': migrationText('aaaa1111', null, `${TABLE},\n  downgrade: irreversible('the rows are gone')`),
  });
  const { status, stdout, stderr } = run(['render', 'head:base', '-o', 'down.sql'], { cwd });
  assert.equal({ status, stdout }, { status: 1, stdout: '' });
  assert.match(stderr, /^migrations\/a\.ts:7:\d+: error: .*the rows are gone.*\[irreversible\]\n  /);
  assert.not.ok(existsSync(join(cwd, 'down.sql')));
});

failures('a target that resembles a known one is answered with it', () => {
  const { status, stderr } = run(['render', 'aaab:head'], { cwd: makeChain() });
  assert.is(status, 1);
  assert.is(stderr, "error: no revision or branch is named 'aaab' [unknown-revision]\n  Did you mean aaaa1111?\n");
});

failures.run();
