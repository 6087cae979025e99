/** Commands that ask a database, or write to its version table alone, on SQLite in a file; PostgreSQL and MariaDB have the same. */
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';

const FILES = {
  'migsql.config.json': '{ "dialect": "sqlite", "url": "sqlite:shop.db" }',
  'migrations/a1.ts': migrationText('a1', null, "upgrade: [createTable('t', [column('id', types.integer())])]"),
  'migrations/b1.ts': migrationText('b1', 'a1', "upgrade: [addColumn('t', column('b', types.integer()))]"),
  'migrations/c1.ts': migrationText('c1', 'a1', "upgrade: [addColumn('t', column('c', types.integer()))]"),
};
const project = (files: object = {}): string => makeProject({ ...FILES, 'shop.db': '', ...files });

function query(cwd: string, sql: string): readonly object[] {
  const database = new sqlite.Database(join(cwd, 'shop.db'));
  try {
    return database.all(sql) as readonly object[];
  } finally {
    database.close();
  }
}

function said(cwd: string, args: readonly string[], status = 0): string {
  const ran = run(args, { cwd });
  assert.is(ran.status, status, `${args.join(' ')}\n${ran.stdout}${ran.stderr}`);
  return ran.stdout + ran.stderr;
}

const test = suite('commands with a database');

test('current tells the heads and what is missing; --check-heads minds', () => {
  const cwd = project();
  assert.match(said(cwd, ['current']), /^base\n.*not applied yet:\n {2}base -> a1/s);
  said(cwd, ['stamp', 'b1']);
  assert.match(said(cwd, ['current']), /^b1 \(head\).*not applied yet:\n {2}a1 -> c1/s);
  said(cwd, ['current', '--check-heads'], 1);
  assert.match(said(cwd, ['check', '--url', 'sqlite:shop.db'], 1), /not applied yet:\n {2}a1 -> c1/);
  said(cwd, ['stamp', 'heads']);
  assert.is(said(cwd, ['current', '--check-heads']), 'b1 (head): b1\nc1 (head): c1\n');
  assert.is(said(cwd, ['check', '--url', 'sqlite:shop.db']), 'sqlite:shop.db: every revision is applied\n'.replace('shop.db', join(cwd, 'shop.db')));
});

test('as JSON', () => {
  const cwd = project();
  const { database, server, ...rest } = JSON.parse(said(cwd, ['current', '--json']));
  assert.equal(rest, { dialect: 'sqlite', heads: [], missing: ['a1', 'b1', 'c1'], parts: [] });
  assert.match(server, /^3\./);
});

test('a database that is not there is not made by a question', () => {
  const cwd = makeProject(FILES);
  said(cwd, ['current'], 4);
  said(cwd, ['stamp', 'a1'], 4);
  said(cwd, ['history', '--indicate-current'], 4);
});

test('stamp writes the version table and nothing else', () => {
  const cwd = project();
  said(cwd, ['stamp', 'b1', 'c1']);
  assert.equal(query(cwd, 'SELECT revision FROM migsql_version ORDER BY 1'), [{ revision: 'b1' }, { revision: 'c1' }]);
  assert.equal(query(cwd, "SELECT name FROM sqlite_master WHERE type = 'table'"), [{ name: 'migsql_version' }]);
  said(cwd, ['stamp', 'base']);
  assert.equal(query(cwd, 'SELECT revision FROM migsql_version'), []);
});

test('stamp --from minds where the database is, --purge does not', () => {
  const cwd = project();
  said(cwd, ['stamp', 'a1', '--from', 'base']);
  assert.match(said(cwd, ['stamp', 'b1', '--from', 'base'], 4), /is at a1, and not at base/);
  query(cwd, "UPDATE migsql_version SET revision = 'stranger'");
  assert.match(said(cwd, ['stamp', 'b1'], 4), /is at stranger, of which the migrations here know nothing/);
  assert.match(said(cwd, ['current'], 4), /stranger/);
  said(cwd, ['stamp', 'b1', '--purge']);
  assert.equal(query(cwd, 'SELECT revision FROM migsql_version'), [{ revision: 'b1' }]);
});

test('history marks where the database is', () => {
  const cwd = project();
  said(cwd, ['stamp', 'b1']);
  assert.match(said(cwd, ['history', '-i']), /^a1 -> b1 \(current, head\)/m);
  assert.match(said(cwd, ['history', '-i', '--graph']), /b1 \(current, head\)/);
  assert.not.match(said(cwd, ['history']), /current/);
  const { revisions } = JSON.parse(said(cwd, ['history', '-i', '--json']));
  assert.equal(revisions.filter(({ isCurrent }: { isCurrent: boolean }) => isCurrent).map(({ id }: { id: string }) => id), ['b1']);
});

test('ensure-version makes the table once, in the shape of the config', () => {
  const cwd = project({ 'migsql.config.json': '{ "dialect": "sqlite", "url": "sqlite:shop.db", "versionTable": { "name": "alembic_version", "column": "version_num" } }' });
  assert.match(said(cwd, ['ensure-version']), /the version table alembic_version is made/);
  query(cwd, "INSERT INTO alembic_version (version_num) VALUES ('a1')");
  assert.match(said(cwd, ['ensure-version']), /is there already/);
  assert.match(said(cwd, ['current']), /^a1/);
  assert.match(said(cwd, ['ensure-version', '--sql']), /CREATE TABLE IF NOT EXISTS alembic_version/);
});

test('a version table of another shape is an error with its reason', () => {
  const cwd = project();
  query(cwd, 'CREATE TABLE migsql_version (other TEXT)');
  for (const args of [['current'], ['apply', '--yes'], ['stamp', 'a1'], ['check', '--url', 'sqlite:shop.db']]) {
    assert.match(said(cwd, args, 4), /the version table migsql_version \(revision\) cannot be read/);
  }
});

test('what connects and what writes a script are not mixed up', () => {
  const cwd = project();
  said(cwd, ['stamp', 'a1', '-o', 'x.sql'], 2);
  said(cwd, ['ensure-version', '-o', 'x.sql'], 2);
  said(cwd, ['stamp', 'a1', '--sql'], 2);
  said(cwd, ['current', '--sql', '--url', 'sqlite:shop.db'], 2);
});

test.run();
