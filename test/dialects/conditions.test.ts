/** `requires`, `expects` and `onlyIf` where their conditions do not hold, on the engines; MySQL's form on MariaDB. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  column, createTable, createTrigger, execute, expects, onlyIf, requires, sql, types, updateRows,
} from '../../src/authoring.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import type { Op } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { refusalOf } from '../support/lowered.ts';
import { type Engine, createDatabase, isReachable } from '../support/servers.ts';

const script = (name: DialectName, ...ops: readonly Op[]): string =>
  ops
    .flatMap((op) => {
      const lowered = lowerOp(op, DIALECTS[name], viewOf(EMPTY_SCHEMA));
      if ('code' in lowered) throw new Error(lowered.message);
      return lowered;
    })
    .map(({ sql: text, compound }) => (compound && name !== 'postgresql' ? `DELIMITER $$\n${text}$$\nDELIMITER ;\n` : `${text};\n`))
    .join('');

const WRONG = [
  [requires('1 = 0', "it's `so`; 100% \\ sure"), /migsql: required: it's `so`; 100% \\ sure/],
  [requires('(SELECT MAX(a) FROM t) > 7', 'what is unknown is not true'), /migsql: required: what is unknown is not true/],
  [requires(sql`1 = 1 AND -- not
    1 = 0`, 'a comment ends with its line'), /a comment ends with its line/],
  [expects('SELECT a FROM t', { atLeast: 1 }, 'rows are there'), /migsql: expected at least 1 row: rows are there/],
  [expects('SELECT 1 AS a UNION ALL SELECT 2', 1, 'one row'), /migsql: expected 1 row: one row/],
  [expects('SELECT 1 AS a UNION ALL SELECT 2', { atMost: 1 }, 'x'.repeat(400)), /expected at most 1 row: x{20}/],
] as const;

const CLIENTS: readonly (readonly [DialectName, Engine])[] = [
  ['postgresql', 'postgresql'],
  ['mariadb', 'mariadb'],
  ['mysql', 'mariadb'],
  ['sqlite', 'sqlite'],
];

for (const [name, engine] of CLIENTS) {
  const test = suite(`${name}: conditions`);
  if (isReachable(engine)) {
    test('the script stops with the message, and nothing behind it runs', () => {
      const database = createDatabase(engine);
      database.run('CREATE TABLE t (a INTEGER);\n');
      for (const [op, message] of WRONG) {
        const { code, stdout, stderr } = database.send(`${script(name, op)}INSERT INTO t VALUES (1);\n`);
        assert.is.not(code, 0, String(message));
        assert.match(stderr + stdout, message);
      }
      assert.equal(database.query('SELECT count(*) FROM t'), [['0']]);
      database.drop();
    });
    if (name !== 'sqlite') {
      test('onlyIf runs its ops where the condition is true, and asks once', () => {
        const database = createDatabase(engine);
        database.run('CREATE TABLE t (a INTEGER);\nINSERT INTO t VALUES (1);\n');
        const twice = [updateRows('t', { a: 2 }, null), updateRows('t', { a: 3 }, sql`a = 2`)];
        database.run(script(name, onlyIf('EXISTS (SELECT 1 FROM t WHERE a = 1)', twice)));
        assert.equal(database.query('SELECT a FROM t'), [['3']]);
        database.run(script(name, onlyIf('EXISTS (SELECT 1 FROM t WHERE a = 1)', twice), onlyIf('NULL = 1', [createTable('u', [column('a', types.integer())])])));
        assert.equal(database.query('SELECT a FROM t'), [['3']]);
        database.run('CREATE TABLE u (a INTEGER);\n');
        database.drop();
      });
    }
    if (name === 'postgresql' || name === 'mariadb') {
      test('onlyIf runs what counts its rows', () => {
        const database = createDatabase(engine);
        database.run('CREATE TABLE t (a INTEGER);\nINSERT INTO t VALUES (1);\n');
        database.run(script(name, onlyIf('1 = 1', [updateRows('t', { a: 2 }, null, { expect: 1 })])));
        const { code, stderr } = database.send(script(name, onlyIf('1 = 1', [updateRows('t', { a: 4 }, null, { expect: 2 })])));
        assert.is.not(code, 0);
        assert.match(stderr, /update of t/);
        assert.equal(database.query('SELECT a FROM t'), [['2']]);
        database.drop();
      });
    }
  } else test('is not reachable, as a line beginning with SKIPPED says', () => {});
  test.run();
}

const refusals = suite('what onlyIf refuses');
refusals('what would not be whole or not at all, or cannot be prepared', () => {
  const two = onlyIf('1 = 1', [execute('CREATE TABLE a (b INT);\nCREATE TABLE b (b INT)')]);
  for (const name of ['mysql', 'mariadb', 'oracle'] as const) assert.match(refusalOf(DIALECTS[name], two).message, /these are 2 statements/);
  const concurrently = onlyIf('1 = 1', [execute('CREATE INDEX CONCURRENTLY i ON t (a)')]);
  assert.match(refusalOf(DIALECTS.postgresql, concurrently).message, /outside a transaction/);
  const trigger = onlyIf('1 = 1', [createTrigger('tr', 't', 'BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.a = 1; SET NEW.a = 2; END')]);
  assert.match(refusalOf(DIALECTS.mysql, trigger).message, /prepares no routines/);
  assert.match(refusalOf(DIALECTS.mysql, onlyIf('1 = 1', [updateRows('t', { a: 1 }, null, { expect: 1 })])).message, /prepared statement already/);
});
refusals.run();
