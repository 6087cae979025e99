import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatPlace } from '../../src/diagnostics.ts';
import { createEvaluation } from './support/evaluation.ts';

const { sandbox, problemOf, valueOf } = createEvaluation(
  {},
  {
    'm/helper.ts':
      "import { execute } from 'migsql';\ninterface A { a: 1 }\n\nexport const twice = (text: string) => [\n  execute(text),\n    execute<A>(text),\n];\nexport const fail = (): never => {\n  throw new RangeError('no');\n};",
  },
);

interface Authored {
  readonly op?: string;
  readonly origin?: { readonly file: string; readonly line: number; readonly column: number };
}

const places = async (source: string): Promise<readonly string[]> => {
  const value = await valueOf(source, 'p.ts');
  return (value as readonly Authored[]).flat().map(({ origin }) => (origin ? formatPlace(origin) : 'none'));
};

/** The source with `▸` before each place that is expected. */
function marked(source: string): { readonly text: string; readonly expected: readonly string[] } {
  const expected: string[] = [];
  const text = source.split('▸').reduce((before, after) => {
    const lines = before.split('\n');
    expected.push(`m/p.ts:${lines.length}:${(lines.at(-1) ?? '').length + 1}`);
    return before + after;
  });
  return { text, expected };
}

const positions = suite('positions');

positions('of ops are where their builders are called, in the TypeScript source', async () => {
  const { text, expected } = marked(`import { execute, forDialect, irreversible } from 'migsql';
import type { Op } from 'migsql';

/* a comment
   of two lines */
type Kind = {
  readonly a: string;
};
interface More extends Kind { b: Kind['a'] }
enum Level { Low, High }
namespace Names { export const table = 'x'; }
declare const unused: number;
const cast = (<string>'é😀ü') as string, op = ▸execute(cast satisfies string);
function make<T extends string>(this: void, text: T): unknown { return ▸execute(text as string); }
abstract class Base { constructor(protected readonly x: string) {} abstract go(): void; }

export default [
  op,
  make('y'), ▸execute(Names.table), /* 😀 */ ▸execute(\`\${Level.High}\`),
  ...['a', 'b'].map((text: string) => ▸execute(text!)),
    ▸irreversible(
      'why',
    ),
] as unknown[];
`);
  const found = await places(text);
  const [op, make, table, level, map, irreversible] = expected;
  assert.equal(found, [op, make, table, level, map, map, irreversible]);
});

positions('of ops inside ops are their own', async () => {
  const { text, expected } = marked(
    "import { execute, forDialect } from 'migsql';\nexport default ▸forDialect({\n  mssql: [▸execute('a')],\n  default: [\n    ▸forDialect({ mysql: [▸execute('b')] }) ],\n});",
  );
  const outer = (await valueOf(text, 'p.ts')) as {
    origin: Authored['origin'];
    cases: { mssql: Authored[]; default: { origin: Authored['origin']; cases: { mysql: Authored[] } }[] };
  };
  const inner = outer.cases.default[0];
  const found = [outer.origin, outer.cases.mssql[0]?.origin, inner?.origin, inner?.cases.mysql[0]?.origin];
  assert.equal(
    found.map((origin) => origin && formatPlace(origin)),
    expected,
  );
});

positions('of ops that a helper makes are in the helper', async () => {
  assert.equal(await places("import { twice } from './helper.ts';\nexport default twice('x')"), [
    'm/helper.ts:5:3',
    'm/helper.ts:6:5',
  ]);
});

positions('leave data alone that only looks like an origin', async () => {
  const value = { origin: '    at f (m/p.ts:1:1)', op: 1, list: [{ origin: 'here', op: 'x' }] };
  assert.equal(await valueOf(`export default ${JSON.stringify(value)}`), value);
});

positions('of thrown errors and bad arguments are in the TypeScript source', async () => {
  const at = async (source: string): Promise<string> => {
    const { text, expected } = marked(source);
    const { place, code } = await problemOf(text, 'p.ts');
    assert.is(place && formatPlace(place), expected[0], text);
    return code;
  };
  assert.is(await at("type A = 1;\nenum B { C }\nthrow new ▸Error('x');"), 'evaluation-failed');
  assert.is(await at('interface A { a: 1 }\nconst o: any = null;\nexport default [1,\n  ▸o!.a];'), 'evaluation-failed');
  assert.is(await at('type A = 1;\n\nexport default [▸nowhere];'), 'unknown-name');
  assert.is(
    await at("import { execute } from 'migsql';\ntype A = 1;\nexport default [\n  'é😀', ▸execute(1 as any),\n];"),
    'evaluation-failed',
  );
  const { place, message } = await problemOf("import { fail } from './helper.ts';\nexport default fail()");
  assert.is(place && formatPlace(place), 'm/helper.ts:9:13');
  assert.is(message, 'RangeError: no');
});

positions('of syntax errors count characters as editors do', async () => {
  const { code, place } = await problemOf("const a = 'é😀'; const b: = 1;\nexport default a;", 'p.ts');
  assert.equal(
    [code, place],
    ['syntax-error', { file: 'm/p.ts', line: 1, column: "const a = 'é😀'; const b: ".length + 1 }],
  );
  const two = await problemOf('export default 1;\nexport default 2;', 'p.ts');
  assert.equal([two.code, two.place?.line], ['syntax-error', 2]);
  const using = await problemOf('{\n  using x = null;\n}\nexport default 1;', 'p.ts');
  assert.equal([using.code, using.place?.line], ['syntax-error', 2]);
});

positions('of what is thrown without a stack are the file', async () => {
  for (const thrown of ["'text'", 'null', '{ message: 1 }', 'new Proxy({}, { get() { throw 1; } })']) {
    const { code, place } = await problemOf(`throw ${thrown};`, 'p.ts');
    assert.equal([code, place], ['evaluation-failed', { file: 'm/p.ts' }], thrown);
  }
});

positions('are found far into a long source', async () => {
  const rows = Array.from({ length: 3000 }, (_, index) => `  { id: ${index}, name: 'row ${index}' as string },`);
  const { text, expected } = marked(
    `import { execute } from 'migsql';\nconst rows: unknown[] = [\n${rows.join('\n')}\n];\nexport default [▸execute(String(rows.length)), ▸execute('b')];`,
  );
  assert.equal(await places(text), expected);
});

positions('are found in files of any name', async () => {
  for (const name of ['a (1).ts', '(b).ts', 'c).ts', '<d>.ts', 'at e:1:2 é.ts']) {
    const [op, made] = (await valueOf(
      "import { execute } from 'migsql';\nconst make = () => execute('b');\nexport default [execute('a'), make()];",
      name,
    )) as readonly Authored[];
    assert.equal(
      [op?.origin, made?.origin],
      [
        { file: `m/${name}`, line: 3, column: 17 },
        { file: `m/${name}`, line: 2, column: 20 },
      ],
    );
  }
});

positions('of ten thousand ops are found', async () => {
  for (const gap of ['\n', ' ']) {
    const found = await places(
      `import { execute } from 'migsql';\nexport default [${`execute('a'),${gap}`.repeat(10_000)}];`,
    );
    assert.is(found.at(-1), gap === ' ' ? 'm/p.ts:2:140003' : 'm/p.ts:10001:1');
  }
});

positions('bear origins that an author forged', async () => {
  const value = await valueOf(
    "export default [{ origin: '\\0' + 'x\\n'.repeat(1e7) }, { origin: '\\0' + 'at '.repeat(2e5) }, { origin: '\\0    at f (m/p.ts:1e9:1)' }]",
    'p.ts',
  );
  assert.equal(value, Array(3).fill({ origin: { file: 'm/p.ts' } }));
});

positions.after(() => sandbox.close());
positions.run();
