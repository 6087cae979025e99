/** Rehearsals on SQLite in memory; the whole example on PostgreSQL within this process, and on MariaDB where it answers. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openProject, type Project } from '../../src/compiler.ts';
import { loadConfig } from '../../src/config.ts';
import { connect } from '../../src/database/connect.ts';
import type { Connection } from '../../src/database/connection.ts';
import { parseUrl } from '../../src/database/url.ts';
import { MigsqlError } from '../../src/errors.ts';
import { type Rehearsal, type RehearseRequest, rehearse } from '../../src/rehearse/index.ts';
import { migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';
import { createDatabase, isReachable } from '../support/servers.ts';

const SHOP = fileURLToPath(new URL('../../examples/shop', import.meta.url));
const shop = await openProject(await loadConfig(join(SHOP, 'migsql.config.ts'), {}));

const open = (url: string): Promise<Connection> => connect(parseUrl(url, '/'), { projectFolder: SHOP });

async function rehearsed(project: Project, request: RehearseRequest = {}, url = 'sqlite::memory:'): Promise<Rehearsal> {
  const connection = await open(url);
  try {
    return await rehearse(project, connection, request);
  } finally {
    await connection.close();
  }
}

const CONFIG = '{ "dialect": "sqlite" }';
const TABLE = migrationText('a1', null, "upgrade: [createTable('t', [column('id', types.integer()), column('n', types.integer())])]");
async function projectOf(files: { readonly [path: string]: string }): Promise<Project> {
  const folder = makeProject({ 'migsql.config.json': CONFIG, 'migrations/a1.ts': TABLE, ...files });
  return openProject(await loadConfig(join(folder, 'migsql.config.json'), {}));
}

const codesOf = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
  try {
    await work();
    return [];
  } catch (error) {
    if (!(error instanceof MigsqlError)) throw error;
    return error.diagnostics.map(({ code }) => code);
  }
};

const test = suite('rehearse');

/** A new database of a server, by its URL. */
function onServer(engine: 'postgresql' | 'mariadb'): { readonly url: string; readonly drop: () => void } {
  const { name, drop } = createDatabase(engine);
  const given = process.env[`MIGSQL_TEST_${engine.toUpperCase()}_URL`] || (engine === 'mariadb' ? 'mysql://root@127.0.0.1:3306/' : 'postgresql://root@127.0.0.1:5432/');
  const { username, host } = new URL(given);
  return { url: `${engine}://${username}@${host}/${name}`, drop };
}

function isWhole({ phases, passed, problems }: Rehearsal): void {
  assert.equal([passed, problems], [true, []]);
  assert.equal(phases.map(({ phase, steps }) => [phase, steps]), [['upgrade', 49], ['downgrade', 49], ['upgrade again', 49]]);
  assert.is(phases[0]?.sha256, phases[2]?.sha256);
  assert.is.not(phases[0]?.sha256, phases[1]?.sha256);
}

test('the example goes up, down and up again', async () => isWhole(await rehearsed(shop)));
for (const engine of ['postgresql', 'mariadb'] as const) {
  if (!isReachable(engine)) continue;
  test(`on ${engine}, which is emptied first when that is said`, async () => {
    const { url, drop } = onServer(engine);
    isWhole(await rehearsed(shop, {}, url));
    assert.equal(await codesOf(() => rehearsed(shop, {}, url)), ['not-empty']);
    assert.is((await rehearsed(shop, { wipe: true, downgrade: false }, url)).passed, true);
    drop();
  });
}

test('its hashes are those of the files that render writes', async () => {
  const folder = makeProject({});
  const out = join(folder, 'script.sql');
  run(['render', 'base:head', '--dialect', 'sqlite', '--config', join(SHOP, 'migsql.config.ts'), '-o', out]);
  const { phases } = await rehearsed(shop, { downgrade: false });
  assert.is(phases[0]?.sha256, createHash('sha256').update(readFileSync(out)).digest('hex'));
});

test('a range is rehearsed from where it begins', async () => {
  const project = await projectOf({ 'migrations/b1.ts': migrationText('b1', 'a1', "upgrade: [addColumn('t', column('b', types.integer()))]") });
  const { phases, passed } = await rehearsed(project, { from: 'a1' });
  assert.equal(phases.map(({ phase, from, to }) => [phase, from, to]), [
    ['prepare', [], ['a1']], ['upgrade', ['a1'], ['b1']], ['downgrade', ['b1'], ['a1']], ['upgrade again', ['a1'], ['b1']],
  ]);
  assert.is(passed, true);
});

test('a downgrade that leaves a column is found where its table stays', async () => {
  const project = await projectOf({
    'migrations/b1.ts': migrationText('b1', 'a1', "upgrade: [addColumn('t', column('b', types.integer()))],\n  downgrade: []"),
  });
  const { phases, passed, problems } = await rehearsed(project, { from: 'a1' });
  assert.equal([passed, problems], [false, []]);
  assert.equal(phases.map(({ phase, differences }) => [phase, differences]), [['prepare', []], ['upgrade', []], ['downgrade', ['drop column t.b']]]);
});

test('a statement that fails is told of with its place', async () => {
  const project = await projectOf({
    'migrations/b1.ts': migrationText('b1', 'a1', "upgrade: [\n    execute('INSERT INTO nowhere VALUES (1)'),\n  ]"),
  });
  const { phases, passed, problems } = await rehearsed(project);
  assert.equal([passed, phases.length], [false, 0]);
  assert.equal(problems.map(({ code, place }) => [code, place?.file, place?.line]), [['apply-failed', 'migrations/b1.ts', 7]]);
});

test('what cannot be undone stops at the way down, unless that is left out', async () => {
  const project = await projectOf({ 'migrations/b1.ts': migrationText('b1', 'a1', "upgrade: [dropTable('t')],\n  downgrade: irreversible('the rows are gone')") });
  const stopped = await rehearsed(project);
  assert.equal([stopped.passed, stopped.phases.length, stopped.problems.map(({ code }) => code)], [false, 1, ['irreversible']]);
  assert.is((await rehearsed(project, { downgrade: false })).passed, true);
});

test('one line of several has no way back to itself alone', async () => {
  const project = await projectOf({ 'migrations/b1.ts': migrationText('b1', null), 'migrations/c1.ts': migrationText('c1', 'a1').replace("revises: 'a1'", "revises: ['a1', 'b1']") });
  assert.equal((await rehearsed(project, { from: 'a1', to: 'c1' })).problems.map(({ code }) => code), ['no-way-back']);
  assert.is((await rehearsed(project, { from: 'a1,b1', to: 'c1' })).passed, true);
});

test('a database that holds anything is left as it is', async () => {
  const connection = await open('sqlite::memory:');
  await connection.run('CREATE TABLE mine (id INTEGER)');
  assert.equal(await codesOf(async () => rehearse(await projectOf({}), connection)), ['not-empty']);
  assert.equal(await connection.query("SELECT name FROM sqlite_master WHERE type = 'table'"), [{ name: 'mine' }]);
  const { passed } = await rehearse(await projectOf({}), connection, { wipe: true });
  assert.equal(await connection.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"), ['migsql_ledger', 'migsql_version', 't'].map((name) => ({ name })));
  assert.is(passed, true);
  await connection.close();
});

test('the command ends with 1 where it fails, and writes its log', () => {
  const cwd = makeProject({ 'migsql.config.json': CONFIG, 'migrations/a1.ts': TABLE });
  const { status, stdout } = run(['rehearse', '-o', 'log.txt'], { cwd });
  assert.equal([status, stdout], [0, '']);
  const log = readFileSync(join(cwd, 'log.txt'), 'utf8');
  assert.match(log, /^rehearsed on SQLite 3\.[\d.]+ \(sqlite::memory:\)\n {2}upgrade: base -> a1; 1 steps, \d statements, [\d.]+ s; SHA-256 of its script [0-9a-f]{64}\n/);
  assert.match(log, /\npassed: behind each way the database was what the migrations make\n$/);
  const broken = makeProject({ 'migsql.config.json': CONFIG, 'migrations/a1.ts': migrationText('a1', null, "upgrade: [execute('SELECT * FROM nowhere')]") });
  const failed = run(['rehearse'], { cwd: broken });
  assert.is(failed.status, 1);
  assert.match(failed.stdout, /stopped: .*nowhere.*\n.*\nFAILED\n$/s);
  assert.is(run(['rehearse', '--dialect', 'mssql'], { cwd }).status, 2);
  assert.is(run(['rehearse', '--wipe'], { cwd }).status, 2);
});

test.run();
