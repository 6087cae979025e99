/** Several databases in one config. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openConfig } from '../../src/config.ts';
import { contents, migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';

const CONFIG = {
  dialect: 'sqlite',
  versionTable: 'heads',
  naming: { pk: 'pk_%(table_name)s' },
  script: { lockTimeout: 10, progress: false },
  targets: {
    shop: { migrations: 'shop' },
    billing: { migrations: 'billing', dialect: ['mssql', 'oracle'], versionTable: { schema: 'ops', name: 'v' }, script: { lockTimeout: 3 }, server: { mssql: '2019' } },
  },
};

const project = (config: object = CONFIG): string =>
  makeProject({
    'migsql.config.json': JSON.stringify(config),
    'shop/a.ts': migrationText('aaaa1111', null, "upgrade: [createTable('t', [column('id', types.integer())])]"),
    'billing/b.ts': migrationText('bbbb2222', null, "upgrade: [createTable('t', [column('id', types.integer())])]"),
  });

const test = suite('targets');

test('what one says comes before what all say, setting by setting', async () => {
  const { targets, configOf } = await openConfig(join(project(), 'migsql.config.json'));
  assert.equal(targets, ['shop', 'billing']);
  const [shop, billing] = [await configOf('shop'), await configOf('billing')];
  assert.equal([shop.dialects, shop.versionTable, shop.script, shop.server], [['sqlite'], { name: 'heads' }, { lockTimeout: 10, progress: false }, {}]);
  assert.equal(billing.migrations, [join(billing.root, 'billing')]);
  assert.equal([billing.dialects, billing.versionTable], [['mssql', 'oracle'], { schema: 'ops', name: 'v' }]);
  assert.equal([billing.script, billing.server], [{ lockTimeout: 3, progress: false }, { mssql: '2019' }]);
  assert.is(billing.naming.pk, shop.naming.pk);
});

test('one is chosen, and each is a project of its own', () => {
  const cwd = project();
  assert.is(run(['heads', '--target', 'shop'], { cwd }).stdout, 'base -> aaaa1111 (head): a\n');
  assert.is(run(['heads', '--target', 'billing'], { cwd }).stdout, 'base -> bbbb2222 (head): b\n');
  assert.match(run(['render', 'head', '--target', 'billing', '-d', 'mssql'], { cwd }).stdout, /INSERT INTO ops\.v /);
  assert.is(run(['revision', '-m', 'x', '--id', 'c3', '--target', 'billing'], { cwd }).stdout, 'wrote billing/c3_x.ts\n');
});

test('which one is said where there are several, and only one that is there', () => {
  const cwd = project();
  for (const [args, message] of [
    [['heads'], 'the config has several targets: shop, billing [open-target]\n  Choose one with --target NAME, or all of them with --all-targets.'],
    [['heads', '--target', 'biling'], "the config has no target 'biling' [unknown-target]\n  Did you mean billing?"],
    [['heads', '--target', 'shop', '--all-targets'], '--all-targets'],
    [['render', 'head', '--all-targets'], 'stdout holds the output of one target [invalid-usage]\n  Add -o DIR'],
  ] as const) {
    const { status, stdout, stderr } = run(args, { cwd });
    assert.equal([status, stdout], [2, ''], args.join(' '));
    assert.match(stderr, message);
  }
  const { targets: _, ...plain } = CONFIG;
  assert.match(run(['heads', '--target', 'x'], { cwd: project(plain) }).stderr, "no target 'x' [unknown-target]\n  Add it to 'targets'");
  assert.match(run(['heads', '--all-targets'], { cwd: project(plain) }).stderr, 'the config has no targets [invalid-usage]');
  const alone = project({ ...plain, targets: { shop: CONFIG.targets.shop } });
  assert.is(run(['heads'], { cwd: alone }).stdout, 'base -> aaaa1111 (head): a\n');
});

test('all of them: what each gives under its name, and files in places of their own', () => {
  const cwd = project();
  assert.is(run(['heads', '--all-targets'], { cwd }).stdout, 'shop:\nbase -> aaaa1111 (head): a\nbilling:\nbase -> bbbb2222 (head): b\n');
  const { targets } = JSON.parse(run(['heads', '--all-targets', '--json'], { cwd }).stdout);
  assert.equal(Object.entries<{ heads: { id: string }[] }>(targets).map(([name, { heads }]) => [name, heads[0]?.id]), [['shop', 'aaaa1111'], ['billing', 'bbbb2222']]);
  const before = Object.keys(contents(cwd));
  assert.is(run(['render', 'head', '--all-targets', '-o', 'out/'], { cwd }).status, 0);
  assert.is(run(['graph', '--all-targets', '-o', 'graph.mmd'], { cwd }).status, 0);
  const written = Object.keys(contents(cwd)).filter((file) => !before.includes(file));
  assert.equal(written, ['graph.billing.mmd', 'graph.shop.mmd', 'out/billing/mssql.sql', 'out/billing/oracle.sql', 'out/shop/sqlite.sql']);
  assert.is(run(['render', 'head', '--all-targets', '-o', 'out/', '--check'], { cwd }).status, 0);
});

test('the problems of all are reported with their names', () => {
  const { status, stdout, stderr } = run(['show', 'nosuch', '--all-targets'], { cwd: project() });
  assert.equal([status, stdout], [1, '']);
  assert.equal(stderr.match(/error: \w+: no revision/g), ['error: billing: no revision', 'error: shop: no revision']);
});

test('where one has a problem nothing is written for any', () => {
  const wrong = project({ ...CONFIG, templates: 'own' });
  writeFileSync(join(wrong, 'billing/b.ts'), migrationText('bbbb2222', null, "upgrade: [addColumn('t', column('id', types.interval()))]"));
  mkdirSync(join(wrong, 'own'));
  const all = [
    ['render', 'head', '-o', 'out/'],
    ['render', 'head', '-o', 'ticket/', '--ticket'],
    ['snapshot'],
  ];
  const before = contents(wrong);
  for (const args of all) {
    const { status, stdout, stderr } = run([...args, '--all-targets'], { cwd: wrong });
    assert.equal([status, stdout], [1, ''], args.join(' '));
    assert.match(stderr, /^billing\/b\.ts:6:\d+: error: billing: addColumn on mssql: .*interval/m, stderr);
  }
  // What is seen only while a script is written out, for all that are.
  writeFileSync(join(wrong, 'billing/b.ts'), before['billing/b.ts']!.replace('interval', 'integer'));
  for (const layout of ['mssql', 'oracle']) {
    mkdirSync(join(wrong, 'own/script', layout), { recursive: true });
    writeFileSync(join(wrong, 'own/script', layout, 'close.hbs'), '-- nothing\n');
  }
  const now = contents(wrong);
  for (const args of [...all.slice(0, 2), ['stamp', 'head', '--from', 'base', '--sql', '-o', 'out/']]) {
    const { status, stdout, stderr } = run([...args, '--all-targets'], { cwd: wrong });
    assert.equal([status, stdout], [1, ''], args.join(' '));
    for (const layout of ['mssql', 'oracle']) assert.match(stderr, new RegExp(`^own/script/${layout}/close\\.hbs:\\d+: error: billing: what the template writes`, 'm'));
  }
  assert.equal(contents(wrong), now);
  assert.not.ok(['out', 'ticket', 'snapshots'].some((folder) => existsSync(join(wrong, folder))));
});

test('snapshots are kept apart, and what several have in common is written once', () => {
  const cwd = project({ ...CONFIG, templates: 'own' });
  mkdirSync(join(cwd, 'own'));
  assert.is(run(['snapshot', '--all-targets'], { cwd }).status, 0);
  assert.equal(Object.keys(contents(cwd)).filter((file) => file.startsWith('snapshots/')), [
    'snapshots/billing/mssql/bbbb2222.sql', 'snapshots/billing/oracle/bbbb2222.sql', 'snapshots/shop/sqlite/aaaa1111.sql',
  ]);
  assert.is(run(['snapshot', '--check', '--strict', '--all-targets'], { cwd }).status, 0);
  assert.is(run(['templates', '--eject', 'script/footer', '--all-targets'], { cwd }).status, 0);
  assert.ok(contents(cwd)['own/script/footer.hbs']);
  const same = project({ ...CONFIG, snapshots: 'same', targets: { a: { migrations: 'shop' }, b: { migrations: 'shop', naming: { pk: 'x' }, quoting: 'always' } } });
  const { status, stderr } = run(['snapshot', '--all-targets'], { cwd: same });
  assert.is(status, 2);
  assert.match(stderr, "same/sqlite/aaaa1111.sql would be written twice, with different texts [invalid-usage]\n  Give each target a place of its own.");
});

test('what is written by hand is of one target', () => {
  const cwd = project();
  const before = contents(cwd);
  for (const args of [['revision', '-m', 'x'], ['merge'], ['edit', 'head']]) {
    const { status, stderr } = run([...args, '--all-targets'], { cwd, env: { EDITOR: 'false' } });
    assert.is(status, 2, args.join(' '));
    assert.match(stderr, / one target.* \[invalid-usage\]\n  Choose one: --target NAME\./);
  }
  assert.equal(contents(cwd), before);
});

test('variables of the others need not be set', () => {
  const targets = { ...CONFIG.targets, other: { versionTable: { $env: 'MIGSQL_NOT_SET' } } };
  const cwd = project({ ...CONFIG, targets });
  assert.is(run(['heads', '--target', 'shop'], { cwd }).status, 0);
  assert.match(run(['heads', '--target', 'other'], { cwd }).stderr, 'targets.other.versionTable: the environment variable MIGSQL_NOT_SET is not set');
});

const DATABASES = {
  dialect: 'sqlite',
  targets: { one: { migrations: 'shop', url: 'sqlite:one.db' }, two: { migrations: 'billing', url: 'sqlite:two.db' }, three: { migrations: 'shop', url: 'sqlite:three.db' } },
};

test('databases are changed one after the other, and none behind one that fails', () => {
  const cwd = project(DATABASES);
  assert.equal(run(['apply', '--all-targets', '--yes'], { cwd }).stdout.match(/is at \w+/g), ['is at aaaa1111', 'is at bbbb2222', 'is at aaaa1111']);
  writeFileSync(join(cwd, 'billing/c.ts'), migrationText('cccc3333', 'bbbb2222', "upgrade: [execute('SELECT * FROM nowhere')]"));
  writeFileSync(join(cwd, 'shop/d.ts'), migrationText('dddd4444', 'aaaa1111'));
  const { status, stderr, stdout } = run(['apply', '--all-targets', '--yes'], { cwd });
  assert.equal([status, stdout], [5, '']);
  assert.match(stderr, /two: revision cccc3333.*nowhere/);
  assert.match(stderr, /done before: one; not begun: three \[targets-left\]/);
  const at = (target: string): string => run(['current', '--target', target], { cwd }).stdout;
  assert.equal(['one', 'two', 'three'].map((target) => at(target).slice(0, 8)), ['dddd4444', 'bbbb2222', 'aaaa1111']);
});

test('a database is stamped, tried and asked for each target; one URL is for one of them', () => {
  const cwd = project(DATABASES);
  for (const name of ['one', 'two', 'three']) writeFileSync(join(cwd, `${name}.db`), '');
  assert.equal(run(['stamp', 'heads', '--all-targets'], { cwd }).stdout.match(/is at \w+/g)?.length, 3);
  assert.is(run(['current', '--all-targets', '--check-heads'], { cwd }).status, 0);
  assert.is(run(['rehearse', '--all-targets'], { cwd }).stdout.match(/^passed/gm)?.length, 3);
  assert.is(run(['ensure-version', '--all-targets', '--sql'], { cwd }).status, 2);
  const { status, stderr } = run(['apply', '--all-targets', '--yes', '--url', 'sqlite:x.db'], { cwd });
  assert.is(status, 2);
  assert.match(stderr, /--url is one database/);
});

test.run();
