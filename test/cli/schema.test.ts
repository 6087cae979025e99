/** The schema at the command line: schema, blame, diff, prove, check --schema and revision --autogenerate, as a user goes along. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';
import { hasTerminals, inTerminal } from '../support/terminal.ts';
import { typeErrors } from '../support/type-errors.ts';

type Files = { readonly [path: string]: string };

const CONFIG = '{ "dialect": "postgresql", "schema": "schema.ts" }';

const schema = (...definitions: readonly string[]): string =>
  `import { column, foreignKey, table, types } from 'migsql';\nexport default [\n${definitions.map((each) => `  ${each.replace(/^createTable/, 'table')},\n`).join('')}];\n`;

const ACCOUNT = "createTable('account', [column('id', types.integer(), { nullable: false, primaryKey: true }), column('mail', types.string(100))])";

const project = (files: Files): string => makeProject({ 'migsql.config.json': CONFIG, 'migrations/.gitkeep': '', ...files });

function ok(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = run(args, { cwd });
  assert.equal({ status, stderr }, { status: 0, stderr: '' }, args.join(' '));
  return stdout;
}

const autogenerate = suite('revision --autogenerate');

autogenerate('writes what is missing, and once it is written there is nothing to do', () => {
  const cwd = project({ 'schema.ts': schema(ACCOUNT) });
  const written = ok(['revision', '-m', 'accounts', '--autogenerate'], cwd);
  assert.match(written, /^wrote migrations\/[0-9a-f]{12}_accounts\.ts\n {2}create table account\n$/);
  assert.is(
    ok(['revision', '-m', 'again', '--autogenerate'], cwd),
    'nothing to do: the migrations make the schema that is wanted\n',
  );
  assert.is(ok(['check', '--schema'], cwd), 'postgresql: the migrations make the schema that is wanted\n');
  const [name = ''] = Object.keys(contents(join(cwd, 'migrations'))).filter((file) => file.endsWith('.ts'));
  assert.is(typeErrors({ [name]: readFileSync(join(cwd, 'migrations', name), 'utf8') }), '');
});

autogenerate('marks what may lose data, and asks for no name to be guessed', () => {
  const first = migrationText('a1', null, `upgrade: [${ACCOUNT}]`);
  const cwd = project({ 'schema.ts': schema(ACCOUNT.replace("'mail'", "'email'")), 'migrations/a.ts': first });
  const dropped = ok(['revision', '-m', 'guess', '--autogenerate', '--id', 'b2'], cwd);
  assert.match(dropped, /drop column account\.mail\n {4}Careful: [^\n]*'account\.mail'/);
  assert.match(readFileSync(join(cwd, 'migrations/b2_guess.ts'), 'utf8'), /\/\/ Careful: .*\n {4}dropColumn\('account', 'mail'\)/);
});

autogenerate('takes a name that is said', () => {
  const first = migrationText('a1', null, `upgrade: [${ACCOUNT}]`);
  const cwd = project({ 'schema.ts': schema(ACCOUNT.replace("'mail'", "'email'")), 'migrations/a.ts': first });
  const renamed = ok(['revision', '-m', 'said', '--autogenerate', '--id', 'b2', '--rename', 'account.mail=account.email'], cwd);
  assert.is(renamed, 'wrote migrations/b2_said.ts\n  alter column account.mail: rename to email\n');
  assert.is(ok(['diff', 'b2'], cwd), '');
});

if (hasTerminals) {
  autogenerate('asks a person at a terminal', () => {
    const first = migrationText('a1', null, `upgrade: [${ACCOUNT}]`);
    const files = { 'schema.ts': schema(ACCOUNT.replace("'mail'", "'email'")), 'migrations/a.ts': first };
    const answered = (input: string): string => inTerminal('revision -m asked --autogenerate --id b2', { cwd: project(files), input });
    const [yes, no] = [answered('y\n'), answered('n\n')];
    assert.match(yes, "'account.mail' is gone and 'account.email' is new. Is it the new name, so that its rows stay?");
    assert.match(yes, 'alter column account.mail: rename to email');
    assert.match(no, 'drop column account.mail');
  });
}

autogenerate('goes on from the head that is named', () => {
  const cwd = project({
    'schema.ts': schema(ACCOUNT),
    'migrations/a.ts': migrationText('a1', null),
    'migrations/b.ts': migrationText('b2', 'a1', `upgrade: [${ACCOUNT}]`),
    'migrations/c.ts': migrationText('c3', 'a1'),
  });
  assert.match(ok(['revision', '-m', 'on c', '--autogenerate', '--head', 'c3'], cwd), 'create table account');
  assert.is(
    ok(['revision', '-m', 'on b', '--autogenerate', '--head', 'b2'], cwd),
    'nothing to do: the migrations make the schema that is wanted\n',
  );
});

autogenerate('leaves out what the hook of the project does', () => {
  const cwd = makeProject({
    'migsql.config.json': '{ "dialect": "postgresql", "schema": "schema.ts", "autogenerate": "hook.ts" }',
    'migrations/a.ts': migrationText('a1', null, "upgrade: [createTable('tmp_import', [column('id', types.integer())])]"),
    'schema.ts': schema(ACCOUNT),
    'hook.ts': "export default (ops: readonly { readonly table?: { readonly name: string } }[]) =>\n  ops.filter(({ table }) => !table?.name.startsWith('tmp_'));\n",
  });
  assert.match(ok(['revision', '-m', 'accounts', '--autogenerate'], cwd), /^wrote [^\n]*\n {2}create table account\n$/);
  assert.match(ok(['check', '--schema'], cwd), 'the migrations make the schema that is wanted');
});

autogenerate('says what is wrong with the hook, in the hook', () => {
  const said = (hook: string | undefined): string => {
    const cwd = makeProject({
      'migsql.config.json': '{ "schema": "schema.ts", "autogenerate": "hook.ts" }',
      'migrations/.gitkeep': '',
      'schema.ts': schema(ACCOUNT),
      ...(hook !== undefined && { 'hook.ts': hook }),
    });
    const { status, stderr } = run(['revision', '-m', 'x', '--autogenerate'], { cwd });
    assert.is(status, 1);
    assert.equal(Object.keys(contents(join(cwd, 'migrations'))), ['.gitkeep']);
    return stderr.split('\n')[0] ?? '';
  };
  assert.match(said(undefined), /^hook\.ts: .* does not exist \[invalid-hook\]$/);
  assert.match(said('export const x = 1;'), /^hook\.ts: .* no function as its default export \[invalid-hook\]$/);
  assert.match(said('export default 7;'), /^hook\.ts: .* no function as its default export \[invalid-hook\]$/);
  assert.match(said('export default () => 7;'), /^hook\.ts: .*\[not-an-op\]$/);
  assert.match(said("\nexport default () => { throw new Error('no'); };"), /^hook\.ts:2:\d+: .*\[evaluation-failed\]$/);
});

autogenerate.run();

const wrong = suite('a wanted schema that is wrong');

function refused(files: Files, code: RegExp): void {
  const cwd = project(files);
  const before = contents(cwd);
  const { status, stdout, stderr } = run(['revision', '-m', 'x', '--autogenerate'], { cwd });
  assert.is(status, 1, stdout);
  assert.match(stderr, code);
  assert.not.match(stderr, /\n\s+at /);
  assert.equal(contents(cwd), before);
}

wrong('is named and placed, and nothing is written', () => {
  refused({ 'schema.ts': 'export default [table(' }, /^schema\.ts:1\b.*\[syntax-error\]/m);
  refused({ 'schema.ts': schema(ACCOUNT, ACCOUNT) }, /^schema\.ts:4:3: .*'account'.*\[defined-twice\]/m);
  const dangling = "createTable('item', [column('owner', types.integer()), foreignKey(['owner'], 'nowhere', ['id'])])";
  refused({ 'schema.ts': schema(dangling) }, /^schema\.ts:3:3: .*'nowhere'.*\[not-defined\]/m);
  refused({}, /\[missing-schema\]/);
});

wrong('in SQL or of drizzle-orm is as well', () => {
  const other = (kind: string, text: string, code: RegExp): void =>
    refused({ [kind]: text, 'migsql.config.json': `{ "dialect": "postgresql", "schema": "${kind}" }` }, code);
  other('schema.sql', 'CREATE TABLE a (n integer);\nCREATE FOREIGN TABLE r (n integer) SERVER s;\n', /^schema\.sql:2:1: .*\[unjudged-statement\]/m);
  other('schema.sql', 'CREATE TABLE a (n integer);\nSELECT 1;\n', /^schema\.sql:2:1: .*\[no-schema-statement\]/m);
  other('tables.ts', "import { mysqlTable } from 'drizzle-orm/mysql-core';\nexport const a = mysqlTable('a', {});\n", /^tables\.ts\b[^]*(?:mysql|drizzle-orm)/m);
});

wrong('is all of it named in one run', () => {
  const dangling = "createTable('item', [column('owner', types.integer()), foreignKey(['owner'], 'nowhere', ['id'])])";
  refused({ 'schema.ts': schema(ACCOUNT, ACCOUNT, dangling) }, /defined-twice[^]*not-defined/);
});

wrong('is asked for where the config names none', () => {
  const cwd = makeProject({ 'migsql.config.json': '{}', 'migrations/.gitkeep': '' });
  assert.match(run(['check', '--schema'], { cwd }).stderr, 'no-schema');
});

wrong.run();

const gate = suite('check --schema and diff');

gate('fails where a migration was forgotten, and says what is still to be done', () => {
  const cwd = project({ 'schema.ts': schema(ACCOUNT), 'migrations/a.ts': migrationText('a1', null) });
  const { status, stdout, stderr } = run(['check', '--schema'], { cwd });
  assert.equal({ status, stderr }, { status: 1, stderr: '' });
  assert.match(stdout, '  create table account\n');
  const data = JSON.parse(run(['check', '--schema', '--json'], { cwd }).stdout);
  assert.equal(data.schema.map(({ dialect, differences }: { dialect: string; differences: { op: string }[] }) => [dialect, differences.map(({ op }) => op)]), [
    ['postgresql', ['createTable']],
  ]);
});

gate('diff says the ops, the SQL, and with --exit-code whether there is any', () => {
  const cwd = project({
    'schema.ts': schema(ACCOUNT),
    'schema.sql': 'CREATE TABLE account (id integer PRIMARY KEY, mail character varying(100));\n',
    'migrations/a.ts': migrationText('a1', null, `upgrade: [${ACCOUNT}]`),
    'migrations/b.ts': migrationText('b2', 'a1', "upgrade: [addColumn('account', column('age', types.integer()))]"),
  });
  assert.is(ok(['diff', 'a1', 'b2'], cwd), 'add column account.age\n');
  assert.is(ok(['diff', 'a1', 'b2', '--sql'], cwd), 'ALTER TABLE account ADD COLUMN age INTEGER;\n');
  assert.is(run(['diff', 'a1', 'b2', '--exit-code'], { cwd }).status, 1);
  assert.is(run(['diff', 'a1', './schema.ts', '--exit-code'], { cwd }).status, 0);
  assert.is(ok(['diff', './schema.sql', './schema.ts'], cwd), '');
  assert.match(ok(['diff', 'b2', 'a1'], cwd), "drop column account.age\n    careful: the values of 'account.age' are lost");
});

gate.run();

const proof = suite('prove');

proof('tells each revision how far it can be undone, and fails where one leads elsewhere', () => {
  const cwd = project({
    'migrations/a.ts': migrationText('a1', null, `title: 'accounts',\n  upgrade: [${ACCOUNT}]`),
    'migrations/b.ts': migrationText('b2', 'a1', "title: 'no mail',\n  upgrade: [execute('DROP INDEX IF EXISTS nothing', { reverse: 'SELECT 1' })]"),
    'migrations/c.ts': migrationText('c3', 'b2', "title: 'lossy',\n  upgrade: [createTable('t', [column('n', types.integer())]), dropTable('account')]"),
    'migrations/d.ts': migrationText('d4', 'c3', "title: 'no way',\n  upgrade: [],\n  downgrade: irreversible('nobody knows')"),
    'migrations/e.ts': migrationText('e5', 'd4', "title: 'wrong way',\n  upgrade: [addColumn('t', column('m', types.integer()))],\n  downgrade: []"),
  });
  const { status, stdout, stderr } = run(['prove'], { cwd });
  assert.equal({ status, stderr }, { status: 1, stderr: '' });
  const verdicts = stdout.split('\n').flatMap((line) => /^(\w+) +([a-e]\d) /.exec(line)?.slice(1).join(' ') ?? []);
  assert.equal(verdicts, ['exact a1', 'unproved b2', 'lossy c3', 'impossible d4', 'broken e5']);
  assert.match(stdout, "the rows of 'account' do not come back");
  assert.match(stdout, "'drop column t.m' is still to be done");
  assert.match(ok(['prove', 'a1:c3'], cwd), /\n1 exact, 1 lossy, 1 unproved\n$/);
});

proof('a table that is described was there before as well', () => {
  const text = migrationText('a1', null, "upgrade: [describesTable('old', [column('n', types.integer())]), addColumn('old', column('m', types.integer()))]");
  const cwd = project({ 'migrations/a.ts': text.replace('migration,', 'migration, describesTable,') });
  assert.match(ok(['prove'], cwd), /^exact {7}a1/);
});

proof('privileges come back with a table that is dropped, and a way back that forgets them is broken', () => {
  const granting = (downgrade: string): string =>
    migrationText('b2', 'a1', `upgrade: [dropTable('account')],\n  downgrade: ${downgrade}`);
  const first = migrationText('a1', null, `upgrade: [${ACCOUNT}, grant(['select'], 'account', 'app')]`).replace('migration,', 'migration, grant,');
  const reversed = project({ 'migrations/a.ts': first, 'migrations/b.ts': granting("'reversed'") });
  assert.match(ok(['prove', 'b2:b2'], reversed), /^lossy/);
  assert.match(ok(['render', 'b2:a1'], reversed), 'GRANT SELECT ON TABLE account TO app;');
  const written = project({ 'migrations/a.ts': first, 'migrations/b.ts': granting(`[${ACCOUNT}]`) });
  const { status, stdout } = run(['prove', 'b2:b2'], { cwd: written });
  assert.is(status, 1);
  assert.match(stdout, "'select on table account to app' is still to be granted");
});

proof.run();

const raw = suite('hand-written SQL');

const sqlFile = (id: string, revises: string, up: string): string =>
  `-- id: ${id}\n-- revises: ${revises}\n-- title: by hand\n\n-- migsql:upgrade\n${up}\n\n-- migsql:downgrade\n`;

raw('counts: a column that it made is restated whole', () => {
  const cwd = makeProject({
    'migsql.config.json': '{ "dialect": "mysql" }',
    'migrations/a.sql': sqlFile('a1', 'base', "CREATE TABLE t (\n  n INT NOT NULL DEFAULT 5\n);"),
    'migrations/b.ts': migrationText('b2', 'a1', "upgrade: [alterColumn('t', 'n', { type: types.bigint() })]"),
  });
  assert.match(ok(['render', 'a1:b2'], cwd), 'ALTER TABLE t MODIFY COLUMN n BIGINT NOT NULL DEFAULT 5;');
});

raw('that cannot be read may have changed a table that ops made: it is not restated from what they say', () => {
  const cwd = makeProject({
    'migsql.config.json': '{ "dialect": "mysql", "schema": "schema.ts" }',
    'migrations/a.ts': migrationText('a1', null, "upgrade: [createTable('t', [column('n', types.integer())])]"),
    'migrations/b.sql': sqlFile('b2', 'a1', 'ALTER TABLE t ADD PERIOD FOR SYSTEM_TIME (a, b);'),
    'migrations/c.ts': migrationText('c3', 'b2', "upgrade: [alterColumn('t', 'n', { type: types.bigint() })]"),
    'schema.ts': schema("createTable('t', [column('n', types.bigint()), column('m', types.integer())])"),
  });
  const { status, stderr } = run(['render', 'b2:c3'], { cwd });
  assert.is(status, 1);
  assert.match(stderr, /\[refused\]\n {2}Hand-written SQL in migrations\/b\.sql:6 .*describesTable\('t'/);
  const checked = run(['check', '--schema'], { cwd });
  assert.match(checked.stdout, /add column t\.m\n {2}note: migrations\/b\.sql:6: what 't' is, hand-written SQL alone knows/);
});

raw('that cannot be read goes with a table to its new name', () => {
  const rename = migrationText('c3', 'b2', "upgrade: [renameTable('t', 'u'), alterColumn('u', 'n', { type: types.bigint() })]");
  const cwd = makeProject({
    'migsql.config.json': '{ "dialect": "mysql" }',
    'migrations/a.ts': migrationText('a1', null, "upgrade: [createTable('t', [column('n', types.integer())])]"),
    'migrations/b.sql': sqlFile('b2', 'a1', 'ALTER TABLE t ADD PERIOD FOR SYSTEM_TIME (a, b);'),
    'migrations/c.ts': rename.replace('migration,', 'migration, renameTable,'),
  });
  assert.match(run(['render', 'b2:c3'], { cwd }).stderr, /\[refused\]\n {2}Hand-written SQL in migrations\/b\.sql:6/);
});

raw('that cannot be read is said where its shape is needed, with the way out', () => {
  const files = {
    'migsql.config.json': '{ "dialect": "mysql" }',
    'migrations/a.sql': sqlFile('a1', 'base', 'CREATE TABLE t (n INT) PARTITION BY HASH (n) PARTITIONS 4;'),
    'migrations/b.ts': migrationText('b2', 'a1', "upgrade: [alterColumn('t', 'n', { type: types.bigint() })]"),
  };
  const { status, stderr } = run(['render', 'a1:b2'], { cwd: makeProject(files) });
  assert.is(status, 1);
  assert.match(stderr, /^migrations\/b\.ts:\d+:\d+: error: .*\n.*migrations\/a\.sql:6.*describesTable\('t'/m);
  const told = migrationText('b2', 'a1', "upgrade: [describesTable('t', [column('n', types.integer())]), alterColumn('t', 'n', { type: types.bigint() })]");
  const cwd = makeProject({ ...files, 'migrations/b.ts': told.replace('migration,', 'migration, describesTable,') });
  assert.match(ok(['render', 'a1:b2'], cwd), 'ALTER TABLE t MODIFY COLUMN n BIGINT');
});

raw.run();

const shown = suite('schema and blame');

shown('as JSON and as pictures, of what has changed as well', () => {
  const cwd = project({
    'migrations/a.ts': migrationText('a1', null, `upgrade: [${ACCOUNT}]`),
    'migrations/b.ts': migrationText('b2', 'a1', "upgrade: [addColumn('account', column('age', types.integer()))]"),
  });
  const data = JSON.parse(ok(['schema', '--format', 'json'], cwd));
  assert.equal(data.tables[0].columns.map(({ name }: { readonly name: string }) => name), ['id', 'mail', 'age']);
  assert.match(ok(['schema', 'a1', '--format', 'mermaid'], cwd), /erDiagram\n[^]*account/);
  const changed = ok(['schema', 'b2', '--since', 'a1', '--format', 'svg'], cwd);
  assert.match(changed, /^<svg [^]*age[^]*<\/svg>\n$/);
  assert.not.match(ok(['schema', 'a1', '--format', 'svg'], cwd), '>age<');
  assert.match(run(['schema', 'b2', '--since', 'a1'], { cwd }).stderr, 'invalid-usage');
});

shown('as SQL and as a module, which says the same again', () => {
  const cwd = project({ 'schema.ts': schema(ACCOUNT), 'migrations/a.ts': migrationText('a1', null, `upgrade: [${ACCOUNT}]`) });
  assert.is(
    ok(['schema'], cwd),
    'CREATE TABLE account (\n  id INTEGER NOT NULL,\n  mail VARCHAR(100),\n  CONSTRAINT pk_account PRIMARY KEY (id)\n);\n',
  );
  const again = project({ 'schema.ts': ok(['schema', '--format', 'ts'], cwd), 'migrations/a.ts': migrationText('a1', null, `upgrade: [${ACCOUNT}]`) });
  assert.is(ok(['diff', 'head'], again), '');
});

shown('blame names the revision and the line, or what was meant', () => {
  const cwd = project({
    'migrations/a.ts': migrationText('a1', null, `title: 'accounts',\n  upgrade: [${ACCOUNT}]`),
    'migrations/b.ts': migrationText('b2', 'a1', "title: 'longer',\n  upgrade: [alterColumn('account', 'mail', { type: types.string(200) })]"),
  });
  assert.is(ok(['blame', 'account.mail'], cwd), 'column  account.mail  b2  migrations/b.ts:7:13  longer\n');
  assert.match(ok(['blame', 'account', '--at', 'a1'], cwd), 'column       account.mail        a1  migrations/a.ts:7');
  const { status, stderr } = run(['blame', 'acount'], { cwd });
  assert.is(status, 1);
  assert.match(stderr, /\[not-in-model\]\n {2}Did you mean account/);
});

shown.run();
