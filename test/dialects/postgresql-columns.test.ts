import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addColumn, alterColumn, check, column, createTable, dropColumn, exclude, index, name, references, sql, types, unique,
} from '../../src/authoring.ts';
import type { Dialect } from '../../src/dialects/dialect.ts';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import type { Op } from '../../src/ops/index.ts';
import type { Constraint } from '../../src/schema/constraint.ts';
import { refusalOf, statementsOf } from '../support/lowered.ts';
import { gives, reasonOf, texts } from '../support/postgresql-server.ts';

const PG17: Dialect = { ...postgresql, server: [17] };
const PG18: Dialect = { ...postgresql, server: [18] };

const generated = suite('postgresql: generated columns');

const ROUNDED = column('rounded', types.integer(), { generated: sql`${name('net')} / 10` });
const PRICES = createTable('price', [
  column('net', types.integer(), { nullable: false }),
  column('gross', types.integer(), { comment: 'with tax' }),
  ROUNDED,
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
  assert.equal(statementsOf(PG17, PRICES, change), [
    'ALTER TABLE price ALTER COLUMN rounded SET EXPRESSION AS (net / 5)',
  ]);
  gives([PRICES, change], 'SELECT rounded FROM price', '20', ROW);
  const typed = alterColumn('price', 'rounded', { type: types.text(), generated: sql`'x'` });
  assert.match(statementsOf(PG17, PRICES, typed)[0] ?? '', /DROP COLUMN rounded, ADD COLUMN rounded TEXT/);
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

generated('a column goes together with what is computed from it, and both come back', () => {
  const drop = dropColumn('price', 'net');
  assert.equal(texts(PRICES, drop), ['ALTER TABLE price DROP COLUMN rounded, DROP COLUMN net']);
  gives(
    [PRICES, drop, addColumn('price', column('net', types.integer())), addColumn('price', ROUNDED)],
    "SELECT string_agg(attname, ',' ORDER BY attnum) FROM pg_attribute WHERE attrelid = 'price'::regclass AND attnum > 0 AND NOT attisdropped",
    'gross,net,rounded',
  );
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
  const twice = texts(add).join(';\n');
  gives([...TABLES, add], "SELECT count(*) FROM pg_constraint WHERE conrelid = 'thing'::regclass", '3', twice);
  const id = column('Id (id)', types.bigint(), { primaryKey: true, identity: true });
  const key = addColumn('thing', id, { ifNotExists: true });
  assert.equal(texts(key), [
    'ALTER TABLE thing ADD COLUMN IF NOT EXISTS "Id (id)" BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL ' +
      'CONSTRAINT pk_thing PRIMARY KEY',
  ]);
  const sequences = "SELECT count(*) FROM pg_class WHERE relname LIKE 'thing\\_%seq%'";
  gives([...TABLES, key], sequences, '1', texts(key).join(';\n'));
});

added('a column that an op made already stays as it is', () => {
  const add = addColumn('thing', OWNER, { ifNotExists: true });
  assert.is(texts(...TABLES, addColumn('thing', OWNER), add).length, 1);
});

added('what a column cannot hold cannot be added on a condition', () => {
  const withConstraint = (constraint: Constraint): Op => {
    const extras = { constraints: [constraint], indexes: [] };
    return addColumn('thing', { ...column('b', types.integer()), extras }, { ifNotExists: true });
  };
  const exclusion = exclude([{ column: 'b', operator: '=' }]);
  const including = unique(['b'], { on: { postgresql: { include: ['a'] } } });
  assert.match(reasonOf(withConstraint(exclusion)), /an exclusion constraint stands in no column/);
  assert.match(reasonOf(withConstraint(check(sql`b > 0`, { notValid: true }))), /has no NOT VALID/);
  assert.match(reasonOf(withConstraint(unique(['a', 'b']))), /has other columns/);
  assert.match(reasonOf(withConstraint(including)), /includes no others/);
});

added('constraints come in the statement of the column, NOT VALID among them', () => {
  const reference = references('person', 'id', { name: 'fk', notValid: true });
  assert.equal(texts(addColumn('thing', column('b', types.integer(), { default: 1, references: reference }))), [
    'ALTER TABLE thing ADD COLUMN b INTEGER DEFAULT 1, ' +
      'ADD CONSTRAINT fk FOREIGN KEY (b) REFERENCES person (id) NOT VALID',
  ]);
});

added('an index of a new column can be built without blocking', () => {
  const indexes = [index(['b'], { on: { postgresql: { concurrently: true } } })];
  const indexed = { ...column('b', types.integer()), extras: { constraints: [], indexes } };
  assert.equal(texts(addColumn('thing', indexed)), [
    'ALTER TABLE thing ADD COLUMN b INTEGER',
    'CREATE INDEX CONCURRENTLY ix_thing_b ON thing (b)',
  ]);
});

added.run();
