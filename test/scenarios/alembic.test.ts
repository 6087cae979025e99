/** A database that Alembic has brought to a revision, and migsql carries on with its version table. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';
import { type Database, ENGINES, createDatabase, isReachable } from '../support/servers.ts';

const cwd = makeProject({
  'migsql.config.json': '{ "versionTable": { "name": "alembic_version", "column": "version_num" } }',
  'migrations/a.ts': migrationText('1975ea83b712', null),
  'migrations/b.ts': migrationText('ae1027a6acf0', '1975ea83b712', "upgrade: [createTable('t', [column('id', types.integer())])]"),
  'migrations/c.ts': migrationText('b2f03c55d1e6', '1975ea83b712', 'upgrade: []'),
});

/** What Alembic runs. */
const MADE =
  'CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));\n' +
  "INSERT INTO alembic_version (version_num) VALUES ('1975ea83b712');\n";

function script(...args: readonly string[]): string {
  const { status, stdout, stderr } = run(args, { cwd });
  assert.equal([status, stderr], [0, '']);
  return stdout;
}

const heads = (database: Database): string =>
  database.query('SELECT version_num FROM alembic_version ORDER BY version_num').join();

const test = suite("Alembic's version table");

for (const engine of ENGINES.filter(isReachable)) {
  for (const form of [[], ...(engine === 'sqlite' ? [] : [['--idempotent']]), ...(engine === 'mariadb' ? [['--resumable']] : [])]) {
    test(`carries on there: ${[engine, ...form].join(' ')}`, () => {
      const database = createDatabase(engine);
      database.run(MADE);
      const render = (range: string): string => script('render', range, '--dialect', engine, '--no-progress', ...form);
      database.run(render('1975ea83b712:heads'));
      assert.is(heads(database), 'ae1027a6acf0,b2f03c55d1e6');
      database.run(render('heads:1975ea83b712'));
      assert.is(heads(database), '1975ea83b712');
      database.run(script('stamp', 'b2f03c55d1e6', '--from', '1975ea83b712', '--sql', '--dialect', engine));
      assert.is(heads(database), 'b2f03c55d1e6');
    });
  }

  test(`makes the table where it is missing: ${engine}`, () => {
    const database = createDatabase(engine);
    database.run(script('render', 'ae10', '--dialect', engine));
    assert.is(heads(database), 'ae1027a6acf0');
    const query = script('current', '--sql', '--dialect', engine);
    assert.is(database.query(query).join(), 'ae1027a6acf0');
  });
}

for (const dialect of ['mssql', 'oracle', 'mysql']) {
  test(`no statement knows another column: ${dialect}`, () => {
    const text = script('render', 'heads', '--dialect', dialect, '--idempotent');
    assert.match(text, /version_num/i);
    assert.not.match(text.replace(/^\s*--.*$/gm, ''), /\brevision\b.{0,60}\balembic_version\b|\balembic_version\b.{0,20}\brevision\b/i);
  });
}

test.run();
