import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  check, column, createIndex, createSequence, createTable, dropIndex, index, name, nextValue, primaryKey, setTableOptions, sql,
  types, unique,
} from '../../src/authoring.ts';
import type { Op } from '../../src/ops/index.ts';
import { gives, reasonOf, texts } from '../support/postgresql-server.ts';

const A = column('a', types.integer());
const T = createTable('t', [A, column('b', types.text())]);

const tables = suite('postgresql: tables');

tables('keys that are the same but for their names are all made', () => {
  const same = [primaryKey(['a'], { name: 'pk' }), unique(['a'], { name: 'one' }), unique(['a'], { name: 'two' }), unique(['a'], { name: 'later', deferrable: true })];
  gives([createTable('doubled', [A, ...same])], "SELECT string_agg(conname, ' ' ORDER BY conname) FROM pg_constraint WHERE conrelid = 'doubled'::regclass AND contype IN ('p', 'u')", 'later one pk two');
});

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
  const parameters = { fillfactor: 70, autovacuum_enabled: false };
  const child = createTable('child', [column('c', types.integer())], {
    on: { postgresql: { inherits: [{ name: 't' }], with: parameters, tablespace: 'pg_default' } },
  });
  gives(
    [T, child],
    "SELECT reloptions, inhparent::regclass FROM pg_class JOIN pg_inherits ON inhrelid = oid WHERE relname = 'child'",
    '{fillfactor=70,autovacuum_enabled=false}\tt',
  );
});

tables('what contradicts itself is refused', () => {
  const withOptions = (options: object, settings: object = {}): Op =>
    createTable('t', [A], { ...settings, on: { postgresql: options } });
  const partitionBy = sql`RANGE (a)`;
  assert.match(reasonOf(withOptions({ unlogged: true }, { temporary: true })), /a temporary table is never logged/);
  assert.match(reasonOf(createTable({ schema: 's', name: 't' }, [A], { temporary: true })), /Leave the schema 's' out/);
  const inherits = [{ name: 'x' }];
  assert.match(reasonOf(withOptions({ partitionBy, inherits })), /partitioned table inherits from no other/);
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
  gives([createSequence(sequence), table], 'INSERT INTO t DEFAULT VALUES RETURNING a', '1');
});

tables('what cannot be set later is refused', () => {
  const set = (options: object): Op => setTableOptions('t', { postgresql: options });
  assert.match(reasonOf(set({ partitionBy: sql`RANGE (a)` })), /cannot become partitioned/);
  assert.match(reasonOf(set({ inherits: [{ name: 'x' }] })), /no option that can be set/);
  assert.equal(texts(set({ with: {} })), []);
  const back = set({ unlogged: false, tablespace: 'pg_default' });
  assert.equal(texts(back), ['ALTER TABLE t SET LOGGED, SET TABLESPACE pg_default']);
  const unlogged = createTable('t', [A], { on: { postgresql: { unlogged: true } } });
  gives([unlogged, back], "SELECT relpersistence FROM pg_class WHERE relname = 't'", 'p');
});

tables('what the server does for partitions alone is refused before anything is done', () => {
  const partitioned = createTable('t', [A], { on: { postgresql: { partitionBy: sql`RANGE (a)` } } });
  const on = { postgresql: { concurrently: true } };
  assert.match(reasonOf(partitioned, createIndex('ix', 't', ['a'], { on })), /can be built concurrently/);
  assert.match(reasonOf(partitioned, dropIndex('ix', 't', { on })), /can be dropped concurrently/);
  assert.match(reasonOf(partitioned, setTableOptions('t', { postgresql: { unlogged: true } })), /only its partitions/);
  gives([partitioned, createIndex('ix', 't', ['a'])], "SELECT relkind FROM pg_class WHERE relname = 'ix'", 'I');
});

tables.run();
