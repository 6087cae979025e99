import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Refusal, type Lowered } from '../../src/dialects/dialect.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { mysql } from '../../src/dialects/mysql/index.ts';
import { writeName } from '../../src/dialects/write.ts';
import { addColumn } from '../../src/ops/add-column.ts';
import { addConstraint } from '../../src/ops/add-constraint.ts';
import { alterColumn } from '../../src/ops/alter-column.ts';
import { bulkInsert } from '../../src/ops/bulk-insert.ts';
import { check, column, foreignKey, primaryKey, unique } from '../../src/ops/builders.ts';
import { createIndex } from '../../src/ops/create-index.ts';
import { createTable } from '../../src/ops/create-table.ts';
import { dropConstraint } from '../../src/ops/drop-constraint.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import { setTableComment } from '../../src/ops/set-table-comment.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import { type Literal, json, name, now, raw, sql, sqlFor } from '../../src/sql/fragment.ts';
import { type ColumnType, types } from '../../src/sql/types.ts';
import { KNOWN_GAPS, complaints, gapsOf, hasGap } from '../support/judges/mysql.ts';
import { CASES, SETUP, SETUP_SCHEMA } from './cases.ts';

/** The statements of the last op, after the others made the schema. */
function lowered(...ops: readonly Op[]): readonly Lowered[] {
  const before = ops.slice(0, -1).reduce(evolve, EMPTY_SCHEMA);
  const found = lowerOp(ops.at(-1)!, mysql, viewOf(before));
  if ('code' in found) throw new Error(found.message);
  return found;
}

const statements = (...ops: readonly Op[]): readonly string[] => lowered(...ops).map((statement) => statement.sql);

const refuses = (pattern: RegExp, ...ops: readonly Op[]): void => {
  const before = ops.slice(0, -1).reduce(evolve, EMPTY_SCHEMA);
  const found = lowerOp(ops.at(-1)!, mysql, viewOf(before));
  assert.ok('code' in found, `expected a refusal, got ${JSON.stringify(found)}`);
  assert.match(found.message, pattern);
  assert.ok(found.hint);
};

const written = (value: Literal, as?: ColumnType): string => mysql.literals(value, as);

const names = suite('mysql: names');

names('are quoted only where they must be', () => {
  for (const plain of ['account', 'Code', 'a$b', '_id', 'position', 'count', 'date', 'x1']) assert.is(writeName(mysql, plain), plain);
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
  for (const wrong of ['é'.repeat(65), 'a ', '😀']) assert.throws(() => writeName(mysql, wrong), (e: unknown) => e instanceof Refusal);
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
  for (const [value, as] of cases) assert.throws(() => written(value, as), (e: unknown) => e instanceof Refusal);
});

literals('of instants reach to the ends of TIMESTAMP', () => {
  const zoned = types.timestamp({ zone: true });
  assert.is(written('1970-01-01T00:00:01Z', zoned), "'1970-01-01 00:00:01+00:00'");
  assert.is(written('2038-01-19T03:14:07.999999Z', zoned), "'2038-01-19 03:14:07.999999+00:00'");
});

literals.run();

const columns = suite('mysql: columns');

const definition = (type: ColumnType, options: Parameters<typeof column>[2] = {}): string =>
  mysql.columnDefinition(column('c', type, options));

columns('with a default: an expression stands in parentheses, CURRENT_TIMESTAMP of a timestamp does not', () => {
  assert.is(definition(types.timestamp(), { default: now() }), 'c DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6)');
  assert.is(definition(types.date(), { default: now() }), 'c DATE DEFAULT (CURRENT_TIMESTAMP(6))');
  assert.is(definition(types.integer(), { default: sql`1 + 1` }), 'c INT DEFAULT (1 + 1)');
});

columns('of long values have an expression as default', () => {
  assert.is(definition(types.text(), { default: 'x' }), "c LONGTEXT DEFAULT ('x')");
  assert.is(definition(types.json(), { default: json([]) }), "c JSON DEFAULT ('[]')");
  assert.is(definition(types.native('TEXT CHARACTER SET latin1'), { default: 'x' }), "c TEXT CHARACTER SET latin1 DEFAULT ('x')");
  assert.is(definition(types.binary(2), { default: new Uint8Array([1]) }), "c VARBINARY(2) DEFAULT x'01'");
});

columns('have an expression as default where the text needs one', () => {
  const expected = String.raw`c VARCHAR(9) DEFAULT (REPLACE('a\\b', '\\', LEFT('\\', 1)))`;
  assert.is(definition(types.string(9), { default: 'a\\b' }), expected);
});

columns('of instants read a default anew at each INSERT, and say that they are nullable', () => {
  const zoned = types.timestamp({ zone: true });
  assert.is(definition(zoned, { default: '2024-01-02T03:04:05Z' }), "c TIMESTAMP(6) NULL DEFAULT ('2024-01-02 03:04:05+00:00')");
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
  for (const type of wrong) assert.throws(() => definition(type), (e: unknown) => e instanceof Refusal);
  assert.is(definition(types.string(16383)), 'c VARCHAR(16383)');
});

columns('of a primary key are NOT NULL', () => {
  const [statement] = statements(createTable('t', [column('at', types.timestamp({ zone: true })), primaryKey(['at'])]));
  assert.match(statement!, /at TIMESTAMP\(6\) NOT NULL,/);
});

columns('with a comment that is too long are refused', () => {
  definition(types.integer(), { comment: '😀'.repeat(1024) });
  assert.throws(() => definition(types.integer(), { comment: 'x'.repeat(1025) }), (e: unknown) => e instanceof Refusal);
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
  refuses(/must be a key as soon as it is added/, addColumn('t', id));
  assert.match(statements(createTable('t', [id, unique(['id'], { name: 'u' })]))[0]!, /AUTO_INCREMENT/);
});

identity('keeps its key: another one must be there before the primary key goes', () => {
  const drop = dropConstraint('t', 'pk', 'primaryKey');
  refuses(/only key of AUTO_INCREMENT column 't\.id'/, numbered({ identity: true }), drop);
  assert.equal(statements(numbered({ identity: true }), createIndex('i', 't', ['id']), drop), ['ALTER TABLE t DROP PRIMARY KEY']);
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

const altering = suite('mysql: MODIFY and CHANGE restate the whole column');

const ACCOUNT = createTable('account', [
  column('id', types.integer(), { identity: true, comment: 'key' }),
  column('state', types.string(9), { nullable: false, default: 'new', comment: 'a\\b' }),
  column('seen', types.timestamp({ zone: true }), { default: now() }),
  column('amount', types.integer()),
  primaryKey(['id']),
]);

altering('with AUTO_INCREMENT and the NOT NULL of the key', () => {
  assert.equal(statements(ACCOUNT, alterColumn('account', 'id', { type: types.bigint() })), [
    "ALTER TABLE account MODIFY COLUMN id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'key'",
  ]);
  refuses(/part of the primary key/, ACCOUNT, alterColumn('account', 'id', { nullable: true }));
});

altering('with CURRENT_TIMESTAMP and NULL', () => {
  assert.equal(statements(ACCOUNT, alterColumn('account', 'seen', { comment: 'last' })), [
    "ALTER TABLE account MODIFY COLUMN seen TIMESTAMP(6) NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'last'",
  ]);
});

altering('with the backslash of a comment', () => {
  assert.equal(statements(ACCOUNT, alterColumn('account', 'state', { nullable: true })), [
    'SET @migsql_sql_mode = @@SESSION.sql_mode',
    "SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',NO_BACKSLASH_ESCAPES')",
    "ALTER TABLE account MODIFY COLUMN state VARCHAR(9) NULL DEFAULT 'new' COMMENT 'a\\b'",
    'SET SESSION sql_mode = @migsql_sql_mode',
  ]);
});

altering('but a comment and a check that both hold a backslash are refused together', () => {
  const both = [column('a', types.string(9), { comment: '\\d' }), check(sql`a REGEXP '\\d'`)];
  refuses(/both hold a backslash/, createTable('t', both));
});

altering('or the facts that an op gives, over those of the replay', () => {
  const changed = alterColumn('account', 'amount', { nullable: false }, { existing: { default: 3 } });
  assert.equal(statements(ACCOUNT, changed), ['ALTER TABLE account MODIFY COLUMN amount INT NOT NULL DEFAULT 3']);
});

altering('or says which facts are missing', () => {
  const found = lowerOp(alterColumn('x', 'c', { type: types.text() }), mysql, viewOf(EMPTY_SCHEMA));
  assert.ok('code' in found);
  assert.match(found.message, /'x\.c', whose nullable, default, comment must be known/);
  assert.is(found.hint, 'Say what the column has today, with null for what it has not: { existing: { nullable: true, default: null, comment: null } }.');
});

altering('not where a name or a default changes alone', () => {
  assert.equal(statements(ACCOUNT, alterColumn('account', 'state', { name: 'status', default: 'old' })), [
    "ALTER TABLE account ALTER COLUMN state SET DEFAULT 'old'",
    'ALTER TABLE account RENAME COLUMN state TO status',
  ]);
});

altering('DROP DEFAULT leaves a nullable column the default NULL', () => {
  assert.equal(statements(ACCOUNT, alterColumn('account', 'seen', { default: null })), [
    'ALTER TABLE account ALTER COLUMN seen SET DEFAULT NULL',
  ]);
  assert.equal(statements(ACCOUNT, alterColumn('account', 'state', { default: null })), [
    'ALTER TABLE account ALTER COLUMN state DROP DEFAULT',
  ]);
  refuses(/'x\.c', whose nullable must be known/, alterColumn('x', 'c', { default: null }));
});

altering('and a rename takes along the checks that mention the column', () => {
  const checked = addConstraint('account', check(sql`${name('amount')} > 0 AND ${name('id')} > 0`, { name: 'ck' }));
  assert.equal(statements(ACCOUNT, checked, alterColumn('account', 'amount', { name: 'sum' })), [
    'ALTER TABLE account DROP CHECK ck',
    'ALTER TABLE account RENAME COLUMN amount TO sum',
    'ALTER TABLE account ADD CONSTRAINT ck CHECK (sum > 0 AND id > 0)',
  ]);
  const other = addConstraint('account', check(raw('amounts > 0'), { name: 'ck' }));
  assert.is(statements(ACCOUNT, other, alterColumn('account', 'amount', { name: 'sum' })).length, 1);
});

altering('unless they are hand-written, have no name, or are an index', () => {
  const rename = alterColumn('account', 'amount', { name: 'sum' });
  refuses(/mentions column 'amount' in its text/, ACCOUNT, addConstraint('account', check(raw('AMOUNT > 0'), { name: 'ck' })), rename);
  const forMysql = sqlFor({ mysql: sql`amount > 0`, default: sql`1 = 1` });
  refuses(/mentions column 'amount' in its text/, ACCOUNT, addConstraint('account', check(forMysql, { name: 'ck' })), rename);
  refuses(/no known name/, ACCOUNT, addConstraint('account', check(sql`${name('amount')} > 0`)), rename);
  refuses(/index 'i' has an expression/, ACCOUNT, createIndex('i', 'account', [sql`abs(amount)`]), rename);
});

altering.run();

const refusals = suite('mysql: what InnoDB has not');

refusals('keys of whole LONGTEXT, LONGBLOB and JSON values', () => {
  const long = createTable('t', [column('a', types.text()), column('j', types.json()), column('b', types.binary())]);
  refuses(/column 'a' is of type text, of which an index takes no whole values/, long, createIndex('i', 't', ['a']));
  refuses(/column 'j' is of type json/, long, addConstraint('t', unique(['j'])));
  refuses(/column 'b' is of type binary/, createTable('t', [column('b', types.binary()), primaryKey(['b'])]));
});

refusals('SET DEFAULT of foreign keys', () => {
  refuses(/no SET DEFAULT/, addConstraint('t', foreignKey(['a'], 'u', ['id'], { onDelete: 'setDefault' })));
  const made = createTable('t', [column('a', types.integer()), foreignKey(['a'], 'u', ['id'], { onUpdate: 'setDefault' })]);
  refuses(/no SET DEFAULT/, made);
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

/** Statements that the matrix has not. */
const TRAPS: readonly (readonly string[])[] = [
  statements(ACCOUNT),
  statements(ACCOUNT, alterColumn('account', 'id', { type: types.bigint() })),
  statements(ACCOUNT, alterColumn('account', 'state', { name: 'status', type: types.string(12) })),
  statements(ACCOUNT, alterColumn('account', 'seen', { default: '2024-01-02T03:04:05Z' })),
  statements(ACCOUNT, bulkInsert('account', [{ id: 0, state: 'a\\b' }, { id: 2, state: 'a\nb' }])),
  statements(setTableComment('account', 'back\\slash\nline')),
  statements(numbered({ identity: { start: 7 } })),
  statements(
    createTable('t', [
      column('a', types.string(9), { default: 'a\\b\n' }),
      column('b', types.text(), { default: 'a\\b' }),
      column('c', types.binary(3), { default: new Uint8Array([0, 255]) }),
      column('_utf8', types.boolean(), { default: true }),
    ]),
  ),
  mysql.createVersionTable({ schema: 'app', name: 'migsql_version' }).map((statement) => statement.sql),
];

const judged = suite('mysql: independent parsers');

// The text of this case is no MySQL: an author's own SQL is not migsql's to judge.
const HAND_WRITTEN: ReadonlySet<Op> = new Set([CASES.execute.nonTransactional]);

const matrix = Object.values(CASES as Record<string, Record<string, Op>>)
  .flatMap((cases) => Object.values(cases))
  .filter((op) => !HAND_WRITTEN.has(op))
  .flatMap((op) => {
    const found = lowerOp(op, mysql, viewOf(SETUP_SCHEMA));
    return 'code' in found ? [] : found.map((statement) => statement.sql);
  });

const setup = SETUP.flatMap((op, index) => statements(...SETUP.slice(0, index), op));
const ALL = [...setup, ...matrix, ...TRAPS.flat()];

judged('accept every statement of the matrix and of the traps', () => {
  assert.equal(
    ALL.map((statement) => [statement, complaints(statement)] as const).filter(([, found]) => found.length),
    [],
  );
});

judged('have no known gap that is closed or not needed', () => {
  for (const gap of KNOWN_GAPS) {
    const statement = ALL.find((each) => gapsOf(each).includes(gap));
    assert.ok(statement, `no statement needs ${gap.form}`);
    assert.ok(hasGap(gap, statement), `${gap.judge} accepts ${statement}`);
  }
});

judged('refuse what is wrong', () => {
  const wrong = [
    'CREATE TABLE t (a INT,)',
    'CREATE TABLE t (a VARCHAR(10) DEFAULT now() + 1)',
    'ALTER TABLE t MODIFY COLUMN a',
    'ALTER TABLE t ALTER COLUMN a TYPE INT',
    'DROP INDEX i',
    'CREATE INDEX i ON t (a) WHERE a > 0',
    "INSERT INTO t (a) VALUES ('it's')",
    'CREATE TABLE order (a INT)',
    'ALTER TABLE t DROP CONSTRAINT CHECK c',
  ];
  for (const statement of wrong) assert.ok(complaints(statement).length, statement);
});

judged.run();
