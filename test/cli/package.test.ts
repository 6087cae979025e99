/** The package as it is built: what starts, what is loaded, and what its users' compilers and programs see. */
import { spawnSync } from 'node:child_process';
import {
  existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { copyPackage, migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const project = makeProject({
  'migsql.config.ts': "import { defineConfig } from 'migsql';\nexport default defineConfig({ dialect: 'sqlite' });\n",
  'migrations/a.ts': migrationText('aaaa1111', null, "upgrade: [createTable('t', [column('id', types.integer())])]"),
});
const HEADS = 'base -> aaaa1111 (head): a\n';

const start = suite('start');

start('without the bundle there is the version, and else a message', () => {
  const copy = copyPackage();
  rmSync(join(copy, 'dist'), { recursive: true });
  const bin = join(copy, 'bin/migsql.cjs');
  assert.is(run(['--version'], { bin }).status, 0);
  const { status, stderr } = run(['heads'], { bin, cwd: project });
  assert.is(status, 70);
  assert.match(stderr, /^error: migsql is not whole: ENOENT.*\n  Install it again, or build it: node build\.mjs\.\n$/);
});

start('heads, history, revision and plain migrations load no other package: neither oxc nor QuickJS', () => {
  const copy = copyPackage();
  unlinkSync(join(copy, 'node_modules'));
  const bin = join(copy, 'bin/migsql.cjs');
  assert.equal(run(['heads'], { bin, cwd: project }), { status: 0, stdout: HEADS, stderr: '' });
  for (const args of [['history'], ['show', 'aaaa'], ['render', 'head'], ['--help'], ['init', 'new']]) {
    const { status, stderr } = run(args, { bin, cwd: project });
    assert.equal({ status, stderr }, { status: 0, stderr: '' }, args.join(' '));
  }
  const cwd = makeProject({ 'migsql.config.json': '{ "migrations": "." }' });
  assert.is(run(['revision', '-m', 'first'], { bin, cwd }).status, 0);
});

start('a config that has to be evaluated is so once, until it or what it imports changes', () => {
  const copy = copyPackage();
  const bin = join(copy, 'bin/migsql.cjs');
  const cwd = makeProject({
    'migsql.config.ts': "import { name } from './name.ts';\nexport default { migrations: [name, name].slice(1) };\n",
    'name.ts': "export const name = 'migrations';\n",
    'migrations/a.ts': migrationText('aaaa1111', null),
    'other/b.ts': migrationText('bbbb2222', null),
  });
  const heads = (): string => run(['heads'], { bin, cwd }).stdout;
  assert.match(heads(), 'aaaa1111');
  unlinkSync(join(copy, 'node_modules'));
  assert.match(heads(), 'aaaa1111', 'the interpreter is not needed again');
  writeFileSync(join(cwd, 'name.ts'), "export const name = 'other';\n");
  assert.is(heads(), '');
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  assert.match(heads(), 'bbbb2222');
});

start('compiled code is kept for each command, and only what is sound is used', () => {
  const copy = copyPackage();
  const bin = join(copy, 'bin/migsql.cjs');
  const kept = (): string[] => readdirSync(join(copy, 'dist')).filter((file) => file.endsWith('.v8cache'));
  const runs = [['heads'], ['nosuch'], ['heads', '--nosuch'], ['--help'], ['heads', '--help']];
  for (const args of runs) run(args, { bin, cwd: project });
  assert.equal(kept().map((file) => file.replace(/.*-(\w+)\.v8cache$/, '$1')), ['heads', 'help']);
  const file = join(copy, 'dist', kept()[0] ?? '');
  const sound = readFileSync(file);
  const middle = sound.length >> 1;
  for (const damaged of [
    Buffer.from(''),
    sound.subarray(0, middle),
    Buffer.concat([sound.subarray(0, middle), Buffer.from([(sound[middle] ?? 0) ^ 1]), sound.subarray(middle + 1)]),
  ]) {
    writeFileSync(file, damaged);
    assert.equal(run(['heads'], { bin, cwd: project }), { status: 0, stdout: HEADS, stderr: '' });
    assert.ok(readFileSync(file).length > middle, 'a damaged cache is replaced');
  }
});

start('where nothing can be kept it runs all the same', () => {
  const copy = copyPackage();
  const bin = join(copy, 'bin/migsql.cjs');
  run(['heads'], { bin, cwd: project });
  const [file = ''] = readdirSync(join(copy, 'dist')).filter((each) => each.endsWith('.v8cache'));
  rmSync(join(copy, 'dist', file));
  mkdirSync(join(copy, 'dist', file, 'in the way'), { recursive: true });
  assert.equal(run(['heads'], { bin, cwd: project }), { status: 0, stdout: HEADS, stderr: '' });
});

start('NODE_ENV changes nothing', () => {
  for (const NODE_ENV of ['test', 'development']) {
    assert.equal(run(['heads'], { cwd: project, env: { NODE_ENV } }), { status: 0, stdout: HEADS, stderr: '' });
  }
});

start.run();

const parts = suite('parts');

parts('what goes into the sandbox is whole and small: builders, and neither checks nor models', () => {
  const authoring = readFileSync(join(root, 'dist/authoring.js'), 'utf8');
  assert.ok(authoring.length < 25_000, `${authoring.length} characters`);
  assert.not.match(authoring, /^import |require\(|valibot|immutable/m);
});

parts('the library has the compiler and all that migrations import', async () => {
  const library = await import(pathToFileURL(join(root, 'dist/index.js')).href);
  const authoring = await import(pathToFileURL(join(root, 'dist/authoring.js')).href);
  assert.equal(Object.keys(authoring).filter((name) => !(name in library)), []);
  const config = await library.loadConfig(library.findConfig(project));
  assert.equal([...(await library.openProject(config)).graph.nodes.keys()], ['aaaa1111']);
});

parts('its declarations hold in a strict project, and refuse wrong arguments', () => {
  const cwd = makeProject({
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        module: 'NodeNext', target: 'ES2022', strict: true, noEmit: true, exactOptionalPropertyTypes: true, types: [],
      },
    }),
    'package.json': '{ "type": "module" }',
    'migsql.config.ts': `import { defineConfig, env } from 'migsql';
export default defineConfig({ dialect: ['mssql', env('D')], versionTable: { name: env('T', 'v') } });
// @ts-expect-error an unknown dialect
defineConfig({ dialect: 'postgres' });
// @ts-expect-error an unknown key
defineConfig({ migration: 'db' });
`,
    'a.ts': `import { migration, addColumn, column, types, sql, name } from 'migsql';
export default migration({ id: 'a', revises: null, upgrade: [addColumn('t', column('b', types.string(10)))] });
// @ts-expect-error no such type
column('b', types.varchar(10));
// @ts-expect-error a column is not a text
addColumn('t', 'b');
// @ts-expect-error a bare text in a hole
sql\`SELECT \${'x'}\`;
sql\`SELECT \${name('x')}\`;
`,
  });
  mkdirSync(join(cwd, 'node_modules'));
  symlinkSync(root, join(cwd, 'node_modules/migsql'));
  const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', cwd], { encoding: 'utf8' });
  assert.is(stdout, '');
  assert.is(status, 0);
});

parts('what is published is there', () => {
  const { files, bin, types } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const path of [...files.filter((file: string) => !file.startsWith('!')), bin.migsql, types]) {
    assert.ok(existsSync(join(root, path)), path);
  }
});

parts.run();
