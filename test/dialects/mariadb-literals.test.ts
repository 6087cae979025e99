/** Values as MariaDB stores them under settings that must not matter; `round-trip.test.ts` has every type. */
import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { mariadb } from '../../src/dialects/mariadb/index.ts';
import { addColumn } from '../../src/ops/add-column.ts';
import { alterColumn } from '../../src/ops/alter-column.ts';
import { bulkInsert } from '../../src/ops/bulk-insert.ts';
import { check, column, primaryKey } from '../../src/ops/builders.ts';
import { createTable } from '../../src/ops/create-table.ts';
import type { Op } from '../../src/ops/index.ts';
import { setTableComment } from '../../src/ops/set-table-comment.ts';
import { literal, name, sql } from '../../src/sql/fragment.ts';
import { types } from '../../src/sql/types.ts';
import { allStatementsOf } from '../support/lowered.ts';
import { tries } from '../support/scale.ts';
import { type Database, createDatabase, isReachable } from '../support/servers.ts';

const MODES = ['', 'NO_BACKSLASH_ESCAPES', 'ANSI', 'STRICT_TRANS_TABLES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT'] as const;

/** The script of all ops, each lowered after those before it. */
const script = (...ops: readonly Op[]): string =>
  allStatementsOf(mariadb, ops)
    .map((statement) => `${statement};\n`)
    .join('');

const mode = (sqlMode: string): string => `SET SESSION sql_mode = '${sqlMode}';\n`;
const hex = (text: string): string => Buffer.from(text).toString('hex').toUpperCase();

/** A test with a database of its own. */
const withDatabase = (use: (database: Database) => void) => (): void => {
  const database = createDatabase('mariadb');
  try {
    use(database);
  } finally {
    database.drop();
  }
};

const test = suite('mariadb: literals');

if (isReachable('mariadb')) {
  test('text survives under every sql_mode', withDatabase(textSurvives));
  test('text compares with columns of another collation', withDatabase(textCompares));
  test('text is a default, under every sql_mode and after a dump', withDatabase(textIsDefault));
  test('comments survive under every sql_mode', withDatabase(commentsSurvive));
  test('instants do not depend on the zone of the session', withDatabase(instantsSurvive));
  test('a given 0 stays 0 in an AUTO_INCREMENT column', withDatabase(zeroStays));
} else test('are not tried: the server is not reachable', () => {});

test.run();

/** Text of what hurts, and of anything else. */
const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      '\\',
      "'",
      '"',
      '\n',
      '\r',
      '\t',
      '\x1a',
      ' ',
      'a',
      '%',
      '_',
      '`',
      ';',
      '-- ',
      '/*',
      'é',
      '😀',
      '\x7f',
    ),
  }),
  fc.string({ unit: 'binary' }).filter((each) => !each.includes('\0')),
);

function textSurvives(database: Database): void {
  const table = createTable('t', [column('n', types.integer()), column('a', types.text())]);
  database.run(script(table));
  const property = fc.property(
    fc.array(text, { minLength: 200, maxLength: 200 }),
    fc.constantFrom(...MODES),
    (values, sqlMode) => {
      const insert = script(
        table,
        bulkInsert(
          't',
          values.map((a, n) => ({ n, a })),
        ),
      ).slice(script(table).length);
      database.run(`${mode(sqlMode)}DELETE FROM t;\n${insert}`);
      assert.equal(
        database.query("SELECT CONCAT('x', HEX(a)) FROM t ORDER BY n"),
        values.map((value) => [`x${hex(value)}`]),
      );
    },
  );
  fc.assert(property, tries(12));
}

function textCompares(database: Database): void {
  const table = createTable('t', [column('a', types.string(20))]);
  const values = ['a\\b', "it's \\", 'plain', 'a\nb', 'a\\\n'];
  const list = (some: readonly string[]): string =>
    some.map((each) => mariadb.literals(each, types.string(20))).join(', ');
  database.run(
    `ALTER DATABASE ${database.name} COLLATE utf8mb4_bin;\n${script(
      table,
      bulkInsert(
        't',
        values.map((a) => ({ a })),
      ),
    )}`,
  );
  const count = (names: string, some: readonly string[]): unknown =>
    database.query(`${names};\nSELECT COUNT(*) FROM t WHERE a IN (${list(some)})`);
  assert.equal(count('SET NAMES utf8mb4', values), [['5']]);
  assert.equal(count('SET NAMES utf8mb4 COLLATE utf8mb4_unicode_ci', values.slice(0, 3)), [['3']]);
}

/** What the client's `-B` writes for line ends, tabs and backslashes, taken back. */
const unescaped = (value: string): string =>
  value.replace(/\\(.)/g, (_, char: string) => ({ n: '\n', t: '\t', '0': '\0' })[char] ?? char);

function textIsDefault(database: Database): void {
  const value = "it's é \\b\r\n\\";
  const found = `SELECT ${['a', 'b', 'c', 'd'].map((each) => `HEX(${each})`).join(', ')} FROM t`;
  const expected = [[hex(value), hex(value), hex(value), hex("'\\é")]];
  for (const sqlMode of MODES) {
    const table = createTable('t', [
      column('a', types.string(20), { default: value }),
      column('b', types.text(), { default: value }),
      column('c', types.integer()),
      column('d', types.string(20), { default: "'\\é" }),
      check(sql`${name('a')} <> ${literal('é\n')}`, { name: 'ck' }),
    ]);
    const later = alterColumn('t', 'c', { type: types.string(20), default: value });
    database.run(
      `DROP TABLE IF EXISTS t;\n${mode(sqlMode)}${script(table, later)}FLUSH TABLES;\nINSERT INTO t () VALUES ();\n`,
    );
    assert.equal(database.query(found), expected, sqlMode);
    const dump = unescaped(database.query('SHOW CREATE TABLE t')[0]?.[1] ?? '');
    database.run(`DROP TABLE t;\n${dump};\nINSERT INTO t () VALUES ();\n`);
    assert.equal(database.query(found), expected, `${sqlMode}, from a dump`);
  }
}

function instantsSurvive(database: Database): void {
  const zoned = types.timestamp({ zone: true });
  const table = createTable('t', [column('at', zoned), column('n', types.integer(), { default: 1 })]);
  const withDefault = createTable('d', [
    column('at', zoned, { default: '2024-01-02T03:04:05Z' }),
    column('n', types.integer()),
  ]);
  const at = '2024-01-02T03:04:05.25+00:00';
  const insert = bulkInsert('t', [
    { at, n: 1 },
    { at, n: 2 },
  ]);
  const beside = bulkInsert('t', [{ at, n: sql`1 + 1` }]);
  const literalOf = literal(at, zoned);
  for (const zone of ['+00:00', '+05:30', '-11:00']) {
    database.run(
      `SET time_zone = '${zone}';\nDROP TABLE IF EXISTS t, d;\n${script(table, insert, beside, withDefault)}INSERT INTO d (n) VALUES (1);\n` +
        `${script({ op: 'execute', sql: sql`DELETE FROM t WHERE ${name('n')} = 1 AND ${name('at')} = ${literalOf}` })}`,
    );
    assert.equal(
      database.query('SELECT DISTINCT UNIX_TIMESTAMP(at), COUNT(*) FROM t'),
      [['1704164645.250000', '2']],
      zone,
    );
    assert.equal(database.query('SELECT UNIX_TIMESTAMP(at) FROM d'), [['1704164645.000000']], zone);
  }
  const after = database.query(
    `SET time_zone = '+02:00';\n${script(table, insert).slice(script(table).length)}SELECT @@SESSION.time_zone`,
  );
  assert.equal(after, [['+02:00']], 'the zone of the session comes back');
}

function zeroStays(database: Database): void {
  const table = createTable('t', [column('id', types.integer(), { identity: true }), primaryKey(['id'])]);
  database.run(script(table, bulkInsert('t', [{ id: 0 }, { id: 5 }])));
  assert.equal(database.query('INSERT INTO t () VALUES ();\nSELECT id FROM t ORDER BY id'), [['0'], ['5'], ['6']]);
}

function commentsSurvive(database: Database): void {
  const comment = 'it\'s \\d+ "quoted"\nC:\\';
  for (const sqlMode of MODES) {
    const table = createTable('t', [column('a', types.integer(), { comment }), column('b', types.integer())], {
      comment,
    });
    const ops = [
      table,
      addColumn('t', column('c', types.integer(), { comment })),
      alterColumn('t', 'b', { comment }),
      setTableComment('t', `${comment}2`),
    ];
    const [left] = database.query(
      `DROP TABLE IF EXISTS t;\n${mode(sqlMode)}${script(...ops)}SELECT @@SESSION.sql_mode`,
    );
    const found = database.query(
      `SELECT HEX(column_comment) FROM information_schema.columns WHERE table_schema = '${database.name}' UNION ALL ` +
        `SELECT HEX(table_comment) FROM information_schema.tables WHERE table_schema = '${database.name}'`,
    );
    assert.equal(found, [[hex(comment)], [hex(comment)], [hex(comment)], [hex(`${comment}2`)]], sqlMode);
    assert.equal(left, database.query(`${mode(sqlMode)}SELECT @@SESSION.sql_mode`)[0], 'the sql_mode comes back');
  }
}
