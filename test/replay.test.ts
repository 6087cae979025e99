/** The schema at a revision: what hand-written SQL does to it, and who made what. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openProject } from '../src/compiler.ts';
import { findConfig, loadConfig } from '../src/config.ts';
import { inOwnSchemas } from '../src/own-schemas.ts';
import { replay, schemaAt } from '../src/replay.ts';
import { revisionsUpTo } from '../src/revisions/index.ts';
import type { SchemaModel } from '../src/schema/model.ts';
import { partsOf } from '../src/ops/parts.ts';
import type { DialectName } from '../src/sql/dialect-name.ts';
import { migrationText } from './support/cli.ts';
import { makeProject } from './support/project.ts';

async function modelOf(files: { readonly [name: string]: string }, at = 'heads', dialect: DialectName = 'postgresql'): Promise<SchemaModel> {
  const entries = Object.entries(files).map(([name, text]) => [`migrations/${name}`, text]);
  const root = makeProject({ 'migsql.config.json': '{ "cache": false }', ...Object.fromEntries(entries) });
  return schemaAt(await openProject(await loadConfig(findConfig(root))), at, dialect);
}

/** `column account.id a1 m.ts:7` for each part. */
const makers = (model: SchemaModel): readonly string[] =>
  partsOf(model).map(({ kind, name, node }) => {
    const maker = model.made.get(node);
    return `${kind} ${name} ${maker?.revision} ${maker?.place.file}:${maker?.place.line}`;
  });

const FIRST = migrationText(
  'a1',
  null,
  `upgrade: [
    createTable('account', [column('id', types.integer(), { primaryKey: true }), column('name', types.text())]),
    createTable('owner', [column('id', types.integer())]),
    createIndex('ix_name', 'account', ['name']),
  ]`,
);

const test = suite('who made what');

test('is the last op that changed a part, not one that only carried it along', async () => {
  const second = migrationText(
    'b2',
    'a1',
    `upgrade: [
    renameTable('account', 'customer'),
    addColumn('customer', column('age', types.integer())),
    alterColumn('customer', 'id', { comment: 'a number' }),
    alterColumn('customer', 'name', { name: 'full_name' }),
    dropTable('owner'),
  ]`,
  ).replace('migration,', 'migration, renameTable,');
  assert.equal(makers(await modelOf({ 'a.ts': FIRST, 'b.ts': second })), [
    'table customer b2 migrations/b.ts:7',
    'column customer.id b2 migrations/b.ts:9',
    'column customer.full_name b2 migrations/b.ts:10',
    'column customer.age b2 migrations/b.ts:8',
    // It was only carried along when another column was renamed.
    'primary key customer.pk_account a1 migrations/a.ts:7',
    'index customer.ix_name b2 migrations/b.ts:10',
  ]);
});

test('of two tables that share their columns in the source is told apart', async () => {
  const shared = `import { migration, createTable, column, types } from 'migsql';
const columns = [column('id', types.integer())];
export default migration({
  id: 'a1',
  revises: null,
  upgrade: [
    createTable('one', columns),
    createTable('two', columns),
  ],
});
`;
  assert.equal(makers(await modelOf({ 'a.ts': shared })), [
    'table one a1 migrations/a.ts:7',
    'column one.id a1 migrations/a.ts:7',
    'table two a1 migrations/a.ts:8',
    'column two.id a1 migrations/a.ts:8',
  ]);
});

test('stops at the revision that is asked for', async () => {
  const second = migrationText('b2', 'a1', "upgrade: [dropTable('account')]");
  const model = await modelOf({ 'a.ts': FIRST, 'b.ts': second }, 'a1');
  assert.equal([...model.tables.keys()], ['account', 'owner']);
});

test.run();

const raw = suite('hand-written SQL');

const SQL = (body: string): string => `-- id: b2\n-- revises: a1\n-- title: by hand\n\n-- migsql:upgrade\n${body}\n-- migsql:downgrade\n`;

raw('makes, changes and drops what it says, at its own line', async () => {
  const body = 'CREATE TABLE ledger (\n  id bigint NOT NULL\n);\n\nALTER TABLE account ADD COLUMN age integer;\nDROP TABLE owner;';
  assert.equal(makers(await modelOf({ 'a.ts': FIRST, 'b.sql': SQL(body) })), [
    'table account a1 migrations/a.ts:7',
    'column account.id a1 migrations/a.ts:7',
    'column account.name a1 migrations/a.ts:7',
    'column account.age b2 migrations/b.sql:10',
    'primary key account.pk_account a1 migrations/a.ts:7',
    'index account.ix_name a1 migrations/a.ts:9',
    'table ledger b2 migrations/b.sql:6',
    'column ledger.id b2 migrations/b.sql:6',
  ]);
});

raw('that cannot be read leaves a name whose shape is not known, until it is described', async () => {
  const body = 'CREATE FOREIGN TABLE remote (id integer) SERVER other;';
  const model = await modelOf({ 'a.ts': FIRST, 'b.sql': SQL(body) });
  assert.equal(model.opaque.get('remote')?.place, { file: 'migrations/b.sql', line: 6 });
  const third = migrationText('c3', 'b2', "upgrade: [describesTable('remote', [column('id', types.integer())])]");
  const described = await modelOf({ 'a.ts': FIRST, 'b.sql': SQL(body), 'c.ts': third.replace('migration,', 'migration, describesTable,') });
  assert.not.ok(described.opaque.has('remote'));
  assert.ok(described.tables.has('remote'));
});

raw('of no consequence to the schema leaves it as it is', async () => {
  const before = await modelOf({ 'a.ts': FIRST });
  const after = await modelOf({ 'a.ts': FIRST, 'b.sql': SQL("UPDATE account SET name = 'x';\nINSERT INTO owner VALUES (1);") });
  assert.equal(makers(after), makers(before));
  assert.is(after.opaque.size + after.touched.size, 0);
});

raw.run();

const walk = suite('the schema before and after each revision');

walk('goes through the chain in the order in which it is applied', async () => {
  const root = makeProject({
    'migsql.config.json': '{ "cache": false }',
    'migrations/b.ts': migrationText('b2', 'a1', "upgrade: [dropTable('owner')]"),
    'migrations/a.ts': FIRST,
  });
  const { revisions } = await replay(await openProject(await loadConfig(findConfig(root))), 'heads', 'postgresql');
  assert.equal(
    revisions.map(({ migration, before, after }) => [migration.id, before.model.tables.size, after.model.tables.size]),
    [['a1', 0, 2], ['b2', 2, 1]],
  );
});

walk.run();

const own = suite('a revision in a schema of its own');

own('has before it what it needs, whatever else is there, and the same schema however that is found', async () => {
  // Lines that part and meet, a base of its own, and one that depends on another line: each makes a table of its name.
  const parents: { readonly [id: string]: string } = {
    a: 'null', b: "'a'", c: "'a'", d: "'b'", e: "['c', 'd']", f: "'e'", g: "'c'", x: 'null', y: "'x'", h: "['f', 'y']", i: "'h'", j: "['g', 'i']", k: "'e'", l: "'k'",
  };
  const text = (id: string, revises: string): string =>
    `import { migration, createTable, column, types } from 'migsql';\nexport default migration({ id: '${id}', revises: ${revises},${id === 'y' ? " dependsOn: ['b']," : ''} upgrade: [createTable('${id}', [column('id', types.integer())])] });\n`;
  const root = makeProject({ 'migsql.config.json': '{ "cache": false }', ...Object.fromEntries(Object.entries(parents).map(([id, revises]) => [`migrations/${id}.ts`, text(id, revises)])) });
  const project = await openProject(await loadConfig(findConfig(root)));
  const revisions = inOwnSchemas(project.graph, await replay(project, 'heads', 'postgresql'));
  assert.is(revisions.length, Object.keys(parents).length);
  for (const { migration: { id }, before, after } of revisions) {
    const needed = revisionsUpTo(project.graph, id).map((node) => node.id);
    assert.equal([...after.model.tables.keys()].sort(), [...needed].sort(), id);
    assert.equal([...before.model.tables.keys()].sort(), needed.filter((each) => each !== id).sort(), id);
  }
});

own.run();
