/** What MariaDB does with migsql's statements; `matrix.test.ts` and `engines.test.ts` have the plain cases. */
import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Refusal } from '../../src/dialects/dialect.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { mariadb } from '../../src/dialects/mariadb/index.ts';
import { writeName } from '../../src/dialects/write.ts';
import { addColumn } from '../../src/ops/add-column.ts';
import { addConstraint } from '../../src/ops/add-constraint.ts';
import { alterColumn } from '../../src/ops/alter-column.ts';
import { bulkInsert } from '../../src/ops/bulk-insert.ts';
import { check, column, foreignKey, primaryKey, unique } from '../../src/ops/builders.ts';
import { createIndex } from '../../src/ops/create-index.ts';
import { createTable } from '../../src/ops/create-table.ts';
import { dropTable } from '../../src/ops/drop-table.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import { renameTable } from '../../src/ops/rename-table.ts';
import { setTableComment } from '../../src/ops/set-table-comment.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import { json, literal, name, now, sql, today, uuid } from '../../src/sql/fragment.ts';
import { types } from '../../src/sql/types.ts';
import { tries } from '../support/scale.ts';
import { type Database, createDatabase, isReachable } from '../support/servers.ts';

const MODES = ['', 'NO_BACKSLASH_ESCAPES', 'ANSI', 'STRICT_TRANS_TABLES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT'] as const;

/** The script of all ops, each lowered after those before it. */
function script(...ops: readonly Op[]): string {
  const models = ops.map((_, index) => ops.slice(0, index).reduce(evolve, EMPTY_SCHEMA));
  return ops.flatMap((op, index) => statements(op, models[index])).map((statement) => `${statement};\n`).join('');
}

function statements(op: Op, before = EMPTY_SCHEMA): readonly string[] {
  const found = lowerOp(op, mariadb, viewOf(before));
  if ('code' in found) throw new Error(`${found.message}: ${found.hint}`);
  return found.map((statement) => statement.sql);
}

const mode = (sqlMode: string): string => `SET SESSION sql_mode = '${sqlMode}';\n`;
const hex = (text: string): string => Buffer.from(text).toString('hex').toUpperCase();

/** Without the server's own way of writing things: type, NULL, default, extra, comment. */
const COLUMNS =
  'SELECT column_name, column_type, is_nullable, column_default, extra, column_comment ' +
  'FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name =';

/** A test with a database of its own. */
const withDatabase = (use: (database: Database) => void) => (): void => {
  const database = createDatabase('mariadb');
  try {
    use(database);
  } finally {
    database.drop();
  }
};

const plain = suite('mariadb: without a server');

plain('expressions are no keys, LONGTEXT is no primary key', () => {
  const refused = (...ops: readonly Op[]): string => {
    const found = lowerOp(ops.at(-1)!, mariadb, viewOf(ops.slice(0, -1).reduce(evolve, EMPTY_SCHEMA)));
    assert.ok('code' in found);
    return found.message;
  };
  assert.match(refused(createIndex('i', 't', [sql`lower(a)`])), /no indexes of expressions/);
  const long = createTable('t', [column('a', types.text())]);
  assert.match(refused(long, addConstraint('t', primaryKey(['a']))), /a primary key takes no whole values/);
  assert.match(refused(createTable('t', [column('a', types.text()), primaryKey(['a'])])), /takes no whole values/);
  // The server takes it and leaves it out without a word.
  assert.match(refused(addConstraint('t', foreignKey(['a'], 'u', ['id'], { onDelete: 'setDefault' }))), /no SET DEFAULT/);
});

plain('an instant outside a bulk insert is told in the zone of the session', () => {
  assert.is(
    mariadb.literals('2024-01-02T03:04:05+02:00', types.timestamp({ zone: true })),
    "CONVERT_TZ('2024-01-02 01:04:05', '+00:00', @@session.time_zone)",
  );
});

plain('as many digits after the point as MariaDB has', () => {
  assert.is(mariadb.columnDefinition(column('a', types.numeric(65, 38))), 'a DECIMAL(65, 38)');
  assert.throws(() => mariadb.columnDefinition(column('a', types.numeric(65, 39))), (e: unknown) => e instanceof Refusal);
});

plain('instants beside expressions keep the zone of the session', () => {
  const zoned = { types: { at: types.timestamp({ zone: true }), here: types.timestamp() } };
  const at = '2024-01-02T03:04:05Z';
  assert.is(statements(bulkInsert('t', [{ at, here: now() }], zoned)).length, 1);
  assert.is(statements(bulkInsert('t', [{ at, here: null }], zoned)).length, 4);
  assert.is(statements(bulkInsert('t', [{ at: null, here: null }], zoned)).length, 1);
});

plain.run();

const names = suite('mariadb: names');
const literals = suite('mariadb: literals');
const tables = suite('mariadb: tables and columns');
const versions = suite('mariadb: version table');

if (isReachable('mariadb')) {
  names('every keyword can be a table and a column', withDatabase(everyKeyword));
  names('odd names come back as they were', withDatabase(oddNames));
  literals('text survives under every sql_mode', withDatabase(textSurvives));
  literals('text compares with columns of another collation', withDatabase(textCompares));
  literals('text is a default, under every sql_mode and after a dump', withDatabase(textIsDefault));
  literals('values of every type survive', withDatabase(valuesSurvive));
  literals('instants do not depend on the zone of the session', withDatabase(instantsSurvive));
  literals('a given 0 stays 0 in an AUTO_INCREMENT column', withDatabase(zeroStays));
  tables('comments survive under every sql_mode', withDatabase(commentsSurvive));
  tables('MODIFY and CHANGE lose nothing', withDatabase(nothingLost));
  tables('checks, indexes and keys follow a renamed column', withDatabase(renamesFollow));
  tables('a TIMESTAMP NOT NULL gets no default of its own', withDatabase(noImpliedDefault));
  tables('AUTO_INCREMENT starts where it is told', withDatabase(startsAt));
  tables('DROP DEFAULT leaves NULL', withDatabase(dropDefaultLeavesNull));
  versions('is made once, and tells upper case from lower case', withDatabase(versionTable));
} else names('are not tried: the server is not reachable', () => {});

for (const test of [names, literals, tables, versions]) test.run();

/** PREPARE parses a statement and leaves it at that. */
function everyKeyword(database: Database): void {
  const words = database.query("SELECT LOWER(word) FROM information_schema.keywords WHERE word REGEXP '^[A-Za-z_]+$'").map(([word]) => String(word));
  assert.ok(words.length > 600, 'the server tells its keywords');
  const parsed = [...words, '_utf8mb4', '_latin1', '_binary', '_filename'].flatMap((word) => [
    ...statements(createTable(word, [column(word, types.integer()), check(sql`${name(word)} > 0`, { name: word }), unique([word], { name: `u_${word}` })])),
    ...statements(addColumn(word, column(word, types.integer()))),
    ...statements(createIndex(`i_${word}`, word, [word])),
    ...statements(alterColumn(word, word, { name: word })),
    ...statements(renameTable(word, word)),
    ...statements(dropTable({ schema: word, name: word })),
  ]);
  database.run(parsed.map((statement) => `PREPARE parsed FROM ${mariadb.literals(statement, undefined)};\n`).join(''));
}

function oddNames(database: Database): void {
  const odd = ['Code', 'two words', 'a`b', "it's", 'a\\', 'naïve', '1st', '日本', 'a.b', 'x'.repeat(64)];
  database.run(script(createTable('t', odd.map((each) => column(each, types.integer())))));
  const found = database.query(`SELECT HEX(column_name) FROM information_schema.columns WHERE table_schema = '${database.name}' ORDER BY ordinal_position`);
  assert.equal(found, odd.map((each) => [hex(each)]));
}

/** Text of what hurts, and of anything else. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('\\', "'", '"', '\n', '\r', '\t', '\x1a', ' ', 'a', '%', '_', '`', ';', '-- ', '/*', 'é', '😀', '\x7f') }),
  fc.string({ unit: 'binary' }).filter((each) => !each.includes('\0')),
);

function textSurvives(database: Database): void {
  const table = createTable('t', [column('n', types.integer()), column('a', types.text())]);
  database.run(script(table));
  const property = fc.property(fc.array(text, { minLength: 200, maxLength: 200 }), fc.constantFrom(...MODES), (values, sqlMode) => {
    const insert = script(table, bulkInsert('t', values.map((a, n) => ({ n, a })))).slice(script(table).length);
    database.run(`${mode(sqlMode)}DELETE FROM t;\n${insert}`);
    assert.equal(
      database.query("SELECT CONCAT('x', HEX(a)) FROM t ORDER BY n"),
      values.map((value) => [`x${hex(value)}`]),
    );
  });
  fc.assert(property, tries(12));
}

function textCompares(database: Database): void {
  const table = createTable('t', [column('a', types.string(20))]);
  const values = ['a\\b', "it's \\", 'plain', 'a\nb', 'a\\\n'];
  const list = (some: readonly string[]): string => some.map((each) => mariadb.literals(each, types.string(20))).join(', ');
  database.run(`ALTER DATABASE ${database.name} COLLATE utf8mb4_bin;\n${script(table, bulkInsert('t', values.map((a) => ({ a }))))}`);
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
    database.run(`DROP TABLE IF EXISTS t;\n${mode(sqlMode)}${script(table, later)}FLUSH TABLES;\nINSERT INTO t () VALUES ();\n`);
    assert.equal(database.query(found), expected, sqlMode);
    const dump = unescaped(database.query('SHOW CREATE TABLE t')[0]?.[1] ?? '');
    database.run(`DROP TABLE t;\n${dump};\nINSERT INTO t () VALUES ();\n`);
    assert.equal(database.query(found), expected, `${sqlMode}, from a dump`);
  }
}

function valuesSurvive(database: Database): void {
  const columns = [
    column('n', types.integer()),
    column('big', types.bigint()),
    column('amount', types.numeric(38, 10)),
    column('ratio', types.double()),
    column('flag', types.boolean()),
    column('day', types.date()),
    column('clock', types.time()),
    column('moment', types.timestamp()),
    column('id', types.uuid()),
    column('doc', types.json()),
    column('bytes', types.binary()),
    column('kind', types.enum('kind', ['new', "it's"])),
  ];
  const rows = [
    {
      n: 1,
      big: -9223372036854775808n,
      amount: '-1234567890123456789012345678.0123456789',
      ratio: 1.7976931348623157e308,
      flag: true,
      day: '0001-01-01',
      clock: '23:59:59.999999',
      moment: '9999-12-31T23:59:59.999999',
      id: 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11',
      doc: json({ a: ['"\\\n😀'] }),
      bytes: new Uint8Array([0, 39, 92, 255]),
      kind: "it's",
    },
    { n: 2, big: null, amount: 0.1, ratio: 5e-324, flag: false, day: '1899-12-31', clock: '00:00', moment: '1582-10-10', id: null, doc: null, bytes: new Uint8Array(), kind: null },
  ];
  database.run(script(createTable('t', columns), bulkInsert('t', rows)));
  const found = database.query(
    'SELECT big, amount, ratio = 1.7976931348623157e308, flag, day, clock, moment, id, ' +
      "HEX(JSON_VALUE(doc, '$.a[0]')), HEX(bytes), kind FROM t WHERE n = 1",
  );
  assert.equal(found, [
    ['-9223372036854775808', '-1234567890123456789012345678.0123456789', '1', '1', '0001-01-01', '23:59:59.999999',
      '9999-12-31 23:59:59.999999', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', hex('"\\\n😀'), '00275CFF', "it's"],
  ]);
  assert.equal(database.query('SELECT amount, flag, day, clock, moment, LENGTH(bytes), kind FROM t WHERE n = 2'), [
    ['0.1000000000', '0', '1899-12-31', '00:00:00.000000', '1582-10-10 00:00:00.000000', '0', 'NULL'],
  ]);
}

function instantsSurvive(database: Database): void {
  const zoned = types.timestamp({ zone: true });
  const table = createTable('t', [column('at', zoned), column('n', types.integer(), { default: 1 })]);
  const withDefault = createTable('d', [column('at', zoned, { default: '2024-01-02T03:04:05Z' }), column('n', types.integer())]);
  const at = '2024-01-02T03:04:05.25+00:00';
  const insert = bulkInsert('t', [{ at, n: 1 }, { at, n: 2 }]);
  const beside = bulkInsert('t', [{ at, n: sql`1 + 1` }]);
  const literalOf = literal(at, zoned);
  for (const zone of ['+00:00', '+05:30', '-11:00']) {
    database.run(
      `SET time_zone = '${zone}';\nDROP TABLE IF EXISTS t, d;\n${script(table, insert, beside, withDefault)}INSERT INTO d (n) VALUES (1);\n` +
        `${script({ op: 'execute', sql: sql`DELETE FROM t WHERE ${name('n')} = 1 AND ${name('at')} = ${literalOf}` })}`,
    );
    assert.equal(database.query('SELECT DISTINCT UNIX_TIMESTAMP(at), COUNT(*) FROM t'), [['1704164645.250000', '2']], zone);
    assert.equal(database.query('SELECT UNIX_TIMESTAMP(at) FROM d'), [['1704164645.000000']], zone);
  }
  const after = database.query(`SET time_zone = '+02:00';\n${script(table, insert).slice(script(table).length)}SELECT @@SESSION.time_zone`);
  assert.equal(after, [['+02:00']], 'the zone of the session comes back');
}

function zeroStays(database: Database): void {
  const table = createTable('t', [column('id', types.integer(), { identity: true }), primaryKey(['id'])]);
  database.run(script(table, bulkInsert('t', [{ id: 0 }, { id: 5 }])));
  assert.equal(database.query('INSERT INTO t () VALUES ();\nSELECT id FROM t ORDER BY id'), [['0'], ['5'], ['6']]);
}

function commentsSurvive(database: Database): void {
  const comment = "it's \\d+ \"quoted\"\nC:\\";
  for (const sqlMode of MODES) {
    const table = createTable('t', [column('a', types.integer(), { comment }), column('b', types.integer())], { comment });
    const ops = [table, addColumn('t', column('c', types.integer(), { comment })), alterColumn('t', 'b', { comment }), setTableComment('t', `${comment}2`)];
    const [left] = database.query(`DROP TABLE IF EXISTS t;\n${mode(sqlMode)}${script(...ops)}SELECT @@SESSION.sql_mode`);
    const found = database.query(
      `SELECT HEX(column_comment) FROM information_schema.columns WHERE table_schema = '${database.name}' UNION ALL ` +
        `SELECT HEX(table_comment) FROM information_schema.tables WHERE table_schema = '${database.name}'`,
    );
    assert.equal(found, [[hex(comment)], [hex(comment)], [hex(comment)], [hex(`${comment}2`)]], sqlMode);
    assert.equal(left, database.query(`${mode(sqlMode)}SELECT @@SESSION.sql_mode`)[0], 'the sql_mode comes back');
  }
}

function nothingLost(database: Database): void {
  const table = createTable('t', [
    column('id', types.integer(), { identity: true, comment: 'key' }),
    column('state', types.string(9), { nullable: false, default: 'new', comment: 'a\\b' }),
    column('seen', types.timestamp({ zone: true }), { default: now() }),
    column('day', types.date(), { default: today() }),
    column('token', types.uuid(), { nullable: false, default: uuid() }),
    primaryKey(['id']),
  ]);
  database.run(script(table));
  const before = database.query(`${COLUMNS} 't' ORDER BY ordinal_position`);
  // Each column is restated with what it has already, so that nothing but what is lost can differ.
  const same = ['id', 'state', 'seen', 'day', 'token'].map((each) => alterColumn('t', each, { nullable: each === 'seen' || each === 'day' }));
  database.run(script(table, ...same).slice(script(table).length));
  assert.equal(database.query(`${COLUMNS} 't' ORDER BY ordinal_position`), before);
  database.run(script(table, alterColumn('t', 'id', { name: 'number', type: types.bigint() })).slice(script(table).length));
  assert.equal(database.query(`${COLUMNS} 't' ORDER BY ordinal_position`)[0], ['number', 'bigint(20)', 'NO', 'NULL', 'auto_increment', 'key']);
}

function renamesFollow(database: Database): void {
  const table = createTable('t', [
    column('a', types.integer(), { nullable: false }),
    column('b', types.integer()),
    unique(['a', 'b'], { name: 'u' }),
    check(sql`${name('a')} > 0`, { name: 'ck' }),
  ]);
  const rename = alterColumn('t', 'a', { name: 'x' });
  const change = alterColumn('t', 'x', { name: 'y', type: types.bigint() });
  database.run(script(table, rename, change));
  const checks = database.query(`SELECT check_clause FROM information_schema.check_constraints WHERE constraint_schema = '${database.name}'`);
  assert.equal(checks, [['`y` > 0']]);
  assert.equal(database.query("SELECT column_name FROM information_schema.statistics WHERE index_name = 'u' AND table_schema = DATABASE() ORDER BY seq_in_index"), [['y'], ['b']]);
}

function noImpliedDefault(database: Database): void {
  const zoned = types.timestamp({ zone: true });
  const bare = createTable('t', [column('n', types.integer()), column('at', zoned, { nullable: false })]);
  const ops = [
    bare,
    addColumn('t', column('added', zoned, { nullable: false })),
    addColumn('t', column('maybe', zoned)),
    addColumn('t', column('was', zoned, { nullable: false, default: now() })),
    alterColumn('t', 'was', { default: null }),
    addColumn('t', column('changed', types.timestamp())),
    alterColumn('t', 'changed', { type: zoned, nullable: false }),
  ];
  database.run(`SET SESSION explicit_defaults_for_timestamp = OFF;\n${script(...ops)}`);
  const found = database.query("SELECT column_name, is_nullable, column_default, extra FROM information_schema.columns WHERE table_schema = DATABASE() AND column_name <> 'n' ORDER BY ordinal_position");
  assert.equal(found, [
    ['at', 'NO', 'NULL', ''],
    ['added', 'NO', 'NULL', ''],
    ['maybe', 'YES', 'NULL', ''],
    ['was', 'NO', 'NULL', ''],
    ['changed', 'NO', 'NULL', ''],
  ]);
}

function startsAt(database: Database): void {
  const id = column('id', types.bigint(), { identity: { start: 100 } });
  database.run(script(createTable('t', [id, column('a', types.integer()), primaryKey(['id'])], { comment: 'numbered' })));
  assert.equal(database.query('INSERT INTO t (a) VALUES (1);\nSELECT id FROM t'), [['100']]);
}

function dropDefaultLeavesNull(database: Database): void {
  const table = createTable('t', [column('a', types.integer(), { default: 5 }), column('b', types.integer())]);
  database.run(script(table, alterColumn('t', 'a', { default: null })));
  assert.equal(database.query('INSERT INTO t (b) VALUES (1);\nSELECT a FROM t'), [['NULL']]);
}

function versionTable(database: Database): void {
  const made = mariadb.createVersionTable({ name: 'migsql_version' }).map(({ sql: statement }) => `${statement};\n`).join('');
  database.run(made + made);
  const found = database.query(
    "INSERT INTO migsql_version VALUES ('a1'), ('A1');\nSELECT COUNT(*) FROM migsql_version WHERE revision = 'a1'",
  );
  assert.equal(found, [['1']]);
}
