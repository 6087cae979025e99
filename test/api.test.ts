/** The example of docs/api.md is of right types and runs, with the package as it is built; the names on the page are exported. */
import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as migsql from '../src/index.ts';
import { migrationText } from './support/cli.ts';
import { makeProject } from './support/project.ts';
import { typeErrors } from './support/type-errors.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = readFileSync(join(root, 'docs/api.md'), 'utf8');
const [, example = ''] = /```ts\n([^]*?)```/.exec(page) ?? [];

const test = suite('docs/api.md');

test('the example is of right types', () => assert.is(typeErrors({ 'deploy.ts': example }), ''));

test('the example runs, and what it prints is so', () => {
  const cwd = makeProject({
    'migsql.config.json': '{ "dialect": "sqlite" }',
    'migrations/a1.ts': migrationText('a1', null, "title: 'tables', upgrade: [createTable('t', [column('id', types.integer())])]"),
    'deploy.ts': example,
    'package.json': '{ "type": "module" }',
    'node_modules/.keep': '',
  });
  symlinkSync(root, join(cwd, 'node_modules/migsql'));
  const run = (): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
    spawnSync(process.execPath, ['--import', join(root, 'node_modules/tsx/dist/esm/index.mjs'), 'deploy.ts'], { cwd, encoding: 'utf8' });
  const first = run();
  assert.equal([first.status, first.stdout], [0, 'upgrade a1: tables\nat a1 by 3 statements\n'], first.stderr);
  assert.is(run().stdout, 'at a1 by 0 statements\n');
});

test('every function on it is exported', () => {
  const names = [...page.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)/g)].map(([, name]) => name!));
  assert.ok(names.length > 15);
  for (const name of names) assert.type((migsql as Record<string, unknown>)[name], 'function', name);
});

test('a run that is broken off leaves nothing, and says so', async () => {
  const cwd = makeProject({ 'migsql.config.json': '{ "dialect": "sqlite" }', 'migrations/a1.ts': migrationText('a1', null, "upgrade: [createTable('t', [column('id', types.integer())])]") });
  const project = await migsql.openProject(await migsql.loadConfig(join(cwd, 'migsql.config.json')));
  const connection = await migsql.openConnection('sqlite:shop.db', { folder: cwd });
  const stop = new AbortController();
  const events: string[] = [];
  const plan = await migsql.planApply(project, connection, {});
  const onEvent = (event: migsql.ApplyEvent): void => {
    events.push(event.kind);
    if (event.kind === 'statement' && event.number === 2) stop.abort();
  };
  const error = await migsql.applyPlan(connection, plan, { signal: stop.signal, onEvent }).catch((thrown: unknown) => thrown);
  assert.is((error as migsql.MigsqlError).code, 'apply-canceled');
  assert.equal(events.slice(0, 3), ['step', 'statement', 'statement']);
  assert.equal((await migsql.databaseStatus(project, connection)).missing, ['a1']);
  assert.equal(await connection.query("SELECT name FROM sqlite_master WHERE name IN ('t', 'migsql_version')"), []);
  await connection.close();
});

test('reading a database is broken off as well', async () => {
  const cwd = makeProject({ 'migsql.config.json': '{ "dialect": "sqlite" }', 'migrations/.keep': '' });
  const connection = await migsql.openConnection('sqlite::memory:');
  const project = await migsql.openProject(await migsql.loadConfig(join(cwd, 'migsql.config.json')));
  const signal = AbortSignal.abort();
  for (const work of [() => migsql.readSchema(connection, { signal }), () => migsql.drift(project, connection, { signal }), () => migsql.baseline(project, connection, { signal })]) {
    const error = await work().catch((thrown: unknown) => thrown);
    assert.is((error as migsql.DatabaseError).kind, 'canceled');
  }
  assert.is(migsql.isDrifted(await migsql.drift(project, connection)), false);
  await connection.close();
});

test.run();
