/** The properties of hermetic evaluation, each against what project code could try. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openSandbox } from '../../src/sandbox/sandbox.ts';
import { bundledWorker } from './support/bundle.ts';
import { createEvaluation } from './support/evaluation.ts';

const { sandbox, project, evaluate, valueOf, problemOf } = createEvaluation(
  {},
  {
    'm/counter.ts': 'let n = 0;\nexport const next = (): number => ++n;\nexport const box = { value: 0 };',
    'm/shared.ts': "export { next } from './counter.ts';",
    'm/data.json': '{ "rows": [1, 2], "__proto__": "own" }',
    'm/rows.csv': 'id,name\n1,"ä"\n',
    'm/query.sql': "SELECT 1; -- 'x'",
    'm/note.txt': '\ufeff`${1}` \\ \u2028',
    'm/broken.json': '{',
    'm/latin.txt': new Uint8Array([0xe9]),
    'm/broken.ts': 'export const a = 1;\nexport const b: = 2;',
    'm/secret.ts': "import './../../etc/passwd';",
    'm/dynamic.ts': "export const load = () => import('./counter.ts');",
  },
);

const authority = suite('no ambient authority');

authority('has nothing of Node and nothing of a browser', async () => {
  const names = [
    ...[
      'process',
      'require',
      'module',
      'exports',
      'global',
      'Buffer',
      'console',
      'fetch',
      'performance',
      'crypto',
      'WebAssembly',
    ],
    ...[
      'setTimeout',
      'setInterval',
      'setImmediate',
      'queueMicrotask',
      'navigator',
      'Worker',
      'XMLHttpRequest',
      'Deno',
      'Bun',
    ],
    ...[
      'std',
      'os',
      'bjson',
      'print',
      'scriptArgs',
      'SharedArrayBuffer',
      'Atomics',
      'WeakRef',
      'FinalizationRegistry',
      'Intl',
    ],
  ];
  assert.equal(await valueOf(`export default ${JSON.stringify(names)}.filter((name) => name in globalThis)`), []);
  assert.equal(await valueOf('export default [typeof __dirname, typeof __filename, Object.keys(import.meta)]'), [
    'undefined',
    'undefined',
    [],
  ]);
});

authority('leads from no value to a Function that compiles text', async () => {
  const ways = [
    "globalThis.constructor.constructor('return 1')()",
    "(() => {}).constructor('return 1')()",
    "(function* () {}).constructor('yield 1')",
    "(async () => {}).constructor('return 1')",
    "(async function* () {}).constructor('return 1')",
    "new Function('return 1')()",
    "Reflect.construct(Function, ['return 1'])",
    "eval('1')",
    "(0, eval)('1')",
    "migration.constructor('return 1')()",
  ];
  for (const way of ways) {
    const { code, details } = await problemOf(
      `import { migration } from 'migsql';\nexport default [migration, ${way}]`,
    );
    assert.is(code, 'not-available', way);
    assert.match((details as { name: string }).name, /^(Function|eval)\(\)$/, way);
  }
});

authority('gives nothing away through errors and their stacks', async () => {
  const probe = `
    let seen = 'not called';
    try { Error.prepareStackTrace = (_, sites) => { seen = typeof sites; return sites; }; } catch { seen = 'refused'; }
    let stack = '';
    try { null.x } catch (error) { stack = error.stack; }
    export default { seen, leaks: /node|quickjs|worker|\\/tmp/i.test(stack), type: typeof stack };`;
  assert.equal(await valueOf(probe), { seen: 'refused', leaks: false, type: 'string' });
});

authority('says what to use instead of what is missing', async () => {
  const { code, place, hint } = await problemOf('const x: number = 1;\n\nexport default process.env.HOME;');
  assert.is(code, 'not-available');
  assert.equal(place, { file: place?.file, line: 3, column: 16 });
  assert.match(hint ?? '', 'data file');
});

authority('lets only JSON out, and says where something else stands', async () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['{ a: [1, NaN] }', 'a[1]', 'NaN'],
    ['{ a: -Infinity }', 'a', '-Infinity'],
    ['[{ "odd key": () => 1 }]', '[0]["odd key"]', 'a function'],
    ['[undefined]', '[0]', 'undefined'],
    ['[, 1]', '[0]', 'undefined'],
    ['{ a: 1n }', 'a', 'a bigint'],
    ['{ a: Symbol() }', 'a', 'a symbol'],
    ['{ at: new Date(0) }', 'at', 'a Date'],
    ['new Map()', '', 'an instance of Map'],
    ['new (class Money {})()', '', 'an instance of Money'],
    ['{ toJSON: () => 1 }', 'toJSON', 'a function'],
    ['Object.defineProperty({}, "toJSON", { value: () => undefined })', '', 'undefined'],
    ['new Proxy({}, { get: () => () => undefined })', '', 'undefined'],
  ];
  for (const [source, path, found] of cases) {
    const problem = await problemOf(`export default ${source}`);
    assert.is(problem.code, 'not-data', source);
    assert.equal(problem.details, { path, found }, source);
  }
  const cyclic = await problemOf('const a: any = {}; a.a = a; export default a;');
  assert.match((cyclic.details as { found: string }).found, 'nested deeper than 100 levels');
  assert.equal(
    await valueOf('export default { a: undefined, b: [null, true, "\\u0000", 1e21, -0], c: Object.create(null) }'),
    {
      b: [null, true, '\0', 1e21, 0],
      c: {},
    },
  );
});

authority('has nothing to wait for', async () => {
  for (const source of [
    'await 0; export default 1',
    'export default Promise.resolve(1)',
    'export default (async () => 1)()',
  ]) {
    assert.is((await problemOf(source)).code, 'asynchronous-module', source);
  }
  const method = await problemOf('export default { upgrade: async () => [] }');
  assert.equal(method.details, { path: 'upgrade', found: 'a function' });
  assert.is((await problemOf('export const a = 1;')).code, 'no-default-export');
});

authority.run();

const determinism = suite('determinism');

determinism('has no clock, no chance, no locale and no time zone', async () => {
  const calls = [
    'Date.now()',
    'new Date()',
    'Date()',
    'new Date(2024, 0, 1)',
    "new Date('2024-01-01T00:00')",
    "new Date('January 1, 2024')",
    "Date.parse('1/2/2024')",
    'Math.random()',
    'new Date(0).getHours()',
    'new Date(0).setDate(1)',
    'new Date(0).getTimezoneOffset()',
    'new Date(0).toString()',
    '`${new Date(0)}`',
    'new Date(0).toLocaleDateString()',
    '(1234.5).toLocaleString()',
    '[1].toLocaleString()',
    '10n.toLocaleString()',
    "'a'.localeCompare('b')",
    "'i'.toLocaleUpperCase('tr')",
  ];
  for (const call of calls) {
    const problem = await problemOf(`\n  export default String(${call})`);
    assert.is(problem.code, 'not-available', call);
    assert.is(problem.place?.line, 2, call);
    assert.ok((problem.hint ?? '').length > 10, call);
  }
});

determinism('keeps the dates that mean the same everywhere', async () => {
  const source = `export default [
    new Date('2024-01-02T03:04:05Z').toISOString(),
    new Date('2024-01-02T03:04:05.5+02:00').toJSON(),
    new Date('2024-01-02').getUTCDay(),
    new Date(Date.UTC(2024, 1, 29)).getTime(),
    new Date(new Date(5)).valueOf(),
    Date.parse('2024-01-02T00:00:00Z') - Number(new Date('2024-01-01')),
    new Date(0) instanceof Date,
    new (class Day extends Date { iso() { return this.toISOString(); } })(0).iso(),
  ]`;
  assert.equal(await valueOf(source), [
    '2024-01-02T03:04:05.000Z',
    '2024-01-02T01:04:05.500Z',
    2,
    1709164800000,
    5,
    86400000,
    true,
    '1970-01-01T00:00:00.000Z',
  ]);
});

determinism('keeps the order of insertion in objects, sets and maps', async () => {
  const source = `const keys = ['z', 'b', 'a', '10', '2'];
    export default [Object.keys(Object.fromEntries(keys.map((k) => [k, 1]))), [...new Set(keys)], [...new Map(keys.map((k) => [k, 1])).keys()]]`;
  assert.equal(await valueOf(source), [
    ['2', '10', 'z', 'b', 'a'],
    ['z', 'b', 'a', '10', '2'],
    ['z', 'b', 'a', '10', '2'],
  ]);
});

determinism('is the same for a migration whatever was evaluated before it', async () => {
  const vandals = [
    'Array.prototype.map = () => [];',
    'Array.prototype.extra = 1;',
    'Object.prototype.toString = () => "x";',
    'Object.prototype.polluted = 1;',
    'String.prototype.trim = null;',
    '(globalThis as any).leak = 1;',
    'JSON.stringify = () => "1";',
    'Object.defineProperty(Number.prototype, "x", { value: 1 });',
    'Object.setPrototypeOf(Array.prototype, null);',
    '(function* () {}).prototype.__proto__.next = 1;',
    'Object.getPrototypeOf([][Symbol.iterator]()).next = 1;',
    'Object.getPrototypeOf(Uint8Array).from = 1;',
    'Symbol.prototype.description2 = 1;',
    'Reflect.get = null; ',
    'delete (Math as any).max;',
  ];
  for (const vandal of vandals) {
    const problem = await problemOf(`${vandal}\nexport default 1`);
    assert.is(problem.code, 'evaluation-failed', vandal);
    assert.is((problem.details as { name: string }).name, 'TypeError', vandal);
  }
  for (const name of [
    'execute.calls = 1',
    'types.mine = 1',
    'Object.getPrototypeOf(types.text).x = 1',
    'execute.prototype.x = 1',
  ]) {
    const problem = await problemOf(
      `import { execute, types } from 'migsql';\n${name};\nexport default [execute, types]`,
    );
    assert.is((problem.details as { name: string }).name, 'TypeError', name);
  }
  assert.equal(await valueOf("export default [[1].map((x) => x + 1), typeof leak, ' a '.trim(), String({})]"), [
    [2],
    'undefined',
    'a',
    '[object Object]',
  ]);
});

determinism('freezes without forbidding what people write', async () => {
  const source = `
    class NotFound extends Error { constructor(m: string) { super(m); this.name = 'NotFound'; } }
    const o: any = {}; o.toString = () => 'mine'; o.constructor = 1; o.valueOf = 2;
    enum Odd { toString = 'a', hasOwnProperty = 'b' }
    function Old(this: any) { this.x = 1; } Old.prototype.toString = function () { return 'old'; };
    const error = new Error('x'); error.message = 'y';
    export default [new NotFound('a').name, String(o), Odd.toString, String(new (Old as any)()), error.message, Object.keys(o)];`;
  assert.equal(await valueOf(source), ['NotFound', 'mine', 'a', 'old', 'y', ['toString', 'constructor', 'valueOf']]);
});

determinism('gives every migration helpers of its own', async () => {
  const source = `import { next } from './counter.ts'; import { next as again } from './shared.js'; import { box } from './counter';
    box.value++;
    export default [next(), again(), box.value];`;
  assert.equal(await valueOf(source), [1, 2, 1], 'within a migration a helper is one module');
  assert.equal(await valueOf(source), [1, 2, 1], 'the next migration starts afresh');
  assert.equal(await valueOf(source, 'same.ts'), [1, 2, 1]);
  assert.equal(await valueOf(source, 'same.ts'), [1, 2, 1], 'and so does the same one');
});

determinism.run();

const imports = suite('imports');

imports('reads data files as data', async () => {
  const source = `import json from './data.json' with { type: 'json' }; import csv from './rows.csv';
    import query from './query.sql'; import note from './note.txt';
    export default [json.rows, Object.keys(json), Object.getPrototypeOf(json) === Object.prototype, csv, query, note]`;
  assert.equal(await valueOf(source), [
    [1, 2],
    ['rows', '__proto__'],
    true,
    'id,name\n1,"ä"\n',
    "SELECT 1; -- 'x'",
    '`${1}` \\ \u2028',
  ]);
});

imports('lists every file that was read, with its hash and how it was reached', async () => {
  const evaluation = await evaluate("import './shared.ts';\nimport './rows.csv';\nexport default 1");
  assert.ok('imports' in evaluation);
  assert.equal(
    evaluation.imports.map(({ importer, specifier, file }) => [importer.replace(/\d+/, 'N'), specifier, file]).sort(),
    [
      ['m/N.ts', './rows.csv', 'm/rows.csv'],
      ['m/N.ts', './shared.ts', 'm/shared.ts'],
      ['m/shared.ts', './counter.ts', 'm/counter.ts'],
    ],
  );
  const csv = evaluation.imports.find(({ file }) => file === 'm/rows.csv');
  const { createHash } = await import('node:crypto');
  assert.is(csv?.sha256, createHash('sha256').update('id,name\n1,"ä"\n').digest('hex'));
});

imports('names the import that it refuses, and its place', async () => {
  const refusals: readonly (readonly [string, string, string])[] = [
    ["import fs from 'node:fs';\nexport default fs", 'node:fs', '1:16'],
    ["\nimport { a } from 'lodash';\nexport default a", 'lodash', '2:19'],
    ["import a from '../../outside.ts';\nexport default a", '../../outside.ts', '1:15'],
    ["export * from '/etc/passwd'; export default 1", '/etc/passwd', '1:15'],
    ["import 'https://example.org/x.js'; export default 1", 'https://example.org/x.js', '1:8'],
    ["const x = 'import(';\n  const y = import('node:fs');\nexport default [x, y]", 'node:fs', '2:13'],
    ['const name = "fs"; import(name); export default 1', '…', '1:20'],
  ];
  for (const [source, specifier, place] of refusals) {
    const problem = await problemOf(source);
    assert.is(problem.code, 'forbidden-import', source);
    assert.is((problem.details as { specifier: string }).specifier, specifier);
    assert.is(`${problem.place?.line}:${problem.place?.column}`, place, source);
  }
  const required = await problemOf("export default require('fs')");
  assert.is(required.code, 'not-available');
});

imports('finds what is wrong in imported files at their own places', async () => {
  const at = async (source: string): Promise<readonly unknown[]> => {
    const { code, place } = await problemOf(source);
    return [code, place?.file, place?.line];
  };
  assert.equal(await at("import { a } from './broken.ts'; export default a"), ['syntax-error', 'm/broken.ts', 2]);
  assert.equal(await at("import a from './broken.json'; export default a"), [
    'invalid-data-file',
    'm/broken.json',
    undefined,
  ]);
  assert.equal(await at("import a from './latin.txt'; export default a"), ['not-utf8', 'm/latin.txt', undefined]);
  assert.equal(await at("import './secret.ts'; export default 1"), ['forbidden-import', 'm/secret.ts', 1]);
  assert.equal(await at("import { load } from './dynamic.ts'; export default load()"), [
    'forbidden-import',
    'm/dynamic.ts',
    1,
  ]);
  const missing = await problemOf("\nimport a from './nowhere.ts'; export default a");
  assert.equal([missing.code, missing.place?.line, missing.place?.column], ['missing-import', 2, 15]);
  const unknown = await problemOf(
    "import {\n  migration,\n  execut,\n} from 'migsql';\nexport default [migration, execut]",
  );
  assert.equal([unknown.code, unknown.place?.line, unknown.place?.column], ['unknown-export', 3, 3]);
  assert.equal(unknown.details, { name: 'execut', module: 'migsql', suggestions: ['execute'] });
});

imports('says what a name that is not there was meant to be', async () => {
  const found = async (source: string): Promise<readonly unknown[]> => {
    const { code, place, hint } = await problemOf(`import { types } from 'migsql';\nexport default ${source}`);
    return [code, place?.line, place?.column, hint];
  };
  assert.equal(await found('types.txet()'), ['unknown-type', 2, 22, 'Did you mean types.text?']);
  assert.equal(await found('types.clob()'), ['unknown-type', 2, 22, 'Did you mean types.text?']);
  assert.equal(await found('[types\r\n  ?.ünheard()]'), ['evaluation-failed', 3, 5, FAILS]);
  assert.equal(await found('[types\n  .geometry()]'), ['unknown-type', 3, 4, ANY_TYPE]);
  assert.equal(await found('types.text().text()'), ['evaluation-failed', 2, 29, FAILS]);
  assert.equal(await found("(types.text() as any)['clob']()"), ['evaluation-failed', 2, 45, FAILS]);
  assert.equal(await found('execute()'), ['unknown-name', 2, 16, "Import it: import { execute } from 'migsql';"]);
  assert.equal(await found('excute()'), ['unknown-name', 2, 16, 'Did you mean execute?']);
  assert.equal(await found('wholly()'), ['unknown-name', 2, 16, 'Correct the name, or import it at the top of the file.']);
});

const FAILS = 'The file fails while it is evaluated; correct the line named.';
const ANY_TYPE = "The types are text; types.native('…') takes any other.";

imports('drops imports of types alone', async () => {
  assert.is(
    await valueOf(
      "import type { X } from './nowhere.ts'; import { type Y } from 'migsql'; import { Z } from 'migsql';\ntype All = [X, Y, Z];\nexport default 1",
    ),
    1,
  );
});

imports.run();

const closing = suite('sandbox');

closing('takes many requests at once and answers each', async () => {
  const texts = Array.from(
    { length: 600 },
    (_, index) => `import { execute } from 'migsql';\nexport default [${index}, execute('x')]`,
  );
  const evaluations = await Promise.all(
    texts.map((text, index) =>
      sandbox.evaluate({ path: project.path(`m/many${index}.ts`), text, territory: project.territory }),
    ),
  );
  evaluations.forEach((evaluation, index) => {
    assert.ok('json' in evaluation);
    const origin = { file: `m/many${index}.ts`, line: 2, column: `export default [${index}, `.length + 1 };
    assert.equal(JSON.parse(evaluation.json), [index, { op: 'execute', sql: 'x', origin }]);
  });
});

closing('ends its thread', async () => {
  await sandbox.close();
  assert.is(await valueOf('export default 1'), 1, 'and starts another when it is used again');
  await sandbox.close();
});

closing('says so when it cannot work itself', async () => {
  const request = { path: project.path('m/x.ts'), text: 'export default 1', territory: project.territory };
  const gone = openSandbox({ authoring: '', worker: new URL('file:///nowhere/worker.mjs') });
  for (let n = 0; n < 2; n++) {
    const error = await gone.evaluate(request).catch((thrown) => thrown);
    assert.is(error.code, 'sandbox-failed');
  }
  const broken = openSandbox({ authoring: 'export const = 1', worker: bundledWorker() });
  const error = await broken.evaluate(request).catch((thrown) => thrown);
  assert.is(error.code, 'sandbox-failed');
  const closed = openSandbox({ authoring: '', worker: bundledWorker() });
  const pending = closed.evaluate(request).catch((thrown) => thrown);
  await closed.close();
  assert.is((await pending).code, 'sandbox-failed');
  await Promise.all([gone.close(), broken.close()]);
});

closing('keeps no process alive that has nothing to wait for', async () => {
  const idle = openSandbox({ authoring: '', worker: bundledWorker() });
  await idle.evaluate({ path: project.path('m/x.ts'), text: 'export default 1', territory: project.territory });
});

closing.run();
