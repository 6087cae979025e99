import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as authoring from '../../src/authoring.ts';
import type { Diagnostic } from '../../src/diagnostics.ts';
import type { Migration } from '../../src/migration.ts';
import { openCache } from '../../src/migrations/cache.ts';
import { type CompileOptions, compile } from '../../src/migrations/compile.ts';
import { findMigrationFiles } from '../../src/migrations/find.ts';
import { loadFacts } from '../../src/migrations/load.ts';
import { type Sandbox, openSandbox } from '../../src/sandbox/sandbox.ts';
import { bundledAuthoring, bundledWorker } from '../sandbox/support/bundle.ts';
import { showProblem } from '../sandbox/support/evaluation.ts';
import { type Project, createProject } from '../sandbox/support/project.ts';

const real = openSandbox({ authoring: bundledAuthoring(), worker: bundledWorker(), limits: { steps: 50 } });

/** The sandbox, with the files that it was asked for. */
function watched(): { readonly sandbox: Sandbox; readonly asked: string[] } {
  const asked: string[] = [];
  const evaluate: Sandbox['evaluate'] = (request) => {
    asked.push(request.path.slice(request.territory.project.length + 1));
    return real.evaluate(request);
  };
  return { sandbox: { ...real, evaluate }, asked };
}

interface Run {
  readonly migrations: readonly Migration[];
  readonly problems: readonly Diagnostic[];
  /** What the sandbox was asked to evaluate. */
  readonly asked: readonly string[];
}

async function run(
  project: Project,
  options: Partial<CompileOptions> & { readonly reversed?: boolean; readonly withCache?: string } = {},
): Promise<Run> {
  const { files, problems } = loadFacts(findMigrationFiles([project.path('m')], { project: project.root }).files);
  assert.equal(problems.map(showProblem), []);
  const { territory } = project;
  const { sandbox, asked } = watched();
  const cache = options.withCache !== undefined && {
    cache: openCache({ path: project.path('cache/file'), key: options.withCache, territory }),
  };
  const ordered = options.reversed ? [...files].reverse() : files;
  const compiled = await compile(ordered, {
    territory,
    sandbox,
    authoring,
    compileSql: () => ({ problems: [] }),
    ...options,
    ...cache,
  });
  return { ...compiled, asked };
}

const PLAIN = `import { migration, execute, irreversible } from 'migsql';
export default migration({
  id: 'plain', revises: null,
  upgrade: [execute('a')],
  downgrade: irreversible('why'),
});`;
const COMPUTED = `import { migration, execute } from 'migsql';
import { texts } from './_texts.ts';
import csv from './_rows.csv';
export default migration({
  id: 'computed', revises: ['plain'], dependsOn: ['x'], branchLabels: ['l'], title: 'Computed',
  upgrade: texts.map((text: string) => execute(text + csv.length)),
  downgrade: [],
});`;
const FILES = {
  'm/0001_plain.ts': PLAIN,
  'm/0002_computed.ts': COMPUTED,
  'm/_texts.ts': "export const texts = ['one', 'two'];",
  'm/_rows.csv': 'a,b\n',
};

const compiling = suite('compile');

compiling('makes migrations of files, with checked ops and their places', async () => {
  const { migrations, problems, asked } = await run(createProject(FILES));
  assert.equal(problems, []);
  assert.equal(migrations.map(({ imports }) => imports.map(({ file }) => file)), [[], ['m/_rows.csv', 'm/_texts.ts']]);
  const [plain, computed] = migrations.map(({ sha256, imports, ...rest }) => rest);
  assert.equal(plain, {
    id: 'plain',
    revises: [],
    dependsOn: [],
    branchLabels: [],
    title: '0001_plain',
    file: 'm/0001_plain.ts',
    upgrade: [{ op: 'execute', sql: { sql: ['a'] }, origin: { file: 'm/0001_plain.ts', line: 4, column: 13 } }],
    downgrade: { irreversible: 'why', origin: { file: 'm/0001_plain.ts', line: 5, column: 14 } },
  });
  assert.equal(
    [
      computed?.id,
      computed?.revises,
      computed?.dependsOn,
      computed?.branchLabels,
      computed?.title,
      computed?.downgrade,
    ],
    ['computed', ['plain'], ['x'], ['l'], 'Computed', []],
  );
  assert.equal(computed?.upgrade[1], {
    op: 'execute',
    sql: { sql: ['two4'] },
    origin: { file: 'm/0002_computed.ts', line: 6, column: 40 },
  });
  assert.equal(asked, ['m/0002_computed.ts'], 'what only writes values down needs no interpreter');
});

compiling('gives the same whatever way and in whatever order the files are evaluated', async () => {
  const project = createProject(FILES);
  const first = await run(project);
  const byInterpreter = await run(project, { authoring: {} });
  assert.equal(byInterpreter.asked.length, 2);
  assert.equal(byInterpreter.migrations, first.migrations);
  const reversed = await run(project, { reversed: true });
  assert.equal([...reversed.migrations].reverse(), first.migrations);
});

compiling('evaluates no file but those given', async () => {
  const project = createProject({
    ...FILES,
    'm/0003_bad.ts':
      "import { migration } from 'migsql';\nexport default migration({ id: 'c', revises: null, upgrade: f() });",
  });
  const { files } = loadFacts(findMigrationFiles([project.path('m')], { project: project.root }).files);
  const { sandbox, asked } = watched();
  const { problems } = await compile(files.slice(0, 1), {
    territory: project.territory,
    sandbox,
    authoring,
    compileSql: () => ({ problems: [] }),
  });
  assert.equal([problems, asked], [[], []]);
});

compiling('reports every problem of a run, sorted by place', async () => {
  const head = "import { migration, execute } from 'migsql';\n";
  const { migrations, problems } = await run(
    createProject({
      'm/1.ts': `${head}export default migration({ id: 'a', revises: null, upgrade: [execute('x')], downgrade: 'reverse' });`,
      'm/2.ts': `${head}export default migration({ id: 'b', revises: null, upgrade: [{ op: 'nope' },\n  execute(1 as any)] });`,
      'm/3.ts': `${head}export default migration({ id: 'c', revises: null, upgrade: [] as const, downgrade: 7 });`,
      'm/4.ts': `${head}export default migration({ id: 'd', revises: null, upgrade: (() => { throw new Error('boo'); })() });`,
      'm/5.ts': `${head}const migration2 = 1;\nexport default migration({ id: 'e', revises: null, upgrade: [execute('x')] }`,
      'm/6.ts': `function migration(x: any) { return { ...x, id: 'z', extra: 1 }; }\nexport default migration({ id: 'f', revises: null, upgrade: [] });`,
      'm/7.ts': `const migration = (x: unknown) => [x];\nexport default migration({ id: 'g', revises: null, upgrade: [] });`,
      'm/8.ts': `${head}export default migration({ id: 'h', revises: null, upgrade: 'all' });`,
      'm/9.ts': `${head}export default migration({ id: 'i', revises: null, async upgrade() { return []; } });`,
    }),
  );
  assert.equal(migrations, []);
  assert.equal(
    problems.map(({ code, place }) => `${code} ${place?.file}:${place?.line}`),
    [
      'invalid-migration m/1.ts:2',
      'not-an-op m/2.ts:2',
      'invalid-op m/2.ts:3',
      'invalid-migration m/3.ts:2',
      'evaluation-failed m/4.ts:2',
      'syntax-error m/5.ts:3',
      'unknown-field m/6.ts:undefined',
      'fact-mismatch m/6.ts:2',
      'invalid-migration m/7.ts:undefined',
      'not-an-op m/8.ts:2',
      'not-data m/9.ts:undefined',
    ],
  );
  const mismatch = problems.find(({ code }) => code === 'fact-mismatch');
  assert.equal(mismatch?.details, { fact: 'id', written: '"f"', evaluated: '"z"' });
});

compiling.run();

compiling('refuses origins that are not in the files of the migration, and an answer of any other shape', async () => {
  const codesOf = async (fields: string): Promise<readonly string[]> => {
    const text = `import { migration, execute } from 'migsql';\nconst f = () => 0;\nexport default migration({ id: 'a', revises: null, ${fields} });`;
    const { problems } = await run(createProject({ 'm/1.ts': text }));
    return problems.map(({ code, place }) => `${code} ${place?.file}:${place?.line}`);
  };
  const op = (origin: string): string => `{ op: 'execute', sql: { sql: ['x'] }, origin: ${origin} }`;
  const forged = ['{}', '5', '{ file: 5 }', "{ file: 'other.ts' }", "{ file: 'm/1.ts', line: 0 }", "{ file: 'm/1.ts', line: 1.5 }"];
  for (const origin of forged) {
    assert.equal(await codesOf(`upgrade: [${op(origin)}]`), ['invalid-op m/1.ts:3'], origin);
    assert.equal(
      await codesOf(`upgrade: [{ op: 'forDialect', cases: { default: [${op(origin)}] } }]`),
      ['invalid-op m/1.ts:3'],
      origin,
    );
    const down = `upgrade: [], downgrade: { irreversible: 'why', origin: ${origin} }`;
    assert.equal(await codesOf(down), ['invalid-op m/1.ts:3'], origin);
  }
  assert.equal(await codesOf("upgrade: [], downgrade: { irreversible: 'why', more: 1 }"), ['invalid-migration m/1.ts:3']);
  assert.equal(await codesOf("upgrade: [execute('x')], downgrade: { irreversible: 'why' }"), []);
});

compiling('gives the same for a checkout with CRLF line ends', async () => {
  const files = { ...FILES, 'm/_rows.csv': 'a,b\n1,2\n' };
  const crlf = Object.fromEntries(Object.entries(files).map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]));
  const { migrations } = await run(createProject(files));
  assert.ok(migrations.length > 1);
  assert.equal((await run(createProject(crlf))).migrations, migrations);
});

const caching = suite('cache');

caching('spares the evaluation of what has not changed', async () => {
  const project = createProject(FILES);
  const first = await run(project, { withCache: 'k' });
  assert.equal(first.asked, ['m/0002_computed.ts']);
  const second = await run(project, { withCache: 'k' });
  assert.equal([second.asked, second.problems, second.migrations], [[], [], first.migrations]);
});

caching('does not outlive what the evaluation depends on', async () => {
  const project = createProject(FILES);
  await run(project, { withCache: 'k' });
  const texts = async (): Promise<unknown> => {
    const { migrations } = await run(project, { withCache: 'k' });
    return migrations[1]?.upgrade.map((op) => (op.op === 'execute' ? op.sql.sql[0] : op));
  };
  project.write({ 'm/_texts.ts': "export const texts = ['three'];" });
  assert.equal(await texts(), ['three4'], 'a helper has changed');
  project.write({ 'm/_rows.csv': 'long,er\n' });
  assert.equal(await texts(), ['three8'], 'a data file has changed');
  project.write({ 'm/0002_computed.ts': COMPUTED.replace('text + csv', "text + '!' + csv") });
  assert.equal(await texts(), ['three!8'], 'the file itself has changed');
  assert.is((await run(project, { withCache: 'other' })).asked.length, 1, 'another version of the tool');
});

caching('sees that an import leads elsewhere', async () => {
  const project = createProject({
    ...FILES,
    'm/0002_computed.ts': COMPUTED.replace("'./_texts.ts'", "'./_texts'"),
    'm/_texts.js': "export const texts = ['js'];",
  });
  await run(project, { withCache: 'k' });
  project.write({ 'm/_texts.ts': "export const texts = ['same'];" });
  const before = await run(project, { withCache: 'k' });
  assert.is(before.asked.length, 1);
  rmSync(project.path('m/_texts.ts'));
  const { migrations } = await run(project, { withCache: 'k' });
  assert.equal(
    migrations[1]?.upgrade.map((op) => op.op === 'execute' && op.sql.sql),
    [['js4']],
  );
});

caching('keeps no problems', async () => {
  const project = createProject({
    'm/1.ts':
      "import { migration } from 'migsql';\nexport default migration({ id: 'a', revises: null, upgrade: [1] });",
  });
  for (let n = 0; n < 2; n++)
    assert.equal(
      (await run(project, { withCache: 'k' })).problems.map(({ code }) => code),
      ['not-an-op'],
    );
});

caching('is worth nothing when damaged, and never wrong', async () => {
  const project = createProject(FILES);
  const { migrations } = await run(project, { withCache: 'k' });
  const path = project.path('cache/file');
  const whole = readFileSync(path);
  const damage: (readonly [string, Uint8Array | string])[] = [
    ['empty', ''],
    ['of odd entries', `${whole.toString().split('\n')[0]}\n[[{"file":5},1],[{},{}]]\n{}`],
    ['foreign', '{"some":"thing"}\n\n'],
    ['cut', whole.subarray(0, whole.length - 5)],
    ['cut in the index', whole.subarray(0, 120)],
    ['swapped', whole.toString().replace('"one4"', '"two4"').replace('"a"', '"b"')],
    ['another file', whole.toString().replaceAll('0001_plain', '0002_computed')],
    ['another import', whole.toString().replace('_texts.ts', '_rows.csv')],
    ['longer', `${whole.toString()}garbage`],
  ];
  for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 60)) {
    const flipped = Buffer.from(whole);
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    damage.push([`bit ${at}`, flipped]);
  }
  for (const [name, bytes] of damage) {
    writeFileSync(path, bytes);
    const again = await run(project, { withCache: 'k' });
    assert.equal([again.problems, again.migrations], [[], migrations], name);
  }
});

caching('can be a folder, or unwritable, or written by several at once', async () => {
  const project = createProject({ ...FILES, 'cache/file/x': 'a folder where the file should be' });
  const { migrations } = await run(project, { withCache: 'k' });
  assert.is(migrations.length, 2);
  const busy = createProject(FILES);
  const runs = await Promise.all(Array.from({ length: 8 }, () => run(busy, { withCache: 'k' })));
  for (const each of runs)
    assert.equal(
      each.migrations.map(({ id }) => id),
      ['plain', 'computed'],
    );
  assert.equal((await run(busy, { withCache: 'k' })).asked, []);
  assert.equal(readdirSync(busy.path('cache')), ['file'], 'no draft is left behind');
});

caching('forgets files that are gone', async () => {
  const project = createProject(FILES);
  await run(project, { withCache: 'k' });
  rmSync(project.path('m/0001_plain.ts'));
  project.write({ 'm/0003.ts': PLAIN.replace("'plain'", "'c'") });
  await run(project, { withCache: 'k' });
  assert.not.ok(readFileSync(project.path('cache/file'), 'utf8').includes('0001_plain'));
});

caching.after(() => real.close());
caching.run();
