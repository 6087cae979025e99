import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatPlace } from '../../src/diagnostics.ts';
import { readFacts } from '../../src/migrations/facts.ts';

const facts = suite('readFacts');

/** The code, place and details of each problem. */
const problemsOf = (text: string): readonly string[] =>
  readFacts(text, 'm/1.ts').problems.map(
    ({ code, place, details }) => `${code} ${place && formatPlace(place)} ${JSON.stringify(details)}`,
  );

const bodyOf = (fields: string): string =>
  `export default migration({ id: 'a', revises: null, ${fields}, upgrade: [] });`;

facts('reads every fact, and where it stands', () => {
  const text = `import { migration } from 'migsql';

export default migration({
  id: 'ae10',
  revises: ['1975', "b2"],
  title: \`it's \\u0041\`,
  branchLabels: ['billing'],
  dependsOn: ['c3',],
  upgrade: [],
  downgrade: 'reversed',
});
`;
  const { facts: found, problems } = readFacts(text, 'm/1.ts');
  assert.equal(problems, []);
  const { offsets, ...values } = found!;
  assert.equal(values, {
    id: 'ae10',
    revises: ['1975', 'b2'],
    branchLabels: ['billing'],
    dependsOn: ['c3'],
    title: "it's A",
  });
  for (const [field, offset] of Object.entries(offsets)) assert.ok(text.startsWith(`${field}:`, offset), field);
  assert.is(Object.keys(offsets).length, 7);
});

facts('takes null, one id, or a list as parents, and nothing for what is left out', () => {
  const revises = (written: string): unknown =>
    readFacts(`export default migration({ id: 'a', revises: ${written}, upgrade: [] })`, 'm').facts?.revises;
  assert.equal(revises('null'), []);
  assert.equal(revises("'b'"), ['b']);
  assert.equal(revises('[]'), []);
  assert.equal(revises("['b', `c`] as const"), ['b', 'c']);
  const { facts: found } = readFacts("export default migration({ id: 'a', revises: null, upgrade: [] })", 'm');
  assert.equal([found?.branchLabels, found?.dependsOn, found && 'title' in found], [[], [], false]);
});

facts('finds the migration whatever stands before and behind it', () => {
  const texts = [
    "#!/usr/bin/env node\n/* export default migration({ id: 'no' }) */ export /* x */ default // y\n migration ( { id: 'a', revises: null, upgrade: [] } ) ;",
    "const s = 'export default migration({ id: 1 })', t = `export default ${`migration({`}`;\nexport default migration({ id: 'a', revises: null, upgrade: [] })",
    "function f() { const x = { id: 'no' }; return /[`'\"{]/.test(x) }\nexport { f };\nexport default migration({ id: 'a', revises: null, upgrade: [f() / 2, '/'] } satisfies M as const) satisfies M;",
    "type A = { b: string };\nconst r = (1) / 2, q = '/';\nexport default migration({ id: 'a', revises: null, upgrade: [] });\nexport const b = migration({ id: 'no' });",
    "\ufeffexport default migration({ 'id': 'a', \"revises\": null, upgrade: [] })\r\n",
  ];
  for (const text of texts) assert.is(readFacts(text, 'm').facts?.id, 'a', text);
});

facts('is not confused by what fields hold', () => {
  const upgrades = [
    "[execute('}'), execute(`} ${'`}' + `}`} id: 'no'`), { id: 'no', revises: 'x' }]",
    'build<string, Map<number, string>>([1, 2], (a, b) => a < b ? 1 : 2)',
    '[/[}\\]]/, a /* } */ / b, f(1) / 2, `x` / 3]',
    "rows.map((row): Op => { if (row) { return { id: 'no' } } return /}/.test('x') })",
    'x ? { a: 1 } : { b: 2 }',
  ];
  for (const upgrade of upgrades) {
    const { facts: found, problems } = readFacts(
      `export default migration({ upgrade: ${upgrade}, id: 'a', revises: 'b', downgrade: ${upgrade} })`,
      'm',
    );
    assert.equal([problems, found?.id, found?.revises], [[], 'a', ['b']], upgrade);
  }
  const methods = "export default migration({ upgrade() { return [] }, downgrade, id: 'a', revises: null })";
  assert.is(readFacts(methods, 'm').facts?.id, 'a');
});

facts('refuses facts that are not literals, each at its place', () => {
  const id = '{"fact":"id","expected":"a text"}';
  const written = (value: string): readonly string[] =>
    problemsOf(`export default migration({ revises: null, upgrade: [],\n  id: ${value} })`);
  for (const value of [
    'ID',
    "'a' + 'b'",
    '`a${b}`',
    "make('a')",
    '1',
    'null',
    "['a']",
    "'a' as Id",
    "cond ? 'a' : 'b'",
    "'\\1'",
    '{}',
    "('a')",
  ]) {
    assert.equal(written(value), [`not-literal m/1.ts:2:7 ${id}`], value);
  }
  assert.equal(problemsOf('export default migration({ id, revises: null, upgrade: [] })'), [
    `not-literal m/1.ts:1:28 ${id}`,
  ]);
  assert.equal(problemsOf("export default migration({ get id() { return 'a' }, revises: null, upgrade: [] })"), [
    `not-literal m/1.ts:1:32 ${id}`,
  ]);
  assert.equal(problemsOf("export default migration({ async id() { return 'a' }, revises: null, upgrade: [] })"), [
    `not-literal m/1.ts:1:34 ${id}`,
  ]);
  assert.is(problemsOf(bodyOf('dependsOn: [a]')).length, 1);
  assert.is(problemsOf(bodyOf("dependsOn: 'a'")).length, 1);
  assert.is(problemsOf(bodyOf('dependsOn: [...a]')).length, 1);
  assert.is(problemsOf(bodyOf("branchLabels: ['a', null]")).length, 1);
  assert.is(problemsOf(bodyOf('title: null')).length, 1);
});

facts('refuses what could hide facts', () => {
  assert.equal(problemsOf("export default migration({ ...base, id: 'a', revises: null, upgrade: [] })"), [
    'hidden-facts m/1.ts:1:28 {"form":"a spread"}',
  ]);
  assert.equal(problemsOf("export default migration({ id: 'a', revises: null, upgrade: [], ['dependsOn']: ['b'] })"), [
    'hidden-facts m/1.ts:1:65 {"form":"a computed field"}',
  ]);
});

facts('says which field is missing or unknown', () => {
  assert.equal(problemsOf('// x\nexport default migration({})'), [
    'missing-fact m/1.ts:2:1 {"fact":"id"}',
    'missing-fact m/1.ts:2:1 {"fact":"revises"}',
    'missing-fact m/1.ts:2:1 {"fact":"upgrade"}',
  ]);
  const [unknown] = readFacts(bodyOf('downgade: []'), 'm/1.ts').problems;
  assert.equal([unknown?.code, unknown?.place?.column], ['unknown-field', 52]);
});

facts('says what stands where a migration should', () => {
  assert.equal(problemsOf('export const a = 1;'), ['no-migration m/1.ts:1:1 {"found":"no default export"}']);
  assert.equal(problemsOf(''), ['no-migration m/1.ts:1:1 {"found":"no default export"}']);
  assert.equal(problemsOf('\nexport default { id: 1 };'), [
    `no-migration m/1.ts:2:16 {"found":"'export default { id: 1 };'"}`,
  ]);
  assert.equal(problemsOf('export default migration(source)'), [
    `no-migration m/1.ts:1:16 {"found":"'export default migration(source)'"}`,
  ]);
  assert.equal(problemsOf('export default function migration() {}').length, 1);
});

facts('reports many problems', () => {
  const text = `export default migration({\n${'other: 1,\n'.repeat(30_000)}})`;
  assert.is(readFacts(text, 'm').problems.length, 30_003);
});

facts('reads broken files without failing', () => {
  const whole =
    "import { migration } from 'migsql';\nconst a = `x${1}`, b = (1) / 2; export default migration({ id: 'a', revises: ['b'], upgrade: [/x/, { y: 'z' }] })";
  for (let end = 0; end <= whole.length; end++) {
    assert.not.throws(() => readFacts(whole.slice(0, end), 'm'));
    assert.not.throws(() => readFacts(whole.slice(end), 'm'));
  }
  for (const text of [
    "export default migration({ id: 'a",
    'export default migration({ id: `a${',
    'export default migration({ id: [',
    '{'.repeat(1e5),
  ]) {
    assert.ok(readFacts(text, 'm').problems.length > 0, text.slice(0, 40));
  }
});

facts.run();
