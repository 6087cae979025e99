import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addConstraint, addEnumValue, check, column, createEnum, createFunction, createIndex, createTable, createTrigger, desc,
  dropConstraint, dropFunction, dropIndex, dropProcedure, exclude, foreignKey, grant, index, insertFrom, name, nextValue,
  PUBLIC, renameEnumValue, renameIndex, revoke, setTableOptions, sql, types, unique, updateRows,
} from '../../src/authoring.ts';
import type { Dialect, Lowered } from '../../src/dialects/dialect.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import type { Op } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import type { Constraint } from '../../src/schema/constraint.ts';
import { namedFor, refusalOf, statementsOf } from '../support/lowered.ts';
import { hasPostgresql, rowsAfter, sent } from '../support/postgresql-server.ts';

/** Forms above the floor of 13 that the server of the tests has. */
const PG15: Dialect = { ...postgresql, server: [15] };
const PG14: Dialect = { ...postgresql, server: [14] };

const named = (ops: readonly Op[]): readonly Op[] => ops.map((op) => namedFor(op, postgresql));
const texts = (...ops: readonly Op[]): readonly string[] => statementsOf(postgresql, ...named(ops));

function reasonOf(...ops: readonly Op[]): string {
  const { message, hint } = refusalOf(postgresql, ...named(ops));
  return `${message} | ${hint}`;
}

function lowered(op: Op, dialect: Dialect = postgresql): readonly Lowered[] {
  const found = lowerOp(op, dialect, viewOf(EMPTY_SCHEMA));
  if ('code' in found) throw new Error(found.message);
  return found;
}

/** Told by the server, which is of version 15. */
function gives(ops: readonly Op[], query: string, ...expected: readonly string[]): void {
  if (hasPostgresql) assert.equal(rowsAfter(PG15, ops, query), expected);
}

/** What the server says when statements fail. */
function fails(statements: readonly string[], message: RegExp): void {
  if (!hasPostgresql) return;
  const { code, stderr } = sent(statements);
  assert.is(code, 3);
  assert.match(stderr, message);
}

const A = column('a', types.integer());
const T = createTable('t', [A, column('b', types.text())]);

const tables = suite('postgresql: tables');

tables('all that stands around the columns, in the order of the grammar', () => {
  const whole = createTable({ schema: 'Archive', name: 't' }, [A], {
    ifNotExists: true,
    on: {
      postgresql: {
        unlogged: true,
        inherits: [{ schema: 'public', name: 'Old' }, { name: 'older' }],
        with: { fillfactor: 70, autovacuum_enabled: false, 'toast.autovacuum_enabled': 'off' },
        tablespace: 'Fast',
      },
    },
  });
  assert.equal(texts(whole), [
    'CREATE UNLOGGED TABLE IF NOT EXISTS "Archive".t (\n  a INTEGER\n) INHERITS (public."Old", older) ' +
      "WITH (fillfactor = 70, autovacuum_enabled = FALSE, toast.autovacuum_enabled = 'off') TABLESPACE \"Fast\"",
  ]);
  const run = createTable('child', [column('c', types.integer())], {
    on: { postgresql: { inherits: [{ name: 't' }], with: { fillfactor: 70, autovacuum_enabled: false }, tablespace: 'pg_default' } },
  });
  gives([T, run], "SELECT reloptions, inhparent::regclass FROM pg_class JOIN pg_inherits ON inhrelid = oid WHERE relname = 'child'", '{fillfactor=70,autovacuum_enabled=false}\tt');
});

tables('what contradicts itself is refused', () => {
  const withOptions = (options: object, settings: object = {}): Op => createTable('t', [A], { ...settings, on: { postgresql: options } });
  const partitionBy = sql`RANGE (a)`;
  assert.match(reasonOf(withOptions({ unlogged: true }, { temporary: true })), /a temporary table is never logged/);
  assert.match(reasonOf(createTable({ schema: 's', name: 't' }, [A], { temporary: true })), /Leave the schema 's' out/);
  assert.match(reasonOf(withOptions({ partitionBy, inherits: [{ name: 'x' }] })), /partitioned table inherits from no other/);
  assert.match(reasonOf(withOptions({ partitionBy, with: { fillfactor: 70 } })), /has no storage parameters/);
  assert.match(reasonOf(withOptions({ partitionBy, unlogged: true })), /is not unlogged itself/);
  assert.match(reasonOf(withOptions({ with: { 'fillfactor) --': 70 } })), /is no storage parameter/);
});

tables('a new table needs no index built concurrently, nor rows passed over', () => {
  const table = createTable('t', [
    A,
    check(sql`${name('a')} > 0`, { name: 'ck', notValid: true }),
    index(['a'], { name: 'ix', on: { postgresql: { concurrently: true, with: { fillfactor: 70 } } } }),
  ]);
  assert.equal(texts(table), [
    'CREATE TABLE t (\n  a INTEGER,\n  CONSTRAINT ck CHECK (a > 0)\n)',
    'CREATE INDEX ix ON t (a) WITH (fillfactor = 70)',
  ]);
});

tables('IF NOT EXISTS goes on to the indexes; a table that an op made already stays as it is', () => {
  const table = createTable('t', [A, index(['a'], { name: 'ix' })], { ifNotExists: true, comment: 'x' });
  assert.equal(texts(table), [
    'CREATE TABLE IF NOT EXISTS t (\n  a INTEGER\n)',
    'CREATE INDEX IF NOT EXISTS ix ON t (a)',
    "COMMENT ON TABLE t IS 'x'",
  ]);
  assert.equal(texts(T, table), ['CREATE TABLE IF NOT EXISTS t (\n  a INTEGER\n)']);
});

tables("a sequence's name is quoted within the text of nextval", () => {
  const sequence = { schema: 'public', name: `Order "no's"` };
  const table = createTable('t', [column('a', types.bigint(), { default: nextValue(sequence) })]);
  assert.equal(texts(table), [`CREATE TABLE t (\n  a BIGINT DEFAULT nextval('public."Order ""no''s"""'::regclass)\n)`]);
  if (!hasPostgresql) return;
  const statements = [`CREATE SEQUENCE public."Order ""no's"""`, ...texts(table), 'INSERT INTO t DEFAULT VALUES RETURNING a'];
  assert.is(sent(statements).stdout, '1\n');
});

tables('what cannot be set later is refused', () => {
  assert.match(reasonOf(setTableOptions('t', { postgresql: { partitionBy: sql`RANGE (a)` } })), /cannot become partitioned/);
  assert.match(reasonOf(setTableOptions('t', { postgresql: { inherits: [{ name: 'x' }] } })), /no option that can be set/);
  assert.equal(texts(setTableOptions('t', { postgresql: { with: {} } })), []);
  const back = setTableOptions('t', { postgresql: { unlogged: false, tablespace: 'pg_default' } });
  assert.equal(texts(back), ['ALTER TABLE t SET LOGGED, SET TABLESPACE pg_default']);
  gives([createTable('t', [A], { on: { postgresql: { unlogged: true } } }), back], "SELECT relpersistence FROM pg_class WHERE relname = 't'", 'p');
});

tables('what the server does for partitions alone is refused before anything is done', () => {
  const partitioned = createTable('t', [A], { on: { postgresql: { partitionBy: sql`RANGE (a)` } } });
  const on = { postgresql: { concurrently: true } };
  assert.match(reasonOf(partitioned, createIndex('ix', 't', ['a'], { on })), /no index of it can be built concurrently/);
  assert.match(reasonOf(partitioned, dropIndex('ix', 't', { on })), /no index of it can be dropped concurrently/);
  assert.match(reasonOf(partitioned, setTableOptions('t', { postgresql: { unlogged: true } })), /only its partitions/);
  gives([partitioned, createIndex('ix', 't', ['a'])], "SELECT relkind FROM pg_class WHERE relname = 'ix'", 'I');
  const statements = [...texts(partitioned), 'COMMIT'];
  fails([...statements, ...texts(createIndex('ix', 't', ['a'], { on }))], /on partitioned table "t" concurrently/);
  if (hasPostgresql) sent(['DROP TABLE t', 'COMMIT', 'BEGIN']);
});

tables.run();

const indexes = suite('postgresql: indexes and constraints');

indexes('every part in its place', () => {
  const whole = createIndex(
    'Ix',
    { schema: 's', name: 't' },
    [
      desc('b', { nulls: 'first', collation: 'C', on: { postgresql: { opclass: 'text_pattern_ops' } } }),
      { expression: sql`lower(${name('b')})`, nulls: 'last' },
    ],
    {
      unique: true,
      nullsNotDistinct: true,
      include: ['a'],
      where: sql`a > 0`,
      ifNotExists: true,
      on: { postgresql: { using: 'btree', with: { fillfactor: 70 }, tablespace: 'pg_default' } },
    },
  );
  const sqlOf = (schema: string): string =>
    `CREATE UNIQUE INDEX IF NOT EXISTS "Ix" ON ${schema}.t USING btree (b COLLATE "C" text_pattern_ops DESC NULLS FIRST, ` +
    '(lower(b)) NULLS LAST) INCLUDE (a) NULLS NOT DISTINCT WITH (fillfactor = 70) TABLESPACE pg_default WHERE a > 0';
  assert.equal(statementsOf(PG15, whole), [sqlOf('s')]);
  if (hasPostgresql) assert.is(sent([...texts(T), sqlOf('public')]).stderr, '');
});

indexes('NULLS NOT DISTINCT holds from version 15 on', () => {
  const two = "INSERT INTO t (b) VALUES (NULL), (NULL)";
  const constraint = addConstraint('t', unique(['b'], { name: 'uq', nullsNotDistinct: true, on: { postgresql: { include: ['a'] } } }));
  const [added] = statementsOf(PG15, constraint);
  assert.is(added, 'ALTER TABLE t ADD CONSTRAINT uq UNIQUE NULLS NOT DISTINCT (b) INCLUDE (a)');
  fails([...texts(T), added ?? '', two], /duplicate key value violates unique constraint "uq"/);
  const [created] = statementsOf(PG15, createIndex('ux', 't', ['b'], { unique: true, nullsNotDistinct: true }));
  assert.is(created, 'CREATE UNIQUE INDEX ux ON t (b) NULLS NOT DISTINCT');
  fails([...texts(T), created ?? '', two], /duplicate key value violates unique constraint "ux"/);
});

indexes('a method that cannot do what is asked is refused', () => {
  const of = (using: 'hash' | 'gin' | 'gist' | 'spgist', settings: object, key: Parameters<typeof createIndex>[2][number] = 'a'): Op =>
    createIndex('ix', 't', [key], { ...settings, on: { postgresql: { using } } });
  assert.match(reasonOf(of('hash', { unique: true })), /method hash cannot be unique/);
  assert.match(reasonOf(of('gin', {}, desc('a'))), /method gin cannot have an order/);
  assert.match(reasonOf(of('gin', { include: ['b'] })), /method gin cannot include columns/);
  assert.match(reasonOf(of('spgist', { include: ['b'] })), /came with PostgreSQL 14/);
  assert.equal(texts(of('gist', { include: ['b'] })), ['CREATE INDEX ix ON t USING gist (a) INCLUDE (b)']);
});

indexes('what a build that failed left behind is no index, whatever IF NOT EXISTS says', () => {
  const [create, checked] = lowered(createIndex("it's", 't', ['a'], { ifNotExists: true, on: { postgresql: { concurrently: true } } }));
  assert.is(create?.sql, `CREATE INDEX CONCURRENTLY IF NOT EXISTS "it's" ON t (a)`);
  assert.equal([create?.transactional, checked?.transactional, checked?.compound], [false, false, true]);
  const statements = [...texts(T), `CREATE INDEX "it's" ON t (a)`];
  if (hasPostgresql) assert.is(sent([...statements, checked?.sql ?? '']).stderr, '');
  const spoilt = `UPDATE pg_index SET indisvalid = false WHERE indexrelid = '"it''s"'::regclass`;
  fails([...statements, spoilt, checked?.sql ?? ''], /index "it's" is left from a build that failed: drop it/);
});

indexes('names in other schemas follow their table', () => {
  assert.equal(texts(renameIndex('a', { schema: 'S', name: 't' }, 'B')), ['ALTER INDEX "S".a RENAME TO "B"']);
  const drop = dropIndex('i', { schema: 'S', name: 't' }, { ifExists: true, on: { postgresql: { concurrently: true } } });
  assert.equal(texts(drop), ['DROP INDEX CONCURRENTLY IF EXISTS "S".i']);
  assert.is(lowered(drop)[0]?.transactional, false);
});

indexes('an exclusion constraint in full', () => {
  const constraint = exclude(
    [
      { column: 'Span', operator: '&&', opclass: 'range_ops' },
      { expression: sql`int4range(${name('a')}, NULL)`, operator: '=' },
    ],
    { name: 'ex', using: 'gist', where: sql`${name('a')} > 0`, deferrable: true, initially: 'deferred' },
  );
  const table = createTable('t', [A, column('Span', types.native('int4range'))]);
  const text =
    'EXCLUDE USING gist ("Span" range_ops WITH &&, (int4range(a, NULL)) WITH =) WHERE (a > 0) DEFERRABLE INITIALLY DEFERRED';
  assert.equal(texts(addConstraint('t', constraint)), [`ALTER TABLE t ADD CONSTRAINT ex ${text}`]);
  gives([table, addConstraint('t', constraint)], "SELECT contype, condeferred FROM pg_constraint WHERE conname = 'ex'", 'x\tt');
});

indexes('deferrable, and not', () => {
  const of = (constraint: Constraint): string | undefined => texts(addConstraint('t', constraint))[0];
  assert.is(of(foreignKey(['a'], 'p', ['id'], { name: 'fk', match: 'full', deferrable: true, notValid: true })), 'ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id) MATCH FULL DEFERRABLE NOT VALID');
  assert.is(of(unique(['a'], { name: 'uq', deferrable: false })), 'ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a) NOT DEFERRABLE');
  const constraint = unique(['a'], { name: 'uq', on: { postgresql: { include: ['b'] } }, deferrable: true });
  gives([T, addConstraint('t', constraint)], "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'uq'", 'UNIQUE (a) INCLUDE (b) DEFERRABLE');
  assert.equal(texts(dropConstraint('t', 'Uq', 'unique', { ifExists: true, cascade: true })), ['ALTER TABLE t DROP CONSTRAINT IF EXISTS "Uq" CASCADE']);
});

indexes.run();

const others = suite('postgresql: other objects');

others('a new enum value is of no use within the transaction that adds it, so it stands outside', () => {
  const add = addEnumValue({ schema: 'public', name: 'Mood' }, "it's", { before: 'low' });
  assert.equal(lowered(add).map(({ sql: text, transactional }) => [text, transactional]), [
    [`ALTER TYPE public."Mood" ADD VALUE 'it''s' BEFORE 'low'`, false],
  ]);
  const before = [...texts(createEnum('Mood', ['low'])), 'COMMIT', 'BEGIN'];
  const use = `SELECT 'it''s'::"Mood"`;
  fails([...before, ...texts(add), use, 'ROLLBACK', 'BEGIN'], /unsafe use of new value "it's" of enum type "Mood"/);
});

others('labels of enums keep to 63 bytes', () => {
  const long = 'é'.repeat(32);
  assert.match(reasonOf(addEnumValue('e', long)), /longer than 63 bytes/);
  assert.match(reasonOf(renameEnumValue('e', 'a', long)), /longer than 63 bytes/);
});

others('a trigger is replaced from version 14 on, and made anew before', () => {
  const trigger = createTrigger('Tr', { schema: 's', name: 't' }, 'BEFORE DELETE ON s.t EXECUTE FUNCTION f()', { orReplace: true });
  assert.equal(statementsOf(PG14, trigger), ['CREATE OR REPLACE TRIGGER "Tr" BEFORE DELETE ON s.t EXECUTE FUNCTION f()']);
  const emulated = lowered(trigger);
  assert.equal(emulated.map((each) => each.sql), [
    'DROP TRIGGER IF EXISTS "Tr" ON s.t',
    'CREATE TRIGGER "Tr" BEFORE DELETE ON s.t EXECUTE FUNCTION f()',
  ]);
  assert.ok(emulated.every(({ emulation }) => emulation === 'the trigger is dropped and made anew'));
  const real = createTrigger('tr', 't', 'BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()', { orReplace: true });
  gives([T, real, real], "SELECT count(*) FROM pg_trigger WHERE tgname = 'tr'", '1');
});

others('functions of one name are told apart', () => {
  assert.equal(texts(dropFunction({ schema: 's', name: 'F' }, { signature: sql`integer, ${name('Mood')}`, ifExists: true, cascade: true })), [
    'DROP FUNCTION IF EXISTS s."F"(integer, "Mood") CASCADE',
  ]);
  assert.equal(texts(dropProcedure('p', { signature: '' })), ['DROP PROCEDURE p()']);
  const body = createFunction('f', { postgresql: '() RETURNS integer LANGUAGE sql AS $$ SELECT 1; $$', default: '' }, { orReplace: true });
  gives([body, body], 'SELECT f()', '1');
});

others('privileges are those of what they are granted on', () => {
  assert.match(reasonOf(grant(['alter'], 't', 'a')), /grants no privilege to alter: only the owner can/);
  assert.match(reasonOf(grant(['usage'], 't', 'a')), /no privilege 'usage' on a table/);
  assert.match(reasonOf(grant(['select'], { schema: 's' }, 'a')), /no privilege 'select' on a schema \| Use 'usage', 'all'/);
  assert.match(reasonOf(grant(['delete'], { table: 't', columns: ['a'] }, 'a')), /no privilege 'delete' on columns/);
  assert.match(reasonOf(grant(['select'], { function: 'f' }, 'a')), /no privilege 'select' on a function/);
  assert.match(reasonOf(grant(['select'], 't', PUBLIC, { withGrantOption: true })), /PUBLIC cannot have the grant option/);
  assert.match(reasonOf(revoke(['select'], 't', { name: 'a', host: 'localhost' })), /roles have no host/);
});

others('grants name kinds, columns and roles', () => {
  const on = { table: { schema: 'S', name: 'T' }, columns: ['A', 'b'] };
  assert.equal(texts(grant(['select', 'all'], on, ['App', 'PUBLIC', PUBLIC])), [
    'GRANT SELECT ("A", b), ALL PRIVILEGES ("A", b) ON TABLE "S"."T" TO "App", "PUBLIC", PUBLIC',
  ]);
  assert.equal(texts(revoke(['execute'], { procedure: { schema: 's', name: 'p' }, signature: sql`` }, PUBLIC)), [
    'REVOKE EXECUTE ON PROCEDURE s.p() FROM PUBLIC',
  ]);
  assert.equal(texts(grant(['all'], { function: 'f' }, 'a')), ['GRANT ALL PRIVILEGES ON FUNCTION f TO a']);
});

others.run();

const counted = suite('postgresql: counted rows');

const ROWS = createTable('t', [column('found', types.integer()), column('counted', types.text())]);

counted('columns named as the variables of a block, dollar quotes and psql variables are left alone', () => {
  const update = updateRows('t', { counted: 'a$statement$ :found $migsql$ %' }, sql`${name('found')} = 1 -- one;`, {
    expect: 1,
    types: { counted: types.text() },
  });
  const [statement] = lowered(update);
  assert.equal([statement?.kind, statement?.compound, statement?.transactional], ['data', true, true]);
  if (!hasPostgresql) return;
  const before = [...texts(ROWS), 'INSERT INTO t VALUES (1), (2)', '\\set found 7'];
  const { stdout, stderr } = sent([...before, statement?.sql ?? '', 'SELECT counted FROM t WHERE found = 1']);
  assert.equal([stdout, stderr], ['a$statement$ :found $migsql$ %\n', '']);
});

counted('another number stops the script, and says what, how many it had to be and how many it was', () => {
  const before = [...texts(ROWS), 'INSERT INTO t VALUES (1), (2)'];
  const of = (expect: Parameters<typeof updateRows>[3] & {}): string => texts(updateRows("100 % o'clock", { a: 1 }, null, expect))[0] ?? '';
  const renamed = [...before, `ALTER TABLE t RENAME TO "100 % o'clock"`, `ALTER TABLE "100 % o'clock" ADD COLUMN a INTEGER`];
  fails([...renamed, of({ expect: 1 })], /ERROR: {2}update of 100 % o'clock: expected 1 row, found 2\n/);
  fails([...renamed, of({ expect: { atLeast: 3 } })], /expected at least 3 rows, found 2/);
  fails([...renamed, of({ expect: { atMost: 1 } })], /expected at most 1 row, found 2/);
  fails([...renamed, of({ expect: { atLeast: 3, atMost: 5 } })], /expected 3 to 5 rows, found 2/);
  if (hasPostgresql) assert.is(sent([...renamed, of({ expect: { atLeast: 1, atMost: 2 } })]).stderr, '');
});

counted('rows of a query, which may end in a comment or a semicolon', () => {
  const insert = insertFrom('t', ['found'], 'SELECT 5 -- five', { expect: 1 });
  if (hasPostgresql) assert.is(sent([...texts(ROWS), ...texts(insert), 'SELECT found FROM t']).stdout, '5\n');
  assert.match(texts(insert)[0] ?? '', /EXECUTE \$statement\$INSERT INTO t \(found\)\nSELECT 5 -- five\$statement\$;/);
});

counted('a text that ends in the beginning of a tag does not end there', () => {
  const [block = ''] = texts(insertFrom('t', ['found'], 'SELECT 5 -- $statement', { expect: 1 }));
  assert.match(block, /EXECUTE \$statement2\$/);
  if (hasPostgresql) assert.is(sent([...texts(ROWS), block, 'SELECT found FROM t']).stdout, '5\n');
});

counted.run();
