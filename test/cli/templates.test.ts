/** Templates of a project's own, for migrations, their names and scripts: what they are given, and what is refused with their place. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, migrationText, run } from '../support/cli.ts';
import { fileStem } from '../../src/cli/file-stem.ts';
import { makeProject } from '../support/project.ts';

const CONFIG = '{ "templates": "own", "schema": "schema.ts", "dialect": "sqlite" }';
const SCHEMA =
  "import { column, createTable, types } from 'migsql';\nexport default [createTable('a', [column('id', types.integer())])];\n";
const FACTS = 'id: {{id}}, revises: {{revises}}, title: {{title}}';

const projectWith = (templates: { readonly [name: string]: string }): string =>
  makeProject({
    'migsql.config.json': CONFIG,
    'schema.ts': SCHEMA,
    'migrations/.gitkeep': '',
    'own/.gitkeep': '',
    ...Object.fromEntries(Object.entries(templates).map(([name, text]) => [`own/migration/migration.${name}.hbs`, text])),
  });

const test = suite('own templates');

test('come before those of the package, each by itself', () => {
  const cwd = projectWith({
    ts: `// Our own: {{#if isEmpty}}empty{{else}}filled{{/if}}\nimport {{imports}} from 'migsql';\nexport default migration({ ${FACTS}, upgrade: {{upgrade}} });\n`,
  });
  const expected = "// Our own: empty\nimport { migration } from 'migsql';\n" +
    'export default migration({ id: \'a1\', revises: null, title: "it\'s <b>", upgrade: [] });\n';
  assert.is(run(['revision', '-m', "it's <b>", '--id', 'a1'], { cwd }).stderr, '');
  assert.is(contents(cwd)['migrations/a1_it_s_b.ts'], expected);
  assert.is(run(['revision', '-m', 'x', '--id', 'b2', '--sql'], { cwd }).status, 0);
  assert.match(contents(cwd)['migrations/b2_x.sql'] ?? '', /^-- id: b2\n-- revises: a1\n-- title: x\n\n-- migsql:upgrade/);
  assert.is(run(['revision', '-m', 'filled', '--id', 'c3', '--autogenerate'], { cwd }).status, 0);
  assert.match(contents(cwd)['migrations/c3_filled.ts'] ?? '', /^\/\/ Our own: filled\nimport \{ .*createTable.*\n[^]*createTable\('a'/);
});

const WHOLE = `import {{imports}} from 'migsql';\nexport default migration({ ${FACTS}, upgrade: {{upgrade}} });\n`;

/** A template, and what is said of it. */
const WRONG: readonly (readonly [template: string, place: string, message: string])[] = [
  [`${WHOLE}\n  {{nosuch}}`, ':4:5', "\"nosuch\" is not given"],
  [`${WHOLE}{{#if title}}`, ':3', 'unexpected EOF'],
  [`${WHOLE}{{log title}}`, ':3:1', 'there is no helper log'],
  [`${WHOLE}{{> part}}`, ':1', 'The partial part could not be found'],
  ['', '', "expected 'export default migration({ … })', found no default export"],
  [WHOLE.replace('{{id}}', "'fixed'"), '', `its 'id' is "fixed", and "a1" was asked for`],
  [WHOLE.replace('{{revises}}', "'other'"), '', `its 'revises' is ["other"], and [] was asked for`],
  [WHOLE.replace('upgrade: {{upgrade}}', ''), '', "the migration has no 'upgrade'"],
  [WHOLE.replace('{{upgrade}}', '[]'), '', 'it leaves out {{upgrade}}'],
];

test('one that fails or says something else is named, and nothing is written', () => {
  for (const [template, place, message] of WRONG) {
    const cwd = projectWith({ ts: template });
    const before = contents(cwd);
    const { status, stdout, stderr } = run(['revision', '-m', 'x', '--id', 'a1', '--autogenerate'], { cwd });
    assert.equal({ status, stdout }, { status: 1, stdout: '' }, template);
    assert.ok(stderr.startsWith(`own/migration/migration.ts.hbs${place}: error: `), `${template}\n${stderr}`);
    assert.match(stderr, message);
    assert.match(stderr, '\n  Nothing was written.');
    assert.equal(contents(cwd), before);
  }
});

test('a folder that is not there is said', () => {
  const cwd = makeProject({ 'migsql.config.json': '{ "templates": "nosuch" }', 'migrations/.gitkeep': '' });
  const { status, stderr } = run(['revision', '-m', 'x'], { cwd });
  assert.is(status, 1);
  assert.match(stderr, "no folder of templates 'nosuch' [missing-templates]");
});

test.run();

const scripts = suite('own templates of scripts');

const scriptProject = (files: { readonly [path: string]: string } = {}): string =>
  makeProject({
    'migsql.config.json': '{ "templates": "own", "dialect": ["sqlite", "postgresql"], "variables": { "ticket": { "type": "text", "default": "none" } } }',
    'migrations/a.ts': migrationText('a1', null, "upgrade: [createTable('t', [column('id', types.integer())])]"),
    'own/.gitkeep': '',
    ...files,
  });

scripts('are copied where they are asked for, and nothing is overwritten', () => {
  const cwd = scriptProject();
  const before = run(['render', 'head', '-d', 'sqlite'], { cwd }).stdout;
  assert.is(run(['templates', '--eject', 'script/header', '--eject', 'script/sqlite/'], { cwd }).stderr, '');
  const ejected = ['close', 'events', 'open'].map((part) => `own/script/sqlite/${part}.hbs`);
  assert.equal(Object.keys(contents(cwd)).filter((file) => file.endsWith('.hbs')), ['own/script/header.hbs', ...ejected]);
  assert.is(run(['render', 'head', '-d', 'sqlite'], { cwd }).stdout, before, 'as they are copied they change nothing');
  const { status, stderr } = run(['templates', '--eject', 'script'], { cwd });
  assert.is(status, 1);
  assert.match(stderr, /^own\/script\/header\.hbs: error: .*\[file-exists\]/);
  assert.is(Object.keys(contents(cwd)).filter((file) => file.endsWith('.hbs')).length, 4);
  assert.is(run(['templates', '--eject', 'script', '--force'], { cwd }).status, 0);
  const plain = makeProject({ 'migsql.config.json': '{}' });
  for (const [args, at, message] of [
    [['script/headr'], cwd, "no template 'script/headr' [unknown-template]\n  Did you mean script/header.hbs"],
    [['script/header'], plain, "the config names no folder of templates [invalid-usage]\n  Add to it: templates: 'templates'."],
    [['../script'], cwd, "no template '../script'"],
  ] as const) {
    const ran = run(['templates', '--eject', ...args], { cwd: at });
    assert.is(ran.status, 2);
    assert.match(ran.stderr, message);
  }
});

const OWN_FOOTER = '-- ACME {{variables.ticket}}\n-- end: {{to}}\n';

scripts('stand in all that is rendered, and in nothing else', () => {
  const cwd = scriptProject({ 'own/script/footer.hbs': OWN_FOOTER });
  const last = /\n-- ACME CHG-1\n-- end: (?:a1|base)\n$/;
  const given = ['-d', 'sqlite', '--variable', 'ticket=CHG-1'];
  assert.match(run(['render', 'head', ...given], { cwd }).stdout, last);
  assert.match(run(['stamp', 'head', '--from', 'base', '--sql', ...given], { cwd }).stdout, last);
  assert.is(run(['render', 'head', ...given, '--ticket', '-o', 'ticket'], { cwd }).status, 0);
  assert.is(run(['render', 'head', ...given, '--rollback', '-o', 'out.sql'], { cwd }).status, 0);
  const written = contents(cwd);
  for (const file of ['ticket/migrate.sql', 'ticket/rollback.sql', 'out.sql', 'out.rollback.sql']) assert.match(written[file] ?? '', last, file);
  assert.is(run(['render', 'head', ...given, '--ticket', '-o', 'ticket', '--check'], { cwd }).status, 0);
  for (const args of [['snapshot'], ['current', '--sql'], ['show', 'head', '-d', 'sqlite']]) assert.not.match(run(args, { cwd }).stdout, 'ACME');
  assert.not.match(JSON.stringify(Object.entries(contents(cwd)).filter(([file]) => file.startsWith('snapshots/'))), 'ACME');
});

scripts('one that changes more than comments writes nothing, anywhere', () => {
  const cwd = scriptProject();
  assert.is(run(['templates', '--eject', 'script/sqlite'], { cwd }).status, 0);
  const events = 'own/script/sqlite/events.hbs';
  const broken = contents(cwd)[events]!.replace(/^COMMIT;\n/m, '');
  const wrong = scriptProject({ [events]: broken, 'own/script/footer.hbs': '-- {{nosuch}}\n' });
  const before = contents(wrong);
  for (const args of [[], ['-o', 'x.sql'], ['--ticket', '-o', 'ticket'], ['--format', 'sql', '-o', 'out/']]) {
    const { status, stdout, stderr } = run(['render', 'head', '-d', 'sqlite', ...args], { cwd: wrong });
    assert.equal([status, stdout], [1, ''], args.join(' '));
    assert.match(stderr, /^own\/script\/footer\.hbs:1:6: error: the template fails: "nosuch" is not given \[broken-template\]/);
    assert.match(stderr, /^own\/script\/sqlite\/events\.hbs:\d+: error: .* it leaves out the line "COMMIT;" \[unfit-template\]/m);
  }
  assert.equal(contents(wrong), before);
});

scripts('one that nothing would be written by is told of', () => {
  const cwd = scriptProject({ 'own/script/postgres/open.hbs': '', 'own/script/oracle/parts/heads.hbs': '', 'own/script/README.md': 'Ours.' });
  const { status, stderr } = run(['render', 'head', '-d', 'sqlite'], { cwd });
  assert.is(status, 1);
  assert.match(stderr, /^own\/script\/postgres\/open\.hbs: error: .* \[unused-template\]\n  Did you mean script\/postgresql\/open\.hbs/m);
  assert.match(stderr, /^own\/script\/oracle\/parts\/heads\.hbs: error: /m);
});

scripts.run();

const names = suite('file names');

const NOW = new Date('2024-12-31T23:05:09.500Z');
const stem = (template: string, title: string, { timeZone = 'UTC', slugLength = 47, id = 'a1' } = {}): string =>
  fileStem({ template, timeZone, slugLength }, id, title, NOW);

names('are what the tokens stand for, by the clocks of the zone', () => {
  const all = '%(year)s-%(month)s-%(day)s_%(hour)s%(minute)s%(second)s_%(epoch)s_%(id)s';
  assert.is(stem(all, 'x'), '2024-12-31_230509_1735686309_a1');
  assert.is(stem(all, 'x', { timeZone: 'Asia/Kathmandu' }), '2025-01-01_045009_1735686309_a1');
  assert.is(stem('%(hour)s_%(id)s', 'x', { timeZone: 'Europe/London' }), '23_a1');
  assert.is(stem('%(slug)s.%(id)s', 'Größe: ändern, %(id)s?'), 'größe_ändern_id_s.a1');
  assert.is(stem('%(id)s_%(slug)s', 'add the accounts', { slugLength: 8 }), 'a1_add_the');
});

names('are never those of helpers, nor empty', () => {
  assert.is(stem('%(slug)s', '__private'), 'private');
  assert.is(stem('_.%(id)s', 'x'), 'a1');
  assert.is(stem('%(id)s_%(slug)s', '???'), 'a1');
  assert.throws(() => stem('%(slug)s', '???'), /'\?\?\?' gives the file no name[^]*put %\(id\)s into 'fileName'/);
});

names('that are taken are refused', () => {
  const cwd = makeProject({ 'migsql.config.json': '{ "fileName": "%(slug)s" }', 'migrations/.gitkeep': '' });
  assert.is(run(['revision', '-m', 'Add it'], { cwd }).stdout, 'wrote migrations/add_it.ts\n');
  const before = contents(cwd);
  const { status, stderr } = run(['revision', '-m', 'add it!'], { cwd });
  assert.is(status, 1);
  assert.match(stderr, /^migrations\/add_it\.ts: error: .*\[file-exists\]/);
  assert.equal(contents(cwd), before);
});

names('the time of writing is given to templates', () => {
  const cwd = projectWith({ sql: '-- id: {{id}}\n-- revises: {{revises}}\n-- Created {{created}}\n-- migsql:upgrade\n-- migsql:downgrade\n' });
  assert.is(run(['revision', '-m', 'x', '--id', 'a1', '--sql'], { cwd }).stderr, '');
  assert.match(contents(cwd)['migrations/a1_x.sql'] ?? '', /^-- Created 20\d\d-[01]\d-[0-3]\d [0-2]\d:[0-5]\d:[0-5]\d$/m);
});

names.run();
