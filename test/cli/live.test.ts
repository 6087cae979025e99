/** Commands that read the schema of a database, on SQLite in a file; a process of their own where what it prints is the matter. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { applyPlan, currentHeads } from '../../src/apply/index.ts';
import { type BaselineRequest, writeBaseline } from '../../src/cli/baseline.ts';
import { type DriftRequest, runDrift } from '../../src/cli/drift.ts';
import { type InspectRequest, inspect } from '../../src/cli/inspect.ts';
import { addRevision } from '../../src/cli/new-revision.ts';
import type { Report } from '../../src/cli/report.ts';
import { carryOut } from '../../src/cli/write-files.ts';
import { type Project, compile, openProject } from '../../src/compiler.ts';
import { loadConfig } from '../../src/config.ts';
import { MigsqlError } from '../../src/errors.ts';
import { contents, migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';
import { openSession } from '../support/sessions.ts';

const CONFIG = '{ "dialect": "sqlite", "url": "sqlite:shop.db" }';
const FILES = {
  'migsql.config.json': CONFIG,
  'migrations/a1.ts': migrationText('a1', null, "upgrade: [createTable('t', [column('id', types.integer()), column('mail', types.string(80))]), createIndex('ix', 't', ['mail'])]"),
};

/** Statements on the database that is there. */
function change(cwd: string, sql: string): void {
  const database = new sqlite.Database(join(cwd, 'shop.db'));
  database.exec(sql);
  database.close();
}

/** A project, and a database that statements made. */
function made(files: { readonly [path: string]: string }, sql = ''): string {
  const cwd = makeProject({ ...files, 'shop.db': '' });
  change(cwd, sql);
  return cwd;
}

const projectOf = async (cwd: string): Promise<Project> => openProject(await loadConfig(join(cwd, 'migsql.config.json')));

async function applied(files: { readonly [path: string]: string } = FILES): Promise<string> {
  const cwd = made(files);
  const connection = await openSession(`sqlite:${join(cwd, 'shop.db')}`);
  await applyPlan(connection, await compile(await projectOf(cwd), { to: 'heads', dialect: 'sqlite', transaction: 'script' }));
  await connection.close();
  return cwd;
}

async function headsOf(cwd: string): Promise<readonly string[]> {
  const connection = await openSession(`sqlite:${join(cwd, 'shop.db')}`);
  const project = await projectOf(cwd);
  return currentHeads(project, connection).finally(() => connection.close());
}

/** What a process prints that ends as it should. */
function said(cwd: string, args: readonly string[], status = 0): { readonly out: string; readonly err: string } {
  const { stdout: out, stderr: err, status: found } = run(args, { cwd });
  assert.is(found, status, `${args.join(' ')}\n${out}${err}`);
  return { out, err };
}

const drifts = async (cwd: string, request: Partial<DriftRequest> = {}): Promise<Report> =>
  (await runDrift(await projectOf(cwd), { json: true, rename: [], script: {}, ...request })) as Report;

const inspects = async (cwd: string, request: Partial<InspectRequest> = {}): Promise<Report> =>
  inspect(existsSync(join(cwd, 'migsql.config.json')) ? await loadConfig(join(cwd, 'migsql.config.json')) : undefined, {
    json: false, format: 'sql', url: `sqlite:${join(cwd, 'shop.db')}`, ...request,
  });

const begins = async (cwd: string, request: Partial<BaselineRequest> = {}): Promise<Report> =>
  (await writeBaseline(await projectOf(cwd), { message: 'baseline', id: 'b0', stamp: true, sql: false, json: false, script: {}, ...request })) as Report;

/** The codes and messages of what stops it. */
const stops = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing stops it',
    (error: unknown) => {
      if (error instanceof MigsqlError) return error.diagnostics.map(({ code, message, hint }) => `[${code}] ${message} | ${hint}`).join('\n');
      throw error;
    },
  );

const textOf = ({ lines }: Report): string => lines.join('\n');

const SHOP = "CREATE TABLE t (id integer PRIMARY KEY, a varchar(10) DEFAULT 'x'); CREATE TABLE migsql_version (revision text); CREATE VIRTUAL TABLE notes USING fts5 (body);";

const inspection = suite('inspect');
inspection('needs no project, leaves out what migsql keeps, and tells what it has no words for', () => {
  const cwd = made({}, SHOP);
  const { out, err } = said(cwd, ['inspect', '--url', 'sqlite:shop.db']);
  assert.match(out, /^CREATE TABLE t \(/);
  assert.not.match(out, /migsql_version|notes/);
  assert.is(err, 'not in it: virtual table notes\n');
});
inspection('is written in each form, without what is left out, to a file where that is named', async () => {
  const cwd = made({}, `${SHOP} CREATE TABLE other (id integer)`);
  assert.match(textOf(await inspects(cwd, { format: 'ts' })), "createTable('t', [");
  assert.match(textOf(await inspects(cwd, { format: 'mermaid' })), /erDiagram/);
  const output = join(cwd, 'schema.json');
  const { data, writings = [] } = await inspects(cwd, { format: 'json', except: ['other'], output });
  carryOut(writings);
  const { tables } = JSON.parse(readFileSync(output, 'utf8')) as { tables: readonly { name: { name: string } }[] };
  assert.equal(tables.map(({ name }) => name.name), ['t']);
  assert.equal((data as { unmodelled: unknown }).unmodelled, ['virtual table notes']);
});
inspection('leaves out the version table that the config names', async () => {
  const config = '{ "dialect": "sqlite", "versionTable": "heads_of_mine" }';
  assert.is(textOf(await inspects(made({ 'migsql.config.json': config }, 'CREATE TABLE heads_of_mine (revision text)'))), '');
});
inspection('says that a database is not said, or has no such schema', async () => {
  const cwd = made({}, SHOP);
  assert.match(said(cwd, ['inspect'], 2).err, '[no-url]');
  const found = await stops(inspects(cwd, { schema: ['mian', 'other'] }));
  assert.match(found, /no schema 'mian' \| Did you mean main\?\n.*no schema 'other' \| It has main\./);
});

const drift = suite('drift');
drift('ends with 1 where there is one', async () => {
  const cwd = await applied();
  assert.match(textOf(await drifts(cwd)), /is at a1, and is what the migrations make$/);
  change(cwd, 'ALTER TABLE t ADD COLUMN extra integer; DROP INDEX ix;');
  const { out } = said(cwd, ['drift'], 1);
  assert.match(out, 'what was done to it:\n  drop index ix on t\n  add column t.extra\nwhat would undo that:\n');
  const { adopt, repair, drifted } = (await drifts(cwd)).data as { adopt: readonly { op: string }[]; repair: readonly { op: string }[]; drifted: boolean };
  assert.equal([adopt.map(({ op }) => op), repair.map(({ op }) => op), drifted], [['dropIndex', 'addColumn'], ['dropColumn', 'createIndex'], true]);
  assert.not((await drifts(cwd, { except: ['t'] })).failed);
});
drift('asks whether a column has a new name, and takes it for one where that is said', async () => {
  const cwd = await applied();
  change(cwd, 'ALTER TABLE t RENAME COLUMN mail TO email');
  assert.match(textOf(await drifts(cwd)), 'perhaps a new name, and no rows lost: --rename t.mail=t.email');
  const text = textOf(await drifts(cwd, { rename: ['t.mail=t.email'] }));
  assert.match(text, 'what was done to it:\n  alter column t.mail: rename to email\nwhat would undo that:\n  alter column t.email: rename to mail');
});
drift('--fix repair writes a script that its client takes, and says in it what is lost', async () => {
  const cwd = await applied();
  change(cwd, 'ALTER TABLE t ADD COLUMN extra integer');
  const { out, err } = said(cwd, ['drift', '--fix', 'repair', '--client', 'generic']);
  assert.match(out, "-- 1/1 repair a1: the schema becomes what the migrations make; careful: the values of 't.extra' are lost");
  assert.match(err, 'add column t.extra');
  change(cwd, out);
  assert.not((await drifts(cwd)).failed);
  assert.match((await drifts(cwd, { fix: 'repair' })).notes?.join() ?? '', 'nothing is to be fixed');
});
drift('--fix adopt writes a migration that this database has already', async () => {
  const cwd = await applied();
  change(cwd, 'ALTER TABLE t ADD COLUMN extra integer');
  const { notes = [] } = await drifts(cwd, { fix: 'adopt', message: 'extra' });
  const [, hint = ''] = /has it already: migsql (stamp \w+ --from a1)/.exec(notes.join('\n')) ?? [];
  said(cwd, hint.split(' '));
  assert.not((await drifts(cwd)).failed);
  const plan = await compile(await projectOf(cwd), { from: 'a1', to: 'heads', dialect: 'sqlite', transaction: 'script' });
  assert.match(JSON.stringify(plan), 'ADD COLUMN extra');
});
drift('leaves a view over what was renamed since as it is, and adopts it', async () => {
  const ops = "upgrade: [createTable('t', [column('a', types.integer())]), createView('v', 'SELECT a FROM t'), alterColumn('t', 'a', { name: 'b' })]";
  const migration = migrationText('a1', null, ops).replace('createIndex', 'createIndex, createView');
  const cwd = await applied({ 'migsql.config.json': CONFIG, 'migrations/a1.ts': migration });
  const text = textOf(await drifts(cwd));
  assert.match(text, 'what was done to it:\n  drop view v\n  create view v\nwhat would undo that:\n  nothing that could be written\n');
  assert.match(text, /perhaps the same in other words: view v \(SQLite does not take it: .*\); --fix repair leaves it as it is$/);
  await drifts(cwd, { fix: 'adopt' });
  said(cwd, ['stamp', 'heads']);
  assert.not((await drifts(cwd)).failed);
});
drift('adopts nothing below a head', async () => {
  const cwd = await applied();
  writeFileSync(join(cwd, 'migrations/b1.ts'), migrationText('b1', 'a1'));
  change(cwd, 'ALTER TABLE t ADD COLUMN extra integer');
  const before = contents(join(cwd, 'migrations'));
  assert.match(await stops(drifts(cwd, { fix: 'adopt' })), /^\[not-at-head\] .* Bring the database to the head first: 'migsql apply'\.$/);
  assert.equal(contents(join(cwd, 'migrations')), before);
});
drift('compares what hand-written SQL makes as far as it is read, and says what it leaves out', async () => {
  const sql = "upgrade: [execute('CREATE TABLE plain (id integer)'), execute('CREATE VIRTUAL TABLE notes USING fts5 (body)'), execute('CREATE TABLE copy AS SELECT 1 AS one')]";
  const { notes = [], failed } = await drifts(await applied({ 'migsql.config.json': CONFIG, 'migrations/a1.ts': migrationText('a1', null, sql) }));
  assert.not(failed);
  assert.match(notes.join('\n'), /^not compared: copy, which hand-written SQL made or changed \(migrations\/a1\.ts:\d+:\d+\): /m);
  assert.match(notes.join('\n'), /^not compared: virtual table notes, for which no op has words$/m);
});
drift('says what is wrong with where the database is, and with the flags', async () => {
  const cwd = made(FILES, "CREATE TABLE migsql_version (revision text); INSERT INTO migsql_version VALUES ('b9'), ('a1')");
  assert.match(await stops(drifts(cwd)), /^\[unknown-heads\] .* is at b9, /);
  change(cwd, 'DROP TABLE migsql_version; CREATE TABLE migsql_version (version text)');
  assert.match(await stops(drifts(cwd)), /^\[unfit-version-table\]/);
  assert.match(await stops(drifts(cwd, { message: 'x' })), '-m is the title of a migration');
  assert.match(await stops(drifts(cwd, { fix: 'adopt', output: 'x.sql' })), '-o is where a script goes');
});
drift('looks at all targets, and needs a place for scripts alone', async () => {
  const config = '{ "dialect": "sqlite", "targets": { "one": { "url": "sqlite:shop.db" }, "two": { "url": "sqlite:shop.db" } } }';
  const cwd = await applied();
  writeFileSync(join(cwd, 'migsql.config.json'), config);
  assert.match(said(cwd, ['drift', '--all-targets']).out, /^one:\n.*is what the migrations make\ntwo:\n/);
  assert.match(said(cwd, ['drift', '--all-targets', '--fix', 'repair'], 2).err, 'stdout holds the output of one target');
  assert.match(said(cwd, ['drift', '--all-targets', '--fix', 'adopt'], 2).err, 'a migration is written in one target');
});
drift('takes a missing version table for base', async () => {
  assert.match(textOf(await drifts(made(FILES, 'CREATE TABLE by_hand (id integer)'))), /is at base, and is not .*\nwhat was done to it:\n {2}create table by_hand\n/);
});

const baseline = suite('baseline');
const EMPTY = { 'migsql.config.json': CONFIG, 'migrations/.keep': '' };
baseline('writes the first migration, stamps, and is refused a second time', async () => {
  const cwd = made(EMPTY, SHOP);
  const { out, err } = said(cwd, ['baseline', '--id', 'b0']);
  assert.match(out, /^wrote migrations\/b0_baseline\.ts\n {2}create table t\n.*shop\.db is at b0\n$/);
  assert.is(err, 'not in it: virtual table notes\n');
  assert.match(readFileSync(join(cwd, 'migrations/b0_baseline.ts'), 'utf8'), '// Nor is: virtual table notes\n');
  assert.match(textOf(await drifts(cwd)), 'is at b0, and is what the migrations make');
  assert.match(await stops(begins(cwd)), '[has-migrations]');
});
baseline('leaves the database alone, or writes the script', async () => {
  const cwd = made(EMPTY, 'CREATE TABLE "a ""b" (id integer)');
  assert.match((await begins(cwd, { stamp: false })).notes?.join() ?? '', /does not know of it yet: migsql stamp b0 --from base$/);
  assert.equal(await headsOf(cwd), []);
  const other = made(EMPTY, 'CREATE TABLE t (id integer)');
  const { out } = said(other, ['baseline', '--id', 'b0', '--sql', '--client', 'generic']);
  assert.match(out, /^-- migsql .*: stamp script/);
  change(other, out);
  assert.equal(await headsOf(other), ['b0']);
});
baseline('says where no script can be written of it, and keeps the file to be corrected', async () => {
  const cwd = made(EMPTY, 'CREATE TABLE t (id integer) STRICT');
  const { failed, notes = [] } = await begins(cwd);
  assert.ok(failed);
  assert.match(notes.join(), /migrations\/b0_baseline\.ts:\d+:\d+:.* error: .*STRICT/);
  assert.equal(readdirSync(join(cwd, 'migrations')), ['.keep', 'b0_baseline.ts']);
});
baseline('of an empty database, or with flags that do not go together, writes nothing', async () => {
  const cwd = made(EMPTY, 'CREATE TABLE t (id integer)');
  assert.match(await stops(begins(cwd, { except: ['t'] })), '[empty-database]');
  said(cwd, ['baseline', '--sql', '--no-stamp'], 2);
  assert.equal(readdirSync(join(cwd, 'migrations')), ['.keep']);
});

const WANTING = { ...FILES, 'migsql.config.json': '{ "dialect": "sqlite", "url": "sqlite:shop.db", "schema": "schema.sql" }' };
const autogenerated = async (cwd: string, database?: object): Promise<Report> => {
  const wanted = { message: 'more', parents: [], id: 'm1', splice: false, dependsOn: [], branchLabels: [], format: undefined, folder: undefined };
  return addRevision(await projectOf(cwd), wanted, { edit: false, json: true, autogenerate: { dialect: 'sqlite', rename: [], canAsk: false, ...(database && { database: { json: true, ...database } }) } });
};

const autogenerate = suite('revision --autogenerate with a database');
autogenerate('knows what hand-written SQL made, which nobody could read', async () => {
  const made = "upgrade: [execute('CREATE TABLE copy AS SELECT 1 AS one')]";
  const cwd = await applied({ ...WANTING, 'migrations/a1.ts': migrationText('a1', null, made), 'schema.sql': 'CREATE TABLE copy (one, two INTEGER);' });
  assert.match(await stops(autogenerated(cwd)), '[unread-sql]');
  assert.equal(textOf(await autogenerated(cwd, {})).split('\n').slice(1), ['  add column copy.two']);
});
autogenerate('is refused where the database is elsewhere, or is not what its migrations make', async () => {
  const cwd = await applied({ ...WANTING, 'schema.sql': 'CREATE TABLE t (id INTEGER, mail VARCHAR(80), more INTEGER); CREATE INDEX ix ON t (mail);' });
  change(cwd, 'ALTER TABLE t ADD COLUMN extra integer');
  assert.match(await stops(autogenerated(cwd, {})), /^\[drifted\] .*: add column t\.extra \| /);
  writeFileSync(join(cwd, 'migrations/b1.ts'), migrationText('b1', 'a1'));
  assert.match(await stops(autogenerated(cwd, {})), /^\[not-at-parents\] .* is at a1, and the migration would revise b1 \| Bring the database there: migsql apply b1\./);
  assert.match(said(cwd, ['revision', '-m', 'x', '--autogenerate', '--from-database'], 4).err, '[not-at-parents]');
  assert.match(said(cwd, ['revision', '-m', 'x', '--from-database'], 2).err, 'autogenerate');
});

for (const test of [inspection, drift, baseline, autogenerate]) test.run();
