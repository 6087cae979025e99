/** Folding is a second evaluator: whatever it gives must be what the interpreter gives, byte for byte. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as authoring from '../../src/authoring.ts';
import { foldFile } from '../../src/sandbox/fold/file.ts';
import type { EvaluationRequest } from '../../src/sandbox/request.ts';
import { openSandbox } from '../../src/sandbox/sandbox.ts';
import { bundledAuthoring, bundledWorker } from './support/bundle.ts';
import { createProject } from './support/project.ts';

const RUNS = 300 * Number(process.env['MIGSQL_TEST_SCALE'] ?? 1);

const sandbox = openSandbox({ authoring: bundledAuthoring(), worker: bundledWorker() });
const project = createProject({
  'm/rows.json': '[{ "id": 1, "__proto__": 2, "name": "ä" }]',
  'm/rows.csv': '\ufeffid,name\n1,x\n',
  'm/helper.ts': 'export const a = 1;',
});

const requestOf = (text: string, name = 'm/f.ts'): EvaluationRequest => ({
  path: project.path(name),
  text,
  territory: project.territory,
});

async function evaluated(request: EvaluationRequest): Promise<{ json?: string; imports?: unknown }> {
  const evaluation = await sandbox.evaluate(request);
  return 'json' in evaluation ? evaluation : { json: JSON.stringify(evaluation.problems) };
}

/** Folds and evaluates; says whether folding sufficed. */
async function compare(request: EvaluationRequest): Promise<boolean> {
  const folded = foldFile(request, authoring);
  if (!folded) return false;
  const { json, imports } = await evaluated(request);
  assert.is(JSON.stringify(folded.value), json, request.text);
  assert.equal(folded.imports, imports, request.text);
  return true;
}

const HEAD = `import { migration, createTable, addColumn, alterColumn, bulkInsert, execute, forDialect, irreversible, column, types,
  sql, name, literal, raw, list, now, primaryKey, check, asc, createIndex as index, type Op } from 'migsql';\n`;

const fold = suite('fold');

fold('gives what the interpreter gives for the migrations of the example', async () => {
  const root = fileURLToPath(new URL('../../examples/shop/', import.meta.url));
  const files = readdirSync(`${root}migrations`, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const territory = { project: root, folders: [`${root}migrations`] };
  const sufficed = await Promise.all(
    files.map((file) =>
      compare({
        path: `${root}migrations/${file}`,
        text: readFileSync(`${root}migrations/${file}`, 'utf8'),
        territory,
      }),
    ),
  );
  assert.ok(sufficed.filter(Boolean).length > files.length / 2, 'and suffices for most of them');
});

fold('understands migrations as people write them', async () => {
  const sources = [
    `export default migration({ id: 'a', revises: null, upgrade: [] });`,
    `import type { Other } from './nowhere.ts'
const table = 'account' as const
const TYPES: Record<string, readonly string[]> = { state: ['new', 'old'], }
// a comment / with 'quotes'
export default migration({
  id: 'a', 'revises': ['b', "c"], title: \`a
title\`, branchLabels: [],
  upgrade: [
    createTable(table, [
      column('id', types.bigint(), { nullable: false, identity: true }), /* here */
      column("state", types.enum('state', TYPES.state!), { default: 'new' }),
      column('price', types.numeric(10, 2), { default: -1.50 }), column('big', types.bigint(), { default: 9007199254740993n }),
      column('at', types.timestamp({ zone: true, }), { default: now(), comment: 'é😀\\u0041\\n' + 'more' + \` \${table}\` }),
      primaryKey(['id'], { name: 'pk' }), check(sql\`price >= \${literal(0)} AND \${name('state')} <> \${raw("'x'")}\`),
    ]),
    index('ix', table, [asc('state'), sql\`lower(\${name('state')})\`], { unique: true }),
    (execute({ mssql: 'SELECT 1', default: sql\`SELECT \${list([literal(1), literal('\\\\')])}\` }, { reverse: 'SELECT 2', transactional: false })),
    forDialect({ mysql: [execute(\`a\`)], default: [] }) satisfies Op,
    bulkInsert(table, [{ id: 0x10, 'state': null, 3: true, "1": false }]),
  ],
  downgrade: irreversible('why'),
} as const);`,
    `import rows from './rows.json' with { type: 'json' };\nimport csv from './rows.csv';\nconst used = { rows, csv };\nexport default used`,
    `const a = undefined; const b: string | null | undefined = null;\nexport default [a === b]`.replace('a === b', 'b'),
    `export default [1e3, .5, 0b11, 0o17, 1_000, -0.5, 1.e2, true, false, null, "", 'a\\\nb'];`,
  ];
  for (const source of sources) assert.ok(await compare(requestOf(HEAD + source)), `folds ${source.slice(0, 80)}`);
});

fold('leaves to the interpreter what is more than values written down, or wrong', () => {
  const sources = [
    'export default [1].map((x) => x)',
    'let a = 1; export default a',
    'const [a] = [1]; export default a',
    'export default { ...{ a: 1 } }',
    'export default [...[1]]',
    'export default { get a() { return 1; } }',
    'export default { a() {} }',
    'export default { ["a"]: 1 }',
    'export default { __proto__: { a: 1 } }',
    'export default { "__proto__": null }',
    'export default 1 + 2',
    'export default "a" + 1',
    'export default "a".length',
    'export default [1].length',
    'export default types.constructor',
    'export default execute.name',
    'export default types.text',
    'export default [types]',
    'export default () => 1',
    'export default -0',
    'export default 1e999',
    'export default 1n',
    'export default undefined',
    'export default [undefined]',
    'export default { a: undefined }',
    'export default [1, , 2]',
    'export default 017',
    'export default "\\1"',
    'export default a; const a = 1;',
    'const a = a; export default a;',
    'const a = 1; const a = 2; export default a;',
    'const a = 1 const b = 2; export default a;',
    'const let = 1; export default 1;',
    'const true = 1; export default 1;',
    'export default { true }',
    "import type { Op } from 'elsewhere'; export default 1",
    'const Op = 1; export default 1',
    'export default Op',
    'export default execute(execute("a"))',
    'const a = [execute("a")]; export default bulkInsert("t", a)',
    'export default nowhere',
    'export default 1; export default 2;',
    'export default 1; const b = 2;',
    'export default execute(1, ',
    'export default `${1}`',
    "export default sql`${'x'}`",
    'export default bulkInsert("t", [{ a: 1 }, { b: 2 }])',
    'export default (1 as unknown as { a: string })',
    'enum A { B } export default A.B',
    "import { a } from './helper.ts'; export default a",
    "import all from './helper.ts'; export default all",
    "import * as all from './rows.json'; export default all",
    "import gone from './gone.json'; export default gone",
    "import { nope } from 'migsql'; export default nope",
    "import fs from 'node:fs'; export default fs",
    "import './helper.ts'; export default 1",
    'if (true) {} export default 1',
    'export const a = 1; export default a',
    '"use strict"; export default 1',
    'export default 1 / 2',
    'export default /a/',
    'export default new Date(0)',
    `export default ${'['.repeat(200)}${']'.repeat(200)}`,
    // Syntax errors that a reader of tokens could pass over.
    'export default column as any("x", types.text())',
    'export default types as any.text()',
    'export default "a" as string!',
    'const a: readonly string = "1"; export default a',
    ...['3as number', '1__0', '1_', '0x_1', '1_.5', '1._5', '1e_5', '0_1', '0b12'].map((n) => `export default ${n}`),
    'export default { \u0660: 1 }',
    'export default 1 /* never closed',
    'export default "x" /*\r*/ as const',
    "import {} from 'nowhere'; export default 1",
    // What a builder was given, and what it made, must not be taken for each other.
    'export default asc({ op: 1, column: "x" })',
    'export default asc({ op: "asc", column: "x" })',
    'export default migration({ irreversible: "x" })',
    'export default column("a", types.text(), { op: "column" })',
    'export default execute`a`',
    'export default irreversible`a`',
    'const o = { now }; export default index("i", "t", { map: 1 })',
    'export default primaryKey(["a"], "xy")',
    'export default execute("a", "xy")',
    // The interpreter marks places so.
    'export default literal({ json: { origin: "\\0x" } })',
    'export default { origin: "\\u0000at m/f.ts:1:1" }',
    // Lines are not counted alike.
    'export default ["\u2028", execute("x")]',
    'export default [1,\r execute("x")]',
    `export default literal(${'9'.repeat(100_000)}n)`,
  ];
  for (const source of sources) assert.is(foldFile(requestOf(HEAD + source), authoring), undefined, source);
});

fold('leaves JavaScript to the interpreter, where an import that is never used stays', async () => {
  const sources = ["import { nope } from 'migsql'; export default 1", 'export default 1 as const', 'export default 1'];
  for (const source of sources) {
    assert.is(foldFile(requestOf(source, 'm/f.js'), authoring), undefined, source);
    assert.is(foldFile(requestOf(source, 'm/f.mjs'), authoring), undefined, source);
    assert.ok(await compare(requestOf(source, 'm/f.mts')), source);
  }
});

fold('reads fifty thousand ops and columns', () => {
  const ops = 'forDialect({ default: [execute("a")] }),\n';
  const columns = (count: number): string => Array.from({ length: count }, (_, i) => `a${i}: 1`).join();
  const sources = [ops.repeat(50_000), ops.replace('\n', ' ').repeat(50_000), `{ ${columns(50_000)} }`];
  for (const source of sources) assert.ok(foldFile(requestOf(`${HEAD}export default [${source}]`), authoring));
});

fold('does no more work than the source is long', () => {
  const doubling = Array.from({ length: 40 }, (_, i) => `const a${i + 1} = [a${i}, a${i}];`).join('\n');
  assert.is(foldFile(requestOf(`const a0 = 'x';\n${doubling}\nexport default a40;`), authoring), undefined);
  const texts = Array.from({ length: 40 }, (_, i) => `const a${i + 1} = a${i} + a${i};`).join('\n');
  assert.is(foldFile(requestOf(`const a0 = 'x';\n${texts}\nexport default a40;`), authoring), undefined);
});

fold('gives what the interpreter gives for random sources', async () => {
  const text = fc.oneof(
    fc.string({ maxLength: 6 }).map((value) => JSON.stringify(value)),
    fc.constantFrom(
      "'it''s'",
      "'a\\\"b'",
      '`t\\n`',
      "`a${'b'}c`",
      "'\\u{1F600}\\x41'",
      '`\r\n`',
      "'a' + 'b'",
      '`${`x`}`',
      'NAME',
      'REC.a',
      'REC.b.c',
    ),
  );
  const scalar = fc.oneof(
    text,
    fc.constantFrom(
      '1',
      '-2.5',
      '0x1f',
      '1e-7',
      '123456789012345678',
      'true',
      'null',
      'undefined',
      '5n',
      '.5',
      'LIST',
      '1e21',
    ),
  );
  const key = fc.oneof(
    fc.constantFrom('a', "'b c'", '"1"', '10', '2', '$', 'op', 'origin', 'constructor', "'é'", 'sql', 'async', 'get', "'4294967294'", "'4294967295'", '0'),
  );
  const { expression } = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      scalar,
      fc.array(tie('expression'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      fc
        .array(fc.tuple(key, tie('expression')), { maxLength: 3 })
        .map((fields) => `{ ${fields.map((field) => field.join(': ')).join(',\n ')} }`),
      tie('expression').map((inner) => `(${inner})`),
      tie('expression').map((inner) => `${inner} as unknown`),
      fc
        .tuple(text, tie('expression'))
        .map(([first, second]) => `column(${first}, types.string(3), { default: ${second} })`),
      fc.tuple(text, tie('expression')).map(([first, second]) => `createTable(${first}, [${second}])`),
      tie('expression').map((inner) => `execute(${inner})`),
      tie('expression').map((inner) => `bulkInsert('t', [{ a: ${inner} }, { a: 1 }])`),
      fc
        .tuple(text, tie('expression'))
        .map(([first, second]) => `execute(sql\`x \${literal(${first})} \\\` \${literal(${second})}\`)`),
      tie('expression').map((inner) => `forDialect({ default: [${inner}] })`),
      text.map((inner) => `irreversible(${inner})`),
    ),
  }));
  let sufficed = 0;
  const bound =
    "const NAME = 'n', ".replace(', ', ';\n') +
    "const LIST: unknown[] = [1, execute('in')];\nconst REC = { a: 'x', b: { c: 'y' } } as const;\n";
  await fc.assert(
    fc.asyncProperty(expression, async (source) => {
      if (await compare(requestOf(`${HEAD}${bound}export default [\n  1, ${source}]`))) sufficed++;
    }),
    { numRuns: RUNS, seed: 21 },
  );
  assert.ok(sufficed > RUNS / 3, `${sufficed} of ${RUNS} were folded`);
});

fold.after(() => sandbox.close());
fold.run();
