/**
 * Templates of a project's own: their comments and blank lines are theirs, and whatever else is done to them, the script is
 * not written, or tells client and server what it would without them.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MigsqlError } from '../../src/errors.ts';
import type { OwnTemplate } from '../../src/own-templates/index.ts';
import type { Plan } from '../../src/plan/index.ts';
import { type ScriptOptions, DEFAULT_OPTIONS, renderScript, scriptTemplatePaths } from '../../src/script/index.ts';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';
import { planOf } from '../safety/chain.ts';
import { tries } from '../support/scale.ts';
import { createDatabase, ENGINES, isReachable } from '../support/servers.ts';

const FOLDER = new URL('../../templates/', import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, FOLDER), 'utf8');
const all = readdirSync(new URL('script/', FOLDER), { recursive: true, encoding: 'utf8' })
  .map((path) => `script/${path}`)
  .filter((path) => path.endsWith('.hbs') && !path.includes('/parts/'))
  .sort();

type Options = Partial<ScriptOptions>;

/** Every template stands in one of them, and most of what each can hold. */
const SCRIPTS: readonly (readonly [DialectName, Options])[] = [
  ...DIALECT_NAMES.map((dialect): readonly [DialectName, Options] => [dialect, {}]),
  ...DIALECT_NAMES.map((dialect): readonly [DialectName, Options] => [dialect, { client: 'generic' }]),
  ['postgresql', { form: 'idempotent' }],
  ['mssql', { form: 'idempotent' }],
  ['mysql', { form: 'resumable' }],
  ['oracle', { form: 'idempotent' }],
  ['oracle', { form: 'resumable' }],
];

const plans = new Map<DialectName, Plan>(DIALECT_NAMES.map((dialect) => [dialect, { ...planOf({ engine: dialect, transaction: 'script' }), variables: { ticket: 'CHG-1 & more' } }]));

function render(dialect: DialectName, options: Options, texts: { readonly [path: string]: string } = {}): string {
  const templates = new Map(Object.entries(texts).map(([path, text]): [string, OwnTemplate] => [path, { file: `own/${path}`, text }]));
  const everything = { ...DEFAULT_OPTIONS, ledger: true, expectDatabase: 'shop', expectServer: true, ...options };
  return [...renderScript(plans.get(dialect)!, everything, { templates })].join('');
}

/** What is left without comments and blank lines, by no reader of ours: no text of these scripts has such lines. */
const told = (script: string): readonly string[] => script.split('\n').filter((line) => !/^\s*(?:--(?: .*)?)?$/.test(line));

const problemsOf = (work: () => unknown): readonly string[] => {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof MigsqlError)) throw error;
    return error.diagnostics.map(({ code, message, place }) => `${place?.file}:${place?.line} ${code}: ${message}`);
  }
};

const test = suite('own templates of scripts');

test('all but parts of statements may be a project\'s own', () => assert.equal([...scriptTemplatePaths()].sort(), all));

const HEADER = [
  '-- ==== ACME, ticket {{variables.ticket}} ====',
  '-- {{title}} {{server}}: {{direction}} from {{from}} to {{to}} in {{steps}} steps; {{run}}',
  '',
  '-- {{atomic}} ({{waits}}), {{version}}',
  '-- Made by: migsql {{command}}',
  '{{#each failures}}',
  '--    {{this}}',
  '{{/each}}',
  '{{#each variableLines}}',
  '-- {{this}}',
  '{{/each}}',
  '{{#each sources}}',
  '-- {{file}} {{sha256}}',
  '{{/each}}',
  '',
].join('\n');

/** With a notice at the top, a banner above each step, and without the comments that migsql writes. */
const edited = (path: string): string => {
  const text = textOf(path).replace(/^-- .*\n/gm, '');
  const banner = text.replace(/^\{\{#if step\}\}\n/m, '$&-- ________ step {{step.number}}: {{step.title}}, of {{../variables.ticket}}\n');
  return `-- Company confidential\n${banner}`;
};

test('comments and blank lines are theirs, in every form', () => {
  for (const [dialect, options] of SCRIPTS) {
    const shown = `${dialect} ${JSON.stringify(options)}`;
    const texts = Object.fromEntries(all.map((path) => [path, edited(path)]));
    const own = render(dialect, options, { ...texts, 'script/header.hbs': HEADER, 'script/footer.hbs': '\n-- end of it: {{to}}\n' });
    assert.match(own, /^-- ==== ACME, ticket CHG-1 \+ more ====\n/, shown);
    assert.match(own, /^-- Company confidential$/m, shown);
    assert.match(own, /^-- ________ step 2: step 2, of CHG-1 \+ more$/m, shown);
    assert.not.match(own, /^-- migsql /m, shown);
    assert.equal(told(own), told(render(dialect, options)), shown);
  }
});

test('they go with other line ends and short lines', () => {
  const texts = { 'script/footer.hbs': `-- ${'a long notice '.repeat(30)}.\n-- end: {{to}}\n` };
  const script = render('oracle', { eol: 'crlf', lineLength: 200 }, texts);
  assert.ok(script.split('\r\n').every((line) => line.length <= 200 && !line.includes('\n')));
  assert.match(script, 'a long notice');
});

for (const engine of ENGINES.filter(isReachable)) {
  test(`${engine}: such a script runs`, () => {
    const database = createDatabase(engine);
    const texts = Object.fromEntries(all.map((path) => [path, edited(path)]));
    const script = [...renderScript(plans.get(engine)!, DEFAULT_OPTIONS, { templates: new Map(Object.entries({ ...texts, 'script/header.hbs': HEADER, 'script/footer.hbs': textOf('script/footer.hbs') }).map(([path, text]) => [path, { file: path, text }])) })].join('');
    assert.match(database.run(script), 'migsql: OK base -> rev3');
    assert.equal(database.query('SELECT revision FROM migsql_version'), [['rev3']]);
    database.drop();
  });
}

/** A change of a template of PostgreSQL's, and what is said of it. */
const REFUSED: readonly (readonly [part: 'open' | 'events' | 'close', from: string | RegExp, to: string, message: RegExp])[] = [
  ['events', /^COMMIT;\n/m, '', /leaves out the line "COMMIT;"/],
  ['events', /^COMMIT;$/m, '-- COMMIT;', /leaves out the line "COMMIT;"/],
  ['events', /^COMMIT;$/m, 'commit;', /writes the line "commit;" where "COMMIT;" must stand/],
  ['events', /^COMMIT;$/m, 'COMMIT; ', /writes the line "COMMIT; " where "COMMIT;" must stand/],
  ['events', /^COMMIT;$/m, 'COMMIT;\nCOMMIT;', /adds the line "COMMIT;", which is no comment/],
  ['events', /^\{\{statement.sql\}\};$/m, '-- {{statement.sql}};', /leaves out the line "CREATE TABLE/],
  ['events', /^\{\{statement.sql\}\};$/m, '{{statement.sql}}; -- done', /writes the line "\); -- done" where "\);" must stand/],
  ['open', /^SET migsql.block = 'stopped';$/m, "SET migsql.block = 'STOPPED';", /"SET migsql.block = 'STOPPED';" where/],
  ['open', /^(\{\{#each settings\}\}\n\{\{this\}\};\n\{\{\/each\}\}\n)(\{\{#each timeouts\}\}\n\{\{this\}\};\n\{\{\/each\}\}\n)/m, '$2$1', /where|leaves out/],
  ['open', /^\\set SINGLELINE off$/m, '\\set SINGLELINE off\n\\i /etc/passwd', /adds the line "\\\\i \/etc\/passwd"/],
  ['open', /$/, '/* a comment without an end\n', /adds the line "\/\* a comment without an end", which is no comment/],
  ['open', /$/, "-- it's\n'", /it ends within a line/],
  ['open', /$/, '-- no line end', /it ends within a line/],
  ['open', /$/, '--+ a hint\n', /adds the line "--\+ a hint"/],
  ['open', /$/, '--glued\n', /comment "--glued" may mean something to a client/],
  ['open', /$/, '-- Müller GmbH\n', /only ASCII/],
  ['open', /$/, '-- costs $(money)\n', /neither & nor \$\(/],
  ['open', /$/, '-- SELECT 1;\n', /none of ; - \/ at the end/],
  ['close', /^(SELECT 'migsql: OK \{\{from\}\} -> \{\{to\}\}')/m, '$1\n', /writes the line "SELECT 'migsql: OK base -> rev3'"/],
];

test('all that is told to client or server stays as it is', () => {
  for (const [part, from, to, message] of REFUSED) {
    const path = `script/postgresql/${part}.hbs`;
    const text = textOf(path).replace(from, to);
    const [problem = '', ...more] = problemsOf(() => render('postgresql', {}, { [path]: text }));
    assert.match(problem, message, text);
    assert.match(problem, `own/${path}:`);
    assert.match(problem, ' unfit-template: ');
    assert.equal(more, []);
  }
});

test('a blank line within what is sent whole', () => {
  const path = 'script/mssql-generic/events.hbs';
  const text = textOf(path).replace('{{#if begin}}\n', '{{#if begin}}\n\n');
  assert.match(problemsOf(() => render('mssql', { client: 'generic' }, { [path]: text }))[0] ?? '', 'a blank line within a statement');
  const header = `\n${HEADER}`;
  assert.equal(problemsOf(() => render('mssql', { client: 'generic' }, { 'script/header.hbs': header })), []);
});

test('what a header is given must stand in it', () => {
  for (const fact of ['run', 'command', 'atomic', 'waits', 'version', 'from', 'to', 'steps', 'title']) {
    const text = HEADER.replace(`{{${fact}}}`, '');
    assert.equal(problemsOf(() => render('mysql', {}, { 'script/header.hbs': text })).map((each) => each.split(': ').pop()), [`it leaves out {{${fact}}}`]);
  }
  for (const [list, message] of [['failures', 'failures'], ['sources', 'sources'], ['variableLines', 'variableLines']] as const) {
    const text = HEADER.replace(new RegExp(`\\{\\{#each ${list}\\}\\}\n.*\n\\{\\{/each\\}\\}\n`), '');
    assert.match(problemsOf(() => render('mysql', {}, { 'script/header.hbs': text }))[0] ?? '', `it leaves out {{${message}}}`);
  }
  assert.match(problemsOf(() => render('mysql', {}, { 'script/footer.hbs': '-- done\n' }))[0] ?? '', 'leaves out {{to}}');
});

test('every template that is wrong is told of, with its line', () => {
  const texts = {
    'script/header.hbs': `${HEADER}{{nosuch}}`,
    'script/sqlite/open.hbs': `{{#if own}}\n{{/if}}\n{{#with variables}}\n\n\nDELETE FROM t;\n{{/with}}\n`,
    'script/sqlite/events.hbs': '{{> other}}',
    'script/sqlite/close.hbs': '{{#if blocks}}\n-- a\n{{/unless}}',
  };
  assert.equal(problemsOf(() => render('sqlite', {}, texts)).map((each) => each.replace(/: .*/, '')), [
    'own/script/header.hbs:15 broken-template',
    'own/script/sqlite/close.hbs:1 broken-template',
    'own/script/sqlite/events.hbs:1 broken-template',
    'own/script/sqlite/open.hbs:6 unfit-template',
  ]);
});

test('they reach nothing but what they are given', () => {
  const reached = ['{{constructor}}', '{{variables.constructor}}', '{{lookup this "constructor"}}', '{{#with variables}}{{__proto__}}{{/with}}', '{{log to}}', '{{process.env.HOME}}', '{{#*inline "a"}}{{> a}}{{/inline}}{{> a}}'];
  for (const text of reached) {
    const problems = problemsOf(() => render('sqlite', {}, { 'script/footer.hbs': `-- {{to}} ${text}\n` }));
    if (problems.length) assert.match(problems[0] ?? '', ' broken-template: ', text);
    else assert.match(render('sqlite', {}, { 'script/footer.hbs': `-- {{to}} ${text}\n` }), /^-- rev3 $/m, text);
  }
});

/** What a slip of the hand, or a bad one, does to a line of a template. */
const CHANGES: { readonly [change: string]: (line: string) => string } = {
  drop: () => '',
  double: (line) => `${line}${line}`,
  hide: (line) => `-- ${line}`,
  shout: (line) => line.replace(/^[^{]*$/, (text) => text.toUpperCase()),
  'hide the rest': (line) => `/* ${line}`,
  quote: (line) => `'${line}`,
  join: (line) => line.replace('\n', ' '),
};

test('whatever is done to a line, the script is not written or tells the same', () => {
  const { numRuns, seed } = tries(4);
  let refused = 0;
  for (const [dialect, options] of SCRIPTS) {
    const ours = told(render(dialect, options));
    const wrong = Object.fromEntries(all.map((path) => [path, '{{nosuch}}']));
    const paths = problemsOf(() => render(dialect, options, wrong)).map((each) => each.slice('own/'.length, each.indexOf(':')));
    assert.ok(paths.length >= 5, paths.join(' '));
    for (const path of paths) {
      const lines = textOf(path).split(/(?<=\n)/);
      for (let n = 0; n < numRuns; n++) {
        const at = (seed + (n + refused) * 7919) % lines.length;
        const [name, change] = Object.entries(CHANGES)[n % Object.keys(CHANGES).length]!;
        const text = lines.with(at, change(lines[at]!)).join('');
        const shown = `${path}:${at + 1} ${name}`;
        let own: string | undefined;
        const problems = problemsOf(() => (own = render(dialect, options, { [path]: text })));
        refused += problems.length ? 1 : 0;
        if (own !== undefined) assert.equal(told(own), ours, shown);
      }
    }
  }
  assert.ok(refused > 50, `${refused} are refused`);
});

test.run();
