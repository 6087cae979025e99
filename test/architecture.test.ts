/** Holds the table of docs/architecture.md: what each folder of src may import, and who may import which package. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'src');

/** The table in docs/architecture.md: folder (or file), and what it may import beside `errors` and `diagnostics`. */
function readTable(): ReadonlyMap<string, readonly string[]> {
  const lines = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8').split('\n');
  const start = lines.findIndex((line) => line.startsWith('| room | may import |'));
  assert.ok(start > 0, 'docs/architecture.md holds the table of imports');
  const rows = lines.slice(start + 2, lines.findIndex((line, index) => index > start && !line.startsWith('|')));
  const names = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
  return new Map(
    rows.flatMap((row) => {
      const [, rooms = '', allowed = ''] = row.split('|');
      return names(rooms).map((room): [string, readonly string[]] => [room, names(allowed)]);
    }),
  );
}

interface Import {
  readonly file: string;
  readonly from: string;
}

/** Comments and texts may hold the word; an import statement begins a line, an `import()` names its module. */
const STATEMENT = /^(?:import|export)\s[^;'"]*?from\s*'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gms;

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
const imports: readonly Import[] = files.flatMap((file) =>
  [...readFileSync(join(source, file), 'utf8').matchAll(STATEMENT)].map((match) => ({
    file,
    from: (match[1] ?? match[2] ?? match[3])!,
  })),
);

const roomOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : path.replace(/\.ts$/, ''));

const test = suite('architecture');
const table = readTable();
const everywhere = ['errors', 'diagnostics'];

test('every room of src is in the table, and every row is a room', () => {
  assert.equal([...new Set(files.map(roomOf))].filter((room) => !table.has(room)), []);
  assert.equal([...table.keys()].filter((room) => !files.some((file) => roomOf(file) === room)), []);
});

test('imports point only where the table says', () => {
  const wrong = imports
    .filter(({ from }) => from.startsWith('.'))
    .map(({ file, from }) => ({ file, to: roomOf(normalize(join(dirname(file), from))), from: roomOf(file) }))
    .filter(({ from, to }) => from !== to && !everywhere.includes(to))
    .filter(({ from, to }) => !table.get(from)?.includes('everything') && !table.get(from)?.includes(to))
    .map(({ file, to }) => `${file} imports ${to}`);
  assert.equal(wrong, []);
});

/** Packages that one room, or one file, keeps to itself. */
const OWNERS: { readonly [name: string]: readonly string[] } = {
  handlebars: ['template.ts', 'own-templates/'],
  '@oclif/core': ['cli/'],
  'node-sql-parser': ['lint/raw-sql.ts'],
  'libpg-query': ['reader/postgresql/'],
  'quickjs-emscripten-core': ['sandbox/'],
  '@jitl/quickjs-wasmfile-release-sync': ['sandbox/'],
  'oxc-transform': ['sandbox/', 'migrations/'],
  diff: ['cli/'],
  execa: ['cli/'],
  yaml: ['config.ts', 'config/'],
  immutable: ['schema/'],
  'csv-parse': ['data/'],
  '@dagrejs/dagre': ['drawing/'],
  pg: ['database/drivers/'],
  mysql2: ['database/drivers/'],
  tedious: ['database/drivers/'],
  oracledb: ['database/drivers/'],
  '@electric-sql/pglite': ['database/drivers/'],
  'node-sqlite3-wasm': ['database/drivers/'],
};
const packageOf = (from: string): string => from.split('/').slice(0, from.startsWith('@') ? 2 : 1).join('/');

test('a package with an owner is imported by nobody else', () => {
  const wrong = imports
    .filter(({ from, file }) => OWNERS[packageOf(from)]?.every((owner) => !file.startsWith(owner)))
    .map(({ file, from }) => `${file} imports ${from}`);
  assert.equal(wrong, []);
});

test('the compiler from migrations to text does no input or output', () => {
  const pure = ['diagnostics', 'errors', 'sql', 'schema', 'typescript', 'ops', 'revisions', 'dialects', 'drawing', 'picture', 'plan', 'reader', 'script', 'migration', 'authoring', 'merge-check'];
  const wrong = imports.filter(({ file, from }) => pure.includes(roomOf(file)) && from.startsWith('node:') && from !== 'node:crypto');
  assert.equal(wrong, []);
});

test('every suite of a test file is run: uvu says nothing of one that is not', () => {
  const root = new URL('.', import.meta.url);
  const testFiles = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
  const forgotten = testFiles.flatMap((file) => {
    const text = readFileSync(new URL(file, root), 'utf8');
    const isRun = (name: string): boolean => new RegExp(`\\b${name}\\.run\\(\\)|for \\(const test of \\[[^\\]]*\\b${name}\\b`).test(text);
    const suites = [...text.matchAll(/\b(\w+) = suite\(/g)].flatMap(([, name = '']) => (isRun(name) ? [] : [`${file}: ${name}`]));
    const tables = (text.match(/^readings\(/gm) ?? []).length - (text.match(/\}\)\.run\(\);$/gm) ?? []).length;
    return tables > 0 ? [...suites, `${file}: readings`] : suites;
  });
  assert.equal(forgotten, []);
});

test.run();
