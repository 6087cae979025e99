/**
 * Drivers on real databases: what a statement gives, and what a refusal means. SQL Server, Oracle and MySQL are not among
 * them.
 */
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { connect, type ConnectOptions } from '../../src/database/connect.ts';
import { type Connection, DatabaseError } from '../../src/database/connection.ts';
import { loadPackage } from '../../src/database/load-package.ts';
import { parseUrl } from '../../src/database/url.ts';
import { MigsqlError } from '../../src/errors.ts';
import { createDatabase, type Database, isReachable } from '../support/servers.ts';

const test = suite('drivers');
const projectFolder = mkdtempSync(join(tmpdir(), 'migsql-drivers-'));
const PASSWORD = 'hunter2/ä?';

/** A login of its own, with a password where the server asks for one. */
const serverUrl = (scheme: 'postgresql' | 'mysql', database: string, user = 'root'): string => {
  const variable = process.env[scheme === 'mysql' ? 'MIGSQL_TEST_MARIADB_URL' : 'MIGSQL_TEST_POSTGRESQL_URL'];
  const url = new URL(variable || `${scheme}://root@127.0.0.1`);
  if (user !== 'root') Object.assign(url, { username: user, password: '' });
  url.pathname = `/${database}`;
  return url.href;
};

const open = (url: string, options: Partial<ConnectOptions> = {}): Promise<Connection> => connect(parseUrl(url, projectFolder), { projectFolder, ...options });

async function refusalOf(work: Promise<unknown>): Promise<DatabaseError> {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown);
  assert.instance(error, DatabaseError);
  return error as DatabaseError;
}

async function failureOf(work: Promise<unknown>): Promise<MigsqlError> {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown);
  assert.instance(error, MigsqlError);
  return error as MigsqlError;
}

/** What any database does. */
async function speaks(connection: Connection): Promise<void> {
  await connection.run('CREATE TABLE account (id integer, name varchar(20), at timestamp NULL)');
  const inserted = await connection.run("INSERT INTO account (id, name, at) VALUES (1, 'a?b:c', '2024-01-02 03:04:05'), (2, NULL, NULL)");
  assert.is(inserted.changed, 2);
  assert.equal(await connection.query('SELECT id, name FROM account ORDER BY id'), [{ id: 1, name: 'a?b:c' }, { id: 2, name: null }]);
  const [row] = await connection.query('SELECT at, 9007199254740993 AS big FROM account WHERE id = 1');
  assert.is(row?.['at'], '2024-01-02 03:04:05');
  assert.is(row?.['big'], '9007199254740993');
  assert.not.ok((await connection.run('SELECT * FROM account')).changed);
  assert.is((await connection.run("UPDATE account SET name = 'x' WHERE id < 0")).changed, 0);
  assert.is((await connection.run("UPDATE account SET name = 'a?b:c' WHERE id = 1")).changed, connection.dialect === 'mariadb' ? 0 : 1);
  assert.is((await refusalOf(connection.run('SELEC 1'))).kind, 'other');
  await connection.run('BEGIN');
  await connection.run('DELETE FROM account');
  await connection.run('ROLLBACK');
  assert.is((await connection.query('SELECT id FROM account')).length, 2);
}

async function endsTwice(connection: Connection): Promise<void> {
  await Promise.all([connection.close(), connection.close()]);
  await connection.close();
  connection.cancel();
  assert.is((await refusalOf(connection.query('SELECT 1'))).kind, 'connection-lost');
}

test('SQLite, by what comes with migsql: statements, and an end that comes twice', async () => {
  const connection = await open('sqlite:shop.db');
  assert.is(connection.dialect, 'sqlite');
  assert.match(connection.server, /^3\.\d+\.\d+$/);
  await speaks(connection);
  assert.equal(await connection.run('CREATE TABLE other (id integer)'), {});
  assert.is((await connection.run('-- as before\nWITH n AS (SELECT 1) SELECT * FROM n')).changed, 0);
  await endsTwice(connection);
  const [{ n } = {}] = await (await open('sqlite:shop.db', { mustExist: true })).query('SELECT count(*) AS n FROM account');
  assert.is(n, 2);
});

test('SQLite: a file that must be there and is not, a folder, and a file of another kind are errors; nothing is made', async () => {
  assert.is((await failureOf(open('sqlite:missing.db', { mustExist: true }))).detailsOf('cannot-connect')?.failure, 'no-database');
  assert.is((await failureOf(open('sqlite:no/such/folder.db'))).detailsOf('cannot-connect')?.failure, 'no-database');
  assert.match((await failureOf(open('sqlite:.'))).message, /it is a folder/);
  assert.equal(readdirSync(projectFolder), ['shop.db']);
});

/**
 * better-sqlite3 would have to be compiled: this has what migsql uses of its API, and answers with BigInts where it is asked to, by
 * node-sqlite3-wasm.
 */
const STAND_IN = `
  const { Database } = require(${JSON.stringify(createRequire(import.meta.url).resolve('node-sqlite3-wasm'))});
  const big = (row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, typeof v === 'number' ? BigInt(v) : v]));
  module.exports = class {
    constructor(path, options) { module.exports.opened = [path, options]; this.database = new Database(path); }
    exec(sql) { this.database.exec(sql); return this; }
    prepare(sql) { const all = () => this.database.all(sql).map(big); return { safeIntegers: () => ({ all }) }; }
    close() { this.database.close(); return this; }
  };`;

test('SQLite, by a better-sqlite3 that the project has', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'migsql-better-'));
  const file = join(folder, 'node_modules/better-sqlite3/index.js');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, STAND_IN);
  const connection = await connect(parseUrl('sqlite:shop.db', folder), { projectFolder: folder });
  assert.equal(createRequire(file)('./index.js').opened, [join(folder, 'shop.db'), { fileMustExist: false }]);
  await speaks(connection);
  await endsTwice(connection);
  await connect(parseUrl('sqlite:shop.db', folder), { projectFolder: folder, mustExist: true });
  assert.is(createRequire(file)('./index.js').opened[1].fileMustExist, true);
});

const postgresql = isReachable('postgresql') ? createDatabase('postgresql') : undefined;
const mariadb = isReachable('mariadb') ? createDatabase('mariadb') : undefined;

async function on(database: Database | undefined, work: (database: Database, url: string) => Promise<void>): Promise<void> {
  if (database) await work(database, serverUrl(database.engine === 'mariadb' ? 'mysql' : 'postgresql', database.name));
}

for (const [name, database] of [['PostgreSQL', postgresql], ['MariaDB', mariadb]] as const) {
  test(`${name}: statements, and an end that comes twice`, () =>
    on(database, async ({ engine }, url) => {
      const connection = await open(url);
      assert.is(connection.dialect, engine);
      assert.match(connection.server, /^\d+\.\d+(\.\d+)?$/);
      await speaks(connection);
      await endsTwice(connection);
    }));

  test(`${name}: a statement that waits for a lock for too long`, () =>
    on(database, async ({ engine }, url) => {
      const [one, two] = [await open(url), await open(url)];
      await one.run('CREATE TABLE locked (id integer)');
      await one.run('BEGIN');
      await one.run(engine === 'mariadb' ? 'SELECT * FROM locked' : 'LOCK TABLE locked');
      await two.run(engine === 'mariadb' ? 'SET lock_wait_timeout = 1' : "SET lock_timeout = '50ms'");
      assert.is((await refusalOf(two.run('DROP TABLE locked'))).kind, 'lock-timeout');
      await Promise.all([one.close(), two.close()]);
    }));

  test(`${name}: of two that wait for each other one is told so`, () =>
    on(database, async (_, url) => {
      const [one, two] = [await open(url), await open(url)];
      await one.run('CREATE TABLE pair (id integer PRIMARY KEY, n integer)');
      await one.run('INSERT INTO pair VALUES (1, 0), (2, 0)');
      for (const [connection, id] of [[one, 1], [two, 2]] as const) {
        await connection.run('BEGIN');
        await connection.run(`UPDATE pair SET n = 1 WHERE id = ${id}`);
      }
      const both = await Promise.allSettled([one.run('UPDATE pair SET n = 2 WHERE id = 2'), two.run('UPDATE pair SET n = 2 WHERE id = 1')]);
      const [loser] = both.flatMap((each) => (each.status === 'rejected' ? [each.reason as DatabaseError] : []));
      assert.is(loser?.kind, 'conflict');
      await Promise.all([one.close(), two.close()]);
    }));

  test(`${name}: a statement that is broken off from here, and the session goes on`, () =>
    on(database, async ({ engine }, url) => {
      const connection = await open(url);
      const sleep = connection.run(engine === 'mariadb' ? 'SELECT SLEEP(20) FROM (SELECT 1 UNION SELECT 2) AS t' : 'SELECT pg_sleep(20)');
      // Before the server has it there is nothing to break off.
      setTimeout(() => connection.cancel(), 200);
      assert.is((await refusalOf(sleep)).kind, 'canceled');
      assert.is((await connection.query('SELECT 1 AS one'))[0]?.['one'], 1);
      await connection.close();
    }));

  test(`${name}: a session that is ended while a statement runs`, () =>
    on(database, async ({ engine }, url) => {
      const connection = await open(url);
      const sleep = refusalOf(connection.run(engine === 'mariadb' ? 'SELECT SLEEP(20)' : 'SELECT pg_sleep(20)'));
      setTimeout(() => void connection.close(), 100);
      assert.is((await sleep).kind, 'connection-lost');
      await connection.close();
    }));

  test(`${name}: a session that is ended over there`, () =>
    on(database, async ({ engine, run }, url) => {
      const connection = await open(url);
      const id = (await connection.query(engine === 'mariadb' ? 'SELECT CONNECTION_ID() AS id' : 'SELECT pg_backend_pid() AS id'))[0]?.['id'];
      run(engine === 'mariadb' ? `KILL ${id};` : `SELECT pg_terminate_backend(${id});`);
      assert.is((await refusalOf(connection.query('SELECT 1'))).kind, 'connection-lost');
      assert.is((await refusalOf(connection.query('SELECT 1'))).kind, 'connection-lost');
      await connection.close();
    }));

  test(`${name}: a user who may not, an unknown one, and a database that is not there`, () =>
    on(database, async ({ engine, name: place, run }, url) => {
      const user = `${place}_r`;
      const drop = `DROP USER IF EXISTS ${user};`;
      const scheme = engine === 'mariadb' ? 'mysql' : 'postgresql';
      run(engine === 'mariadb' ? `${drop} CREATE USER ${user}; GRANT SELECT ON ${place}.* TO ${user};` : `${drop} CREATE USER ${user}; REVOKE CREATE ON SCHEMA public FROM PUBLIC;`);
      try {
        const reader = await open(serverUrl(scheme, place, user));
        assert.is((await refusalOf(reader.run('CREATE TABLE mine (id integer)'))).kind, 'denied');
        await reader.close();
      } finally {
        run(drop);
      }
      assert.is((await failureOf(open(serverUrl(scheme, place, 'nobody_here')))).detailsOf('cannot-connect')?.failure, 'wrong-password');
      assert.is((await failureOf(open(url.replace(place, 'no_such_database')))).detailsOf('cannot-connect')?.failure, 'no-database');
    }));
}

test('MariaDB: a password that is wrong, and one that is right; neither is shown', () =>
  on(mariadb, async ({ name, run }) => {
    run(`CREATE OR REPLACE USER ${name}_p IDENTIFIED BY '${PASSWORD}'; GRANT ALL ON ${name}.* TO ${name}_p;`);
    const url = serverUrl('mysql', name, `${name}_p`);
    try {
      const connection = await open(url, { password: PASSWORD });
      const { message } = await refusalOf(connection.query(`SELECT '${PASSWORD}' FROM`));
      assert.not.match(message, /hunter2/);
      await connection.close();
      const wrong = await failureOf(open(url, { password: `${PASSWORD}x` }));
      assert.is(wrong.detailsOf('cannot-connect')?.failure, 'wrong-password');
      assert.not.match(JSON.stringify(wrong.diagnostics), /hunter2/);
    } finally {
      run(`DROP USER ${name}_p;`);
    }
  }));

test('PostgreSQL tells notices, and takes a text of several statements as one', () =>
  on(postgresql, async (_, url) => {
    const notices: string[] = [];
    const connection = await open(url, { onNotice: (message) => notices.push(message) });
    await connection.run("DO $$ BEGIN RAISE NOTICE 'hello'; END $$");
    assert.equal(notices, ['hello']);
    assert.equal(await connection.query('SELECT 1 AS one; SELECT 2 AS two'), [{ two: 2 }]);
    await connection.close();
  }));

test('what could not be broken off is told, and goes on', () =>
  on(postgresql, async ({ name: place, run }, url) => {
    const user = `${place}_c`;
    run(`DROP USER IF EXISTS ${user}; CREATE USER ${user} CONNECTION LIMIT 1;`);
    const notices: string[] = [];
    const connection = await open(url.replace(/\/\/[^@]*@/, `//${user}@`), { onNotice: (message) => notices.push(message) });
    const sleep = connection.query('SELECT pg_sleep(0.5)');
    connection.cancel();
    assert.is((await sleep).length, 1);
    assert.is(notices.length, 1);
    assert.match(notices[0] ?? '', /^the statement was not broken off: too many connections/);
    await connection.close();
    run(`DROP USER ${user};`);
  }));

test('what is broken off by a limit of the server was not broken off from here', () =>
  on(postgresql, async (_, url) => {
    const connection = await open(url);
    await connection.run("SET statement_timeout = '20ms'");
    const error = await refusalOf(connection.run('SELECT pg_sleep(5)'));
    assert.equal([error.kind, error.code], ['other', '57014']);
    await connection.close();
  }));

test('PGlite: statements, notices, and an end that comes twice', async () => {
  assert.is((await failureOf(open('pglite:nowhere', { mustExist: true }))).detailsOf('cannot-connect')?.failure, 'no-database');
  const notices: string[] = [];
  const connection = await open('pglite:', { onNotice: (message) => notices.push(message), connectTimeout: 60_000 });
  assert.is(connection.dialect, 'postgresql');
  await speaks(connection);
  await connection.run("DO $$ BEGIN RAISE NOTICE 'hello'; END $$");
  assert.equal(notices, ['hello']);
  await endsTwice(connection);
});

test('a port where nobody listens, and a host that is unknown', async () => {
  const refused = await failureOf(open('postgresql://ann@127.0.0.1:1/shop'));
  assert.match(refused.message, /^no connection with postgresql:\/\/ann@127\.0\.0\.1:1\/shop: nothing listens there/);
  assert.is((await failureOf(open('mysql://ann@no-such-host.invalid/shop'))).detailsOf('cannot-connect')?.failure, 'unknown-host');
});

test('a driver that is not installed is named, with what installs it; one that is broken says why', () => {
  const messageOf = (name: string): string => {
    try {
      return `loaded ${typeof loadPackage([name], projectFolder, 'postgresql://ann@h:5432/d')}`;
    } catch (error) {
      return (error as MigsqlError).message;
    }
  };
  assert.match(messageOf('no-such-driver'), /^the driver for postgresql:\/\/ann@h:5432\/d is not installed \[no-driver\]\n  Install it where the project is: npm install no-such-driver/);
  const folder = join(projectFolder, 'node_modules', 'broken-driver');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.js'), "require('./missing.node');");
  assert.match(messageOf('broken-driver'), /^the driver broken-driver cannot be loaded: Cannot find module '\.\/missing\.node' \[no-driver\]/);
  assert.is(messageOf('pg'), 'loaded object');
});

test.run();
