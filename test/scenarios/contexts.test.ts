/** Migrations that are for some databases only. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';
import { createDatabase } from '../support/servers.ts';

const FILES = {
  'migsql.config.json': '{ "dialect": "sqlite" }',
  'migrations/a.ts': migrationText('aaaa1111', null, "upgrade: [createTable('t', [column('id', types.integer())])]"),
  'migrations/b.ts': migrationText('bbbb2222', 'aaaa1111', "contexts: ['test', 'demo'],\n  upgrade: [createTable('samples', [column('id', types.integer())])]"),
  'migrations/c.sql': '-- id: cccc3333\n-- revises: bbbb2222\n-- contexts: demo\n-- migsql:upgrade\nINSERT INTO t VALUES (1);\n-- migsql:downgrade\nDELETE FROM t;\n',
};

const test = suite('contexts');

test('a script holds the ops that are for it, and its version table moves on in any case, both ways', () => {
  const cwd = makeProject(FILES);
  for (const [context, tables, rows] of [[['test'], 'samples,t', '0'], [['demo'], 'samples,t', '1'], [['production'], 't', '0'], [['x', 'demo'], 'samples,t', '1']] as const) {
    const database = createDatabase('sqlite');
    const render = (range: string): string => {
      const { status, stdout, stderr } = run(['render', range, '--no-progress', ...context.flatMap((each) => ['--context', each])], { cwd });
      assert.equal([status, stderr], [0, '']);
      return stdout;
    };
    const there = (): string => database.query("SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('t', 'samples') ORDER BY 1").join();
    database.run(render('head'));
    assert.equal([there(), database.query('SELECT count(*) FROM t').join()], [tables, rows]);
    assert.equal(database.query('SELECT revision FROM migsql_version'), [['cccc3333']]);
    database.run(render('head:aaaa'));
    assert.equal([there(), database.query('SELECT revision FROM migsql_version').join()], ['t', 'aaaa1111']);
  }
});

test('what is for some alone is not passed by chance', () => {
  const cwd = makeProject(FILES);
  const { status, stdout, stderr } = run(['render', 'head'], { cwd });
  assert.equal([status, stdout], [1, '']);
  assert.match(stderr, /^migrations\/b\.ts:\d+: error: revision 'bbbb2222' is for test, demo alone.*\[open-context\]\n  Say it with --context NAME/);
  assert.match(stderr, 'migrations/c.sql:1: error: ');
  assert.is(run(['render', 'aaaa'], { cwd }).status, 0);
  const configured = makeProject({ ...FILES, 'migsql.config.json': '{ "dialect": "sqlite", "contexts": "production" }' });
  const text = run(['render', 'head'], { cwd: configured }).stdout;
  assert.not.match(text, 'samples');
  assert.match(text, 'left out: for other contexts');
  assert.match(run(['render', 'head', '--context', 'demo'], { cwd: configured }).stdout, 'samples');
});

test('history leaves out what is for others, and show names them', () => {
  const cwd = makeProject(FILES);
  const ids = (...args: readonly string[]): readonly string[] =>
    JSON.parse(run(['history', '--json', ...args], { cwd }).stdout).revisions.map(({ id }: { id: string }) => id);
  assert.equal(ids(), ['cccc3333', 'bbbb2222', 'aaaa1111']);
  assert.equal(ids('--context', 'test'), ['bbbb2222', 'aaaa1111']);
  assert.equal(ids('--context', 'x'), ['aaaa1111']);
  assert.match(run(['show', 'bbbb', '--dialect', 'sqlite'], { cwd }).stdout, /^  contexts: +test, demo$[^]*CREATE TABLE samples/m);
});

test('show says what a script for a context holds', () => {
  const cwd = makeProject(FILES);
  const shown = (...args: readonly string[]): string => run(['show', 'bbbb', ...args], { cwd }).stdout;
  for (const text of [shown(), shown('--context', 'test'), shown('--context', 'x', '--context', 'demo', '-d', 'sqlite'), shown('--context', 'x,test')]) assert.match(text, 'create table samples');
  for (const text of [shown('--context', 'x'), shown('--context', 'x', '-d', 'sqlite')]) assert.match(text, /^  upgrade: +nothing$/m);
  assert.match(run(['show', 'aaaa', '--context', 'x'], { cwd }).stdout, 'create table t');
});

const WANTED = "import { column, createTable, types } from 'migsql';\nexport default [createTable('t', [column('id', types.integer())])];\n";

test('a schema is that of the contexts that are said, and where it makes a difference they must be', () => {
  const files = { ...FILES, 'migsql.config.json': '{ "dialect": "sqlite", "schema": "schema.ts" }', 'schema.ts': WANTED };
  const cwd = makeProject(files);
  for (const args of [['schema'], ['diff', 'base', 'head'], ['blame', 't'], ['check', '--schema'], ['revision', '--autogenerate', '-m', 'x']]) {
    const { status, stdout, stderr } = run(args, { cwd });
    assert.equal([status, stdout], [1, ''], args.join(' '));
    assert.match(stderr, /^migrations\/b\.ts:\d+: error: revision 'bbbb2222' is for test, demo alone, .*\[open-context\]/m);
  }
  assert.is(run(['schema', 'aaaa'], { cwd }).status, 0, 'before any such revision');
  assert.match(run(['schema', '--context', 'test'], { cwd }).stdout, 'CREATE TABLE samples');
  assert.not.match(run(['schema', '--context', 'production'], { cwd }).stdout, 'samples');
  assert.match(run(['blame', 'samples', '--context', 'demo'], { cwd }).stdout, 'bbbb2222');
  assert.match(run(['diff', 'head', '--context', 'test'], { cwd }).stdout, 'drop table samples');
  const configured = makeProject({ ...files, 'migsql.config.json': '{ "dialect": "sqlite", "schema": "schema.ts", "contexts": "production" }' });
  assert.is(run(['check', '--schema'], { cwd: configured }).status, 0);
  assert.is(run(['check', '--schema', '--context', 'test'], { cwd: configured }).status, 1);
  assert.match(run(['revision', '--autogenerate', '-m', 'x'], { cwd: configured }).stdout, 'nothing to do');
  assert.match(run(['revision', '--autogenerate', '--context', 'demo', '-m', 'x'], { cwd: configured }).stdout, 'drop table samples');
});

test('what looks at each revision leaves none out', () => {
  const wrong = "contexts: ['test'],\n  upgrade: [addColumn('samples', column('id', types.integer()))]";
  const cwd = makeProject({ ...FILES, 'migrations/d.ts': migrationText('dddd4444', 'cccc3333', wrong) });
  const { status, stdout } = run(['check'], { cwd });
  assert.is(status, 1);
  assert.match(stdout, /migrations\/d\.ts:\d+:\d+: error: .*\[in-schema-already\]/);
  assert.not.match(stdout, 'open-context');
  const right = makeProject({ ...FILES, 'migsql.config.json': '{ "dialect": "sqlite", "contexts": "production" }' });
  assert.match(run(['prove'], { cwd: right }).stdout, /exact +bbbb2222/);
  assert.is(run(['snapshot'], { cwd: right }).status, 0);
  assert.match(run(['snapshot', '--check', '--strict'], { cwd: makeProject(FILES) }).stdout, "'bbbb2222' has no snapshot");
  assert.match(contents(right)['snapshots/sqlite/bbbb2222.sql'] ?? '', 'CREATE TABLE samples');
});

test('they are literals', () => {
  const cwd = makeProject({ ...FILES, 'migrations/b.ts': migrationText('bbbb2222', 'aaaa1111', "contexts: ['te' + 'st'],\n  upgrade: []") });
  assert.match(run(['heads'], { cwd }).stderr, /^migrations\/b\.ts:6:\d+: error: .*'contexts'.*\[not-literal\]/);
});

test.run();
