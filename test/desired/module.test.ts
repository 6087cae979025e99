/** The wanted schema as a TypeScript module of definitions. */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { compare } from '../../src/diagnostics.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { longestName } from '../../src/dialects/server.ts';
import { type Op, evolve, reverse, source } from '../../src/ops/index.ts';
import { DEFAULT_NAMING, named } from '../../src/ops/naming.ts';
import { EMPTY_SCHEMA, type SchemaModel, findTable, viewOf } from '../../src/schema/model.ts';
import type { SchemaObject } from '../../src/schema/object.ts';
import type { Table } from '../../src/schema/table.ts';
import { load, problemsOf } from '../support/desired.ts';
import { validSequences } from '../support/random-migrations.ts';
import { layout } from '../../src/typescript/index.ts';
import { tries } from '../support/scale.ts';

const IMPORT = `import { ${Object.keys(m).join(', ')} } from 'migsql';\n`;
const module = (...definitions: readonly string[]): string => `${IMPORT}export default [\n${definitions.join(',\n')},\n];\n`;

const ACCOUNT = "createTable('account', [column('id', types.bigint(), { primaryKey: true }), column('email', types.text())])";

const reading = suite('a schema in TypeScript');

reading('gives the model that its definitions make, each named and placed', async () => {
  const { model, ops } = await load({
    'schema.ts': module(
      ACCOUNT,
      "createIndex(null, 'account', ['email'], { unique: true })",
      "createEnum('mood', ['good', 'bad'])",
    ),
  });
  assert.equal(findTable(model, { name: 'account' }), {
    name: { name: 'account' },
    columns: [
      { name: 'id', type: { type: 'bigint' }, nullable: false },
      { name: 'email', type: { type: 'text' }, nullable: true },
    ],
    constraints: [{ kind: 'primaryKey', columns: ['id'], name: 'pk_account' }],
    indexes: [{ keys: [{ column: 'email' }], unique: true, name: 'ix_account_email' }],
  });
  assert.equal([...model.objects.values()], [{ kind: 'enum', name: { name: 'mood' }, values: ['good', 'bad'] }]);
  assert.equal(ops.map(({ op, origin }) => [op, origin?.file, origin?.line]), [
    ['createTable', 'schema.ts', 3],
    ['createEnum', 'schema.ts', 5],
    ['createIndex', 'schema.ts', 4],
  ]);
});

reading('is split over files: by imports, by a list, by a folder', async () => {
  const parts = {
    'db/accounts.ts': module(ACCOUNT),
    'db/orders.ts': module("createTable('order', [column('account_id', types.bigint(), { references: references('account', 'id') })])"),
    'db/_helpers.ts': 'export const unused = 1;',
  };
  const spread = { ...parts, 'db/all.ts': "import a from './accounts.ts';\nimport o from './orders';\nexport default [...o, ...a];" };
  const names = async (files: Record<string, string>, schema: readonly string[]): Promise<readonly string[]> => {
    const { ops } = await load(files, { schema });
    return ops.map(({ origin }) => origin!.file).sort();
  };
  const both = ['db/accounts.ts', 'db/orders.ts'];
  assert.equal(await names(spread, ['db/all.ts']), both);
  assert.equal(await names(parts, both), both);
  assert.equal(await names(parts, ['db']), both);
});

reading('means other things for other databases where it says so', async () => {
  const files = { 'schema.ts': module(ACCOUNT, "forDialect({ postgresql: [createEnum('mood', ['good'])], default: [] })") };
  assert.is((await load(files)).ops.length, 2);
  assert.is((await load(files, { dialect: 'sqlite' })).ops.length, 1);
});

/** What undoes the removal of everything makes everything. */
function definitionsOf(model: SchemaModel): readonly Op[] {
  const removals = [
    ...[...model.tables.values()].map(({ name }) => m.dropTable(name)),
    ...[...model.objects.values()].filter(({ kind }) => kind !== 'trigger').map(removalOf),
  ];
  return removals.flatMap((op) => {
    const back = reverse(op, viewOf(model));
    if ('irreversible' in back) throw new Error(back.irreversible);
    return back;
  });
}

function removalOf({ kind, name }: SchemaObject): Op {
  if (kind === 'view') return m.dropView(name);
  if (kind === 'sequence') return m.dropSequence(name);
  return m.dropEnum(name);
}

const withNames = (op: Op): Op => named(op, DEFAULT_NAMING, longestName(DIALECTS.postgresql));

/** A constraint whose rows are not checked comes after its table, and with it after the others. */
const byName = ({ constraints, ...table }: Table): object => ({
  ...table,
  constraints: [...constraints].sort((a, b) => compare(a.name ?? '', b.name ?? '')),
});

const plain = ({ tables, objects }: SchemaModel): unknown => JSON.parse(JSON.stringify([tables.map(byName), objects]));

reading('any model is the same when it is written as a module and read', async () => {
  await fc.assert(
    fc.asyncProperty(validSequences('postgresql', 30, withNames), async (changes) => {
      const model = changes.reduce(evolve, EMPTY_SCHEMA);
      const definitions = definitionsOf(model);
      fc.pre(definitions.length > 0);
      const read = await load({ 'schema.ts': module(...definitions.map((op) => layout(source(op)))) });
      assert.equal(plain(read.model), plain(model));
    }),
    tries(15),
  );
});

reading.run();

const mistakes = suite('mistakes in a schema in TypeScript');

mistakes('all of several files are reported in one run', async () => {
  const files = {
    'a.ts': `${IMPORT}export default [\n  createTable('t', [column('id', types.bigint())],\n];`,
    'b.ts': `${IMPORT}export const table = 1;`,
    'c.ts': `${IMPORT}export default createTable('t', [column('id', types.bigint())]);`,
    'd.ts': module('[1]', "createTable('t', [])"),
    'e.yaml': '',
  };
  assert.equal(await problemsOf(files, { schema: [...Object.keys(files), 'f.ts', 'g'] }), [
    "the schema 'f.ts' cannot be read: it does not exist [missing-schema]\n  Write it, or correct 'schema' in the config file.",
    "the schema 'g' cannot be read: it does not exist [missing-schema]\n  Write it, or correct 'schema' in the config file.",
    'a.ts:4:1: Unexpected token [syntax-error]\n  Correct the syntax of the file.',
    'b.ts: the file has no default export [no-default-export]\n  Write export default ….',
    'c.ts: expected the default export to be a list of definitions, got {"op":"createTable","table":{"name":"t"},"columns":[{"name"… [invalid-schema]\n' +
      '  Write export default [table(…), …]; lists of other files are spread into it.',
    "d.ts: expected an op, got [1] [not-an-op]\n  Build ops with migsql's functions: createTable(…), addColumn(…), execute(…).",
    "d.ts:4:1: createTable: columns: expected at least one column [invalid-op]\n  See 'createTable' in docs/ops.md for what it takes.",
    "e.yaml: a schema cannot be read from a file that ends in '.yaml' [unknown-schema-kind]\n" +
      '  Name one that ends in .sql, .ts, .mts, .js, .mjs, or say its kind in the config file: schema: { file, kind }.',
  ]);
});

mistakes('names that are taken', async () => {
  const twice = module(
    ACCOUNT,
    ACCOUNT,
    "createEnum('account', ['a'])",
    "createEnum('account', ['b'])",
    "createView({ schema: 's', name: 'v' }, 'SELECT 1')",
    "createView({ schema: 's', name: 'v' }, 'SELECT 2')",
    "createSequence('n')",
    "createSequence('n', { ifNotExists: true })",
    "createSchema('x')",
    "createSchema('x')",
    "createFunction('f', '() RETURNS int', { signature: 'int' })",
    "createFunction('f', '() RETURNS int', { signature: 'text' })",
    "createFunction('f', '() RETURNS text', { signature: 'text' })",
    "createTable('u', [column('a', types.text()), index(['a'], { name: 'x' }), unique(['a'], { name: 'x' }), index(['a'], { name: 'x' })])",
    "createTrigger('r', 'u', 'AFTER UPDATE')",
    "createTrigger('r', 'u', 'AFTER DELETE')",
    "createIndex('x', 'u', ['a'])",
  );
  const hint = '[defined-twice]\n  Give one of them another name, or take it away.';
  assert.equal(await problemsOf({ 'schema.ts': twice }), [
    `schema.ts:4:1: table 'account' is defined twice, first at schema.ts:3:1 ${hint}`,
    `schema.ts:6:1: enum type 'account' is defined twice, first at schema.ts:5:1 ${hint}`,
    `schema.ts:8:1: view 's.v' is defined twice, first at schema.ts:7:1 ${hint}`,
    `schema.ts:10:1: sequence 'n' is defined twice, first at schema.ts:9:1 ${hint}`,
    `schema.ts:12:1: schema 'x' is defined twice, first at schema.ts:11:1 ${hint}`,
    `schema.ts:15:1: function 'f' is defined twice, first at schema.ts:14:1 ${hint}`,
    `schema.ts:16:1: index 'x' is defined twice, first at schema.ts:16:1 ${hint}`,
    `schema.ts:18:1: trigger 'r' is defined twice, first at schema.ts:17:1 ${hint}`,
    "schema.ts:19:1: createIndex: index 'x' is there already [in-schema-already]\n  Choose another name, or drop the other one first.",
  ]);
});

mistakes('names that lead nowhere', async () => {
  const dangling = module(
    ACCOUNT,
    "createTable('a', [column('account_id', types.bigint()), foreignKey(['account_id'], 'acount', ['id'])])",
    "createTable('b', [column('account_id', types.bigint()), foreignKey(['account_id'], 'account', ['idd'])])",
    "createTable('c', [column('id', types.bigint()), primaryKey(['ident'])])",
    "createIndex('x', 'account', ['mail'])",
    "createIndex('y', 'acct', ['id'])",
    "addConstraint('account', foreignKey(['email'], { schema: 's', name: 'mails' }, ['address']))",
    "addConstraint('account', foreignKey(['email'], 'account', ['address']))",
    "createTrigger('r', 'v', 'INSTEAD OF UPDATE')",
    "createView('v', 'SELECT 1')",
  );
  assert.equal((await problemsOf({ 'schema.ts': dangling.replace(/^createTable\('c'.*\n/m, '') })).map((each) => each.replace(/\n/g, '')), [
    "schema.ts:4:1: foreign key of a (account_id): there is no table 'acount' in the schema [not-defined]  Did you mean account?",
    "schema.ts:5:1: foreign key of b (account_id): table account has no column 'idd' [not-in-schema]  Did you mean id?",
    "schema.ts:6:1: createIndex: table account has no column 'mail' [not-in-schema]  Did you mean email?",
    "schema.ts:7:1: createIndex: there is no table 'acct' in the schema [not-defined]  Did you mean account?",
    "schema.ts:8:1: foreign key of account (email): there is no table 's.mails' in the schema [not-defined]  It has a, account, b; define it, or correct the name.",
    "schema.ts:9:1: addConstraint: table account has no column 'address' [not-in-schema]  It has id, email.",
  ]);
  assert.equal(await problemsOf({ 'schema.ts': dangling }), [
    "schema.ts:6:1: createTable: a key or an index names 'ident', which is no column of the table [invalid-op]\n" +
      "  See 'createTable' in docs/ops.md for what it takes.",
  ]);
});

mistakes('ops that define nothing', async () => {
  const found = await problemsOf({ 'schema.ts': module(ACCOUNT, "bulkInsert('account', [{ id: 1 }])", "dropTable('account')") });
  const hint = '[no-definition]\n  A schema says what is there in the end; what changes, fills or removes something belongs in a migration.';
  assert.equal(found, [
    `schema.ts:4:1: bulkInsert (insert 1 row into account) defines nothing ${hint}`,
    `schema.ts:5:1: dropTable (drop table account) defines nothing ${hint}`,
  ]);
});

mistakes('a database that a definition has no case for', async () => {
  const found = await problemsOf({ 'schema.ts': module('forDialect({ mssql: [] })') });
  assert.equal(found.map((each) => each.split('\n')[0]), ['schema.ts:3:1: nothing is given for postgresql here [no-case-for-dialect]']);
});

mistakes('a place that migsql did not write', async () => {
  const found = await problemsOf({ 'schema.ts': module(`{ ...${ACCOUNT}, origin: { file: '/etc/passwd', line: 1 } }`) });
  assert.equal(found.map((each) => each.split('\n')[0]), ['schema.ts: createTable: origin: migsql writes it; leave it out [invalid-op]']);
});

mistakes.run();
