import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addColumn, alterColumn, bulkInsert, check, column, createEnum, createTable, exclude, index, name,
  primaryKey, references, sql, types, unique,
} from '../../src/authoring.ts';
import type { Dialect } from '../../src/dialects/dialect.ts';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import type { Op } from '../../src/ops/index.ts';
import type { Constraint } from '../../src/schema/constraint.ts';
import { namedFor, refusalOf, statementsOf } from '../support/lowered.ts';
import { hasPostgresql, rowsAfter } from '../support/postgresql-server.ts';

const PG17: Dialect = { ...postgresql, server: [17] };
const PG18: Dialect = { ...postgresql, server: [18] };

const named = (ops: readonly Op[]): readonly Op[] => ops.map((op) => namedFor(op, postgresql));
const texts = (...ops: readonly Op[]): readonly string[] => statementsOf(postgresql, ...named(ops));

function reasonOf(...ops: readonly Op[]): string {
  const { message, hint } = refusalOf(postgresql, ...named(ops));
  return `${message} | ${hint}`;
}

/** Told by the server after the ops, `between` before the last of them. */
function gives(ops: readonly Op[], query: string, expected: string, between = ''): void {
  if (hasPostgresql) assert.equal(rowsAfter(postgresql, ops, query, between), [expected]);
}

const columnTypes = suite('postgresql: types of columns');

const NOTE = createTable('note', [
  column('id', types.integer(), { nullable: false }),
  column('text', types.string(20), { collation: 'C', default: 'low' }),
  column('rank', types.integer()),
]);

columnTypes('a change of type keeps the collation, which PostgreSQL would take back to that of the type', () => {
  const longer = alterColumn('note', 'text', { type: types.text() });
  assert.equal(texts(NOTE, longer), ['ALTER TABLE note ALTER COLUMN text TYPE TEXT COLLATE "C"']);
  gives([NOTE, longer], "SELECT attcollation::regcollation FROM pg_attribute WHERE attname = 'text' AND attrelid = 'note'::regclass", '"C"');
  const back = alterColumn('note', 'text', { collation: null });
  assert.equal(texts(NOTE, back), ['ALTER TABLE note ALTER COLUMN text TYPE VARCHAR(20)']);
  gives([NOTE, back], "SELECT attcollation::regcollation FROM pg_attribute WHERE attname = 'text' AND attrelid = 'note'::regclass", '"default"');
});

columnTypes('a collation needs the type, and a type that has one', () => {
  assert.match(reasonOf(alterColumn('elsewhere', 'a', { collation: 'C' })), /no op made column 'elsewhere.a', whose type must be known/);
  const said = alterColumn('elsewhere', 'a', { collation: 'C' }, { existing: { type: types.text() } });
  assert.equal(texts(said), ['ALTER TABLE elsewhere ALTER COLUMN a TYPE TEXT COLLATE "C"']);
  assert.match(reasonOf(NOTE, alterColumn('note', 'rank', { collation: 'C' })), /'rank' is of type integer, which has no collation/);
  assert.match(reasonOf(addColumn('note', column('n', types.date(), { collation: 'C' }))), /of type date/);
  assert.equal(texts(addColumn('note', column('n', types.text(), { collation: { mysql: 'utf8mb4_bin' } }))), [
    'ALTER TABLE note ADD COLUMN n TEXT',
  ]);
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
  const former = table({ identity: { start: 5, increment: 2, minValue: 3, maxValue: 99, cycle: true, cache: 7 }, nullable: false });
  assert.equal(texts(former, set({ identity: { always: true, increment: 2, start: 5, minValue: 3, cycle: true } })), [
    'ALTER TABLE t ALTER COLUMN id SET GENERATED ALWAYS SET NO MAXVALUE SET CACHE 1',
  ]);
  const plain = set({ identity: true });
  assert.equal(texts(former, plain), [
    'ALTER TABLE t ALTER COLUMN id SET START WITH 1 SET INCREMENT BY 1 SET NO MINVALUE SET NO MAXVALUE SET NO CYCLE SET CACHE 1',
  ]);
  gives(
    [former, plain],
    "SELECT seqstart, seqincrement, seqmin, seqmax, seqcycle, seqcache FROM pg_sequence WHERE seqrelid = pg_get_serial_sequence('t', 'id')::regclass",
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
  gives([table({ identity: true }), turned], "SELECT seqmin FROM pg_sequence WHERE seqrelid = pg_get_serial_sequence('t', 'id')::regclass", '-2147483648');
});

identity('without it a column takes NULL again where it was made so', () => {
  const drop = set({ identity: null });
  assert.equal(texts(table({ identity: true }), drop), [
    'ALTER TABLE t ALTER COLUMN id DROP IDENTITY',
    'ALTER TABLE t ALTER COLUMN id DROP NOT NULL',
  ]);
  gives([table({ identity: true }), drop], 'INSERT INTO t (b) VALUES (1) RETURNING id', 'NULL');
  assert.equal(texts(table({ identity: true, nullable: false }), drop), ['ALTER TABLE t ALTER COLUMN id DROP IDENTITY']);
  const key = createTable('t', [column('id', types.integer(), { identity: true }), primaryKey(['id'])]);
  assert.equal(texts(key, drop), ['ALTER TABLE t ALTER COLUMN id DROP IDENTITY']);
  const numbered = set({ identity: null, default: 7 });
  assert.equal(texts(table({ identity: true, nullable: false }), numbered), [
    'ALTER TABLE t ALTER COLUMN id DROP IDENTITY',
    'ALTER TABLE t ALTER COLUMN id SET DEFAULT 7',
  ]);
});

identity('what cannot be numbered is refused', () => {
  assert.match(reasonOf(table({ default: 1 }), set({ identity: true })), /column 'id' has a default \| Add 'default: null'/);
  assert.match(reasonOf(table({}), set({ identity: true, nullable: true })), /holds no NULL/);
  assert.match(reasonOf(NOTE, alterColumn('note', 'text', { identity: true, default: null })), /of type string/);
  assert.match(reasonOf(set({ identity: true })), /whether it has an identity already is not known/);
  const unknown = alterColumn('t', 'id', { identity: true }, { existing: { identity: null, nullable: false, default: null } });
  assert.equal(texts(unknown).length, 2);
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

const generated = suite('postgresql: generated columns');

const PRICES = createTable('price', [
  column('net', types.integer(), { nullable: false }),
  column('gross', types.integer(), { comment: 'with tax' }),
  column('rounded', types.integer(), { generated: sql`${name('net')} / 10` }),
]);
const ROW = 'INSERT INTO price (net, gross) VALUES (100, 1)';

generated('a plain column is dropped and added again, with its comment and its new name', () => {
  const change = alterColumn('price', 'gross', { name: 'Total', generated: sql`${name('net')} * 2`, nullable: false });
  assert.equal(texts(PRICES, change), [
    'ALTER TABLE price DROP COLUMN gross, ADD COLUMN "Total" INTEGER GENERATED ALWAYS AS (net * 2) STORED NOT NULL',
    `COMMENT ON COLUMN price."Total" IS 'with tax'`,
  ]);
  gives([PRICES, change], `SELECT "Total", col_description('price'::regclass, 4) FROM price`, '200\twith tax', ROW);
});

generated('an expression is changed in place from version 17 on', () => {
  const change = alterColumn('price', 'rounded', { generated: sql`${name('net')} / 5` });
  assert.equal(statementsOf(PG17, PRICES, change), ['ALTER TABLE price ALTER COLUMN rounded SET EXPRESSION AS (net / 5)']);
  gives([PRICES, change], 'SELECT rounded FROM price', '20', ROW);
  const plain = alterColumn('price', 'gross', { generated: sql`1` });
  assert.match(statementsOf(PG17, PRICES, plain)[0] ?? '', /DROP COLUMN gross, ADD COLUMN gross/);
});

generated('what rests on the column, or gives it its value, keeps it from being made anew', () => {
  const change = alterColumn('price', 'gross', { generated: sql`1` });
  const other = createTable('price', [column('gross', types.integer(), { unique: true })]);
  const defaulted = createTable('price', [column('gross', types.integer(), { default: 1 })]);
  assert.match(reasonOf(other, change), /constraints, indexes or columns rest on it/);
  assert.match(reasonOf(defaulted, change), /has a value already \| Add 'default: null'/);
  assert.match(reasonOf(change), /no op made column 'price.gross'/);
});

generated('virtual columns came with version 18, and have no values to keep', () => {
  const virtual = column('v', types.integer(), { generated: { expression: sql`1`, stored: false } });
  assert.match(reasonOf(addColumn('price', virtual)), /came with PostgreSQL 18, and the script must run on 13/);
  assert.equal(statementsOf(PG18, addColumn('price', virtual)), [
    'ALTER TABLE price ADD COLUMN v INTEGER GENERATED ALWAYS AS (1) VIRTUAL',
  ]);
  const drop = alterColumn('price', 'v', { generated: null });
  assert.match(refusalOf(PG18, createTable('price', [virtual]), drop).message, /'v' is virtual/);
});

generated.run();

const added = suite('postgresql: columns that come with more');

const OWNER = column('owner', types.integer(), {
  unique: true,
  check: sql`${name('owner')} > 0`,
  references: references('person', 'id', { onDelete: 'cascade', deferrable: true, initially: 'deferred' }),
  index: true,
  comment: 'whose it is',
});
const TABLES: readonly Op[] = [
  createTable('person', [column('id', types.integer(), { primaryKey: true })]),
  createTable('thing', [column('a', types.integer())]),
];

added('IF NOT EXISTS takes the constraints into the column, so that it passes over them as well', () => {
  const add = addColumn('thing', OWNER, { ifNotExists: true });
  assert.equal(texts(add), [
    'ALTER TABLE thing ADD COLUMN IF NOT EXISTS owner INTEGER CONSTRAINT uq_thing_owner UNIQUE ' +
      'CONSTRAINT fk_thing_owner_person REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED ' +
      'CONSTRAINT ck_thing_owner CHECK (owner > 0)',
    'CREATE INDEX IF NOT EXISTS ix_thing_owner ON thing (owner)',
    "COMMENT ON COLUMN thing.owner IS 'whose it is'",
  ]);
  const twice = `${texts(add).join(';\n')}`;
  gives([...TABLES, add], "SELECT count(*) FROM pg_constraint WHERE conrelid = 'thing'::regclass", '3', twice);
  const key = addColumn('thing', column('Id (id)', types.bigint(), { primaryKey: true, identity: true }), { ifNotExists: true });
  assert.equal(texts(key), [
    'ALTER TABLE thing ADD COLUMN IF NOT EXISTS "Id (id)" BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL CONSTRAINT pk_thing PRIMARY KEY',
  ]);
  gives([...TABLES, key], "SELECT count(*) FROM pg_class WHERE relname LIKE 'thing\\_%seq%'", '1', texts(key).join(';\n'));
});

added('a column that an op made already stays as it is', () => {
  const add = addColumn('thing', OWNER, { ifNotExists: true });
  assert.is(texts(...TABLES, addColumn('thing', OWNER), add).length, 1);
});

added('what a column cannot hold cannot be added on a condition', () => {
  const withConstraint = (constraint: Constraint): Op =>
    addColumn('thing', { ...column('b', types.integer()), extras: { constraints: [constraint], indexes: [] } }, { ifNotExists: true });
  assert.match(reasonOf(withConstraint(exclude([{ column: 'b', operator: '=' }]))), /an exclusion constraint stands in no column/);
  assert.match(reasonOf(withConstraint(check(sql`b > 0`, { notValid: true }))), /has no NOT VALID/);
  assert.match(reasonOf(withConstraint(unique(['a', 'b']))), /has other columns/);
  assert.match(reasonOf(withConstraint(unique(['b'], { on: { postgresql: { include: ['a'] } } }))), /includes no others/);
});

added('constraints come in the statement of the column, NOT VALID among them', () => {
  const reference = references('person', 'id', { name: 'fk', notValid: true });
  assert.equal(texts(addColumn('thing', column('b', types.integer(), { default: 1, references: reference }))), [
    'ALTER TABLE thing ADD COLUMN b INTEGER DEFAULT 1, ADD CONSTRAINT fk FOREIGN KEY (b) REFERENCES person (id) NOT VALID',
  ]);
});

added('a unique index of a new column can be built without blocking', () => {
  const indexed = { ...column('b', types.integer()), extras: { constraints: [], indexes: [index(['b'], { on: { postgresql: { concurrently: true } } })] } };
  assert.equal(texts(addColumn('thing', indexed)), [
    'ALTER TABLE thing ADD COLUMN b INTEGER',
    'CREATE INDEX CONCURRENTLY ix_thing_b ON thing (b)',
  ]);
});

added.run();
