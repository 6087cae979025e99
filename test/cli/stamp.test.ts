/** stamp and current: what they write, and what they refuse. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';

const cwd = makeProject({
  'migsql.config.json':
    '{ "dialect": ["mysql", "oracle"], "versionTable": { "schema": "ops", "name": "order" }, "script": { "form": "resumable", "ledger": true } }',
  'migrations/a.ts': migrationText('aaaa1111', null),
  'migrations/b.ts': migrationText('bbbb2222', 'aaaa1111', "branchLabels: ['left'],\n  upgrade: [(() => { throw new Error('evaluated'); })()]"),
  'migrations/c.ts': migrationText('cccc3333', 'aaaa1111'),
});

const stamp = suite('stamp');

stamp('a plain script without ledger, of targets as anywhere, that evaluates nothing', () => {
  const { status, stdout, stderr } = run(['stamp', 'left', 'cccc', '--from', 'aaaa', '--sql', '-d', 'mysql'], { cwd });
  assert.equal([status, stderr], [0, '']);
  assert.match(stdout, '-- from    aaaa1111\n-- to      bbbb2222, cccc3333\n');
  assert.match(stdout, "UPDATE ops.`order` SET revision = 'bbbb2222' WHERE revision = 'aaaa1111';");
  assert.match(stdout, "INSERT INTO ops.`order` (revision) VALUES ('cccc3333');");
  assert.not.match(stdout, /ledger|-- sources|-- migrations/);
});

stamp('a purge asks for no start, and makes the table; flags of the script count', () => {
  const { stdout } = run(['stamp', 'base', '--purge', '--sql', '-d', 'mssql', '--no-progress', '--expect-database', 'shop'], { cwd });
  assert.match(stdout, '-- from    anything\n');
  assert.match(stdout, 'DELETE FROM ops.[order];');
  assert.match(stdout, "IF DB_NAME() <> N'shop'");
  assert.not.match(stdout, /must hold|WITH NOWAIT/);
});

stamp('to files, a dialect each; as a plan', () => {
  const written = run(['stamp', 'heads', '--from', 'base', '--sql', '-o', 'stamps/'], { cwd });
  assert.equal([written.status, written.stderr], [0, 'wrote stamps/mysql.sql\nwrote stamps/oracle.sql\n']);
  assert.match(contents(cwd)['stamps/oracle.sql'] ?? '', 'stamp script for Oracle');
  const plan = JSON.parse(run(['stamp', 'cccc', '--purge', '--sql', '-d', 'sqlite', '--json'], { cwd }).stdout);
  assert.equal([plan.fromAnything, plan.from, plan.to, plan.steps[0].direction], [true, [], ['cccc3333'], 'stamp']);
});

stamp('heads that are there already need nothing', () => {
  const { status, stderr } = run(['stamp', 'heads', '--from', 'cccc,left', '--sql', '-d', 'sqlite'], { cwd });
  assert.equal([status, stderr], [0, 'nothing to do: the version table holds that already\n']);
});

stamp('what is not said is asked for', () => {
  for (const [args, status, says] of [
    [['heads'], 2, 'which database is not said [no-url]\n  Name it: --url URL; '],
    [['heads', '--sql'], 2, 'what the version table holds now is not said [invalid-usage]\n  Add --from HEADS, '],
    [['--sql', '--purge'], 2, "'migsql stamp' needs TARGET [missing-argument]"],
    [['heads', '--sql', '--purge', '--from', 'base'], 2, '--purge'],
    [['heads', '--sql', '--from', 'nosuch', '-d', 'mysql'], 1, '[unknown-revision]'],
    [['aaaa', 'left', '--sql', '--from', 'base', '-d', 'mysql'], 1, "Name only 'bbbb2222'."],
    [['heads', '--sql', '--from', 'base'], 2, 'stdout holds one script, and there are 2 dialects'],
  ] as const) {
    const ran = run(['stamp', ...args], { cwd });
    assert.equal([ran.status, ran.stdout], [status, ''], args.join(' '));
    assert.ok(ran.stderr.includes(says), ran.stderr);
  }
});

stamp.run();

const current = suite('current');

current('the query of each dialect', () => {
  const one = run(['current', '--sql', '-d', 'mssql'], { cwd });
  assert.equal(one, { status: 0, stdout: 'SELECT revision FROM ops.[order] ORDER BY revision;\n', stderr: '' });
  assert.is(
    run(['current', '--sql'], { cwd }).stdout,
    '-- mysql\nSELECT revision FROM ops.`order` ORDER BY revision;\n-- oracle\nSELECT revision FROM ops."order" ORDER BY revision;\n',
  );
  assert.equal(JSON.parse(run(['current', '--sql', '-d', 'sqlite', '--json'], { cwd }).stdout).queries.map(({ dialect }: { dialect: string }) => dialect), ['sqlite']);
  assert.match(run(['current'], { cwd }).stderr, /which database is not said \[no-url\]\n.*--sql/);
});

current.run();
