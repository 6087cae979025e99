/** `migsql apply` as a command: what it refuses before anything ran, a signal, and that no password is told. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import sqlite from 'node-sqlite3-wasm';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { BIN, migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';
import { createDatabase, isReachable } from '../support/servers.ts';

const A1 = migrationText('a1', null, "upgrade: [createTable('t', [column('id', types.integer())])]");
const project = (files: { readonly [path: string]: string } = {}): string =>
  makeProject({ 'migsql.config.json': '{ "dialect": "sqlite", "url": "sqlite:shop.db" }', 'migrations/a1.ts': A1, ...files });

const test = suite('apply');

test('what is wrong is told before anything is made', () => {
  for (const [args, status, says] of [
    [[], 2, 'nobody can be asked here'],
    [['--yes', '--url', 'sqlit:shop.db'], 2, 'Did you mean sqlite:'],
    [['--yes', '--url', 'oracle://ann@127.0.0.1/shop'], 4, 'is oracle, and sqlite is asked for'],
    [['--yes', '--tag', ' '], 2, '--tag has 1 characters'],
    [['--yes', '--tag', 'x'.repeat(201)], 2, '--tag has 201 characters'],
    [['--yes', '--from-statement', '9'], 1, "revision a1 has no statement 9 to go on from"],
    [['--yes', 'a1:head'], 4, 'is at base, and not at a1'],
    [['--yes', '--script', 'x.sql'], 2, '--sha256'],
    [['--yes', '--script', 'x.sql', '--sha256', 'aa'], 3, 'x.sql'],
    [['--yes', 'head', '--script', 'x.sql', '--sha256', 'aa'], 2, "Leave out 'head', or --script."],
    [['--yes', 'nosuch'], 1, '[unknown-revision]'],
  ] as const) {
    const cwd = project();
    const ran = run(['apply', ...args], { cwd });
    assert.equal([ran.status, ran.stdout], [status, ''], `${args.join(' ')}\n${ran.stderr}`);
    assert.ok(ran.stderr.includes(says), ran.stderr);
    if (!existsSync(join(cwd, 'shop.db'))) continue;
    const database = new sqlite.Database(join(cwd, 'shop.db'));
    assert.equal(database.all('SELECT name FROM sqlite_master'), [], args.join(' '));
    database.close();
  }
});

test('a database that is not the one of the config, or of the script, is left alone', () => {
  const files = { 'migsql.config.json': '{ "dialect": "sqlite", "url": "sqlite:shop.db", "script": { "expectDatabase": "shop.db" } }', 'other.db': '', 'shop.db': '' };
  const cwd = project(files);
  for (const args of [['apply', '--yes'], ['stamp', 'a1']]) {
    const { status, stderr } = run([...args, '--url', 'sqlite:other.db'], { cwd });
    assert.is(status, 4);
    assert.match(stderr, /is for database shop\.db, and sqlite:.*other\.db is another; nothing is changed \[unexpected-database\]/);
  }
  writeFileSync(join(cwd, 'migsql.config.json'), '{ "dialect": "sqlite" }');
  run(['render', 'a1', '--expect-database', 'shop.db', '-o', 'x.sql'], { cwd });
  const sha256 = createHash('sha256').update(readFileSync(join(cwd, 'x.sql'))).digest('hex');
  const reviewed = (url: string): number | null => run(['apply', '--yes', '--script', 'x.sql', '--sha256', sha256, '--url', url], { cwd }).status;
  assert.equal([reviewed('sqlite:other.db'), reviewed('sqlite:shop.db')], [4, 0]);
});

test('a server that is older than the statements are for is left alone, by a reviewed script as well', () => {
  const cwd = project();
  run(['render', 'a1', '-o', 'x.sql'], { cwd });
  const sha256 = createHash('sha256').update(readFileSync(join(cwd, 'x.sql'))).digest('hex');
  writeFileSync(join(cwd, 'migsql.config.json'), '{ "dialect": "sqlite", "url": "sqlite:shop.db", "server": { "sqlite": "3.99" } }');
  const { status, stderr } = run(['apply', '--yes'], { cwd });
  assert.is(status, 4);
  assert.match(stderr, /is a server of version 3\.[\d.]+, and the statements are for SQLite 3\.99 or later/);
  // Its head says another server by then.
  assert.match(run(['apply', '--yes', '--script', 'x.sql', '--sha256', sha256], { cwd }).stderr, /script-outdated/);
  run(['render', 'a1', '-o', 'y.sql'], { cwd });
  const newer = createHash('sha256').update(readFileSync(join(cwd, 'y.sql'))).digest('hex');
  assert.match(run(['apply', '--yes', '--script', 'y.sql', '--sha256', newer], { cwd }).stderr, /older-server/);
});

test('a driver that is not installed is named, with what to do', () => {
  const cwd = project({ 'migsql.config.json': '{ "dialect": "oracle" }', 'node_modules/oracledb/index.js': "throw new Error('built for another Node')" });
  const { status, stderr } = run(['apply', '--yes', '--url', 'oracle://ann@127.0.0.1/shop'], { cwd, env: { MIGSQL_PASSWORD: 'x' } });
  assert.is(status, 4);
  assert.match(stderr, /built for another Node.*npm install oracledb/s);
});

test('a dry run changes nothing, and says what would run, in JSON as well', () => {
  const cwd = project();
  writeFileSync(join(cwd, 'shop.db'), '');
  const { stdout } = run(['apply', '--dry-run', '--json'], { cwd });
  const { steps, from, to } = JSON.parse(stdout);
  assert.equal([from, to, steps.length, steps[0].statements.length], [[], ['a1'], 1, 3]);
  assert.match(run(['apply', '--dry-run'], { cwd }).stdout, /1\/1 upgrade a1: a1 \(3 statements\)\n3 statements in 1 block; atomic: YES/);
  assert.match(run(['current'], { cwd }).stdout, /^base/);
});

test('a signal while a connection is made is told as such, and is no bug', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  const connected = new Promise((resolve) => silent.once('connection', resolve));
  await new Promise((resolve) => silent.once('listening', resolve));
  const { port } = silent.address() as AddressInfo;
  const cwd = project({ 'migsql.config.json': `{ "dialect": "postgresql", "url": "postgresql://ann@127.0.0.1:${port}/shop" }` });
  const child = spawn(process.execPath, [BIN, 'apply', '--yes'], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  child.stderr.on('data', (chunk) => (told += chunk));
  const ended = new Promise((resolve) => child.on('close', resolve));
  await connected;
  child.kill('SIGINT');
  assert.is(await ended, 1, told);
  assert.match(told, /broken off before anything was done \[broken-off\]/);
  silent.close();
});

if (isReachable('postgresql')) {
  test('a signal breaks off the statement that runs: 5, nothing is left, and the next run finishes', async () => {
    const { name, query, drop } = createDatabase('postgresql');
    const { username, host } = new URL(process.env['MIGSQL_TEST_POSTGRESQL_URL'] || 'postgresql://root@127.0.0.1:5432/');
    const config = `{ "dialect": "postgresql", "url": "postgresql://${username}@${host}/${name}" }`;
    const sleeps = migrationText('b1', 'a1', "upgrade: [execute('SELECT pg_sleep(60)')]");
    const cwd = project({ 'migsql.config.json': config, 'migrations/b1.ts': sleeps });
    const child = spawn(process.execPath, [BIN, 'apply', '--yes'], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let told = '';
    child.stderr.on('data', (chunk) => (told += chunk));
    const ended = new Promise((resolve) => child.on('close', resolve));
    const sleepers = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query = 'SELECT pg_sleep(60)'";
    for (let asked = 0; query(sleepers)[0]?.[0] !== '1' && asked < 300; asked += 1) await wait(100);
    child.kill('SIGINT');
    const status = await ended;
    assert.is(status, 5, told);
    assert.match(told, /broken off in revision b1, block 1; nothing was changed/);
    assert.is(query(sleepers)[0]?.[0], '0');
    assert.match(run(['current'], { cwd }).stdout, /^base/);
    writeFileSync(join(cwd, 'migrations/b1.ts'), sleeps.replace('pg_sleep(60)', 'pg_sleep(0)'));
    assert.is(run(['apply', '--yes'], { cwd }).status, 0);
    drop();
  });
}

if (isReachable('mariadb')) {
  test('no password is told: in no output, no error, and not in the ledger', () => {
    const secret = "s3cr'et%/pw";
    const database = createDatabase('mariadb');
    const user = `migsql_${database.name.slice(-8)}`;
    database.run(`CREATE USER ${user} IDENTIFIED BY 's3cr''et%/pw'; GRANT ALL ON ${database.name}.* TO ${user};`);
    const { host } = new URL(process.env['MIGSQL_TEST_MARIADB_URL'] || 'mysql://root@127.0.0.1:3306/');
    const config = "import { defineConfig, env } from 'migsql';\nexport default defineConfig({ dialect: 'mariadb', url: env('SHOP_URL') });\n";
    const broken = migrationText('b1', 'a1', "upgrade: [execute('SELECT * FROM nowhere')]");
    const cwd = makeProject({ 'migsql.config.ts': config, 'migrations/a1.ts': A1, 'migrations/b1.ts': broken });
    const url = (password: string): string => `mariadb://${user}:${encodeURIComponent(password)}@${host}/${database.name}`;
    const outputs = [[], ['--json'], ['--dry-run'], ['--dry-run', '--json']].flatMap((flags) =>
      [url(secret), url(`${secret}wrong`)].map((given) => {
        const { stdout, stderr } = run(['apply', '--yes', ...flags], { cwd, env: { SHOP_URL: given, DEBUG: '1' } });
        return stdout + stderr;
      }),
    );
    const ledger = database.query('SELECT * FROM migsql_ledger').join('\n');
    assert.match(outputs[0] ?? '', /nowhere/);
    assert.match(outputs[1] ?? '', /password is wrong/);
    assert.match(ledger, new RegExp(user));
    for (const text of [...outputs, ledger]) {
      assert.not(text.includes(secret) || text.includes(encodeURIComponent(secret)), text);
    }
    database.run(`DROP USER ${user};`);
    database.drop();
  });
}

test.run();
