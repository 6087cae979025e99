import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addColumn, alterColumn, bulkInsert, column, createEnum, createTable, dropEnum, primaryKey, sql, types,
} from '../../src/authoring.ts';
import type { Op } from '../../src/ops/index.ts';
import { gives, reasonOf, texts } from '../support/postgresql-server.ts';

const columnTypes = suite('postgresql: types of columns');

/** The collation of `note.text`. */
const COLLATION =
  "SELECT attcollation::regcollation FROM pg_attribute WHERE attname = 'text' AND attrelid = 'note'::regclass";

const NOTE = createTable('note', [
  column('id', types.integer(), { nullable: false }),
  column('text', types.string(20), { collation: 'C', default: 'low' }),
  column('rank', types.integer()),
]);

columnTypes('a change of type keeps the collation, which PostgreSQL would take back to that of the type', () => {
  const longer = alterColumn('note', 'text', { type: types.text() });
  assert.equal(texts(NOTE, longer), ['ALTER TABLE note ALTER COLUMN text TYPE TEXT COLLATE "C"']);
  gives([NOTE, longer], COLLATION, '"C"');
  const back = alterColumn('note', 'text', { collation: null });
  assert.equal(texts(NOTE, back), ['ALTER TABLE note ALTER COLUMN text TYPE VARCHAR(20)']);
  gives([NOTE, back], COLLATION, '"default"');
});

columnTypes('a collation needs the type, and a type that has one', () => {
  const unknown = alterColumn('elsewhere', 'a', { collation: 'C' });
  assert.match(reasonOf(unknown), /no op made column 'elsewhere.a', whose type must be known/);
  const said = alterColumn('elsewhere', 'a', { collation: 'C' }, { existing: { type: types.text() } });
  assert.equal(texts(said), ['ALTER TABLE elsewhere ALTER COLUMN a TYPE TEXT COLLATE "C"']);
  const number = alterColumn('note', 'rank', { collation: 'C' });
  assert.match(reasonOf(NOTE, number), /'rank' is of type integer, which has no collation/);
  assert.match(reasonOf(addColumn('note', column('n', types.date(), { collation: 'C' }))), /of type date/);
  assert.equal(texts(addColumn('note', column('n', types.text(), { collation: { mysql: 'utf8mb4_bin' } }))), [
    'ALTER TABLE note ADD COLUMN n TEXT',
  ]);
  assert.equal(texts(NOTE, alterColumn('note', 'text', { collation: { mysql: 'utf8mb4_bin' } })), []);
});

const LEVELS = createEnum({ schema: 'public', name: 'Level' }, ['low', 'high']);
const LEVEL = types.enum('Level', ['low', 'high'], { schema: 'public' });

columnTypes('a text becomes an enum by way of its text, and so does an enum another one; the default follows', () => {
  const change = alterColumn('note', 'text', { type: LEVEL });
  assert.equal(texts(NOTE, LEVELS, change), [
    'ALTER TABLE note ALTER COLUMN text DROP DEFAULT',
    'ALTER TABLE note ALTER COLUMN text TYPE public."Level" USING text::text::public."Level"',
    "ALTER TABLE note ALTER COLUMN text SET DEFAULT 'low'",
  ]);
  const row = bulkInsert('note', [{ id: 1, text: 'high' }]);
  const defaulted = 'INSERT INTO note (id) VALUES (2) RETURNING text, pg_typeof(text)';
  gives([NOTE, LEVELS, row, change], defaulted, 'low\t"Level"');
  const next = createEnum('next', ['low', 'high', 'top']);
  const again = alterColumn('note', 'text', { type: types.enum('next', ['low', 'high', 'top']) });
  gives([NOTE, LEVELS, row, change, next, again], defaulted, 'low\tnext');
  assert.match(
    reasonOf(NOTE, alterColumn('note', 'text', { type: types.enum('next', ['top']) })),
    /default of 'text' does not fit its new type/,
  );
});

columnTypes('a longer list of the same enum is no other type', () => {
  const table = createTable('t', [column('level', LEVEL, { default: 'low' })]);
  const longer = types.enum('Level', ['low', 'high', 'top'], { schema: 'public' });
  assert.equal(texts(table, alterColumn('t', 'level', { type: longer })), [
    'ALTER TABLE t ALTER COLUMN level TYPE public."Level"',
  ]);
});

columnTypes('an enum that becomes a text leaves nothing behind that needs the enum', () => {
  const table = createTable('t', [column('level', LEVEL, { default: 'low' })]);
  const change = alterColumn('t', 'level', { type: types.string(10) });
  assert.equal(texts(table, change), [
    'ALTER TABLE t ALTER COLUMN level DROP DEFAULT',
    'ALTER TABLE t ALTER COLUMN level TYPE VARCHAR(10)',
    "ALTER TABLE t ALTER COLUMN level SET DEFAULT 'low'",
  ]);
  const drop = dropEnum({ schema: 'public', name: 'Level' });
  gives([LEVELS, table, change, drop], 'INSERT INTO t DEFAULT VALUES RETURNING level', 'low');
});

columnTypes("the author's own USING is taken as it is", () => {
  assert.equal(
    texts(NOTE, LEVELS, alterColumn('note', 'text', { type: LEVEL, default: null }, { using: sql`'low'` })),
    [
      'ALTER TABLE note ALTER COLUMN text DROP DEFAULT',
      `ALTER TABLE note ALTER COLUMN text TYPE public."Level" USING 'low'`,
    ],
  );
});

columnTypes.run();

const identity = suite('postgresql: identity');

const SEQUENCE = "WHERE seqrelid = pg_get_serial_sequence('t', 'id')::regclass";

const table = (settings: Parameters<typeof column>[2]): Op =>
  createTable('t', [column('id', types.integer(), settings), column('b', types.integer())]);
const set = (changes: Parameters<typeof alterColumn>[2]): Op => alterColumn('t', 'id', changes);

identity('a new one comes after NOT NULL, and begins behind the numbers that are there', () => {
  const add = set({ identity: { always: true, cache: 2 } });
  assert.equal(texts(table({}), add), [
    'ALTER TABLE t ALTER COLUMN id SET NOT NULL',
    'ALTER TABLE t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (CACHE 2)',
    "SELECT setval(pg_get_serial_sequence('t', 'id'), max(id)) FROM t HAVING max(id) >= 1",
  ]);
  const next = 'INSERT INTO t (b) VALUES (0) RETURNING id';
  gives([table({}), add], next, '42', 'INSERT INTO t (id) VALUES (41), (3)');
  gives([table({}), add], next, '1');
  gives([table({}), set({ identity: { start: 100 } })], next, '100', 'INSERT INTO t (id) VALUES (41)');
  gives([table({}), set({ identity: { increment: -1 } })], next, '-8', 'INSERT INTO t (id) VALUES (5), (-7)');
});

identity('only what differs is set anew, and what is no longer said goes back to what the server does', () => {
  const former = table({
    nullable: false,
    identity: { start: 5, increment: 2, minValue: 3, maxValue: 99, cycle: true, cache: 7 },
  });
  const other = set({ identity: { always: true, increment: 2, start: 5, minValue: 3, cycle: true } });
  assert.equal(texts(former, other), [
    'ALTER TABLE t ALTER COLUMN id SET GENERATED ALWAYS SET NO MAXVALUE SET CACHE 1',
  ]);
  const plain = set({ identity: true });
  assert.equal(texts(former, plain), [
    'ALTER TABLE t ALTER COLUMN id ' +
      'SET START WITH 1 SET INCREMENT BY 1 SET NO MINVALUE SET NO MAXVALUE SET NO CYCLE SET CACHE 1',
  ]);
  gives(
    [former, plain],
    `SELECT seqstart, seqincrement, seqmin, seqmax, seqcycle, seqcache FROM pg_sequence ${SEQUENCE}`,
    '1\t1\t1\t2147483647\tf\t1',
  );
  assert.equal(texts(table({ identity: { increment: 1 } }), plain), []);
});

identity('numbers that turn round need a bound', () => {
  assert.match(reasonOf(table({ identity: true }), set({ identity: { increment: -1 } })), /Say 'maxValue' as well/);
  const turned = set({ identity: { increment: -1, maxValue: 1000 } });
  assert.equal(texts(table({ identity: true }), turned), [
    'ALTER TABLE t ALTER COLUMN id SET START WITH 1000 SET INCREMENT BY -1 SET NO MINVALUE SET MAXVALUE 1000',
  ]);
  gives([table({ identity: true }), turned], `SELECT seqmin FROM pg_sequence ${SEQUENCE}`, '-2147483648');
});

identity('without it a column takes NULL again where it was made so', () => {
  const drop = set({ identity: null });
  assert.equal(texts(table({ identity: true }), drop), [
    'ALTER TABLE t ALTER COLUMN id DROP IDENTITY',
    'ALTER TABLE t ALTER COLUMN id DROP NOT NULL',
  ]);
  gives([table({ identity: true }), drop], 'INSERT INTO t (b) VALUES (1) RETURNING id', 'NULL');
  const filled = table({ identity: true, nullable: false });
  assert.equal(texts(filled, drop), ['ALTER TABLE t ALTER COLUMN id DROP IDENTITY']);
  const key = createTable('t', [column('id', types.integer(), { identity: true }), primaryKey(['id'])]);
  assert.equal(texts(key, drop), ['ALTER TABLE t ALTER COLUMN id DROP IDENTITY']);
  const numbered = set({ identity: null, default: 7 });
  assert.equal(texts(filled, numbered), [
    'ALTER TABLE t ALTER COLUMN id DROP IDENTITY',
    'ALTER TABLE t ALTER COLUMN id SET DEFAULT 7',
  ]);
});

identity('what cannot be numbered is refused', () => {
  const defaulted = table({ default: 1 });
  assert.match(reasonOf(defaulted, set({ identity: true })), /column 'id' has a default \| Add 'default: null'/);
  assert.match(reasonOf(table({}), set({ identity: true, nullable: true })), /holds no NULL/);
  assert.match(reasonOf(NOTE, alterColumn('note', 'text', { identity: true, default: null })), /of type string/);
  assert.match(reasonOf(set({ identity: true })), /whether it has an identity already is not known/);
  const existing = { identity: null, nullable: false, default: null };
  assert.is(texts(alterColumn('t', 'id', { identity: true }, { existing })).length, 2);
});

identity('a serial column gives up its sequence, which would be taken for that of the identity', () => {
  const serial = createTable('T', [column('Id', types.native('serial')), column('b', types.integer())]);
  const change = alterColumn('T', 'Id', { type: types.integer(), default: null, identity: true });
  const block = [
    'DO $migsql$',
    'DECLARE',
    `  serial text := pg_get_serial_sequence('"T"', 'Id');`,
    'BEGIN',
    '  IF serial IS NOT NULL THEN',
    "    EXECUTE 'DROP SEQUENCE ' || serial;",
    '  END IF;',
    'END',
    '$migsql$',
  ];
  assert.equal(texts(serial, change), [
    'ALTER TABLE "T" ALTER COLUMN "Id" DROP DEFAULT',
    'ALTER TABLE "T" ALTER COLUMN "Id" TYPE INTEGER',
    'ALTER TABLE "T" ALTER COLUMN "Id" SET NOT NULL',
    block.join('\n'),
    'ALTER TABLE "T" ALTER COLUMN "Id" ADD GENERATED BY DEFAULT AS IDENTITY',
    `SELECT setval(pg_get_serial_sequence('"T"', 'Id'), max("Id")) FROM "T" HAVING max("Id") >= 1`,
  ]);
  const rows = 'INSERT INTO "T" (b) VALUES (1), (2), (3)';
  gives([serial, change], 'INSERT INTO "T" (b) VALUES (0) RETURNING "Id"', '4', rows);
  gives([serial, change], "SELECT count(*) FROM pg_class WHERE relkind = 'S'", '1', rows);
  const forgotten = alterColumn('T', 'Id', { type: types.integer(), identity: true });
  assert.match(reasonOf(serial, forgotten), /'Id' may have a default \| Add 'default: null'/);
  const unknown = alterColumn('t', 'id', { default: null, identity: true }, { existing: { identity: null } });
  assert.ok(texts(unknown).some((each) => each.includes('DROP SEQUENCE')));
});

identity('the default goes first', () => {
  const change = set({ default: null, identity: true });
  assert.equal(texts(table({ default: 1, nullable: false }), change).slice(0, 2), [
    'ALTER TABLE t ALTER COLUMN id DROP DEFAULT',
    'ALTER TABLE t ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY',
  ]);
  gives([table({ default: 1 }), change], 'INSERT INTO t (b) VALUES (1) RETURNING id', '1');
});

identity.run();
