/** merge, edit, and show with SQL. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { opsWithSql } from '../../src/cli/op-sql.ts';
import { compile, loadMigrations, openProject } from '../../src/compiler.ts';
import { findConfig, loadConfig } from '../../src/config.ts';
import { contents, migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';

/** A base with two branches, of which one has two revisions; another base that needs one of them. */
const branches = (): string =>
  makeProject({
    'migsql.config.json': '{ "dialect": "mysql" }',
    'migrations/a.ts': migrationText('aaaa1111', null),
    'migrations/b.ts': migrationText('bbbb2222', 'aaaa1111'),
    'migrations/c.ts': migrationText('cccc3333', 'bbbb2222', "branchLabels: ['left'],\n  upgrade: []"),
    'migrations/d.ts': migrationText('dddd4444', 'aaaa1111', "branchLabels: ['right'],\n  upgrade: []"),
    'migrations/e.ts': migrationText('eeee5555', null, "dependsOn: ['cccc3333'],\n  upgrade: []"),
  });

const merge = suite('merge');

merge('all heads that no other revision needs, with their ids for a title', () => {
  const cwd = branches();
  const { status, stdout, stderr } = run(['merge', '--id', 'ffff6666', '--branch-label', 'main'], { cwd });
  const commute = 'dddd4444 and eeee5555 commute: whichever comes first, the schema is the same in the end.';
  assert.equal({ status, stdout, stderr }, { status: 0, stdout: 'wrote migrations/ffff6666_merge_dddd4444_and_eeee5555.ts\n', stderr: `${commute}\n` });
  const text = contents(cwd)['migrations/ffff6666_merge_dddd4444_and_eeee5555.ts'] ?? '';
  assert.match(text, `\n\n// ${commute}\nexport default`);
  assert.match(text, "revises: ['dddd4444', 'eeee5555'],\n  title: 'merge dddd4444 and eeee5555',\n  branchLabels: ['main'],\n");
  assert.is(JSON.parse(run(['heads', '--json'], { cwd }).stdout).heads.at(-1).id, 'ffff6666');
});

merge('those that are named, however they are named', () => {
  const cwd = branches();
  for (const targets of [['left@head', 'right'], ['dddd,cccc']]) {
    const { status, stdout } = run(['merge', ...targets, '-m', 'both', '--dry-run', '--json'], { cwd });
    assert.is(status, 0);
    assert.equal(JSON.parse(stdout).revises, ['cccc3333', 'dddd4444']);
  }
});

merge('--dry-run shows what is then written, and writes nothing', () => {
  const cwd = branches();
  const before = contents(cwd);
  const args = ['merge', 'cccc', 'dddd', '--id', 'ffff6666', '-m', 'both', '--sql'];
  const dry = run([...args, '--dry-run'], { cwd });
  assert.match(dry.stderr, /^would write migrations\/ffff6666_both\.sql\ncccc3333 and dddd4444 commute: /);
  assert.equal(contents(cwd), before);
  assert.is(run(args, { cwd }).status, 0);
  assert.is(dry.stdout, contents(cwd)['migrations/ffff6666_both.sql']);
});

merge('what is no merge is refused with what to do, and nothing is written', () => {
  const cwd = branches();
  const before = contents(cwd);
  for (const [args, message, hint] of [
    [['cccc'], "there is nothing to merge but 'cccc3333' [nothing-to-merge]", "'migsql heads' lists the heads"],
    [['base'], 'there is nothing to merge: no revisions [nothing-to-merge]', 'Name two or more'],
    [['aaaa', 'dddd'], "'aaaa1111' comes before 'dddd4444' anyway, and both are named [overlapping-revisions]", "Name only 'dddd4444'."],
    [['cccc', 'eeee'], "'cccc3333' comes before 'eeee5555' anyway, and both are named [overlapping-revisions]", "Name only 'eeee5555'."],
    [['bbbb', 'dddd'], "'bbbb2222' is not a head: cccc3333 revises it [needs-splice]", '--splice'],
    [['heads', '--branch-label', 'left'], "the branch label 'left' names several: ", 'Rename one of them'],
  ] as const) {
    const { status, stdout, stderr } = run(['merge', ...args], { cwd });
    assert.equal([status, stdout], [1, ''], args.join(' '));
    assert.ok(stderr.includes(message) && stderr.includes(hint), stderr);
  }
  assert.equal(contents(cwd), before);
  assert.is(run(['merge', 'bbbb', 'dddd', '--splice', '--dry-run'], { cwd }).status, 0);
});

/** Two heads that both change one table. */
const sides = (left: string, right: string): string =>
  makeProject({
    'migsql.config.json': '{ "dialect": ["postgresql", "oracle"] }',
    'migrations/a.ts': migrationText('aaaa1111', null, "upgrade: [createTable('t', [column('id', types.integer())])]"),
    'migrations/b.ts': migrationText('bbbb2222', 'aaaa1111', `upgrade: [\n    ${left},\n  ]`),
    'migrations/c.ts': migrationText('cccc3333', 'aaaa1111', `upgrade: [\n    ${right},\n  ]`),
  });

merge('ops that conflict are named with their lines, and nothing is written', () => {
  const cwd = sides("addColumn('t', column('n', types.integer()))", "dropTable('t')");
  const before = contents(cwd);
  const { status, stdout, stderr } = run(['merge'], { cwd });
  assert.equal([status, stdout], [1, '']);
  assert.is(
    stderr,
    "migrations/b.ts:7:5: error: 'add column t.n' of bbbb2222 (migrations/b.ts:7:5) conflicts with 'drop table t' of cccc3333 (migrations/c.ts:7:5): " +
      'one takes away the table t, which the other needs (postgresql, oracle) [conflicting-ops]\n' +
      '  Change one of them so that each can be applied after the other; a database may have either of them already.\n',
  );
  assert.equal(contents(cwd), before);
});

merge('with --dry-run they are only told, and with --allow-conflicts the file tells them', () => {
  const cwd = sides("addColumn('t', column('n', types.integer()))", "dropTable('t')");
  const dry = run(['merge', '--dry-run', '--id', 'dddd4444', '--json'], { cwd });
  assert.is(dry.status, 0);
  const { check, text } = JSON.parse(dry.stdout);
  assert.equal([check.commute, check.findings.map(({ code }: { code: string }) => code)], [false, ['conflicting-ops']]);
  for (const [format, mark] of [[[], '//'], [['--sql'], '--']] as const) {
    const { status, stderr } = run(['merge', '--id', 'dddd4444', '--allow-conflicts', '-m', 'm', '--splice', 'bbbb', 'cccc', ...format], { cwd });
    assert.is(status, 0, stderr);
    const file = `migrations/dddd4444_m.${format.length ? 'sql' : 'ts'}`;
    const said = contents(cwd)[file]!.split('\n').filter((line) => line.startsWith(`${mark} `) && !/^-- \w+:/.test(line));
    assert.is(said[0], `${mark} bbbb2222 and cccc3333 do not commute for certain:`);
    assert.match(said[1]!, `${mark} - 'add column t.n' of bbbb2222 (migrations/b.ts:7:5) conflicts with`);
    assert.is(run(['heads'], { cwd }).status, 0);
    rmSync(join(cwd, file));
  }
  assert.match(text, '// - ');
});

merge('where only the order may matter it is said, and the merge is written', () => {
  const cwd = sides("addColumn('t', column('n', types.integer()))", "execute('UPDATE t SET id = 1', { reverse: 'SELECT 1' })");
  const { status, stderr } = run(['merge'], { cwd });
  assert.is(status, 0);
  assert.match(stderr, "warning: the order of 'add column t.n' of bbbb2222 (migrations/b.ts:7:5) and ");
});

merge.run();

const edit = suite('edit');

edit('opens the file of a revision; without an editor, or with several revisions, says what to do', () => {
  const cwd = branches();
  const env = { VISUAL: '', EDITOR: "printf '// edited' >>" };
  assert.equal(run(['edit', 'left'], { cwd, env }), { status: 0, stdout: '', stderr: '' });
  assert.ok(contents(cwd)['migrations/c.ts']?.endsWith('// edited'));
  assert.equal(JSON.parse(run(['edit', 'cccc', '--json'], { cwd, env }).stdout), { edited: 'migrations/c.ts' });
  const none = run(['edit', 'left'], { cwd, env: { VISUAL: '', EDITOR: '' } });
  assert.equal([none.status, none.stdout], [1, '']);
  assert.match(none.stderr, /which editor to open is not said \[no-editor\]\n  Set VISUAL or EDITOR /);
  for (const [target, says] of [['heads', "'heads' is 2 revisions"], ['base', "'base' is no revision"]] as const) {
    const several = run(['edit', target], { cwd, env });
    assert.is(several.status, 2);
    assert.match(several.stderr, `${says}, and one can be edited [invalid-usage]`);
  }
});

edit.run();

const show = suite('show --dialect');

show('an op with its SQL, the downgrade that is worked out, and what is needless', () => {
  const cwd = makeProject({
    'migsql.config.json': '{}',
    'migrations/a.ts':
      "import { migration, addColumn, createEnum, column, types } from 'migsql';\nexport default migration({ id: 'aaaa1111', revises: null, " +
      "upgrade: [\n  createEnum('kind', ['x']),\n  addColumn('t', column('c', types.text())),\n] });\n",
    'migrations/b.sql': '-- id: b2\n-- revises: aaaa1111\n-- migsql:upgrade\n\n-- first\nUPDATE t SET c = 1;\nDELETE FROM u WHERE d = 2;\n-- migsql:irreversible why\n',
  });
  assert.equal(run(['show', 'aaaa', '-d', 'sqlite'], { cwd }).stdout.split('\n').slice(5), [
    '  upgrade:        create enum type kind (migrations/a.ts:3:3)',
    '                    -- nothing in this dialect',
    '                  add column t.c (migrations/a.ts:4:3)',
    '                    ALTER TABLE t ADD COLUMN c TEXT;',
    '  downgrade:      drop column t.c (migrations/a.ts:4:3)',
    '                    ALTER TABLE t DROP COLUMN c;',
    '',
  ]);
  const { upgrade, downgrade } = JSON.parse(run(['show', 'b2', '-d', 'oracle', '--json'], { cwd }).stdout).revisions[0];
  assert.equal(upgrade.flatMap(({ sql }: { sql: string[] }) => sql), ['UPDATE t SET c = 1', 'DELETE FROM u WHERE d = 2']);
  assert.equal(downgrade, { irreversible: 'why' });
});

show('the statements are those of a render, each with its op', async () => {
  const project = await openProject(await loadConfig(findConfig(fileURLToPath(new URL('../../examples/shop', import.meta.url)))));
  for (const dialect of ['mysql', 'postgresql'] as const) {
    const { steps } = await compile(project, { to: 'heads', dialect, transaction: 'script' });
    for (const { revision, blocks } of steps.filter((_, index) => index % 4 === 1)) {
      const rendered = blocks.flatMap(({ statements }) => statements.filter(({ origin }) => origin.kind === 'op'));
      const migration = (await loadMigrations(project, [revision])).get(revision)!;
      const { upgrade } = await opsWithSql(project, migration, dialect);
      assert.equal(upgrade.flatMap(({ sql = [] }) => sql), rendered.map(({ sql }) => sql), revision);
      const descriptions = upgrade.flatMap(({ sql = [], description }) => sql.map(() => description));
      assert.equal(descriptions, rendered.map(({ origin }) => origin.kind === 'op' && origin.description), revision);
    }
  }
});

show.run();
