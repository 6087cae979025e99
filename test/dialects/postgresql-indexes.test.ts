import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addConstraint, column, createIndex, createTable, desc, dropConstraint, dropIndex, exclude, foreignKey, name,
  renameIndex, sql, types, unique,
} from '../../src/authoring.ts';
import type { Lowered } from '../../src/dialects/dialect.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import type { IndexKeyRef } from '../../src/ops/builders.ts';
import type { Op } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import { statementsOf } from '../support/lowered.ts';
import { POSTGRESQL_15, fails, gives, reasonOf, texts, writes } from '../support/postgresql-server.ts';

/** In a schema that nothing is known of. */
function lowered(op: Op): readonly Lowered[] {
  const found = lowerOp(op, postgresql, viewOf(EMPTY_SCHEMA));
  if ('code' in found) throw new Error(found.message);
  return found;
}

const A = column('a', types.integer());
const T = createTable('t', [A, column('b', types.text())]);

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
  assert.equal(statementsOf(POSTGRESQL_15, whole), [sqlOf('s')]);
  writes([...texts(T), sqlOf('public')], '');
});

indexes('NULLS NOT DISTINCT holds from version 15 on', () => {
  const two = 'INSERT INTO t (b) VALUES (NULL), (NULL)';
  const constraint = unique(['b'], { name: 'uq', nullsNotDistinct: true, on: { postgresql: { include: ['a'] } } });
  const [added] = statementsOf(POSTGRESQL_15, addConstraint('t', constraint));
  assert.is(added, 'ALTER TABLE t ADD CONSTRAINT uq UNIQUE NULLS NOT DISTINCT (b) INCLUDE (a)');
  fails([...texts(T), added ?? '', two], /duplicate key value violates unique constraint "uq"/);
  const index = createIndex('ux', 't', ['b'], { unique: true, nullsNotDistinct: true });
  const [created] = statementsOf(POSTGRESQL_15, index);
  assert.is(created, 'CREATE UNIQUE INDEX ux ON t (b) NULLS NOT DISTINCT');
  fails([...texts(T), created ?? '', two], /duplicate key value violates unique constraint "ux"/);
});

indexes('a method that cannot do what is asked is refused', () => {
  const of = (using: string, settings: object, key: IndexKeyRef = 'a'): Op =>
    createIndex('ix', 't', [key], { ...settings, on: { postgresql: { using } } });
  assert.match(reasonOf(of('hash', { unique: true })), /method hash cannot be unique/);
  assert.match(reasonOf(of('gin', {}, desc('a'))), /method gin cannot have an order/);
  assert.match(reasonOf(of('gin', { include: ['b'] })), /method gin cannot include columns/);
  assert.match(reasonOf(of('spgist', { include: ['b'] })), /came with PostgreSQL 14/);
  assert.equal(texts(of('gist', { include: ['b'] })), ['CREATE INDEX ix ON t USING gist (a) INCLUDE (b)']);
});

indexes('what a build that failed left behind is no index, whatever IF NOT EXISTS says', () => {
  const on = { postgresql: { concurrently: true } };
  const [create, checked] = lowered(createIndex("it's", 't', ['a'], { ifNotExists: true, on }));
  assert.is(create?.sql, `CREATE INDEX CONCURRENTLY IF NOT EXISTS "it's" ON t (a)`);
  assert.equal([create?.transactional, checked?.transactional, checked?.compound], [false, false, true]);
  const statements = [...texts(T), `CREATE INDEX "it's" ON t (a)`];
  writes([...statements, checked?.sql ?? ''], '');
  const spoilt = `UPDATE pg_index SET indisvalid = false WHERE indexrelid = '"it''s"'::regclass`;
  fails([...statements, spoilt, checked?.sql ?? ''], /index "it's" is left from a build that failed: drop it/);
});

indexes('names in other schemas follow their table', () => {
  assert.equal(texts(renameIndex('a', { schema: 'S', name: 't' }, 'B')), ['ALTER INDEX "S".a RENAME TO "B"']);
  const on = { postgresql: { concurrently: true } };
  const drop = dropIndex('i', { schema: 'S', name: 't' }, { ifExists: true, on });
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
    'EXCLUDE USING gist ("Span" range_ops WITH &&, (int4range(a, NULL)) WITH =) WHERE (a > 0) ' +
    'DEFERRABLE INITIALLY DEFERRED';
  assert.equal(texts(addConstraint('t', constraint)), [`ALTER TABLE t ADD CONSTRAINT ex ${text}`]);
  const query = "SELECT contype, condeferred FROM pg_constraint WHERE conname = 'ex'";
  gives([table, addConstraint('t', constraint)], query, 'x\tt');
});

indexes('deferrable, and not', () => {
  const reference = foreignKey(['a'], 'p', ['id'], { name: 'fk', match: 'full', deferrable: true, notValid: true });
  assert.equal(texts(addConstraint('t', reference)), [
    'ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id) MATCH FULL DEFERRABLE NOT VALID',
  ]);
  assert.equal(texts(addConstraint('t', unique(['a'], { name: 'uq', deferrable: false }))), [
    'ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a) NOT DEFERRABLE',
  ]);
  const constraint = unique(['a'], { name: 'uq', on: { postgresql: { include: ['b'] } }, deferrable: true });
  const query = "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'uq'";
  gives([T, addConstraint('t', constraint)], query, 'UNIQUE (a) INCLUDE (b) DEFERRABLE');
  assert.equal(texts(dropConstraint('t', 'Uq', 'unique', { ifExists: true, cascade: true })), [
    'ALTER TABLE t DROP CONSTRAINT IF EXISTS "Uq" CASCADE',
  ]);
});

indexes.run();
