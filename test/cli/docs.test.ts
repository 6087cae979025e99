/** docs/cli.md has the commands, flags and exit codes as they are; UPDATE_SNAPSHOTS=1 rewrites that part of it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { BIN, migrationText } from '../support/cli.ts';
import { commandReference } from '../support/cli-reference.ts';
import { makeProject } from '../support/project.ts';

const file = new URL('../../docs/cli.md', import.meta.url);
const text = readFileSync(file, 'utf8');
const test = suite('docs/cli.md');

test('its reference is that of the commands', () => {
  const expected = text.replace(
    /(<!-- reference: [^\n]*-->\n)[^]*(<!-- \/reference -->)/,
    (_, start: string, end: string) => `${start}\n${commandReference()}\n\n${end}`,
  );
  if (process.env['UPDATE_SNAPSHOTS'] === '1') writeFileSync(file, expected);
  else assert.is(text, expected);
});

test('it names every key of the config with its default', () => {
  const source = readFileSync(new URL('../../src/config/source.ts', import.meta.url), 'utf8');
  const bodies = [...source.matchAll(/interface (?:Config|Target)Source [^\n]*\n([^]*?)\n\}/g)].map(([, body]) => body);
  const keys = [...bodies.join('\n').matchAll(/^  readonly (\w+)\?:/gm)].map(([, key]) => key);
  assert.ok(keys.includes('targets') && keys.includes('dialect'));
  assert.ok(keys.length > 5);
  for (const key of keys) assert.match(text, new RegExp(`^\\| \`${key}\` \\|`, 'm'), key);
});

/** A project in which the examples of the help make sense. */
const EXAMPLE_PROJECT = {
  'migsql.config.json': '{ "dialect": "postgresql", "schema": "schema.ts" }',
  'schema.ts':
    "import { column, createTable, types } from 'migsql';\n" +
    "export default [createTable('account', [column('id', types.integer()), column('balance', types.numeric(12, 2))])];\n",
  'migrations/one.ts': migrationText('1975ea83b712', null, "branchLabels: ['billing'],\n  upgrade: []"),
  'migrations/two.ts': migrationText(
    'ae1027a6acf0',
    '1975ea83b712',
    "upgrade: [createTable('account', [column('id', types.integer()), column('balance', types.numeric(12, 2))])]",
  ),
  'migrations/three.ts': migrationText('b2f03c55d1e6', 'ae1027a6acf0'),
};

/** A database that comes with migsql. */
const WITH_DATABASE = { ...EXAMPLE_PROJECT, 'migsql.config.json': '{ "dialect": ["sqlite", "mssql", "oracle"], "url": "sqlite:shop.db" }', 'shop.db': '' };

/** Some commands need another one. */
const EXAMPLE_PROJECTS: { readonly [command: string]: { readonly [path: string]: string } } = {
  init: {},
  apply: WITH_DATABASE,
  baseline: { 'migsql.config.json': '{ "dialect": "sqlite", "url": "sqlite:shop.db" }', 'migrations/.keep': '', 'shop.db': '' },
  current: WITH_DATABASE,
  drift: WITH_DATABASE,
  rehearse: WITH_DATABASE,
  'ensure-version': WITH_DATABASE,
  inspect: WITH_DATABASE,
  stamp: WITH_DATABASE,
  templates: { ...EXAMPLE_PROJECT, 'migsql.config.json': '{ "templates": "templates" }' },
  merge: {
    ...EXAMPLE_PROJECT,
    'migrations/four.ts': migrationText('c3a14d66e2f7', null, "branchLabels: ['stock'],\n  upgrade: []"),
    'migrations/five.ts': migrationText('d4b25e77f308', null, "branchLabels: ['reports'],\n  upgrade: []"),
  },
};

/** What is in the database, where there must be something. */
const DATABASES: { readonly [command: string]: string } = { baseline: 'CREATE TABLE account (id integer); CREATE TABLE flyway_schema_history (id integer)' };

/** Commands that are run once in a project. */
const ONCE: readonly string[] = ['baseline'];

function exampleProject(id: string): string {
  const cwd = makeProject(EXAMPLE_PROJECTS[id] ?? EXAMPLE_PROJECT);
  const sql = DATABASES[id];
  if (sql === undefined) return cwd;
  const database = new sqlite.Database(join(cwd, 'shop.db'));
  database.exec(sql);
  database.close();
  return cwd;
}

const manifest = JSON.parse(readFileSync(new URL('../../oclif.manifest.json', import.meta.url), 'utf8'));

interface WithExamples {
  readonly examples: readonly { readonly command: string }[];
}

for (const [id, { examples }] of Object.entries<WithExamples>(manifest.commands)) {
  test(`the examples of ${id} work, one after the other`, () => {
    let cwd = exampleProject(id);
    const path = makeProject({});
    symlinkSync(BIN, join(path, 'migsql'));
    mkdirSync(join(path, 'cache'));
    const PATH = `${path}${delimiter}${process.env['PATH']}`;
    const env = { ...process.env, PATH, XDG_CACHE_HOME: join(path, 'cache'), VISUAL: '', EDITOR: 'true', HOME: path };
    for (const { command } of examples) {
      const line = command.replaceAll('<%= config.bin %>', 'migsql').replaceAll('<%= command.id %>', id);
      const { status, stderr } = spawnSync('sh', ['-c', line], { cwd, env, encoding: 'utf8' });
      assert.is(status, 0, `${line}\n${stderr}`);
      if (ONCE.includes(id)) cwd = exampleProject(id);
    }
  });
}

test.run();
