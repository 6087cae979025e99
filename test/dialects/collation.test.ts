/** A collation that is given for other databases alone says nothing of this one, in every dialect. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { addColumn, alterColumn, column, createIndex, createTable, types } from '../../src/authoring.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import type { Collation } from '../../src/schema/table.ts';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';
import { namedFor, statementsOf } from '../support/lowered.ts';

const NOTE = createTable('note', [column('text', types.string(20), { default: 'low' })]);

const written = (dialect: DialectName, ...ops: readonly Op[]): readonly string[] =>
  statementsOf(DIALECTS[dialect], ...ops.map((op) => namedFor(op, DIALECTS[dialect])));

const test = suite('a collation for other databases');
for (const dialect of DIALECT_NAMES) {
  const others: Collation = { [dialect === 'mysql' ? 'mssql' : 'mysql']: 'latin1_bin' };
  test(`${dialect}: a new table, a new column and a new index are as without it`, () => {
    const make = (collation: { readonly collation?: Collation }): readonly Op[] => [
      createTable('t', [column('a', types.text(), collation)]),
      addColumn('note', column('a', types.string(9), collation)),
      createIndex('ix', 'note', [{ column: 'text', ...collation }]),
    ];
    const plain = make({}).map((op) => written(dialect, NOTE, op));
    assert.equal(make({ collation: others }).map((op) => written(dialect, NOTE, op)), plain);
  });
  test(`${dialect}: a column changes as without it, and by it alone not at all`, () => {
    assert.equal(written(dialect, NOTE, alterColumn('note', 'text', { collation: others })), []);
    const longer = { type: types.string(30) };
    const both = alterColumn('note', 'text', { ...longer, collation: others });
    assert.equal(written(dialect, NOTE, both), written(dialect, NOTE, alterColumn('note', 'text', longer)));
  });
}
test('what a database has stays where another is given one', () => {
  const collated = (...changes: readonly Collation[]): Collation | undefined => {
    const ops = changes.map((collation) => alterColumn('note', 'text', { collation }));
    return viewOf([NOTE, ...ops].reduce(evolve, EMPTY_SCHEMA)).table({ name: 'note' })?.columns[0]?.collation;
  };
  assert.equal(collated({ mysql: 'ascii_bin' }, { sqlite: 'NOCASE' }), { mysql: 'ascii_bin', sqlite: 'NOCASE' });
  assert.equal(collated('BINARY', { sqlite: 'NOCASE' }), { default: 'BINARY', sqlite: 'NOCASE' });
  assert.equal(collated({ mysql: 'ascii_bin' }, { default: 'BINARY' }), { default: 'BINARY' });
});
test.run();
