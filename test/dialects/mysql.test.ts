/** What MySQL writes beside the plain cases, which `matrix.test.ts` has; `mysql-judged.test.ts` has it judged. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Refusal } from '../../src/dialects/dialect.ts';
import { mysql } from '../../src/dialects/mysql/index.ts';
import { writeName } from '../../src/dialects/write.ts';
import { addColumn } from '../../src/ops/add-column.ts';
import { addConstraint } from '../../src/ops/add-constraint.ts';
import { bulkInsert } from '../../src/ops/bulk-insert.ts';
import { check, column, foreignKey, primaryKey, unique } from '../../src/ops/builders.ts';
import { createIndex } from '../../src/ops/create-index.ts';
import { createTable } from '../../src/ops/create-table.ts';
import { dropConstraint } from '../../src/ops/drop-constraint.ts';
import type { Op } from '../../src/ops/index.ts';
import { type Literal, json, name, now, sql } from '../../src/sql/fragment.ts';
import { type ColumnType, types } from '../../src/sql/types.ts';
import { refusalOf, statementsOf } from '../support/lowered.ts';

const statements = (...ops: readonly Op[]): readonly string[] => statementsOf(mysql, ...ops);

const refuses = (pattern: RegExp, ...ops: readonly Op[]): void =>
  assert.match(refusalOf(mysql, ...ops).message, pattern);
const isRefusal = (error: unknown): boolean => error instanceof Refusal;

const written = (value: Literal, as?: ColumnType): string => mysql.literals(value, as);

const names = suite('mysql: names');

names('are quoted only where they must be', () => {
  for (const plain of ['account', 'Code', 'a$b', '_id', 'position', 'count', 'date', 'x1'])
    assert.is(writeName(mysql, plain), plain);
  for (const odd of ['order', 'Rank', 'two words', '1st', 'naïve', '$x', 'a-b', 'manual']) {
    assert.is(writeName(mysql, odd), `\`${odd}\``);
  }
  assert.is(writeName(mysql, 'a`b'), '`a``b`');
});

names('that would be read as a character set are quoted', () => {
  assert.is(writeName(mysql, '_utf8mb4'), '`_utf8mb4`');
  assert.is(writeName(mysql, '_BINARY'), '`_BINARY`');
});

names('have 64 characters of the Basic Multilingual Plane, and no blank at their end', () => {
  assert.is(writeName(mysql, 'é'.repeat(64)), `\`${'é'.repeat(64)}\``);
  for (const wrong of ['é'.repeat(65), 'a ', '😀']) assert.throws(() => writeName(mysql, wrong), isRefusal);
});

names.run();

const literals = suite('mysql: literals');

literals('mean the same whether or not a backslash escapes', () => {
  assert.is(written("it's"), "'it''s'");
  assert.is(written('a\\b'), String.raw`REPLACE('a\\b', '\\', LEFT('\\', 1))`);
  assert.is(written("\\'"), String.raw`REPLACE('\\''', '\\', LEFT('\\', 1))`);
  assert.is(written({ json: { a: 'say "hi"' } }), String.raw`REPLACE('{"a":"say \\"hi\\""}', '\\', LEFT('\\', 1))`);
});

literals('stay on one line', () => {
  assert.is(written('one\r\ntwo'), "CONCAT('one', CHAR(13, 10 USING utf8mb4), 'two')");
  assert.is(written("a\t\\'b"), "CONCAT('a', CHAR(9, 92 USING utf8mb4), '''b')");
  assert.is(written('\n'), 'CHAR(10 USING utf8mb4)');
});

literals('of each type', () => {
  const cases: readonly (readonly [Literal, ColumnType | undefined, string])[] = [
    [null, types.integer(), 'NULL'],
    [true, types.boolean(), 'TRUE'],
    [{ bigint: '9223372036854775807' }, types.bigint(), '9223372036854775807'],
    ['1.50', types.numeric(10, 2), '1.50'],
    [1e21, types.double(), '1e+21'],
    ['0001-01-01', types.date(), "'0001-01-01'"],
    ['23:59', types.time(), "'23:59:00'"],
    ['2024-01-02T03:04:05.5', types.timestamp(), "'2024-01-02 03:04:05.5'"],
    ['2024-01-02T03:04:05.123456+05:30', types.timestamp({ zone: true }), "'2024-01-01 21:34:05.123456+00:00'"],
    ['00000000-0000-0000-0000-00000000000A', types.uuid(), "'00000000-0000-0000-0000-00000000000a'"],
    [{ bytes: '00ff' }, types.binary(2), "x'00ff'"],
    [{ bytes: '' }, types.binary(), "''"],
    ['😀', types.string(1), "'😀'"],
    [{ json: [1, null] }, types.json(), "'[1,null]'"],
  ];
  for (const [value, as, expected] of cases) assert.is(written(value, as), expected);
});

literals('that do not fit are refused', () => {
  const cases: readonly (readonly [Literal, ColumnType | undefined])[] = [
    ['\0', undefined],
    ['\ud800', types.text()],
    [1, types.boolean()],
    ['2024-02-30', types.date()],
    ['1970-01-01T00:00:00Z', types.timestamp({ zone: true })],
    ['2038-01-19T03:14:08Z', types.timestamp({ zone: true })],
    ['2024-01-02T03:04:05', types.timestamp({ zone: true })],
    ['2024-01-02T03:04:05Z', types.timestamp()],
    ['😀😀', types.string(1)],
    [{ bytes: '000000' }, types.binary(2)],
    ['lost', types.enum('e', ['new'])],
    ['P1D', types.interval()],
  ];
  for (const [value, as] of cases) assert.throws(() => written(value, as), isRefusal);
});

literals('of instants reach to the ends of TIMESTAMP', () => {
  const zoned = types.timestamp({ zone: true });
  assert.is(written('1970-01-01T00:00:01Z', zoned), "'1970-01-01 00:00:01+00:00'");
  assert.is(written('2038-01-19T03:14:07.999999Z', zoned), "'2038-01-19 03:14:07.999999+00:00'");
});

literals.run();

const columns = suite('mysql: columns');

const definition = (type: ColumnType, options: Parameters<typeof column>[2] = {}): string =>
  mysql.columnDefinition(column('c', type, options), mysql);

columns('with a default: an expression stands in parentheses, CURRENT_TIMESTAMP of a timestamp does not', () => {
  assert.is(definition(types.timestamp(), { default: now() }), 'c DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6)');
  assert.is(definition(types.date(), { default: now() }), 'c DATE DEFAULT (CURRENT_TIMESTAMP(6))');
  assert.is(definition(types.integer(), { default: sql`1 + 1` }), 'c INT DEFAULT (1 + 1)');
});

columns('of long values have an expression as default', () => {
  assert.is(definition(types.text(), { default: 'x' }), "c LONGTEXT DEFAULT ('x')");
  assert.is(definition(types.json(), { default: json([]) }), "c JSON DEFAULT ('[]')");
  assert.is(
    definition(types.native('TEXT CHARACTER SET latin1'), { default: 'x' }),
    "c TEXT CHARACTER SET latin1 DEFAULT ('x')",
  );
  assert.is(definition(types.binary(2), { default: new Uint8Array([1]) }), "c VARBINARY(2) DEFAULT x'01'");
});

columns('have an expression as default where the text needs one', () => {
  const expected = String.raw`c VARCHAR(9) DEFAULT (REPLACE('a\\b', '\\', LEFT('\\', 1)))`;
  assert.is(definition(types.string(9), { default: 'a\\b' }), expected);
});

columns('of instants read a default anew at each INSERT, and say that they are nullable', () => {
  const zoned = types.timestamp({ zone: true });
  assert.is(
    definition(zoned, { default: '2024-01-02T03:04:05Z' }),
    "c TIMESTAMP(6) NULL DEFAULT ('2024-01-02 03:04:05+00:00')",
  );
  assert.is(definition(zoned, { nullable: false }), 'c TIMESTAMP(6) NOT NULL');
});

columns('beyond the limits of their type are refused', () => {
  const wrong = [
    types.string(16384),
    types.binary(65533),
    types.numeric(66, 2),
    types.numeric(40, 31),
    types.numeric(5, 6),
    types.enum('e', ['a', 'a']),
    types.enum('e', ['a ']),
    types.enum('e', ['a\\b']),
    types.enum('e', ['x'.repeat(256)]),
  ];
  for (const type of wrong) assert.throws(() => definition(type), isRefusal);
  assert.is(definition(types.string(16383)), 'c VARCHAR(16383)');
});

columns('of a primary key are NOT NULL', () => {
  const [statement] = statements(createTable('t', [column('at', types.timestamp({ zone: true })), primaryKey(['at'])]));
  assert.match(statement!, /at TIMESTAMP\(6\) NOT NULL,/);
});

columns('with a comment that would not be kept are refused', () => {
  assert.is(definition(types.integer(), { comment: "it's\n日本" }), "c INT COMMENT 'it''s\n日本'");
  definition(types.integer(), { comment: 'x'.repeat(1024) });
  for (const comment of ['x'.repeat(1025), '😀', 'a\r\nb', 'a\0'])
    assert.throws(() => definition(types.integer(), { comment }), isRefusal);
});

columns.run();

const identity = suite('mysql: AUTO_INCREMENT');

const numbered = (options: Parameters<typeof column>[2], type = types.bigint()): Op =>
  createTable('t', [column('id', type, { nullable: false, ...options }), primaryKey(['id'])]);

identity('starts where it is told', () => {
  assert.equal(statements(numbered({ identity: { start: 100 } })), [
    'CREATE TABLE t (\n  id BIGINT NOT NULL AUTO_INCREMENT,\n  PRIMARY KEY (id)\n) AUTO_INCREMENT = 100',
  ]);
});

identity('is refused where it would be something else', () => {
  refuses(/counts by the server's auto_increment_increment/, numbered({ identity: { increment: 5 } }));
  refuses(/cannot be 'always'/, numbered({ identity: { always: true } }));
  refuses(/cannot start at 0/, numbered({ identity: { start: 0 } }));
  refuses(/is of type numeric/, numbered({ identity: true }, types.numeric(9)));
  refuses(/has a default/, numbered({ identity: true, default: 1 }));
});

identity('must be a key, and the only one of its kind', () => {
  const id = column('id', types.bigint(), { identity: true });
  refuses(/'id' must be a key/, createTable('t', [id]));
  refuses(/'id' must be a key/, createTable('t', [id, column('a', types.integer()), primaryKey(['a', 'id'])]));
  refuses(/one AUTO_INCREMENT column/, createTable('t', [id, { ...id, name: 'n' }, primaryKey(['id']), unique(['n'])]));
  refuses(/must be a key/, addColumn('t', id));
  assert.match(statements(createTable('t', [id, unique(['id'], { name: 'u' })]))[0]!, /AUTO_INCREMENT/);
});

identity('keeps its key: another one must be there before the primary key goes', () => {
  const drop = dropConstraint('t', 'pk', 'primaryKey');
  refuses(/only key of AUTO_INCREMENT column 't\.id'/, numbered({ identity: true }), drop);
  assert.equal(statements(numbered({ identity: true }), createIndex('i', 't', ['id']), drop), [
    'ALTER TABLE t DROP PRIMARY KEY',
  ]);
});

identity('takes a given 0 as it is', () => {
  assert.equal(statements(numbered({ identity: true }), bulkInsert('t', [{ id: 0 }, { id: 1 }])), [
    'SET @migsql_sql_mode = @@SESSION.sql_mode',
    "SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',NO_AUTO_VALUE_ON_ZERO')",
    'INSERT INTO t (id) VALUES\n  (0),\n  (1)',
    'SET SESSION sql_mode = @migsql_sql_mode',
  ]);
});

identity.run();

const refusals = suite('mysql: what InnoDB has not');

refusals('keys of whole LONGTEXT, LONGBLOB and JSON values', () => {
  const long = createTable('t', [column('a', types.text()), column('j', types.json()), column('b', types.binary())]);
  refuses(/column 'a' is of type text, of which an index takes no whole values/, long, createIndex('i', 't', ['a']));
  refuses(/column 'j' is of type json/, long, addConstraint('t', unique(['j'])));
  refuses(/column 'b' is of type binary/, createTable('t', [column('b', types.binary()), primaryKey(['b'])]));
});

refusals('SET DEFAULT of foreign keys', () => {
  refuses(/no SET DEFAULT/, addConstraint('t', foreignKey(['a'], 'u', ['id'], { onDelete: 'setDefault' })));
  const made = createTable('t', [
    column('a', types.integer()),
    foreignKey(['a'], 'u', ['id'], { onUpdate: 'setDefault' }),
  ]);
  refuses(/no SET DEFAULT/, made);
});

refusals('checks of columns that the server fills or changes', () => {
  const id = column('id', types.integer(), { identity: true });
  refuses(
    /'ck' is of AUTO_INCREMENT column 'id'/,
    createTable('t', [id, primaryKey(['id']), check(sql`id > 0`, { name: 'ck' })]),
  );
  const child = createTable('t', [column('a', types.integer()), check(sql`${name('a')} > 0`, { name: 'ck' })]);
  const key = (actions: Parameters<typeof foreignKey>[3]): Op =>
    addConstraint('t', foreignKey(['a'], 'u', ['id'], actions));
  refuses(/'ck' is of column 'a', which a foreign key changes by itself/, child, key({ onDelete: 'setNull' }));
  refuses(/which a foreign key changes/, child, key({ onUpdate: 'cascade' }));
  assert.is(statements(child, key({ onDelete: 'cascade' })).length, 1);
});

refusals.run();

const inserts = suite('mysql: INSERT');

const TEXT = createTable('t', [column('a', types.text())]);

inserts('has at most 1000 rows', () => {
  const rows = Array.from({ length: 2001 }, () => ({ a: 'x' }));
  const counts = statements(TEXT, bulkInsert('t', rows)).map((statement) => statement.split('\n').length - 1);
  assert.equal(counts, [1000, 1000, 1]);
});

inserts('has about a million characters, or one row', () => {
  const row = (length: number): { a: string } => ({ a: 'x'.repeat(length) });
  const rows = [row(600_000), row(600_000), row(300_000), row(2_000_000), row(1)];
  const counts = statements(TEXT, bulkInsert('t', rows)).map((statement) => statement.split('\n').length - 1);
  assert.equal(counts, [1, 2, 1, 1]);
});

inserts.run();
