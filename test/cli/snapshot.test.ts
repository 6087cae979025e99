/** snapshot: what each revision is rendered as, kept and compared. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findConfig, loadConfig } from '../../src/config.ts';
import { openProject } from '../../src/compiler.ts';
import { snapshotsOf } from '../../src/snapshots/index.ts';
import { contents, migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';

const TABLE = "createTable('t', [column('id', types.integer()), column('n', types.string(9))])";

const FILES = {
  'migsql.config.json': '{ "dialect": ["postgresql", "sqlite"] }',
  'migrations/a.ts': migrationText('a1', null, `upgrade: [${TABLE}]`),
  'migrations/b.ts': migrationText('b2', 'a1', "upgrade: [alterColumn('t', 'n', { type: types.text() }), execute('VACUUM', { transactional: false })]"),
};

const project = (files: { readonly [path: string]: string } = {}): string => makeProject({ ...FILES, ...files });

const test = suite('snapshot');

test('writes a file for each revision and dialect, with both ways; then nothing more', () => {
  const cwd = project();
  assert.equal(run(['snapshot'], { cwd }), {
    status: 0,
    stdout: ['postgresql/a1', 'postgresql/b2', 'sqlite/a1', 'sqlite/b2'].map((name) => `wrote snapshots/${name}.sql\n`).join(''),
    stderr: '',
  });
  const files = contents(cwd);
  assert.is(
    files['snapshots/postgresql/b2.sql'],
    '-- b2, upgrade\nALTER TABLE t ALTER COLUMN n TYPE TEXT;\n-- outside any transaction\nVACUUM;\n\n-- b2, downgrade\n-- none (irreversible)\n',
  );
  assert.match(files['snapshots/postgresql/a1.sql']!, /-- a1, downgrade\nDROP TABLE t;\n$/);
  assert.match(files['snapshots/sqlite/b2.sql']!, /CREATE TABLE/, 'the table is made anew, from the schema before it');
  assert.equal(run(['snapshot'], { cwd }), { status: 0, stdout: '', stderr: '' });
  assert.equal(contents(cwd), files);
});

test('--check fails with the difference where an old migration was edited, and is told by check as well', () => {
  const cwd = project({ 'migsql.config.json': '{ "dialect": "postgresql", "snapshots": "sql/of revisions" }' });
  assert.is(run(['snapshot'], { cwd }).status, 0);
  assert.equal(run(['snapshot', '--check', '--strict'], { cwd }), { status: 0, stdout: '', stderr: 'all snapshots are up to date\n' });
  writeFileSync(join(cwd, 'migrations/a.ts'), FILES['migrations/a.ts'].replace('string(9)', 'string(8)'));
  const before = contents(cwd);
  const { status, stdout } = run(['snapshot', '--check'], { cwd });
  assert.is(status, 1);
  assert.match(stdout, '\n-  n VARCHAR(9)\n+  n VARCHAR(8)\n');
  assert.match(stdout, "\nmigrations/a.ts:4: error: 'a1' is rendered otherwise for postgresql than sql/of revisions/postgresql/a1.sql says [snapshot-differs]\n");
  assert.equal(contents(cwd), before, 'nothing is written');
  assert.match(run(['check', '--only', 'snapshots'], { cwd }).stdout, 'migrations/a.ts:4: error:');
  const [finding] = JSON.parse(run(['snapshot', '--check', '--json'], { cwd }).stdout).findings;
  assert.match(finding.details.patch, '-  n VARCHAR(9)');
  assert.is(run(['snapshot'], { cwd }).stdout, 'changed sql/of revisions/postgresql/a1.sql\n');
});

test('line ends of another system are no difference, and hide none; a folder is no snapshot', () => {
  const cwd = project();
  run(['snapshot'], { cwd });
  for (const [file, text] of Object.entries(contents(cwd))) if (!file.endsWith('.json')) writeFileSync(join(cwd, file), text.replaceAll('\n', '\r\n'));
  mkdirSync(join(cwd, 'snapshots/sqlite/z9.sql'));
  assert.equal(run(['snapshot', '--check', '--strict'], { cwd }), { status: 0, stdout: '', stderr: 'all snapshots are up to date\n' });
  writeFileSync(join(cwd, 'migrations/a.ts'), FILES['migrations/a.ts'].replace('string(9)', 'string(8)'));
  const { stdout } = run(['snapshot', '--check', '-d', 'postgresql'], { cwd });
  assert.match(stdout, '\n CREATE TABLE t (\n   id INTEGER,\n-  n VARCHAR(9)\n+  n VARCHAR(8)\n );\n');
});

test('an edited downgrade is a difference; a title, a comment and a revision of another branch are none', () => {
  const cwd = project();
  run(['snapshot'], { cwd });
  writeFileSync(join(cwd, 'migrations/a.ts'), `// new\n${migrationText('a1', null, `title: 'new',\n  upgrade: [${TABLE}]`)}`);
  writeFileSync(join(cwd, 'migrations/0.ts'), migrationText('a0', 'a1', "upgrade: [addColumn('t', column('more', types.integer()))]"));
  const fresh = run(['snapshot', '--check'], { cwd });
  assert.is(fresh.status, 0);
  assert.match(fresh.stdout, /^migrations\/0\.ts:4: warning: 'a0' has no snapshot \(postgresql, sqlite\) \[missing-snapshot\]\n  Write it: migsql snapshot\.\n$/);
  assert.is(run(['snapshot', '--check', '--strict'], { cwd }).status, 1);
  writeFileSync(join(cwd, 'migrations/a.ts'), migrationText('a1', null, `upgrade: [${TABLE}],\n  downgrade: irreversible('why')`));
  const { status, stdout } = run(['snapshot', '--check'], { cwd });
  assert.is(status, 1);
  assert.match(stdout, '-DROP TABLE t;\n+-- none (irreversible)\n');
});

test('a snapshot whose revision is gone fails the check, is told, and goes with --prune', () => {
  const cwd = project();
  run(['snapshot'], { cwd });
  for (const file of ['a.ts', 'b.ts']) rmSync(join(cwd, 'migrations', file));
  const { status, stdout } = run(['snapshot', '--check'], { cwd });
  assert.is(status, 1);
  assert.is(stdout.match(/\[orphaned-snapshot\]/g)?.length, 4);
  assert.match(run(['snapshot'], { cwd }).stderr, 'snapshots/sqlite/b2.sql has no revision any more; --prune removes it\n');
  assert.match(run(['snapshot', '--prune'], { cwd }).stdout, 'removed snapshots/sqlite/b2.sql\n');
  assert.equal(Object.keys(contents(cwd)), ['migsql.config.json']);
});

test('a difference that takes too long to find is told without it', () => {
  const rows = Array.from({ length: 6000 }, (_, index) => `execute('UPDATE t SET n = ${index}')`).join(', ');
  const cwd = project({ 'migsql.config.json': '{ "dialect": "postgresql" }', 'migrations/b.ts': migrationText('b2', 'a1', `upgrade: [${rows}]`) });
  run(['snapshot'], { cwd });
  const kept = join(cwd, 'snapshots/postgresql/b2.sql');
  writeFileSync(kept, readFileSync(kept, 'utf8').replaceAll(' SET ', ' SET  '));
  const { status, stdout } = run(['snapshot', '--check'], { cwd });
  assert.equal([status, stdout.split('\n')[0]], [1, "migrations/b.ts:4: error: 'b2' is rendered otherwise for postgresql than snapshots/postgresql/b2.sql says [snapshot-differs]"]);
});

test('what cannot be rendered is told with all that is wrong, and nothing is written', () => {
  const cwd = project({ 'migrations/c.ts': migrationText('c3', 'b2', "upgrade: [createIndex('i', 't', ['nope']), createIndex('j', 't', ['nor'])]") });
  const before = contents(cwd);
  const { status, stderr } = run(['snapshot'], { cwd });
  assert.is(status, 1);
  assert.is(stderr.match(/\[not-in-schema\]/g)?.length, 2);
  assert.equal(contents(cwd), before);
  assert.is(run(['snapshot', '--strict'], { cwd }).status, 2);
});

test('the snapshots of a chain and of its parts are the same', async () => {
  const shown = async (root: string): Promise<ReadonlyMap<string, string>> => {
    const opened = await openProject(await loadConfig(findConfig(root)));
    return new Map((await snapshotsOf(opened, 'sqlite')).map(({ revision, text }) => [revision, text]));
  };
  const side = (id: string, from: string, name: string): string => migrationText(id, from, `upgrade: [addColumn('t', column('${name}', types.integer())), alterColumn('t', '${name}', { nullable: false })]`);
  const left = { 'migrations/c.ts': side('c3', 'a1', 'c'), 'migrations/d.ts': side('d4', 'c3', 'd') };
  const [whole, part] = [await shown(project(left)), await shown(project({ ...left, 'migrations/b.ts': migrationText('b2', 'd4') }))];
  assert.is(whole.get('d4'), part.get('d4'));
  assert.match(whole.get('d4')!, / c /);
  assert.not.match(part.get('d4')!, 'TEXT', 'what another branch did is not in it');
});

test.run();
