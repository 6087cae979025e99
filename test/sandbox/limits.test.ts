import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createEvaluation } from './support/evaluation.ts';

const LOOP = { 'm/loop.ts': 'export const spin = (): number => {\n  let n = 0;\n  while (true) n++;\n};' };
const { sandbox, problemOf, valueOf } = createEvaluation({ steps: 5, seconds: 30, megabytes: 32 }, LOOP);
/** For what only the clock can end. */
const hasty = createEvaluation({ steps: 5, seconds: 0.5, megabytes: 32 });

const limits = suite('limits');

limits('ends endless loops, by the number of steps', async () => {
  const inline = await problemOf('let n = 0;\n\nwhile (true) {\n  n++;\n}\nexport default n');
  assert.is(inline.code, 'time-limit');
  assert.is(inline.place?.file, 'm/1.ts');
  const helper = await problemOf("import { spin } from './loop.ts';\nexport default spin()");
  assert.equal([helper.code, helper.place?.file], ['time-limit', 'm/loop.ts']);
  assert.type(helper.place?.line, 'number');
  const recursive = await problemOf(
    'const f = (n: number): number => (n > 0 ? f(n - 1) + f(n - 1) : 1);\nexport default f(60)',
  );
  assert.is(recursive.code, 'time-limit');
  const caught = await problemOf('for (;;) { try { for (;;); } catch {} finally { } }');
  assert.is(caught.code, 'time-limit', 'it cannot be caught inside');
  const getter = await problemOf('export default { get a() { for (;;); } }');
  assert.is(getter.code, 'time-limit', 'while the value is written as JSON');
});

limits('ends what no step is counted in, by the clock', async () => {
  const regex = await hasty.problemOf("const text = 'a'.repeat(40) + 'b';\nexport default /^(a+)+$/.test(text)");
  assert.is(regex.code, 'time-limit');
  const native = await hasty.problemOf('export default Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)');
  assert.is(native.code, 'time-limit');
  const search = await hasty.problemOf("export default ('a'.repeat(3e6)).indexOf('a'.repeat(1e6) + 'b')");
  assert.is(search.code, 'time-limit');
  assert.is(await hasty.valueOf('export default 1'), 1, 'and goes on with the next migration');
});

limits('ends memory bombs', async () => {
  const list = await problemOf(
    'const all: string[] = [];\nfor (let n = 0; ; n++) all.push("x".repeat(1000) + n);\nexport default all',
  );
  assert.equal([list.code, list.place?.line], ['memory-limit', 2]);
  const repeat = await problemOf('export default "x".repeat(2 ** 29)');
  assert.is(repeat.code, 'memory-limit');
  const fill = await problemOf('\nexport default new Uint8Array(2 ** 28)');
  assert.equal([fill.code, fill.place?.line], ['memory-limit', 2]);
  const json = await problemOf(
    'let a: unknown[] = ["xxxxxxxxxxxxxxxx"]; for (let i = 0; i < 40; i++) a = [a, a];\nexport default JSON.stringify(a)',
  );
  assert.is(json.code, 'memory-limit');
  const tooLong = await problemOf('export default "x".repeat(2 ** 30)');
  assert.is(tooLong.code, 'evaluation-failed', 'a text longer than the language allows is an error of its own');
});

limits('counts the memory of one migration, not of those before it', async () => {
  const kilobytes =
    'const a = Array.from({ length: 60_000 }, (_, i) => ({ i, text: "x" + i }));\nexport default a.length';
  for (let n = 0; n < 12; n++)
    assert.is(await valueOf(kilobytes), 60_000, `the ${n + 1}th of several that keep memory`);
});

limits('counts so also where a program catches that there is no more', async () => {
  const { evaluate, sandbox: own } = createEvaluation({ megabytes: 32 });
  const text = `let n = 0;
    const kept: Uint8Array[] = [];
    try { for (;;) { kept.push(new Uint8Array(100_000)); n++; } } catch {}
    export default n;`;
  const found = new Set<string>();
  for (let i = 0; i < 4; i++) {
    const evaluation = await evaluate(text, `caught${i}.ts`);
    found.add('json' in evaluation ? evaluation.json : JSON.stringify(evaluation.problems));
    await evaluate(`export default Array.from({ length: ${i * 10_000} }, (_, i) => ({ i })).length`, `left${i}.ts`);
  }
  await own.close();
  assert.is(found.size, 1, [...found].join());
  assert.ok(Number([...found][0]) > 100);
});

limits('ends an error that never ends', async () => {
  const { code } = await problemOf('throw { get message(): string { for (;;); } }');
  assert.is(code, 'time-limit');
});

limits('ends deep recursion', async () => {
  const direct = await problemOf(
    'type N = number;\nfunction f(n: N): N {\n  return f(n + 1) + 1;\n}\nexport default f(0)',
  );
  assert.equal([direct.code, direct.place?.line], ['stack-limit', 3]);
  const native = await problemOf('const f = (): unknown => [1].map(f);\nexport default f()');
  assert.is(native.code, 'stack-limit');
  const json = await problemOf('export default JSON.parse("[".repeat(1e5))');
  assert.ok(json.code === 'stack-limit' || json.code === 'evaluation-failed', json.code);
  const nested = await problemOf(`export default ${'['.repeat(30_000)}${']'.repeat(30_000)}`);
  assert.is(nested.code, 'too-deep');
  const legal = await problemOf(`export default ${'['.repeat(4000)}${']'.repeat(4000)}`);
  assert.ok(['stack-limit', 'not-data'].includes(legal.code), legal.code);
  assert.is(await valueOf('const f = (n: number): number => (n > 0 ? f(n - 1) + 1 : 0);\nexport default f(500)'), 500);
});

limits('reports every migration of a run, also after a fall', async () => {
  const texts = [
    'export default 1',
    'for (;;);',
    'const f = () => f();\nf();',
    'export default "x".repeat(2 ** 29)',
    'export default /^(a+)+$/.test("a".repeat(40) + "b")',
    'throw new Error("e")',
    'export default 2',
  ];
  const evaluations = await Promise.all(texts.map((text, index) => hasty.evaluate(text, `run${index}.ts`)));
  assert.equal(
    evaluations.map((evaluation) =>
      'json' in evaluation ? evaluation.json : evaluation.problems.map(({ code }) => code).join(),
    ),
    ['1', 'time-limit', 'stack-limit', 'memory-limit', 'time-limit', 'evaluation-failed', '2'],
  );
});

limits('never gives the interpreter more stack than is safe', async () => {
  const greedy = createEvaluation({ stackKilobytes: 1_000_000 });
  const direct = await greedy.problemOf('function f(): number { return f() + 1 }\nexport default f()');
  assert.equal(direct.details, { kilobytes: 512 });
  const native = await greedy.problemOf('export default JSON.parse("[".repeat(1e6))');
  assert.match(native.message, /stack/);
  await greedy.sandbox.close();
});

limits.after(() => Promise.all([sandbox.close(), hasty.sandbox.close()]).then(() => undefined));
limits.run();
