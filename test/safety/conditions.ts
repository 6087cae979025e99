/** What authors ask of the database, put into the chain: where it does not hold, where it does, and where it no longer does. */
import * as m from '../../src/authoring.ts';
import type { AuthoredOp } from '../../src/ops/index.ts';
import type { Cell } from './chain.ts';

/** A table beside the chain, whose one row is what the conditions ask for. */
export const ASKED = 'CREATE TABLE asked (id INTEGER);';
export const ANSWERED = 'INSERT INTO asked VALUES (1);';

interface Condition {
  readonly name: string;
  readonly op: AuthoredOp;
  readonly says: RegExp;
}

export const CONDITIONS: readonly Condition[] = [
  { name: 'requires', op: m.requires('EXISTS (SELECT 1 FROM asked)', 'it is asked'), says: /required: it is asked/ },
  { name: 'expects', op: m.expects('SELECT id FROM asked', 1, 'it is there'), says: /expected 1 row: it is there/ },
  { name: 'an update that counts', op: m.updateRows('asked', { id: 2 }, null, { expect: 1 }), says: /update of asked/ },
  { name: 'a deletion that counts', op: m.deleteRows('asked', null, { expect: { atLeast: 1 } }), says: /delete from asked/ },
  { name: 'an insertion that counts', op: m.insertFrom('asked', ['id'], 'SELECT id FROM asked', { expect: 1 }), says: /insert into asked/ },
];

/** The condition before the last revision's rows, or behind them, by turns. */
export const asking = (index: number): NonNullable<Cell['also']> => [{ revision: 3, after: 1 + (index % 2), ops: [CONDITIONS[index]!.op] }];

const EMPTY = m.expects('SELECT id FROM one', 0, 'one is empty');
const SIX = m.createTable('six', [m.column('id', m.types.integer())]);

/** All of them hold, the first two only as long as the revisions are not applied. */
export const HOLDING: NonNullable<Cell['also']> = [
  { revision: 2, after: 0, ops: [m.requires('NOT EXISTS (SELECT 1 FROM one)', 'one is empty'), EMPTY] },
  {
    revision: 3,
    after: 2,
    ops: [m.updateRows('one', { id: 3 }, m.sql`id = 2`, { expect: 1 }), m.expects('SELECT id FROM one', { atLeast: 1, atMost: 2 }, 'rows are there')],
  },
];

/** Where `six` is made under the first condition it can be dropped; where the column is added under the other it cannot again. */
export const CHOOSING: NonNullable<Cell['also']> = [
  {
    revision: 3,
    after: 0,
    ops: [
      m.onlyIf('1 = 1', [SIX]),
      m.execute('DROP TABLE six'),
      m.onlyIf('1 = 0', [m.addColumn('two', m.column('note', m.types.text()))]),
    ],
  },
];

/** A table with one row, every condition on it, and what those need that are to hold: for scripts that are only read. */
export const ALL_CONDITIONS: readonly AuthoredOp[] = [
  m.createTable('asked', [m.column('id', m.types.integer())]),
  ...CONDITIONS.map(({ op }) => op),
  m.onlyIf('1 = 1', [SIX]),
];
