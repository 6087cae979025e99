/** Variables of the config: typed, said where a script is rendered, shown in it, and never part of what is evaluated. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';
import { ENGINES, createDatabase, isReachable } from '../support/servers.ts';

const MIGRATION = `import { migration, createTable, bulkInsert, updateRows, column, sql, types, variable } from 'migsql';
export default migration({ id: 'aaaa1111', revises: null, upgrade: [
  createTable('t', [column('id', types.integer()), column('label', types.string(60), { default: variable('label') }), column('wide', types.boolean())]),
  bulkInsert('t', [{ id: 1, label: variable('label'), wide: variable('wide') }, { id: variable('batch'), label: 'x', wide: null }]),
  updateRows('t', { label: variable('label') }, sql\`id = \${variable('batch')}\`),
], downgrade: [] });
`;
const VARIABLES = { batch: { type: 'integer', default: 100 }, label: { type: 'text' }, wide: { type: 'boolean', default: false } };

const project = (variables: object = VARIABLES, more: object = {}): string =>
  makeProject({ 'migsql.config.json': JSON.stringify({ dialect: 'sqlite', variables, ...more }), 'migrations/a.ts': MIGRATION });

const test = suite('variables');

for (const engine of ENGINES.filter(isReachable)) {
  test(`are literals of their type wherever a fragment stands: ${engine}`, () => {
    const args = ['render', 'head', '-d', engine, '--no-progress', '-v', "label=it's; DROP TABLE t; --", '--variable', 'batch=7', '-v', 'wide=true'];
    const { status, stdout, stderr } = run(args, { cwd: project() });
    assert.equal([status, stderr], [0, '']);
    const database = createDatabase(engine);
    database.run(stdout);
    const truth = engine === 'postgresql' ? 't' : '1';
    assert.equal(database.query('SELECT id, label, wide FROM t ORDER BY id'), [
      ['1', "it's; DROP TABLE t; --", truth],
      ['7', "it's; DROP TABLE t; --", 'NULL'],
    ]);
  });
}

const SQL = `-- id: bbbb2222
-- revises: aaaa1111
-- variables: label, batch, wide
-- migsql:upgrade
CREATE TABLE u (id integer, label varchar(80), wide boolean);
INSERT INTO u (id, label, wide) VALUES (:{batch}, :{label}, :{wide}), (10-:{batch}, NULL, NULL); -- not :{label}
-- migsql:downgrade
DELETE FROM u WHERE label = :{label};
DROP TABLE u;
`;

for (const engine of ENGINES.filter(isReachable)) {
  test(`are literals in .sql migrations, and never text: ${engine}`, () => {
    const cwd = project();
    writeFileSync(join(cwd, 'migrations/b.sql'), SQL);
    const label = "it's; DROP TABLE t; --\n\\');\\n :{batch} $1 ? &x :x $(x)";
    const args = ['-d', engine, '--no-progress', '-v', `label=${label}`, '-v', 'batch=-7', '-v', 'wide=true'];
    const database = createDatabase(engine);
    const scripted = (range: string): string => database.run(run(['render', range, ...args], { cwd }).stdout);
    scripted('head');
    const hex = { postgresql: "encode(convert_to(label, 'UTF8'), 'hex')", mariadb: 'lower(hex(label))', sqlite: 'lower(hex(label))' }[engine];
    assert.equal(database.query(`SELECT id, ${hex}, wide FROM u WHERE label IS NOT NULL`), [
      ['-7', Buffer.from(label).toString('hex'), engine === 'postgresql' ? 't' : '1'],
    ]);
    assert.equal(database.query('SELECT id FROM u WHERE label IS NULL'), [['17']]);
    scripted('head:aaaa');
  });
}

test('a .sql migration names one that has no value, or none', () => {
  const cwd = project({ batch: VARIABLES.batch, wide: VARIABLES.wide });
  writeFileSync(join(cwd, 'migrations/b.sql'), SQL);
  writeFileSync(join(cwd, 'migrations/a.ts'), migrationText('aaaa1111', null));
  const { status, stderr } = run(['render', 'head'], { cwd });
  assert.is(status, 1);
  assert.match(stderr, /^migrations\/b\.sql:5: error: execute on sqlite: the variable 'label' has no value \[refused\]\n  Say it with --variable label=VALUE/);
  writeFileSync(join(cwd, 'migrations/b.sql'), SQL.replace(':{label}, :{wide}', ':{lable}, :{wide}'));
  assert.match(run(['render', 'head'], { cwd }).stderr, /^migrations\/b\.sql:6:51: error: ':\{lable\}' is no variable of the file \[invalid-sql-variable\]\n  Did you mean :\{label\}\?/);
});

test('are in the header and in the plan, and what is evaluated does not depend on them', () => {
  const cwd = project();
  const text = run(['render', 'head', '-v', 'label=one\ntwo'], { cwd }).stdout;
  assert.match(text, '--\n-- variables\n--   batch = 100\n--   label = "one\\ntwo"\n--   wide = false\n');
  const plan = (...args: readonly string[]) => JSON.parse(run(['render', 'head', '--json', ...args], { cwd }).stdout);
  const [one, two] = [plan('-v', 'label=a'), plan('-v', 'label=b')];
  assert.equal([one.variables, two.variables], [{ batch: 100, label: 'a', wide: false }, { batch: 100, label: 'b', wide: false }]);
  assert.equal([one.steps[0].sha256, one.steps[0].imports], [two.steps[0].sha256, two.steps[0].imports]);
  assert.not.match(run(['render', 'head'], { cwd: makeProject({ 'migsql.config.json': '{"dialect":"sqlite"}', 'migrations/a.ts': migrationText('a1', null) }) }).stdout, 'variables');
});

test('come from the environment where the config says so', () => {
  const cwd = project({ ...VARIABLES, label: { type: 'text', default: { $env: 'MIGSQL_LABEL' } }, batch: { type: 'integer', default: { $env: 'MIGSQL_BATCH', default: '3' } } });
  const { variables } = JSON.parse(run(['render', 'head', '--json'], { cwd, env: { MIGSQL_LABEL: 'env' } }).stdout);
  assert.equal(variables, { batch: 3, label: 'env', wide: false });
  const wrong = run(['render', 'head'], { cwd, env: { MIGSQL_LABEL: 'env', MIGSQL_BATCH: 's3cret' } });
  assert.is(wrong.status, 1);
  assert.match(wrong.stderr, 'variables.batch.default: must be of the type [invalid-config]\n  Correct the value of MIGSQL_BATCH.');
  assert.not.match(wrong.stderr, 's3cret');
});

test('that are missing, unknown or of another type are said', () => {
  const cwd = project();
  const missing = run(['render', 'head'], { cwd });
  assert.is(missing.status, 1);
  assert.match(missing.stderr, /^migrations\/a\.ts:3:3: error: createTable on sqlite: the variable 'label' has no value \[refused\]\n  Say it with --variable label=VALUE, or give it a default/);
  for (const [given, message] of [
    ['batsh=1', "--variable batsh=1: is no variable of the config [invalid-variable]\n  Did you mean batch?"],
    ['batch=1.5', '--variable batch=1.5: must be of type integer'],
    ['batch=', '--variable batch=: must be of type integer'],
    ['wide=yes', '--variable wide=yes: must be of type boolean'],
    ['toString=1', 'is no variable of the config'],
    ['label', 'is not NAME=VALUE'],
  ] as const) {
    const { status, stdout, stderr } = run(['heads', '--variable', given], { cwd });
    assert.equal([status, stdout], [2, ''], given);
    assert.match(stderr, message);
  }
  for (const [variables, message] of [
    [{ 'a b': { type: 'text' } }, 'variables["a b"]: is no name of a variable'],
    [{ a: { type: 'int' } }, 'variables.a.type: must be one of text, integer, number, boolean, not "int"'],
    [{ a: { type: 'text', defualt: 'x' } }, 'variables.a.defualt: no such key [invalid-config]\n  Did you mean default?'],
    [{ a: { type: 'integer', default: 'x' } }, 'variables.a.default: must be of the type'],
    [{ a: { type: 'text', default: 1 } }, 'variables.a.default: must be of the type'],
  ] as const) {
    assert.match(run(['heads'], { cwd: project(variables) }).stderr, message);
  }
});

test('hand-written SQL that has no text is told of wherever it is read, all of it', () => {
  const ops = "execute(sql`UPDATE t SET a = ${variable('label')}`), execute({ mysql: 'UPDATE t SET a = 1' })";
  const cwd = makeProject({
    'migsql.config.json': JSON.stringify({ dialect: 'postgresql', variables: VARIABLES }),
    'migrations/a.ts': `import { migration, execute, sql, variable } from 'migsql';\nexport default migration({ id: 'a1', revises: null, upgrade: [${ops}], downgrade: [] });\n`,
  });
  for (const args of [['render', 'head'], ['schema'], ['diff', 'base', 'head'], ['blame', 't'], ['prove'], ['snapshot'], ['show', 'head', '-d', 'postgresql']]) {
    const { status, stdout, stderr } = run(args, { cwd });
    assert.equal([status, stdout], [1, ''], args.join(' '));
    assert.match(stderr, /^migrations\/a\.ts:2:\d+: error: execute on postgresql: the variable 'label' has no value \[refused\]\n  Say it with --variable label=VALUE/);
    assert.match(stderr, /^migrations\/a\.ts:2:\d+: error: execute on postgresql: no SQL is given for PostgreSQL \[refused\]/m);
  }
  assert.match(run(['check'], { cwd }).stdout, /the variable 'label' has no value \[refused\][^]*2 problems \(compile/);
  const shown = (...args: readonly string[]): string => run(['show', 'head', ...args], { cwd }).stdout;
  assert.match(shown(), 'upgrade:        execute SQL: UPDATE t SET a … ');
  assert.not.match(shown(), 'update t, every row');
  assert.match(shown('--variable', 'label=x'), 'update t, every row');
});

test('are the same in a migration and in the schema that is wanted', () => {
  const made = (text: string): string => `import { migration, createTable, column, types, variable } from 'migsql';\n${text}\n`;
  const table = "createTable('t', [column('a', types.integer(), { default: variable('batch') })])";
  const cwd = makeProject({
    'migsql.config.json': JSON.stringify({ dialect: 'sqlite', variables: VARIABLES, schema: 'schema.ts' }),
    'migrations/a.ts': made(`export default migration({ id: 'a1', revises: null, upgrade: [${table}] });`),
    'schema.ts': made(`export default [${table}];`),
  });
  assert.match(run(['revision', '--autogenerate', '-m', 'x'], { cwd }).stdout, /^nothing to do/);
  assert.match(run(['schema'], { cwd }).stdout, 'DEFAULT (100)');
});

test('are given to templates of migrations', () => {
  const cwd = makeProject({
    'migsql.config.json': JSON.stringify({ variables: VARIABLES, templates: 'own' }),
    'migrations/.gitkeep': '',
    'own/migration/migration.sql.hbs': '-- id: {{id}}\n-- revises: {{revises}}\n-- migsql:upgrade\nSELECT {{variables.batch}};\n-- migsql:downgrade\n',
  });
  assert.is(run(['revision', '--sql', '--id', 'a1', '-m', 'x'], { cwd }).status, 0);
  assert.match(run(['render', 'a1', '-d', 'sqlite'], { cwd }).stdout, 'SELECT 100;');
});

test.run();
