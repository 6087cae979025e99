/** A schema as JSON. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import { schemaData } from '../../src/schema/data.ts';
import { EMPTY_SCHEMA } from '../../src/schema/model.ts';
import { matchSnapshot } from '../support/golden.ts';
import { shopAt } from '../support/shop.ts';

const { column, createTable, types } = m;
const dataOf = (...ops: readonly Op[]): ReturnType<typeof schemaData> => schemaData(ops.reduce(evolve, EMPTY_SCHEMA));

const test = suite('schemaData');

test('the example as docs/formats.md describes it', async () => {
  const data = schemaData(await shopAt('heads'));
  assert.equal(Object.keys(data), ['grants', 'objects', 'tables', 'unread']);
  matchSnapshot('schema/shop.json', `${JSON.stringify(data, null, 2)}\n`);
});

test('the order in which things were made is not seen, and that of columns is', () => {
  const [a, b] = [createTable('a', [column('x', types.text())]), createTable('b', [column('x', types.text()), column('y', types.text())])];
  const unique = (name: string): Op => m.addConstraint('b', m.unique(['x'], { name }));
  const index = (name: string): Op => m.createIndex(name, 'b', ['y']);
  const [one, other] = [m.createEnum('e', ['1']), m.createSequence('e')];
  assert.equal(
    JSON.stringify(dataOf(a, b, unique('u1'), unique('u2'), index('i1'), index('i2'), one, other)),
    JSON.stringify(dataOf(other, one, b, index('i2'), unique('u2'), unique('u1'), index('i1'), a)),
  );
  assert.equal(dataOf(b).tables[0]?.columns.map(({ name }) => name), ['x', 'y']);
  const turned = createTable('b', [column('y', types.text()), column('x', types.text())]);
  assert.not.equal(JSON.stringify(dataOf(turned)), JSON.stringify(dataOf(b)));
});

test("what a project's own op made has its kind and its names", () => {
  const createPolicy = m.defineOp('createPolicy', {
    shape: { policy: m.shape.name(), table: m.shape.table() },
    describe: ({ policy }) => `create policy ${policy}`,
    lower: { default: () => m.sql`SELECT 1` },
    evolve: ({ policy, table }) => m.makes('policy', policy, table),
  });
  assert.equal(dataOf(createPolicy({ policy: 'p', table: 't' })).objects, [{ kind: 'custom', name: { name: 'p' }, table: 't', type: 'policy' }]);
});

test.run();
