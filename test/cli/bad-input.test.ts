/**
 * Every bad input of issue 1: a clear message with place and hint, the exit code as documented, nothing written, and
 * never a stack trace unless DEBUG asks for it.
 */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, copyPackage, migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';

interface BadInput {
  readonly what: string;
  /** The files of the project; a good config and a good migration stand beside them unless they are given. */
  readonly files: { readonly [path: string]: string };
  /** Default: `render heads -o out.sql`. */
  readonly args?: readonly string[];
  readonly status: 1 | 2 | 3;
  /** What stderr begins with: place and message. */
  readonly says: RegExp;
}

const GOOD = {
  'migsql.config.json': '{ "dialect": "postgresql" }',
  'migrations/a.ts': migrationText('aaaa1111', null, "upgrade: [createTable('t', [column('id', types.integer())])]"),
};

/** A second migration with one op in line 7. */
const second = (op: string): string => migrationText('bbbb2222', 'aaaa1111', `upgrade: [\n    ${op},\n  ]`);

const CASES: readonly BadInput[] = [
  {
    what: 'a syntax error in one migration',
    files: { 'migrations/b.ts': second("addColumn('t' column('b', types.text()))") },
    status: 1,
    says: /^migrations\/b\.ts:7:\d+: error: .*\[syntax-error\]\n  \S/,
  },
  {
    what: 'a missing export',
    files: { 'migrations/b.ts': migrationText('bbbb2222', 'aaaa1111').replace('export default ', '') },
    status: 1,
    says: /^migrations\/b\.ts:1:1: error: .*\[no-migration\]\n  \S/,
  },
  {
    what: 'an op with a wrong argument, in JavaScript',
    files: { 'migrations/b.js': second("addColumn('t', 'b')") },
    status: 1,
    says: /^migrations\/b\.js:7:5: error: addColumn: column: .*\[invalid-op\]\n  \S/,
  },
  {
    what: 'an unknown column type',
    files: { 'migrations/b.ts': second("addColumn('t', column('b', types.varchar(10)))") },
    status: 1,
    says: /^migrations\/b\.ts:7:38: error: unknown column type 'varchar' \[unknown-type\]\n  Did you mean types\.string\?\n$/,
  },
  {
    what: 'a column type that is not called',
    files: { 'migrations/b.ts': second("addColumn('t', column('b', types.text))") },
    status: 1,
    says: /^migrations\/b\.ts:7:5: error: upgrade\[0\]\.column\.type is a function, .*\[not-data\]\n  Call it, /,
  },
  {
    what: 'an op that is not imported',
    files: { 'migrations/b.ts': second("addColum('t', column('b', types.text()))") },
    status: 1,
    says: /^migrations\/b\.ts:7:5: error: 'addColum' is not defined \[unknown-name\]\n  Did you mean addColumn\?\n$/,
  },
  {
    what: 'an unknown column type as data',
    files: { 'migrations/b.js': second("addColumn('t', column('b', { type: 'varchar' }))") },
    status: 1,
    says: /^migrations\/b\.js:7:5: error: addColumn: column\.type.*\[invalid-op\]\n  \S/,
  },
  {
    what: 'an id that is not a literal',
    files: { 'migrations/b.ts': migrationText('bbbb2222', 'aaaa1111').replace("'bbbb2222'", "'bbbb' + 2222") },
    status: 1,
    says: /^migrations\/b\.ts:4:7: error: .*\[not-literal\]\n  \S/,
  },
  {
    what: 'an id that the version table cannot hold',
    files: { 'migrations/b.ts': migrationText('b'.repeat(129), 'aaaa1111') },
    status: 1,
    says: /^migrations\/b\.ts:4: error: the revision id 'b+…' has 129 characters, more than 128 .*\n  \S/,
  },
  {
    what: 'two files with one id',
    files: { 'migrations/b.ts': migrationText('aaaa1111', null) },
    status: 1,
    says: /^migrations\/b\.ts:4:\d+: error: .*aaaa1111.*migrations\/a\.ts.*\[duplicate-migration\]\n  \S/,
  },
  {
    what: 'a cycle',
    files: {
      'migrations/b.ts': migrationText('bbbb2222', 'cccc3333'),
      'migrations/c.ts': migrationText('cccc3333', 'bbbb2222'),
    },
    status: 1,
    says: /^migrations\/b\.ts:4: error: .*bbbb2222.*cccc3333.*\[revision-cycle\]\n  \S/,
  },
  {
    what: 'a parent that does not exist',
    files: { 'migrations/b.ts': migrationText('bbbb2222', 'aaaa1112') },
    status: 1,
    says: /^migrations\/b\.ts:4: error: .*aaaa1112.*\[missing-parent\]\n  \S/,
  },
  {
    what: 'an unknown dialect on the command line',
    files: {},
    args: ['render', 'heads', '-o', 'out.sql', '--dialect', 'postgres'],
    status: 2,
    says: /^error: --dialect cannot be 'postgres' \[invalid-choice\]\n  Did you mean postgresql\?\n/,
  },
  {
    what: 'an unknown dialect in the config',
    files: { 'migsql.config.json': '{\n  "dialect": "postgres"\n}' },
    status: 1,
    says: /^migsql\.config\.json:2:3: error: dialect: .* not "postgres" \[.*\]\n  Did you mean postgresql\?/,
  },
  {
    what: 'no dialect at all',
    files: { 'migsql.config.json': '{}' },
    status: 2,
    says: /^error: which dialect .*\[invalid-usage\]\n  Add --dialect NAME, or the key 'dialect' to the config\.\n/,
  },
  {
    what: 'an unsupported op in a dialect',
    files: {
      'migsql.config.json': '{ "dialect": "mssql" }',
      'migrations/b.ts': second("addColumn('t', column('b', types.interval()))"),
    },
    status: 1,
    says: /^migrations\/b\.ts:7:5: error: .*mssql.*\[refused\]\n  \S/,
  },
  {
    what: 'contradictory options',
    files: { 'migrations/b.ts': second("addColumn('t', column('b', types.integer(), { default: 1, identity: true }))") },
    status: 1,
    says: /^migrations\/b\.ts:7:5: error: addColumn: column: .*one of 'default', 'identity' and 'generated'.*\[invalid-op\]/,
  },
  {
    what: 'an unknown column in an index',
    files: { 'migrations/b.ts': second("createIndex('ix', 't', ['idd'])") },
    status: 1,
    says: /^migrations\/b\.ts:7:5: error: .*'idd'.*\[not-in-schema\]\n  .*id/,
  },
  {
    what: '`using` where the database takes none',
    files: {
      'migsql.config.json': '{ "dialect": "mysql" }',
      'migrations/b.ts': second("alterColumn('t', 'id', { type: types.text() }, { using: sql`x` })"),
    },
    status: 1,
    says: /^migrations\/b\.ts:7:5: error: .*takes no 'using' \[refused\]\n  \S/,
  },
  {
    what: 'an output path that cannot be written',
    files: {},
    args: ['render', 'heads', '-o', 'none/out.sql'],
    status: 3,
    says: /^none\/out\.sql: error: .*: its folder does not exist \[unwritable-file\]\n  Nothing was written\./,
  },
  {
    what: 'a config with a typo',
    files: { 'migsql.config.yaml': 'migration: db\n', 'migsql.config.json': '' },
    args: ['render', 'heads', '--config', 'migsql.config.yaml'],
    status: 1,
    says: /^migsql\.config\.yaml:1:1: error: migration: no such key \[invalid-config\]\n  Did you mean migrations\?\n/,
  },
  {
    what: 'two configs',
    files: { 'migsql.config.yaml': '' },
    status: 1,
    says: /^error: .*: migsql\.config\.json, migsql\.config\.yaml \[several-configs\]\n  \S/,
  },
  {
    what: 'a config that is not there',
    files: {},
    args: ['heads', '--config', 'conf/migsql.json'],
    status: 3,
    says: /^conf\/migsql\.json: error: the file cannot be read: it does not exist \[unreadable-file\]\n  \S/,
  },
  {
    what: 'a config that has no name',
    files: {},
    args: ['heads', '--config', ''],
    status: 2,
    says: /^error: --config is empty \[invalid-usage\]\n  \S/,
  },
  {
    what: 'a folder to begin in that has no name',
    files: {},
    args: ['init', ''],
    status: 2,
    says: /^error: FOLDER is empty \[invalid-usage\]\n  \S/,
  },
  {
    what: 'a folder where a script should be checked',
    files: { 'out/postgresql.sql/x': '' },
    args: ['render', 'heads', '-o', 'out', '--check'],
    status: 3,
    says: /^out\/postgresql\.sql: error: the file cannot be read: it is a folder \[unreadable-file\]\n  \S/,
  },
  {
    what: 'a folder of migrations that is not there',
    files: { 'migsql.config.json': '{ "migrations": "db" }' },
    status: 1,
    says: /^error: .*'db'.*\[missing-folder\]\n  \S/,
  },
  {
    what: 'hand-written SQL that commits',
    files: {
      'migrations/b.sql': '-- id: bbbb2222\n-- revises: aaaa1111\n\n-- migsql:upgrade\nDELETE FROM t;\nCOMMIT;\n',
    },
    status: 1,
    says: /^migrations\/b\.sql:6: error: .*'COMMIT' in line 6 .*\n  \S/,
  },
];

const STACK = /\n\s+at .*[:(]/;

const test = suite('bad input');

for (const { what, files, args = ['render', 'heads', '-o', 'out.sql'], status, says } of CASES) {
  test(what, () => {
    const cwd = makeProject({ ...GOOD, ...files });
    const before = contents(cwd);
    const ran = run(args, { cwd });
    assert.match(ran.stderr, says);
    assert.not.match(ran.stderr, STACK);
    assert.equal({ status: ran.status, stdout: ran.stdout }, { status, stdout: '' });
    assert.equal(contents(cwd), before);
  });
}

test('without a config the way to begin is said', () => {
  const { status, stderr } = run(['heads'], { cwd: makeProject({}) });
  assert.is(status, 1);
  assert.match(stderr, /^error: there is no migsql\.config\.ts .*\[no-config\]\n  Run 'migsql init' to begin/);
});

const SEVERAL = makeProject({
  'migsql.config.json': '{ "dialect": "sqlite" }',
  'migrations/a.ts': 'export default 5;\n',
  'migrations/b.ts': migrationText('bbbb2222', 'aaaa1111').replace("'bbbb2222'", 'name'),
  'migrations/c.sql': 'SELECT 1;\n',
  'migrations/d.ts': migrationText('dddd4444', null).replace("revises: null,\n  ", ''),
});

test('all problems are reported in one run, sorted by place', () => {
  const { status, stderr } = run(['render', 'heads'], { cwd: SEVERAL });
  assert.is(status, 1);
  const places = [...stderr.matchAll(/^(migrations\/\w\.\w+)(?::\d+)*: error: /gm)].map(([, file]) => file);
  assert.equal(places, ['migrations/a.ts', 'migrations/b.ts', 'migrations/c.sql', 'migrations/d.ts']);
});

test('places are seen from where the run is, and from the project as JSON', () => {
  const cwd = makeProject({ ...GOOD, 'migrations/b.ts': 'export default 5;\n', 'deep/er/x': '' });
  const { stderr } = run(['heads'], { cwd: `${cwd}/migrations` });
  assert.match(stderr, /^b\.ts:1:\d+: error: /);
  const json = JSON.parse(run(['heads', '--json'], { cwd: `${cwd}/deep/er` }).stdout);
  assert.is(json.errors[0].place.file, 'migrations/b.ts');
});

test('DEBUG shows where in migsql a problem was noticed', () => {
  const { stderr, status } = run(['heads'], { cwd: SEVERAL, env: { DEBUG: '1' } });
  assert.is(status, 1);
  assert.match(stderr, STACK);
});

test('a bug of ours is said to be one, with exit code 70', () => {
  const broken = copyPackage();
  appendFileSync(join(broken, 'dist/templates.cjs'), "delete module.exports['script/footer.hbs'];\n");
  const cwd = makeProject(GOOD);
  const { status, stderr } = run(['render', 'heads', '-o', 'out.sql'], { cwd, bin: join(broken, 'bin/migsql.cjs') });
  assert.is(status, 70);
  assert.match(stderr, /^error: migsql failed, .*template.* \[internal\]\n  Run it again with DEBUG=1 .*\n$/);
  assert.equal(contents(cwd), { ...GOOD });
});

test.run();
