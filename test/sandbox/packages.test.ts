/** Packages that an evaluation may import: found by their `exports`, closed to everything else. */
import { symlinkSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { resolveImport } from '../../src/sandbox/imports.ts';
import { openSandbox } from '../../src/sandbox/sandbox.ts';
import { bundledWorker } from './support/bundle.ts';
import { showProblem } from './support/evaluation.ts';
import { AUTHORING_STUB, createProject } from './support/project.ts';

const project = createProject({
  'node_modules/pack/index.js': "export { twice } from './deep/twice.js';\nexport const fail = () => missing();",
  'node_modules/pack/deep/twice.js': 'export const twice = (n) => n * 2;',
  'node_modules/pack/up.js': "export * from '../other/index.js';",
  'node_modules/pack/bare.js': "export * from 'other';",
  'node_modules/other/index.js': 'export const other = 1;',
});
symlinkSync(project.path('node_modules/other/index.js'), project.path('node_modules/pack/link.js'));

const exports = {
  '.': { types: './index.d.ts', import: { types: './index.d.ts', default: './index.js' }, require: './index.cjs' },
  './twice': './deep/twice.js',
  './in/*': { default: './deep/*.js' },
  './gone': './gone.js',
  './out': '../other/index.js',
  './link': './link.js',
  './up': './up.js',
  './bare': './bare.js',
};
const territory = { ...project.territory, packages: { pack: { folder: project.path('node_modules/pack'), exports } } };

const resolved = (specifier: string, importer = 'm/0001.ts'): unknown => {
  const found = resolveImport(specifier, project.path(importer), territory);
  if (found.kind === 'refused') return 'reason' in found.details ? found.details.reason : found.code;
  return found.kind === 'authoring' ? found.kind : `${found.kind} ${found.path.slice(project.root.length + 1)}`;
};

const packages = suite('packages');

packages('are found by what their exports say of ES modules', () => {
  assert.is(resolved('pack'), 'package node_modules/pack/index.js');
  assert.is(resolved('pack/twice'), 'package node_modules/pack/deep/twice.js');
  assert.is(resolved('pack/in/twice'), 'package node_modules/pack/deep/twice.js');
  assert.is(resolved('./deep/twice.js', 'node_modules/pack/index.js'), 'package node_modules/pack/deep/twice.js');
});

packages('are closed to all that is not theirs', () => {
  const ONLY = "packages cannot be imported, only 'migsql' and 'pack'";
  assert.is(resolved('packs'), ONLY);
  assert.is(resolved('other'), ONLY);
  assert.is(resolved('other', 'node_modules/pack/bare.js'), ONLY);
  assert.is(resolved('pack/gone'), 'missing-import');
  assert.is(resolved('pack/out'), 'missing-import');
  assert.is(resolved('pack/link'), 'missing-import');
  assert.is(resolved('../other/index.js', 'node_modules/pack/up.js'), 'missing-import');
  assert.is(resolved('../../m/0001.ts', 'node_modules/pack/index.js'), 'missing-import');
  assert.is(resolveImport('pack', project.path('m/0001.ts'), project.territory).kind, 'refused');
});

packages('are evaluated, and what fails in them is placed where it was called', async () => {
  const sandbox = openSandbox({ authoring: AUTHORING_STUB, worker: bundledWorker() });
  const evaluate = async (text: string): Promise<unknown> => {
    const evaluation = await sandbox.evaluate({ path: project.path('m/0001.ts'), text, territory });
    return 'json' in evaluation ? JSON.parse(evaluation.json) : evaluation.problems.map(showProblem);
  };
  assert.is(await evaluate("import { twice } from 'pack';\nexport default twice(21 as number);"), 42);
  assert.equal(await evaluate("import { fail } from 'pack';\nexport default\n  fail();"), ["unknown-name m/0001.ts:3:3 'missing' is not defined"]);
  assert.equal(await evaluate("import * as up from 'pack/up';\nexport default up;"), [
    "missing-import node_modules/pack/up.js:1:15 the import '../other/index.js' does not exist",
  ]);
  await sandbox.close();
});

packages.run();
