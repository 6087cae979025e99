/**
 * What an idempotent script would change twice, where an error has left a revision there in part, is refused with its place;
 * what stops at something that is there already is not, as the cells of each engine show.
 */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { MigsqlError } from '../../src/errors.ts';
import type { AuthoredOp } from '../../src/ops/index.ts';
import type { TransactionMode } from '../../src/plan/index.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { scriptOf } from './matrix.ts';

const ROWS = m.bulkInsert('one', [{ id: 7 }]);
const UPDATE = m.updateRows('one', { id: 8 }, m.sql`id = 7`);
const TABLE = m.createTable('six', [m.column('id', m.types.integer())]);
const COLUMN = m.addColumn('one', m.column('more', m.types.integer()));
const MAYBE = m.createTable('six', [m.column('id', m.types.integer())], { ifNotExists: true });
const NAMELESS = m.execute('ALTER TABLE one ADD CHECK (id > 0)');
const OUTSIDE = m.createIndex('ix_six', 'one', ['id'], { on: { postgresql: { concurrently: true } } });

/** Before the last revision's own statements, the first of which fails where it is there already. */
const refusalOf = (engine: DialectName, transaction: TransactionMode, ops: readonly AuthoredOp[]): string => {
  try {
    scriptOf({ engine, transaction, also: [{ revision: 3, after: 0, ops }] }, { form: 'idempotent' });
  } catch (error) {
    if (error instanceof MigsqlError && error.code === 'refused-form') return error.message;
    throw error;
  }
  return '';
};

const REFUSED = /^migrations\/3\.ts.*no idempotent script: these rows are committed before the rest of their revision/;

const test = suite('rows that would be changed twice');

test('rows before what commits by itself', () => {
  for (const engine of ['mysql', 'mariadb', 'oracle'] as const) {
    for (const ops of [[ROWS], [MAYBE, ROWS], [NAMELESS, UPDATE], [m.execute('CALL p()')]]) {
      assert.match(refusalOf(engine, 'script', ops), REFUSED, engine);
      assert.match(refusalOf(engine, 'script', ops), /into a revision of their own, or say '--resumable'/);
    }
    for (const ops of [[TABLE, ROWS], [COLUMN, UPDATE], [m.deleteRows('one', m.sql`id = 7`)], [m.requires('1 = 1', 'it is')]]) {
      assert.is(refusalOf(engine, 'script', ops), '', engine);
    }
  }
});

test('rows before what must stand outside a transaction', () => {
  assert.match(refusalOf('postgresql', 'script', [ROWS, OUTSIDE]), REFUSED);
  assert.is(refusalOf('postgresql', 'script', [ROWS, TABLE, OUTSIDE]), '');
  assert.is(refusalOf('postgresql', 'script', [OUTSIDE, ROWS]), '');
});

test('rows that are a transaction for themselves', () => {
  for (const engine of ['postgresql', 'mssql', 'mariadb'] as const) {
    assert.match(refusalOf(engine, 'none', [ROWS]), REFUSED, engine);
    assert.match(refusalOf(engine, 'none', [ROWS]), /Leave out '--transaction none'/);
    assert.is(refusalOf(engine, 'none', [TABLE, ROWS]), '', engine);
  }
  for (const mode of ['script', 'revision'] as const) assert.is(refusalOf('postgresql', mode, [ROWS]), '');
});

test('other forms', () => {
  for (const form of ['plain', 'resumable'] as const) {
    assert.ok(scriptOf({ engine: 'mariadb', transaction: 'script', also: [{ revision: 3, after: 0, ops: [ROWS] }] }, { form }));
  }
});
test.run();
