/** What MariaDB does with migsql's statements; `matrix.test.ts` and `engines.test.ts` have the plain cases. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Refusal } from '../../src/dialects/dialect.ts';
import { mariadb } from '../../src/dialects/mariadb/index.ts';
import { addColumn } from '../../src/ops/add-column.ts';
import { addConstraint } from '../../src/ops/add-constraint.ts';
import { alterColumn } from '../../src/ops/alter-column.ts';
import { bulkInsert } from '../../src/ops/bulk-insert.ts';
import { check, column, foreignKey, primaryKey, unique } from '../../src/ops/builders.ts';
import { createIndex } from '../../src/ops/create-index.ts';
import { createTable } from '../../src/ops/create-table.ts';
import { dropColumn } from '../../src/ops/drop-column.ts';
import { dropTable } from '../../src/ops/drop-table.ts';
import type { Op } from '../../src/ops/index.ts';
import { renameTable } from '../../src/ops/rename-table.ts';
import { name, now, sql, today, uuid } from '../../src/sql/fragment.ts';
import { types } from '../../src/sql/types.ts';
import { allStatementsOf, refusalOf, statementsOf } from '../support/lowered.ts';
import { type Database, createDatabase, isReachable } from '../support/servers.ts';

const isRefusal = (error: unknown): boolean => error instanceof Refusal;

/** The script of all ops, each lowered after those before it. */
const script = (...ops: readonly Op[]): string =>
  allStatementsOf(mariadb, ops)
    .map((statement) => `${statement};\n`)
    .join('');

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
  const refused = (...ops: readonly Op[]): string => refusalOf(mariadb, ...ops).message;
  assert.match(refused(createIndex('i', 't', [sql`lower(a)`])), /no indexes of expressions/);
  const long = createTable('t', [column('a', types.text())]);
  assert.match(refused(long, addConstraint('t', primaryKey(['a']))), /a primary key takes no whole values/);
  assert.match(refused(createTable('t', [column('a', types.text()), primaryKey(['a'])])), /takes no whole values/);
  // The server takes it and leaves it out without a word.
  assert.match(
    refused(addConstraint('t', foreignKey(['a'], 'u', ['id'], { onDelete: 'setDefault' }))),
    /no SET DEFAULT/,
  );
});

plain('an instant outside a bulk insert is told in the zone of the session', () => {
  assert.is(
    mariadb.literals('2024-01-02T03:04:05+02:00', types.timestamp({ zone: true })),
    "CONVERT_TZ('2024-01-02 01:04:05', '+00:00', @@session.time_zone)",
  );
});

plain('as many digits after the point as MariaDB has', () => {
  assert.is(mariadb.columnDefinition(column('a', types.numeric(65, 38)), mariadb), 'a DECIMAL(65, 38)');
  assert.throws(() => mariadb.columnDefinition(column('a', types.numeric(65, 39)), mariadb), isRefusal);
});

plain('instants beside expressions keep the zone of the session', () => {
  const zoned = { types: { at: types.timestamp({ zone: true }), here: types.timestamp() } };
  const at = '2024-01-02T03:04:05Z';
  assert.is(statementsOf(mariadb, bulkInsert('t', [{ at, here: now() }], zoned)).length, 1);
  assert.is(statementsOf(mariadb, bulkInsert('t', [{ at, here: null }], zoned)).length, 4);
  assert.is(statementsOf(mariadb, bulkInsert('t', [{ at: null, here: null }], zoned)).length, 1);
});

plain.run();

const names = suite('mariadb: names');
const tables = suite('mariadb: tables and columns');
const versions = suite('mariadb: version table');

if (isReachable('mariadb')) {
  names('every keyword can be a table and a column', withDatabase(everyKeyword));
  names('odd names come back as they were', withDatabase(oddNames));
  tables('MODIFY and CHANGE lose nothing', withDatabase(nothingLost));
  tables('checks, indexes and keys follow a renamed column', withDatabase(renamesFollow));
  tables('a TIMESTAMP NOT NULL gets no default of its own', withDatabase(noImpliedDefault));
  tables('AUTO_INCREMENT starts where it is told', withDatabase(startsAt));
  tables('a dropped column takes along what the server would keep it for', withDatabase(droppedColumn));
  tables('DROP DEFAULT leaves NULL', withDatabase(dropDefaultLeavesNull));
  tables('what no check may mention is refused as the server would', withDatabase(uncheckable));
  versions('is made once, and tells upper case from lower case', withDatabase(versionTable));
} else names('are not tried: the server is not reachable', () => {});

for (const test of [names, tables, versions]) test.run();

function droppedColumn(database: Database): void {
  const setup = [
    createTable('u', [column('id', types.integer(), { nullable: false }), primaryKey(['id'])]),
    createTable('t', [
      column('a', types.integer(), { nullable: false }),
      column('b', types.integer(), { nullable: false }),
      primaryKey(['b', 'a'], { name: 'pk' }),
      unique(['a'], { name: 'uq_a' }),
      unique(['a', 'b'], { name: 'uq_ab' }),
      foreignKey(['a'], 'u', ['id'], { name: 'fk' }),
      check(sql`a > b`, { name: 'ck' }),
    ]),
    createIndex('i', 't', ['a']),
    createIndex('ab', 't', ['a', 'b']),
  ];
  database.run(script(...setup, dropColumn('t', 'a')));
  assert.equal(database.query("SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 't'"), [['b']]);
  assert.equal(database.query('SHOW INDEX FROM t'), []);
}


/** PREPARE parses a statement and leaves it at that. */
function everyKeyword(database: Database): void {
  const words = database
    .query("SELECT LOWER(word) FROM information_schema.keywords WHERE word REGEXP '^[A-Za-z_]+$'")
    .map(([word]) => String(word));
  assert.ok(words.length > 600, 'the server tells its keywords');
  const parsed = [...words, '_utf8mb4', '_latin1', '_binary', '_filename'].flatMap((word) => [
    ...statementsOf(
      mariadb,
      createTable(word, [
        column(word, types.integer()),
        check(sql`${name(word)} > 0`, { name: word }),
        unique([word], { name: `u_${word}` }),
      ]),
    ),
    ...statementsOf(mariadb, addColumn(word, column(word, types.integer()))),
    ...statementsOf(mariadb, createIndex(`i_${word}`, word, [word])),
    ...statementsOf(mariadb, alterColumn(word, word, { name: word })),
    ...statementsOf(mariadb, renameTable(word, word)),
    ...statementsOf(mariadb, dropTable({ schema: word, name: word })),
  ]);
  database.run(parsed.map((statement) => `PREPARE parsed FROM ${mariadb.literals(statement, undefined)};\n`).join(''));
}

function oddNames(database: Database): void {
  const odd = ['Code', 'two words', 'a`b', "it's", 'a\\', 'naïve', '1st', '日本', 'a.b', 'x'.repeat(64)];
  database.run(
    script(
      createTable(
        't',
        odd.map((each) => column(each, types.integer())),
      ),
    ),
  );
  const found = database.query(
    `SELECT HEX(column_name) FROM information_schema.columns WHERE table_schema = '${database.name}' ORDER BY ordinal_position`,
  );
  assert.equal(
    found,
    odd.map((each) => [hex(each)]),
  );
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
  const same = ['id', 'state', 'seen', 'day', 'token'].map((each) =>
    alterColumn('t', each, { nullable: each === 'seen' || each === 'day' }),
  );
  database.run(script(table, ...same).slice(script(table).length));
  assert.equal(database.query(`${COLUMNS} 't' ORDER BY ordinal_position`), before);
  database.run(
    script(table, alterColumn('t', 'id', { name: 'number', type: types.bigint() })).slice(script(table).length),
  );
  assert.equal(database.query(`${COLUMNS} 't' ORDER BY ordinal_position`)[0], [
    'number',
    'bigint(20)',
    'NO',
    'NULL',
    'auto_increment',
    'key',
  ]);
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
  const checks = database.query(
    `SELECT check_clause FROM information_schema.check_constraints WHERE constraint_schema = '${database.name}'`,
  );
  assert.equal(checks, [['`y` > 0']]);
  assert.equal(
    database.query(
      "SELECT column_name FROM information_schema.statistics WHERE index_name = 'u' AND table_schema = DATABASE() ORDER BY seq_in_index",
    ),
    [['y'], ['b']],
  );
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
  const found = database.query(
    "SELECT column_name, is_nullable, column_default, extra FROM information_schema.columns WHERE table_schema = DATABASE() AND column_name <> 'n' ORDER BY ordinal_position",
  );
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
  database.run(
    script(createTable('t', [id, column('a', types.integer()), primaryKey(['id'])], { comment: 'numbered' })),
  );
  assert.equal(database.query('INSERT INTO t (a) VALUES (1);\nSELECT id FROM t'), [['100']]);
}

function dropDefaultLeavesNull(database: Database): void {
  const table = createTable('t', [column('a', types.integer(), { default: 5 }), column('b', types.integer())]);
  database.run(script(table, alterColumn('t', 'a', { default: null })));
  assert.equal(database.query('INSERT INTO t (b) VALUES (1);\nSELECT a FROM t'), [['NULL']]);
}

function uncheckable(database: Database): void {
  const child = createTable('t', [column('a', types.integer()), check(sql`${name('a')} > 0`, { name: 'ck' })]);
  const parent = createTable('u', [column('id', types.integer()), primaryKey(['id'])]);
  const key = addConstraint('t', foreignKey(['a'], 'u', ['id'], { name: 'fk', onDelete: 'setNull' }));
  refusalOf(mariadb, parent, child, key);
  const refused = database.send(
    script(parent, child) + 'ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u (id) ON DELETE SET NULL;\n',
  );
  assert.match(refused.stderr, /cannot be used in the CHECK clause/);
  database.run(script(addConstraint('t', foreignKey(['a'], 'u', ['id'], { name: 'fk', onDelete: 'cascade' }))));
}

function versionTable(database: Database): void {
  const made = mariadb
    .createVersionTable({ name: 'migsql_version' }, mariadb)
    .map(({ sql: statement }) => `${statement};\n`)
    .join('');
  database.run(made + made);
  const found = database.query(
    "INSERT INTO migsql_version VALUES ('a1'), ('A1');\nSELECT COUNT(*) FROM migsql_version WHERE revision = 'a1'",
  );
  assert.equal(found, [['1']]);
}
