/** A project from nothing: init, revision, heads, history, show, as a user would go along. */
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';

const ok = (ran: { readonly status: number | null; readonly stdout: string; readonly stderr: string }): string => {
  assert.equal({ status: ran.status, stderr: ran.stderr }, { status: 0, stderr: '' });
  return ran.stdout;
};

const init = suite('init');

const OWN = ['templates/migration/migration.sql.hbs', 'templates/migration/migration.ts.hbs'];

init('writes a config, a folder and what may be edited, and says so', () => {
  const cwd = makeProject({});
  const files = ['README.md', 'migrations/.gitkeep', 'migsql.config.ts', ...OWN];
  const said = ok(run(['init'], { cwd }));
  assert.is(said, `${files.map((file) => `wrote ${file}\n`).join('')}Next: migsql revision -m 'create the first table'\n`);
  assert.equal(Object.keys(contents(cwd)), files);
  assert.match(contents(cwd)['migsql.config.ts'] ?? '', "dialect: ['postgresql'],");
  assert.match(contents(cwd)['README.md'] ?? '', /^# Migrations\n/);
  assert.is(contents(cwd)[OWN[1] ?? ''], readFileSync(new URL('../../templates/migration/migration.ts.hbs', import.meta.url), 'utf8'));
  assert.is(ok(run(['heads'], { cwd })), '');
});

init('in a folder that it makes, for the dialects said, as JSON', () => {
  const cwd = makeProject({});
  const { written } = JSON.parse(ok(run(['init', 'db/main', '-d', 'mssql', '-d', 'oracle', '--json'], { cwd })));
  assert.equal(written.slice(0, 3), ['db/main/README.md', 'db/main/migrations/.gitkeep', 'db/main/migsql.config.ts']);
  assert.match(contents(cwd)['db/main/migsql.config.ts'] ?? '', "dialect: ['mssql', 'oracle'],");
});

init('overwrites nothing, names all that is in the way, and keeps a migrations folder', () => {
  const cwd = makeProject({
    'migsql.config.yml': '', 'README.md': 'mine', 'other/migrations/a.ts': migrationText('a1b2c3d4', null),
  });
  const before = contents(cwd);
  const { status, stdout, stderr } = run(['init'], { cwd });
  assert.equal({ status, stdout }, { status: 1, stdout: '' });
  assert.match(stderr, 'README.md: error: the file exists already [file-exists]\n  Nothing was written.');
  assert.match(stderr, 'migsql.config.yml: error: the file exists already [file-exists]\n  Nothing was written.');
  assert.equal(contents(cwd), before);
  assert.not.match(ok(run(['init', 'other'], { cwd })), 'gitkeep');
});

init('--force overwrites, and leaves no second config', () => {
  const cwd = makeProject({ 'README.md': 'mine', 'migsql.config.json': '{}' });
  const { status, stderr } = run(['init', '--force'], { cwd });
  assert.equal([status, stderr.match(/^\S+: error/gm)], [1, ['migsql.config.json: error']]);
  assert.is(contents(cwd)['README.md'], 'mine');
  rmSync(join(cwd, 'migsql.config.json'));
  ok(run(['init', '--force'], { cwd }));
  assert.match(contents(cwd)['README.md'] ?? '', /^# Migrations/);
});

init('each template begins a project in which its README holds, and templates lists them', () => {
  const listed = ok(run(['templates'], {}));
  const names = [...listed.matchAll(/^(\w+)  +\S.*\.$/gm)].map(([, name = '']) => name);
  assert.equal(names, readdirSync(new URL('../../templates/init', import.meta.url)).sort());
  const { templates } = JSON.parse(ok(run(['templates', '--json'], {})));
  assert.equal(templates.map(({ name }: { name: string }) => name), names);
  for (const name of names) {
    const cwd = makeProject({});
    ok(run(['init', '--template', name, '-d', 'sqlite'], { cwd }));
    const readme = contents(cwd)['README.md'] ?? '';
    const lines = [...readme.matchAll(/^ {4}migsql (.*?)(?: {3,}.*)?$/gm)].map(([, line = '']) => line);
    assert.ok(lines.length > 2, name);
    for (const line of lines) {
      const { status, stderr } = run([...line.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word), { cwd });
      assert.is(status, 0, `${name}: ${line}\n${stderr}`);
    }
  }
});

init('a template of one\'s own: a folder, filled but for its templates', () => {
  const cwd = makeProject({
    'house/migsql.config.json.hbs': '{ "dialect": "{{dialects.[0]}}", "templates": "templates" }',
    'house/{{name}}.txt.hbs': '{{name}}: {{dialect}}',
    'house/templates/migration/migration.sql.hbs': '{{id}}',
    'house/plain.txt': '{{name}}',
  });
  ok(run(['init', 'db', '--template', './house', '-d', 'mssql'], { cwd }));
  const { 'db/{{name}}.txt': named, 'db/plain.txt': plain, 'db/templates/migration/migration.sql.hbs': own, ...rest } = contents(cwd);
  assert.equal([named, plain, own], ["db: ['mssql']", '{{name}}', '{{id}}']);
  assert.match(rest['db/migsql.config.json'] ?? '', '"dialect": "mssql"');
});

init('one that is unknown, empty or throws is said, and nothing is written', () => {
  const cwd = makeProject({ 'bad/README.md.hbs': 'fine', 'bad/x.txt.hbs': 'one\n{{two}}', 'file': '' });
  const before = contents(cwd);
  for (const [template, status, message] of [
    ['genric', 2, "error: there is no template 'genric' [unknown-template]\n  Did you mean generic? There are generic, monorepo,"],
    ['./nosuch', 2, "there is no template './nosuch' [unknown-template]\n  There are generic,"],
    ['./file', 2, "there is no template './file'"],
    ['', 2, "there is no template ''"],
    ['./bad', 1, 'bad/x.txt.hbs:2:3: error: the template fails: "two" is not given [broken-template]\n  Nothing was written. It is given name, dialects, dialect.'],
  ] as const) {
    const ran = run(['init', 'db', '--template', template], { cwd });
    assert.equal([ran.status, ran.stdout], [status, ''], template);
    assert.match(ran.stderr, message);
  }
  assert.equal(contents(cwd), before);
});

init.run();

const revision = suite('revision');

const emptyProject = (): string => makeProject({ 'migsql.config.json': '{}', 'migrations/.gitkeep': '' });
const idOf = (stdout: string): string => /migrations\/([0-9a-f]{12})_/.exec(stdout)?.[1] ?? '';

revision('grows a line, a branch and a merge', () => {
  const cwd = emptyProject();
  const first = idOf(ok(run(['revision', '-m', 'Create the customers'], { cwd })));
  const second = idOf(ok(run(['revision', '-m', 'add e-mail', '--sql'], { cwd })));
  const beside = ['--revises', first.slice(0, 5), '--splice', '--branch-label', 'billing'];
  const branch = idOf(ok(run(['revision', '-m', 'billing', ...beside], { cwd })));
  assert.is(new Set([first, second, branch]).size, 3);
  const listed = [
    `${first} -> ${second} (head): add e-mail\n`,
    `${first} -> ${branch} (head, billing): billing\n`,
  ].sort((a, b) => (a.slice(16) < b.slice(16) ? -1 : 1));
  assert.is(ok(run(['heads'], { cwd })), listed.join(''));

  const several = run(['revision', '-m', 'more'], { cwd });
  assert.is(several.status, 1);
  assert.match(several.stderr, /\[multiple-heads\]\n  Name one of them, .*heads/);

  const onTop = ['--revises', 'heads', '--depends-on', 'billing'];
  const merge = idOf(ok(run(['revision', '-m', "merge 'em", ...onTop], { cwd })));
  const text = contents(cwd)[`migrations/${merge}_merge_em.ts`] ?? '';
  assert.match(text, `revises: [${[second, branch].sort().map((id) => `'${id}'`).join(', ')}],`);
  assert.match(text, 'title: "merge \'em",');
  assert.match(text, "dependsOn: ['billing'],");
  const parents = [second, branch].sort().join(', ');
  assert.is(ok(run(['heads'], { cwd })), `${parents} -> ${merge} (head, merge point): merge 'em\n`);
  assert.is(ok(run(['render', 'base:heads', '--dialect', 'sqlite'], { cwd })).match(/^-- \d\/4 upgrade/gm)?.length, 4);
});

revision('the files that it writes are complete', () => {
  const cwd = emptyProject();
  ok(run(['revision', '-m', ' add\n  it ', '--id', 'a1b2c3', '--branch-label', 'main'], { cwd }));
  const expected = readFileSync(new URL('./expected/a1b2c3_add_it.ts.txt', import.meta.url), 'utf8');
  assert.is(contents(cwd)['migrations/a1b2c3_add_it.ts'], expected);
  ok(run(['revision', '-m', 'view', '--id', 'd4e5f6', '--sql', '--depends-on', 'main'], { cwd }));
  assert.is(
    contents(cwd)['migrations/d4e5f6_view.sql'],
    '-- id: d4e5f6\n-- revises: a1b2c3\n-- title: view\n-- dependsOn: main\n\n' +
      '-- migsql:upgrade\n\n-- migsql:downgrade\n',
  );
  const added = JSON.parse(ok(run(['revision', '-m', 'x', '--id', 'b7', '--revises', 'base', '--json'], { cwd })));
  const lists = { revises: [], dependsOn: [], branchLabels: [] };
  assert.equal(added, { id: 'b7', ...lists, title: 'x', file: 'migrations/b7_x.ts' });
});

revision('nothing is written when the graph would be wrong', () => {
  const cwd = makeProject({
    'migsql.config.json': '{}',
    'migrations/a.ts': migrationText('aaaa1111', null, "branchLabels: ['main'],\n  upgrade: []"),
    'migrations/b.ts': migrationText('bbbb2222', 'aaaa1111'),
    'migrations/cccc_taken.ts': migrationText('cccc3333', 'bbbb2222'),
  });
  const before = contents(cwd);
  for (const [args, code] of [
    [['--id', 'aaaa1111'], 'duplicate-revision'],
    [['--id', 'a b'], 'invalid-revision-id'],
    [['--id', '../a'], 'invalid-revision-id'],
    [['--id', 'a'.repeat(129)], 'invalid-revision-id'],
    [['--id', 'head'], 'invalid-revision-id'],
    [['--branch-label', 'main'], 'duplicate-label'],
    [['--branch-label', ''], 'invalid-label'],
    [['--revises', 'bbbb'], 'needs-splice'],
    [['--revises', 'bbbb', '--splice', '--branch-label', 'x', '--depends-on', 'x'], 'revision-cycle'],
    [['--rev-id', 'dddd4444', '--depends-on', 'dddd4444'], 'revision-cycle'],
    [['--edit'], 'no-editor'],
    [['--revises', 'nosuch'], 'unknown-revision'],
    [['--depends-on', 'nosuch'], 'unknown-revision'],
    [['--id', 'cccc', '-m', 'taken'], 'file-exists'],
  ] as const) {
    const message = args[2] === '-m' ? [] : ['-m', 'wrong'];
    const { status, stderr, stdout } = run(['revision', ...message, ...args], { cwd, env: { VISUAL: '', EDITOR: '' } });
    assert.is(status, 1, `${args.join(' ')}: ${stderr}`);
    assert.match(stderr, `[${code}]\n  `, args.join(' '));
    assert.is(stdout, '');
  }
  assert.equal(contents(cwd), before);
});

revision('goes into the folder of its parent, or the one asked for', () => {
  const cwd = makeProject({
    'migsql.config.json': '{ "migrations": ["main", "billing"], "recursive": true }',
    'main/a.ts': migrationText('aaaa1111', null),
    'billing/b.ts': migrationText('bbbb2222', null),
  });
  const add = (...args: readonly string[]): string => ok(run(['revision', '-m', 'x', ...args], { cwd }));
  assert.is(add('--id', 'c3', '--revises', 'bbbb'), 'wrote billing/c3_x.ts\n');
  assert.is(add('--id', 'd4', '--revises', 'base'), 'wrote main/d4_x.ts\n');
  assert.is(add('--id', 'e5', '--revises', 'base', '--folder', 'billing/new'), 'wrote billing/new/e5_x.ts\n');
  assert.match(ok(run(['heads'], { cwd })), /^base -> e5 /m);
  const elsewhere = run(['revision', '-m', 'x', '--revises', 'base', '--folder', 'other'], { cwd });
  assert.equal([elsewhere.status, elsewhere.stdout], [2, '']);
  assert.match(elsewhere.stderr, /^error: 'other' is no migrations folder .*\n  Choose one of main, billing, /);
});

revision('an id and a title of odd characters make no odd path', () => {
  const cwd = emptyProject();
  ok(run(['revision', '-m', '../Größe: ändern?', '--id', '..x'], { cwd }));
  assert.ok('migrations/x_größe_ändern.ts' in contents(cwd));
  assert.is(ok(run(['heads'], { cwd })), 'base -> ..x (head): ../Größe: ändern?\n');
});

revision('--edit opens what was written, by VISUAL before EDITOR, as the shell reads it', () => {
  const cwd = emptyProject();
  const args = ['revision', '-m', "it's \"$(touch oops)\"", '--edit'];
  const editor = `sh -c 'echo "// edited" >> "$1"; echo drawn' sh`;
  assert.match(ok(run([...args, '--id', 'a1'], { cwd, env: { VISUAL: editor, EDITOR: 'false' } })), /^drawn\nwrote migrations\/a1_/);
  const { status, stdout, stderr } = run([...args, '--id', 'b2', '--json'], { cwd, env: { VISUAL: '', EDITOR: editor } });
  assert.equal([status, JSON.parse(stdout).id, stderr], [0, 'b2', 'drawn\n']);
  const failing = run([...args, '--id', 'c3'], { cwd, env: { VISUAL: 'exit 7 #' } });
  assert.equal([failing.status, failing.stdout], [1, '']);
  assert.match(failing.stderr, /the editor 'exit 7 #' failed: it ended with 7 \[editor-failed\]\n  migrations\/c3_/);
  const files = contents(cwd);
  assert.equal(Object.keys(files).filter((path) => /oops/.test(path)), ['a1', 'b2', 'c3'].map((id) => `migrations/${id}_it_s_touch_oops.ts`));
  assert.equal(Object.values(files).filter((text) => text.endsWith('// edited\n')).length, 2);
});

revision.run();

const graph = suite('heads, history, show');

const chain = makeProject({
  'migsql.config.json': '{ "migrations": ["one", "two"] }',
  'one/a.ts': migrationText('aaaa1111', null, "title: 'first',\n  branchLabels: ['main'],\n  upgrade: []"),
  'one/b.ts': migrationText('bbbb2222', 'aaaa1111', "title: 'second',\n  upgrade: []"),
  'two/c.ts': migrationText('cccc3333', 'aaaa1111', "title: 'third',\n  dependsOn: ['bbbb2222'],\n  upgrade: []"),
});

graph('heads: those that no other revises', () => {
  const lines = 'aaaa1111 -> bbbb2222 (head): second\naaaa1111 -> cccc3333 (head): third\n';
  assert.is(ok(run(['heads'], { cwd: chain })), lines);
  const { heads } = JSON.parse(ok(run(['heads', '--json'], { cwd: join(chain, 'two') })));
  assert.equal(heads[1], {
    id: 'cccc3333',
    title: 'third',
    revises: ['aaaa1111'],
    dependsOn: ['bbbb2222'],
    branchLabels: [],
    revisedBy: [],
    dependedOnBy: [],
    isHead: true,
    file: 'two/c.ts',
  });
});

graph('history: newest first, whole or of a range', () => {
  const all = [
    'aaaa1111 -> cccc3333 (head): third',
    'aaaa1111 -> bbbb2222 (head): second',
    'base -> aaaa1111 (branch point, main): first',
  ];
  assert.is(ok(run(['history'], { cwd: chain })), `${all.join('\n')}\n`);
  assert.is(ok(run(['history', 'bbbb:bbbb'], { cwd: chain })), `${all[1]}\n`);
  assert.is(ok(run(['history', ':main'], { cwd: chain })), `${all[2]}\n`);
  const verbose = ok(run(['history', '-v'], { cwd: chain }));
  assert.match(verbose, /^cccc3333\n  title: +third\n  revises: +aaaa1111\n  depends on: +bbbb2222\n/);
  const { revisions } = JSON.parse(ok(run(['history', '--json'], { cwd: chain })));
  assert.equal(revisions.map(({ id }: { id: string }) => id), ['cccc3333', 'bbbb2222', 'aaaa1111']);
});

graph('history --graph, and a range by -r', () => {
  const drawn = ['* cccc3333 (head): third', '|.', '| * bbbb2222 (head): second', '|/', '* aaaa1111 (branch point, main): first'];
  assert.is(ok(run(['history', '--graph'], { cwd: chain })), `${drawn.join('\n')}\n`);
  assert.is(ok(run(['history', '-g', '-r', 'bbbb:'], { cwd: chain })), '* bbbb2222 (head): second\n');
  const twice = run(['history', 'bbbb:', '-r', 'bbbb:'], { cwd: chain });
  assert.equal([twice.status, twice.stdout], [2, '']);
});

graph('branches and bases', () => {
  const lines = 'base -> aaaa1111 (branch point, main): first\n';
  assert.is(ok(run(['bases'], { cwd: chain })), lines);
  const children = '  -> bbbb2222 (head): second\n  -> cccc3333 (head): third\n';
  assert.is(ok(run(['branches'], { cwd: chain })), `${lines}${children}`);
  for (const command of ['bases', 'branches', 'heads']) {
    assert.match(ok(run([command, '-v'], { cwd: chain })), /^[abc]{4}\d{4}\n  title: {10}\w+\n  revises:/);
    const ids = JSON.parse(ok(run([command, '--json'], { cwd: chain })))[command].map(({ id }: { id: string }) => id);
    assert.equal(ids, command === 'heads' ? ['bbbb2222', 'cccc3333'] : ['aaaa1111']);
  }
});

graph('show: one revision, by any target', () => {
  const shown = 'bbbb2222\n  title:          second\n  revises:        aaaa1111\n' +
    '  revised by:     nothing: a head\n  depended on by: cccc3333\n  file:           one/b.ts\n' +
    '  upgrade:        nothing\n  downgrade:      reversed, op by op\n';
  for (const target of ['bbbb2222', 'bbbb', 'bbbb@head']) {
    assert.is(ok(run(['show', target], { cwd: chain })), shown, target);
  }
  const several = run(['show', 'head'], { cwd: chain });
  assert.is(several.status, 1);
  assert.match(several.stderr, 'bbbb2222, cccc3333 [multiple-heads]');
  const near = run(['show', 'bbbc'], { cwd: chain });
  assert.match(near.stderr, "no revision or branch is named 'bbbc' [unknown-revision]\n  Did you mean bbbb2222?");
});

graph('a title is one line, and commands no terminal', () => {
  const cwd = makeProject({
    'migsql.config.json': '{}',
    'migrations/a.ts': migrationText('aaaa1111', null, "title: 'two\\nlines \\u001b[31mred',\n  upgrade: []"),
  });
  assert.is(ok(run(['heads'], { cwd })), 'base -> aaaa1111 (head): two lines  [31mred\n');
  assert.match(ok(run(['show', 'aaaa'], { cwd })), /^  title: +two lines  \[31mred$/m);
});

graph('show: ops in the dialect of the config, and what hand-written SQL touches', () => {
  const cwd = makeProject({
    'migsql.config.json': '{ "dialect": "mysql" }',
    'migrations/a.sql':
      '-- id: a1\n-- revises:\n-- migsql:upgrade\nUPDATE account SET open = 1;\nDELETE FROM log WHERE old = 1;\n' +
      '-- migsql:upgrade oracle\nCREATE TABLE x (a NUMBER);\n-- migsql:irreversible nobody knows\n',
  });
  const lines = ok(run(['show', 'a1'], { cwd })).split('\n').slice(-5);
  assert.equal(lines, [
    '  upgrade:        execute SQL: UPDATE account SET open … (migrations/a.sql:4)',
    '                    update account, every row',
    '                    delete log',
    '  downgrade:      irreversible: nobody knows',
    '',
  ]);
  const [{ upgrade, downgrade }] = JSON.parse(ok(run(['show', 'a1', '--json'], { cwd }))).revisions;
  assert.equal(upgrade[0].statements.map(({ kind, tables, line }: { kind: string; tables: string[]; line: number }) => [kind, tables, line]), [
    ['update', ['account'], 1],
    ['delete', ['log'], 2],
  ]);
  assert.equal(downgrade, { irreversible: 'nobody knows' });
});

graph('heads and history evaluate nothing', () => {
  const cwd = makeProject({
    'migsql.config.json': '{}',
    'migrations/a.ts': migrationText('aaaa1111', null, "upgrade: [(() => { throw new Error('evaluated'); })()]"),
  });
  for (const args of [['heads'], ['history']]) assert.match(ok(run(args, { cwd })), 'aaaa1111');
});

graph.run();
