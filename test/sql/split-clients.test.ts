/** Holds `split` against the clients themselves, for random texts: what they would send is what we say they send. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { createLexer, nextToken } from '../../src/sql/lex/lexer.ts';
import { RULES } from '../../src/sql/lex/rules.ts';
import { splitWithProblems } from '../../src/sql/split.ts';
import { tries } from '../support/scale.ts';
import { createDatabase, isReachable } from '../support/servers.ts';
import { anyText, script, statement } from './random-text.ts';
import { ROUTINES } from './routines.ts';

const folder = mkdtempSync(join(tmpdir(), 'migsql-split-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Without comments and closing semicolons, which the clients print or drop as they like. */
function essence(sql: string, dialect: DialectName): string {
  const lexer = createLexer(sql, RULES[dialect]);
  const tokens: string[] = [];
  for (let token = nextToken(lexer); token; token = nextToken(lexer)) {
    if (token.kind !== 'comment') tokens.push(sql.slice(token.start, token.end));
  }
  return tokens.join(' ').replace(/(?: ?;)+$/, '');
}

/** Compares for a text in which we find no fault; a client would send a faulty one somehow. */
function compare(text: string, dialect: DialectName, send: (text: string) => readonly string[]): void {
  const { statements, problems } = splitWithProblems(text, dialect);
  if (problems.length) return;
  const ours = statements.map(({ sql }) => essence(sql, dialect));
  const theirs = send(text).map((sql) => essence(sql, dialect));
  assert.equal(ours, theirs.filter((sql) => sql !== ''), JSON.stringify(text));
}

/** In single-step mode psql shows each statement and asks; it is told not to run it. */
function psqlSends(text: string): readonly string[] {
  const file = join(folder, 'text.sql');
  writeFileSync(file, text);
  const url = process.env['MIGSQL_TEST_POSTGRESQL_URL'] || 'postgresql://root@127.0.0.1:5432/postgres';
  const env = { ...process.env, PGCLIENTENCODING: 'UTF8' };
  const input = 'x\n'.repeat(200);
  const { stdout } = spawnSync('psql', ['-X', '-s', '-f', file, url], { input, encoding: 'utf8', env });
  const shown = stdout.split(/^\*{3}\(Single step mode: verify command\)\*+\n/m).slice(1);
  return shown.map((each) => each.replace(/\n\*{3}\(press return to proceed[^]*$/, ''));
}

/** Twice verbose, the client prints each statement between two lines before it sends it. */
function mariadbSends(text: string): readonly string[] {
  const { hostname, port, username, password } = new URL(
    process.env['MIGSQL_TEST_MARIADB_URL'] || 'mysql://root@127.0.0.1:3306/',
  );
  const server = ['--protocol=tcp', '-h', hostname, '-P', port || '3306', '-u', decodeURIComponent(username)];
  const env = { ...process.env, MYSQL_PWD: decodeURIComponent(password) };
  const args = ['--no-defaults', '--force', '-vv', '--default-character-set=utf8mb4', ...server];
  const { stdout } = spawnSync('mariadb', args, { input: text, encoding: 'utf8', env });
  return [...stdout.matchAll(/^-{14}\n([^]*?)\n-{14}\n\n/gm)].map(([, sql]) => sql!);
}

/** The shell prints each statement with the time that it took. */
function sqliteRuns(text: string): readonly string[] {
  const input = `.output /dev/null\n.trace stdout --profile\n${text}`;
  const { stdout } = spawnSync('sqlite3', ['-init', '/dev/null', '-batch', ':memory:'], { input, encoding: 'utf8' });
  return stdout.split(/; -- \d+ ns\n/).slice(0, -1);
}

const test = suite('split and the real clients');

if (isReachable('postgresql')) {
  const compound = fc.constantFrom(
    'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; SELECT (CASE 1 END); END',
    'CREATE OR REPLACE PROCEDURE "p"() BEGIN ATOMIC SELECT 1; END',
    'CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT (2))',
    'CREATE TABLE begin (end int)',
    'BEGIN',
    'SELECT CASE WHEN a THEN 1 ELSE 2 END',
  );

  test('psql: scripts', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(statement('postgresql'), compound), { maxLength: 12 }), (statements) => {
        compare(statements.join(';\n'), 'postgresql', psqlSends);
      }),
      tries(20),
    );
  });

  /** A backslash is a command there, a NUL and half a surrogate pair never reach it. */
  test('psql: any text', () => {
    const text = anyText.filter((each) => !/[\\\0\ud800-\udfff]/.test(each));
    fc.assert(fc.property(text, (each) => compare(each, 'postgresql', psqlSends)), tries(35));
  });
}

if (isReachable('mariadb')) {
  test('mariadb: scripts', () => {
    fc.assert(
      fc.property(script('mariadb'), statement('mariadb'), (scripted, last) => {
        compare(scripted.map(({ sql, end }) => sql + end).join('') + last, 'mariadb', mariadbSends);
      }),
      tries(20),
    );
  });

  test('mariadb: DELIMITER', () => {
    const text =
      'SELECT 1;\ndelimiter //\nCREATE PROCEDURE p() BEGIN SELECT "//", 1; SELECT 2; END//\nSELECT 3 // SELECT 4//\n' +
      "DELIMITER $$\nSELECT a$b, 'x;$$' $$\nDELIMITER 'end' ignored\nSELECT 5 end\nDELIMITER ;\nSELECT 6;\n" +
      'SELECT 7--1;\n-- a;\nSELECT 8 --\n; --9;\nSELECT 10 # 11;\n;';
    compare(text, 'mariadb', mariadbSends);
    assert.is(mariadbSends(text).length, 10);
  });

  test('mariadb: routines without DELIMITER are cut into what the server takes', () => {
    const text = `CREATE TABLE t (a INT); CREATE TABLE u (a INT); ${ROUTINES.join(';\n')};`;
    const { statements, problems } = splitWithProblems(text, 'mariadb');
    assert.equal([statements.length, problems.length], [ROUTINES.length + 2, 0]);
    const database = createDatabase('mariadb');
    database.run(`DELIMITER //\n${statements.map(({ sql }) => sql).join('//\n')}//\n`);
    const made = database.query(
      'SELECT (SELECT count(*) FROM information_schema.routines WHERE routine_schema = database()), ' +
        '(SELECT count(*) FROM information_schema.triggers WHERE trigger_schema = database()), ' +
        '(SELECT count(*) FROM information_schema.events WHERE event_schema = database())',
    );
    database.drop();
    assert.equal(made, [['6', '3', '1']]);
  });
}

if (isReachable('sqlite')) {
  const valid = fc.constantFrom(
    `SELECT 'a;''b\n/\n' AS "c;""d", 1 AS [e;f], 2 AS \`g;\``,
    'SELECT 1 -- a;\n + /* b; */ 2',
    'CREATE TEMP TABLE IF NOT EXISTS a (x)',
    'CREATE TABLE IF NOT EXISTS b (x, begin, end)',
    'SELECT CASE WHEN 1 THEN 2 END',
    'DROP TABLE IF EXISTS "go"',
    `CREATE TRIGGER IF NOT EXISTS t AFTER INSERT ON b BEGIN SELECT CASE WHEN new.x THEN 2 END; SELECT 'END;'; END`,
    'CREATE TEMPORARY TRIGGER IF NOT EXISTS u AFTER DELETE ON b WHEN old.x BEGIN DELETE FROM b; -- END;\n END',
  );
  const ends = fc.constantFrom(';', ' ;\n', '\n/\n', '\n go \n', ';; -- done;\n');

  test('sqlite3: scripts', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(valid, ends), { maxLength: 10 }), (pairs) => {
        const text = `CREATE TABLE b (x);\n${pairs.map(([sql, end]) => sql + end).join('')}`;
        compare(text, 'sqlite', sqliteRuns);
      }),
      tries(20),
    );
  });
}

test('the clients were asked, or a line says why not', () => {
  assert.equal(essence('SELECT 1 -- a\n ;;', 'sqlite'), 'SELECT 1');
});

test.run();
