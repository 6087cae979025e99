import { mkdirSync, symlinkSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { resolveImport } from '../../src/sandbox/imports.ts';
import { createProject } from './support/project.ts';

const project = createProject({
  'm/0001.ts': '',
  'm/helper.ts': '',
  'm/plain.js': '',
  'm/both.ts': '',
  'm/both.js': '',
  'm/modern.mts': '',
  'm/data.json': '{}',
  'm/rows.csv': '',
  'm/rows.jsonl': '',
  'm/deep/index.ts': '',
  'm/deep/inner.ts': '',
  'm/legacy.cjs': '',
  'm/image.png': '',
  'm2/near.ts': '',
  'outside.ts': '',
});
symlinkSync(project.path('outside.ts'), project.path('m/link.ts'));
symlinkSync(project.root, project.path('m/up'));
symlinkSync(project.path('m/helper.ts'), project.path('m/alias.ts'));
mkdirSync(project.path('elsewhere'));
symlinkSync(project.path('m'), project.path('elsewhere/linked'));

const from = project.path('m/0001.ts');
const resolved = (specifier: string, importer = from, territory = project.territory): unknown => {
  const found = resolveImport(specifier, importer, territory);
  if (found.kind === 'refused') return 'reason' in found.details ? found.details.reason : found.code;
  return found.kind === 'authoring' ? found.kind : `${found.kind} ${found.path.slice(project.root.length + 1)}`;
};

const imports = suite('resolveImport');

imports('finds files as TypeScript users write them', () => {
  assert.is(resolved('migsql'), 'authoring');
  assert.is(resolved('./helper.ts'), 'code m/helper.ts');
  assert.is(resolved('./helper.js'), 'code m/helper.ts');
  assert.is(resolved('./helper'), 'code m/helper.ts');
  assert.is(resolved('./plain.js'), 'code m/plain.js');
  assert.is(resolved('./both.js'), 'code m/both.ts');
  assert.is(resolved('./modern.mjs'), 'code m/modern.mts');
  assert.is(resolved('./deep'), 'code m/deep/index.ts');
  assert.is(resolved('../helper', project.path('m/deep/inner.ts')), 'code m/helper.ts');
  assert.is(resolved('./data.json'), 'data m/data.json');
  assert.is(resolved('./rows.csv'), 'data m/rows.csv');
  assert.is(resolved('./rows.jsonl'), 'data m/rows.jsonl');
  assert.is(resolved('./missing'), 'missing-import');
});

imports('refuses packages, built-in modules, URLs and absolute paths', () => {
  assert.match(String(resolved('node:fs')), 'no I/O');
  assert.match(String(resolved('fs')), 'packages');
  assert.match(String(resolved('migsql/dist/index.js')), 'packages');
  assert.match(String(resolved('#internal')), 'packages');
  assert.match(String(resolved('file:///etc/passwd')), 'URL');
  assert.match(String(resolved('data:text/javascript,1')), 'URL');
  assert.match(String(resolved('/etc/passwd')), 'absolute');
  assert.match(String(resolved(from)), 'absolute');
  assert.match(String(resolved('C:\\x.ts')), 'absolute');
});

imports('refuses every way out of the migration folders', () => {
  assert.match(String(resolved('../outside.ts')), 'outside');
  assert.match(String(resolved('./deep/../../outside.ts')), 'outside');
  assert.match(String(resolved('../m2/near.ts')), 'outside', 'a folder with the same beginning is another folder');
  assert.match(String(resolved('..')), 'outside');
  assert.match(String(resolved('./link.ts')), 'symbolic link');
  assert.match(String(resolved('./up/outside.ts')), 'symbolic link');
  assert.match(String(resolved('../nowhere.ts')), 'outside', 'whether a file exists outside stays unsaid');
});

imports('accepts links that stay inside, and a folder that is reached by a link', () => {
  assert.is(resolved('./alias.ts'), 'code m/alias.ts');
  const linked = { project: project.root, folders: [project.path('elsewhere/linked')] };
  assert.is(resolved('./helper', project.path('elsewhere/linked/0001.ts'), linked), 'code elsewhere/linked/helper.ts');
});

imports('refuses files that are neither code nor data', () => {
  assert.match(String(resolved('./image.png')), "'.png'");
  assert.match(String(resolved('./legacy.cjs')), "'.cjs'");
});

imports.run();
