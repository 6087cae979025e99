/** Files of rows beside a migration: where they may lie, what becomes of their ops, and that they are never remembered. */
import { createHash } from 'node:crypto';
import { symlinkSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as authoring from '../../src/authoring.ts';
import { formatDiagnostic } from '../../src/diagnostics.ts';
import type { Migration } from '../../src/migration.ts';
import { openCache } from '../../src/migrations/cache.ts';
import { type CompileOptions, compile } from '../../src/migrations/compile.ts';
import { findMigrationFiles } from '../../src/migrations/find.ts';
import { loadFacts } from '../../src/migrations/load.ts';
import { openSandbox } from '../../src/sandbox/sandbox.ts';
import { bundledAuthoring, bundledWorker } from '../sandbox/support/bundle.ts';
import { type Project, createProject } from '../sandbox/support/project.ts';

const sandbox = openSandbox({ authoring: bundledAuthoring(), worker: bundledWorker() });

/** What only the sandbox can evaluate, so that the cache is asked. */
const COMPUTED = '((list) => list.map((op) => op))';

const source = (upgrade: string, downgrade = "'reversed'"): string =>
  "import { migration, bulkInsert, deleteRows, fromFile, forDialect, types } from 'migsql';\n" +
  `export default migration({\n  id: 'a', revises: null,\n  upgrade: ${upgrade},\n  downgrade: ${downgrade},\n});\n`;

async function load(project: Project, options: Partial<CompileOptions> = {}): Promise<Awaited<ReturnType<typeof compile>>> {
  const { files } = loadFacts(findMigrationFiles([project.path('m')], { project: project.root }).files);
  return compile(files, { territory: project.territory, sandbox, authoring, compileSql: () => ({ problems: [] }), ...options });
}

async function loaded(files: Readonly<Record<string, string>>): Promise<Migration> {
  const { migrations, problems } = await load(createProject(files));
  assert.equal(problems.map(formatDiagnostic), []);
  return migrations[0]!;
}

const problemsOf = async (project: Project): Promise<readonly string[]> =>
  (await load(project)).problems.map(formatDiagnostic);

const insert = (file: string): string => `[bulkInsert('t', fromFile('${file}'))]`;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const cellsOf = ({ data }: Migration, file: string): unknown[] =>
  [...data!.get(file)!.rows([], {})].map(({ cells }) => cells);

const test = suite('files of rows');

test('the op has the columns, the migration the rows, and its imports the file', async () => {
  const migration = await loaded({ 'm/a.ts': source(insert('./a/rows.csv')), 'm/a/rows.csv': 'x,y\n1,2\n' });
  const [op] = migration.upgrade;
  assert.equal(op, { op: 'bulkInsert', table: { name: 't' }, columns: ['x', 'y'], rows: { file: './a/rows.csv', format: 'csv' }, origin: op?.origin });
  assert.equal(cellsOf(migration, './a/rows.csv'), [['1', '2']]);
  assert.equal(migration.imports, [{ file: 'm/a/rows.csv', sha256: sha256('x,y\n1,2\n') }]);
});

test('a migration without any has no data', async () => {
  const migration = await loaded({ 'm/a.ts': source('[bulkInsert("t", [{ a: 1 }])]') });
  assert.equal(['data' in migration, migration.imports], [false, []]);
});

test('ops of a dialect, of a downgrade, and rows to delete have their columns as well', async () => {
  const nested = `[forDialect({ oracle: [forDialect({ default: ${insert('./b.json')} })], default: [] })]`;
  const down = `[{ ...deleteRows('t', null), matching: { key: ['c'], columns: [], rows: fromFile('./c.jsonl') } }]`;
  const migration = await loaded({
    'm/a.ts': source(nested, down),
    'm/b.json': '[{"b": 1}]',
    'm/c.jsonl': '{"c": 1}\n',
  });
  const found = JSON.stringify([migration.upgrade, migration.downgrade]);
  assert.match(found, '"columns":["b"],"rows":{"file":"./b.json","format":"json"}');
  assert.match(found, '"columns":["c"],"rows":{"file":"./c.jsonl","format":"jsonl"}');
  assert.equal(migration.imports.map(({ file }) => file), ['m/b.json', 'm/c.jsonl']);
});

test('a file that two ops read is one, each with its own NULL', async () => {
  const upgrade = "[bulkInsert('t', fromFile('./r.csv')), bulkInsert('u', fromFile('./r.csv', { null: '-' }))]";
  const migration = await loaded({ 'm/a.ts': source(upgrade), 'm/r.csv': 'a,b\n,-\n' });
  const table = migration.data!.get('./r.csv')!;
  const cells = migration.upgrade.map((op) => (op.op === 'bulkInsert' && 'file' in op.rows ? [...table.rows([], op.rows)][0]?.cells : op));
  assert.equal(cells, [[null, '-'], ['', null]]);
});

test('a checkout with CRLF line ends gives the same', async () => {
  const files = { 'm/a.ts': source(insert('./r.csv')), 'm/r.csv': '\ufeffa,b\n1,"x\ny"\n' };
  const crlf = Object.fromEntries(Object.entries(files).map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]));
  const [one, other] = [await loaded(files), await loaded(crlf)];
  assert.equal(other.imports, one.imports);
  assert.equal(cellsOf(other, './r.csv'), [['1', 'x\ny']]);
  assert.equal(cellsOf(one, './r.csv'), [['1', 'x\ny']]);
});

for (const [how, wrap] of [['read', (list: string) => list], ['evaluated', (list: string) => `${COMPUTED}(${list})`]] as const) {
  test(`a changed file shows at once in a migration that is ${how}`, async () => {
    const project = createProject({ 'm/a.ts': source(wrap(insert('./r.csv'))), 'm/r.csv': 'a\n1\n' });
    const cached = async (): Promise<Migration> => {
      const cache = openCache({ path: project.path('cache/file'), key: 'k', territory: project.territory });
      return (await load(project, { cache })).migrations[0]!;
    };
    await cached();
    project.write({ 'm/r.csv': 'b,c\n2,3\n' });
    const after = await cached();
    assert.equal(after.upgrade.map((op) => op.op === 'bulkInsert' && op.columns), [['b', 'c']]);
    assert.equal(cellsOf(after, './r.csv'), [['2', '3']]);
    assert.equal(after.imports, [{ file: 'm/r.csv', sha256: sha256('b,c\n2,3\n') }]);
  });
}

const FIX = "\n  Put it into the migration folder, and name it from the migration's own file on: fromFile('./rows.csv').";
const REFUSED: readonly (readonly [string, string, string])[] = [
  ['none', './none.csv', "m/a.ts:4:13: the file of rows './none.csv' does not exist [missing-data-file]\n  Correct the path; it is relative to the migration's own file."],
  ['a folder', './folder.csv', "m/a.ts:4:13: the file of rows './folder.csv' does not exist [missing-data-file]\n  Correct the path; it is relative to the migration's own file."],
  ['above the folder', '../out.csv', `m/a.ts:4:13: the file of rows '../out.csv' is not allowed: it is outside the folders that may be read here [forbidden-data-file]${FIX}`],
  ['by an absolute path', '/etc/rows.csv', `m/a.ts:4:13: the file of rows '/etc/rows.csv' is not allowed: the path is absolute [forbidden-data-file]${FIX}`],
  ['by a link', './link.csv', `m/a.ts:4:13: the file of rows './link.csv' is not allowed: a symbolic link leads out of the folders that may be read here [forbidden-data-file]${FIX}`],
  ['without a dot', 'r.csv', `m/a.ts:4:13: the file of rows 'r.csv' is not allowed: the path does not begin with './' [forbidden-data-file]${FIX}`],
  ['of another format', './r.txt', "m/a.ts:4:13: bulkInsert: rows.format: expected 'csv', 'json' or 'jsonl' [invalid-op]\n  See 'bulkInsert' in docs/ops.md for what it takes."],
  ['without columns', './empty.csv', 'm/empty.csv: the file is empty: expected a header that names the columns [empty-data-file]\n  Write the columns and rows, or take the op away.'],
  ['of another encoding', './latin.csv', 'm/latin.csv:2: the file is not UTF-8 text [not-utf8]\n  Save it as UTF-8.'],
];
for (const [what, file, says] of REFUSED) {
  test(`a file ${what} is refused at its place`, async () => {
    const project = createProject({
      'm/a.ts': source(insert(file)),
      'm/r.csv': 'a\n1\n',
      'm/r.txt': 'a\n1\n',
      'm/empty.csv': '',
      'm/latin.csv': Buffer.from('a\n\xe9\n', 'latin1'),
      'm/folder.csv/x': '',
      'out.csv': 'a\n1\n',
    });
    symlinkSync(project.path('out.csv'), project.path('m/link.csv'));
    assert.equal(await problemsOf(project), [says]);
  });
}

test('the problems of all files are reported', async () => {
  const upgrade = "[bulkInsert('t', fromFile('./x.csv')), bulkInsert('t', fromFile('./y.csv'))]";
  assert.is((await problemsOf(createProject({ 'm/a.ts': source(upgrade) }))).length, 2);
});

test.after(() => sandbox.close());
test.run();
