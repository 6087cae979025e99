import { mkdirSync, symlinkSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findMigrationFiles } from '../../src/migrations/find.ts';
import { loadFacts, titleOf } from '../../src/migrations/load.ts';
import { createProject } from '../sandbox/support/project.ts';

const find = suite('findMigrationFiles');

const project = createProject({
  'm/0002_b.ts': '',
  'm/0001_a.sql': '',
  'm/0010_c.mts': '',
  'm/legacy.js': '',
  'm/modern.mjs': '',
  'm/types.d.ts': '',
  'm/types.d.mts': '',
  'm/rows.csv': '',
  'm/README.md': '',
  'm/common.cjs': '',
  'm/_helper.ts': '',
  'm/.hidden.ts': '',
  'm/_data/rows.sql': '',
  'm/.git/x.ts': '',
  'm/node_modules/p/index.js': '',
  'm/2024/0003_d.ts': '',
  'm/2024/_lib/x.ts': '',
  'billing/0001_z.ts': '',
});
mkdirSync(project.path('m/folder.ts'));
symlinkSync(project.path('billing/0001_z.ts'), project.path('m/linked.ts'));
symlinkSync(project.path('m'), project.path('m/2024/loop'));
symlinkSync(project.path('nowhere.ts'), project.path('m/dangling.ts'));
symlinkSync(project.path('billing'), project.path('alias'));

const names = (folders: readonly string[], recursive = false): readonly string[] => {
  const { files, problems } = findMigrationFiles(folders.map(project.path), { project: project.root, recursive });
  assert.equal(problems, []);
  return files.map(({ file, kind }) => `${file} ${kind}`);
};

const FLAT = [
  'm/0001_a.sql sql',
  'm/0002_b.ts typescript',
  'm/0010_c.mts typescript',
  'm/dangling.ts typescript',
  'm/legacy.js typescript',
  'm/linked.ts typescript',
  'm/modern.mjs typescript',
];

find('takes migrations, sorted by name, and neither helpers nor data', () => {
  assert.equal(names(['m']), FLAT);
});

find('goes into folders when asked, and not in circles', () => {
  assert.equal(names(['m'], true), [
    'm/0001_a.sql sql',
    'm/0002_b.ts typescript',
    'm/0010_c.mts typescript',
    'm/2024/0003_d.ts typescript',
    ...FLAT.slice(3),
  ]);
});

find('does not depend on the order of folders, and takes a file once', () => {
  const expected = ['billing/0001_z.ts typescript', ...FLAT];
  assert.equal(names(['m', 'billing']), expected);
  assert.equal(names(['billing', 'm', 'm/../billing']), expected);
  assert.equal(names(['billing', 'alias']).length, 1, 'reached by a link of the folder');
  assert.equal(names(['m', 'm/2024'], true).filter((name) => name.includes('0003')).length, 1);
});

find('reports folders that are not there', () => {
  const { files, problems } = findMigrationFiles(
    [project.path('gone'), project.path('billing'), project.path('also')],
    { project: project.root },
  );
  assert.is(files.length, 1);
  assert.equal(
    problems.map(({ code, details }) => [code, details]),
    [
      ['missing-folder', { folder: 'also' }],
      ['missing-folder', { folder: 'gone' }],
    ],
  );
});

find('follows no link out of the project', () => {
  const elsewhere = createProject({ 'm/1.sql': 'secret' });
  const { root, path } = createProject({ 'other/2.sql': '' });
  symlinkSync(elsewhere.path('m/1.sql'), path('m/1.sql'));
  symlinkSync(path('other/2.sql'), path('m/2.sql'));
  const found = findMigrationFiles([path('m')], { project: root });
  assert.equal(
    found.files.map(({ file }) => file),
    ['m/2.sql'],
  );
  assert.equal(
    found.problems.map(({ code, place }) => [code, place]),
    [['unreadable-file', { file: 'm/1.sql' }]],
  );
  const both = findMigrationFiles([path('m'), elsewhere.path('m')], { project: root });
  assert.equal(both.problems, [], 'a folder of migrations may lie elsewhere');
});

find.run();

const load = suite('loadFacts');

const migration = (id: string, rest = ''): string =>
  `export default migration({ id: '${id}', revises: null, upgrade: [] ${rest}});`;

load('reads text, hash and facts of every file', () => {
  const { root, path } = createProject({
    'm/0001_first.ts': `\ufeff${migration('a', ", title: 'T'")}`,
    'm/2.sql': '-- migsql:id b\n',
  });
  const { files } = findMigrationFiles([path('m')], { project: root });
  const loaded = loadFacts(files);
  const first = loaded.files.find(({ id }) => id === 'a');
  assert.is(first?.text, migration('a', ", title: 'T'"), 'without the byte order mark');
  assert.match(first?.sha256 ?? '', /^[\da-f]{64}$/);
  assert.equal([first?.file, first?.kind, first?.revises, first?.title], ['m/0001_first.ts', 'typescript', [], 'T']);
});

load('hashes the bytes of the file, the same where it is checked out with CRLF', async () => {
  const text = `\ufeff${migration('a')}\n// ä\r`;
  const { createHash } = await import('node:crypto');
  for (const written of [text, text.replaceAll('\n', '\r\n')]) {
    const { root, path } = createProject({ 'm/1.ts': written });
    const { files } = loadFacts(findMigrationFiles([path('m')], { project: root }).files);
    assert.is(files[0]?.sha256, createHash('sha256').update(text, 'utf8').digest('hex'));
  }
});

load('reports every bad file of a run, sorted, and keeps the good ones', () => {
  const { root, path } = createProject({
    'm/1.ts': migration('a'),
    'm/2.ts': 'export const helper = 1;',
    'm/3.ts': 'export default migration({ id: x, upgrade: [] });',
    'm/4.ts': new Uint8Array([0xff, 0xfe, 0x41]),
    'm/5.ts': `\n  ${migration('a')}`,
    'm/6.ts': migration('b'),
  });
  const found = findMigrationFiles([path('m')], { project: root });
  const { files, problems } = loadFacts([
    ...found.files,
    { path: path('m/gone.ts'), file: 'm/gone.ts', kind: 'typescript' },
  ]);
  assert.equal(
    files.map(({ id }) => id),
    ['a', 'a', 'b'],
  );
  assert.equal(
    problems.map(({ code, place }) => `${code} ${place?.file}`),
    [
      'no-migration m/2.ts',
      'missing-fact m/3.ts',
      'not-literal m/3.ts',
      'not-utf8 m/4.ts',
      'duplicate-migration m/5.ts',
      'unreadable-file m/gone.ts',
    ],
  );
  const duplicate = problems.find(({ code }) => code === 'duplicate-migration');
  assert.equal(duplicate?.details, { id: 'a', other: 'm/1.ts' });
  assert.equal(duplicate?.place, { file: 'm/5.ts', line: 2, column: 30 });
});

load('titles a migration by its file where the source has no title', () => {
  const title = (file: string, id = 'ae10', given?: string): string =>
    titleOf({ file, id, ...(given !== undefined && { title: given }) });
  assert.is(title('m/0012_add_index.ts'), 'add index');
  assert.is(title('m/ae10_add-index.sql'), 'add index');
  assert.is(title('m/2024-01-31_add_index.ts', 'x'), 'add index');
  assert.is(title('m/0012.ts'), '0012');
  assert.is(title('m/12_3.ts'), '12_3');
  assert.is(title('m/add_3_indexes.ts'), 'add 3 indexes');
  assert.is(title('m/ae10.ts'), 'ae10');
  assert.is(title('m/x.ts', 'x', 'Given'), 'Given');
});

load.run();
