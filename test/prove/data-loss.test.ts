/** What of the rows does not come back when an op is undone. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import { dataLoss } from '../../src/prove/data-loss.ts';
import { EMPTY_SCHEMA, type SchemaModel } from '../../src/schema/model.ts';
import { isWider } from '../../src/sql/wider.ts';

const { column, types } = m;

const before = [
  m.createTable('t', [
    column('n', types.integer()),
    column('s', types.string(20)),
    column('twice', types.integer(), { generated: m.sql`n * 2` }),
  ]),
  m.createSequence('numbers'),
].reduce<SchemaModel>(evolve, EMPTY_SCHEMA);

const test = suite('data loss');

const LOSES: readonly (readonly [Op, string])[] = [
  [m.dropTable('t'), "the rows of 't'"],
  [m.dropColumn('t', 'n'), "the values of 't.n'"],
  [m.dropSequence('numbers'), "the next number of 'numbers'"],
  [m.alterColumn('t', 'n', { type: types.smallint() }), "values of 't.n' that its new type does not hold"],
  [m.alterColumn('t', 's', { type: types.string(10) }), "values of 't.s' that its new type does not hold"],
  [m.alterColumn('unknown', 'n', { type: types.bigint() }), "values of 'unknown.n' that its new type does not hold"],
  [m.alterColumn('t', 'n', { generated: m.sql`1` }), "the values of 't.n', which are computed from now on"],
];
for (const [op, loss] of LOSES) test(loss, () => assert.is(dataLoss(op, before), loss));

const KEEPS: readonly (readonly [string, Op])[] = [
  ['a wider type', m.alterColumn('t', 'n', { type: types.bigint() })],
  ['a longer text', m.alterColumn('t', 's', { type: types.text() })],
  ['another default', m.alterColumn('t', 'n', { default: 3, nullable: false })],
  ['another expression of what was computed before', m.alterColumn('t', 'twice', { generated: m.sql`n * 3` })],
  ['a new table', m.createTable('u', [column('n', types.integer())])],
  ['an index that goes', m.dropIndex('ix', 't')],
];
for (const [name, op] of KEEPS) test(`none by ${name}`, () => assert.is(dataLoss(op, before), undefined));

test.run();

const wider = suite('a wider type');

wider('holds every value of the other, and no narrower one does', () => {
  const chains = [
    [types.smallint(), types.integer(), types.bigint(), types.numeric(19, 0), types.numeric(24, 4)],
    [types.string(10), types.string(20), types.text()],
    [types.binary(4), types.binary(8), types.binary()],
    [types.float(), types.double()],
    [types.enum('e', ['a']), types.enum('e', ['a', 'b']), types.text()],
  ];
  for (const chain of chains) {
    for (const [index, narrow] of chain.entries()) {
      for (const [other, wide] of chain.entries()) assert.is(isWider(narrow, wide), other >= index, `${JSON.stringify(narrow)} in ${JSON.stringify(wide)}`);
    }
  }
});

wider('keeps whole digits as well as those behind the point', () => {
  assert.not.ok(isWider(types.numeric(10, 0), types.numeric(10, 2)));
  assert.not.ok(isWider(types.numeric(10, 2), types.numeric(12, 1)));
  assert.not.ok(isWider(types.integer(), types.numeric(9, 0)));
  assert.not.ok(isWider(types.timestamp(), types.date()));
});

wider.run();
