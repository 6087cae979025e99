/** Schemas under other names: everywhere that an op names one, nowhere else, and in a real database. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addColumn, alterColumn, bulkInsert, column, createSchema, createTable, createView, dropSchema, execute, foreignKey, grant, json, literal,
  name, nextValue, onlyIf, raw, sql, types, updateRows,
} from '../../src/authoring.ts';
import type { Op } from '../../src/ops/index.ts';
import { schemaInText, withSchemas } from '../../src/ops/map-schemas.ts';
import { CASES } from '../dialects/cases.ts';
import { migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';
import { createDatabase, isReachable } from '../support/servers.ts';

const MAP = { sales: 'tenant_a' };
const inSales = (table: string) => ({ schema: 'sales', name: table });

const test = suite('withSchemas');

test('every case that names the schema names the other one, and is else the same', () => {
  const ops: readonly Op[] = Object.values(CASES).flatMap((cases) => Object.values<Op>(cases));
  const naming = ops.filter((op) => JSON.stringify(op).includes('"sales"'));
  assert.ok(naming.length >= 7, `${naming.length} cases`);
  for (const op of ops) {
    const mapped = withSchemas(op, MAP);
    assert.not.match(JSON.stringify(mapped), '"sales"');
    assert.equal(withSchemas(mapped, { tenant_a: 'sales' }), op);
    assert.equal(withSchemas(op, { nosuch: 'x' }), op);
  }
});

test('wherever a name can stand', () => {
  for (const op of [
    createTable(inSales('t'), [
      column('a', types.enum('mood', ['x'], { schema: 'sales' })),
      column('b', types.integer(), { default: nextValue(inSales('s')) }),
      foreignKey(['b'], inSales('u'), ['id']),
    ]),
    alterColumn(inSales('t'), 'a', { default: sql`${literal('x', types.enum('mood', ['x'], { schema: 'sales' }))}` }),
    createSchema('sales'),
    dropSchema('sales'),
    grant(['usage'], { schema: 'sales' }, 'app'),
    grant(['select'], inSales('t'), 'app'),
    createView(inSales('v'), sql`SELECT ${name('sales', 't', 'a')} FROM ${name(inSales('t'))}`),
    onlyIf(sql`EXISTS (SELECT 1 FROM ${name(inSales('t'))})`, [createSchema('sales'), addColumn(inSales('t'), column('c', types.text()))]),
    updateRows(inSales('t'), { schema: sql`(SELECT a FROM ${name('sales', 'u')})` }, null, { types: { schema: types.enum('mood', ['x'], { schema: 'sales' }) } }),
  ]) {
    assert.not.match(JSON.stringify(withSchemas(op, MAP)), '"sales"', JSON.stringify(withSchemas(op, MAP)));
    assert.is(schemaInText(op, MAP), undefined);
  }
});

test('values, columns and objects of that name stay', () => {
  for (const op of [
    updateRows('t', { schema: 'sales', name: 'sales', sql: 'sales.x', json: 'sales', literal: 'sales' }, sql`${name('sales')} = ${literal('sales')}`),
    bulkInsert('t', [{ schema: 'sales', doc: json({ schema: 'sales', name: 'x', sql: 'sales.x' }) }]),
    createTable('sales', [column('sales', types.json(), { default: json({ schema: 'sales' }), comment: 'sales.t' })]),
  ]) {
    assert.equal(withSchemas(op, MAP), op);
    assert.is(schemaInText(op, MAP), undefined);
  }
});

test('text that names the schema is found, and what only looks like it is not', () => {
  for (const text of [
    'DELETE FROM sales.t', 'DELETE FROM "sales" . t', 'DELETE FROM [sales].[t]', 'DELETE FROM `sales`.t', 'DELETE FROM SALES.T',
    "SELECT 'sales.t'::regclass", 'CREATE SCHEMA sales', 'SET search_path TO app, sales', 'GRANT ALL ON ALL TABLES IN SCHEMA "sales" TO x',
  ]) {
    assert.is(schemaInText(execute(text), MAP), 'sales', text);
  }
  for (const text of ['DELETE FROM sales', 'GRANT SELECT ON t TO sales', 'SELECT presales.x, sales_.x FROM t', 'SELECT 1']) {
    assert.is(schemaInText(execute(text), MAP), undefined, text);
  }
  assert.is(schemaInText(execute(sql`DELETE FROM ${raw('sales.')}${name('t')}`), MAP), 'sales');
  assert.is(schemaInText(addColumn('t', column('a', types.native('sales.citext'))), MAP), 'sales');
});

test.run();

const tenants = suite('a schema map');

const config = (schema: string): string =>
  JSON.stringify({ dialect: 'postgresql', versionTable: { schema: 'app', name: 'heads' }, schemaMap: { app: schema } });

const project = makeProject({
  'a.config.json': config('tenant_a'),
  'b.config.json': config('tenant b'),
  'migrations/a.ts': `import { migration, createTable, createEnum, createIndex, createView, column, foreignKey, execute, name, primaryKey, sql, types } from 'migsql';
const app = (table: string) => ({ schema: 'app', name: table });
export default migration({ id: 'aaaa1111', revises: null, upgrade: [
  createEnum(app('mood'), ['sad', 'glad']),
  createTable(app('account'), [column('id', types.integer(), { nullable: false }), column('mood', types.enum('mood', ['sad', 'glad'], { schema: 'app' })), primaryKey(['id'])]),
  createTable(app('entry'), [column('account', types.integer()), foreignKey(['account'], app('account'), ['id'])]),
  createIndex('ix_entry', app('entry'), ['account']),
  createView(app('glad'), sql\`SELECT id FROM \${name(app('account'))} WHERE mood = 'glad'\`),
  execute(sql\`INSERT INTO \${name('app', 'account')} VALUES (1, 'glad')\`, { reverse: sql\`DELETE FROM \${name('app', 'account')}\` }),
] });
`,
});

if (isReachable('postgresql')) {
  tenants('brings two tenants of one database up, each by itself, and one down', () => {
    const database = createDatabase('postgresql');
    database.run('CREATE SCHEMA tenant_a; CREATE SCHEMA "tenant b";');
    const render = (which: string, range: string): string => {
      const { status, stdout, stderr } = run(['render', range, '--config', `${which}.config.json`, '--no-progress'], { cwd: project });
      assert.equal([status, stderr], [0, '']);
      return stdout;
    };
    for (const which of ['a', 'b']) database.run(render(which, 'head'));
    const tables = (): string => database.query("SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname !~ '^(pg_|information)' ORDER BY 1").join();
    const ofB = 'tenant b.account,tenant b.entry,tenant b.heads';
    assert.is(tables(), `tenant b.account,tenant b.entry,tenant b.heads,tenant_a.account,tenant_a.entry,tenant_a.heads`);
    assert.equal(database.query('SELECT a.id, b.id FROM tenant_a.glad a, "tenant b".glad b'), [['1', '1']]);
    database.run(render('a', 'head:base'));
    assert.is(tables(), `${ofB},tenant_a.heads`);
  });
}

tenants('text that names a schema is an error at its op, up and down', () => {
  const cwd = makeProject({
    'migsql.config.json': '{ "dialect": "postgresql", "schemaMap": { "app": "t" } }',
    'migrations/a.ts': migrationText('aaaa1111', null, "upgrade: [\n    execute('DELETE FROM app.account', { reverse: 'SELECT 1' }),\n  ]"),
    'migrations/b.sql': '-- id: bbbb2222\n-- revises: aaaa1111\n-- migsql:upgrade\nSELECT 1;\n-- migsql:downgrade\nUPDATE app.x SET a = 1;\n',
  });
  const up = run(['render', 'head'], { cwd });
  assert.is(up.status, 1);
  assert.match(up.stderr, /^migrations\/a\.ts:7:5: error: execute: hand-written SQL names 'app', .*\[unmapped-schema\]\n  Write it as a name, .*\$\{name\('app', '…'\)\}/);
  assert.match(run(['render', 'head:aaaa'], { cwd }).stderr, /^migrations\/b\.sql:6.*unmapped-schema/);
});

tenants('what is SQL for a database is in its schemas, and what is read by the project in those of the migrations', () => {
  const out = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = run([...args, '--config', 'a.config.json'], { cwd: project });
    assert.equal([status, stderr], [0, ''], args.join(' '));
    return stdout;
  };
  for (const sqlText of [out('schema'), out('diff', 'base', 'head', '--sql')]) {
    assert.match(sqlText, 'CREATE TABLE tenant_a.entry');
    assert.match(sqlText, 'FROM tenant_a.account WHERE');
    assert.not.match(sqlText, /\bapp\b/);
  }
  assert.match(out('diff', 'head', 'base', '--sql'), 'DROP TABLE tenant_a.entry;');
  for (const text of [out('schema', '--format', 'ts'), out('schema', '--format', 'json'), out('diff', 'base', 'head'), out('blame', 'app.account')]) {
    assert.not.match(text, 'tenant_a');
  }
});

tenants('text that names a schema is no SQL for a database', () => {
  const cwd = makeProject({
    'migsql.config.json': '{ "dialect": "postgresql", "schemaMap": { "app": "t" } }',
    'migrations/a.sql': '-- id: aaaa1111\n-- revises: base\n-- migsql:upgrade\nCREATE TABLE app.t (id integer);\nCREATE VIEW app.v AS SELECT id FROM app.t;\n-- migsql:downgrade\n-- migsql:irreversible no\n'.replace('-- migsql:downgrade\n', ''),
  });
  const { status, stderr } = run(['schema'], { cwd });
  assert.is(status, 1);
  assert.match(stderr, /createView: hand-written SQL names 'app', .*\[unmapped-schema\]/);
});

tenants.run();
