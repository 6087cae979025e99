/** A schema as a TypeScript module of its definitions. */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { definitionsOf, definitionsSource } from '../../src/ops/definitions.ts';
import { evolve } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, type SchemaModel } from '../../src/schema/model.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { SETUP_SCHEMA } from '../dialects/cases.ts';
import { matchSnapshot } from '../support/golden.ts';
import { namedFor } from '../support/lowered.ts';
import { validSequences } from '../support/random-migrations.ts';
import { tries } from '../support/scale.ts';
import { shopAt } from '../support/shop.ts';
import { typeErrors } from '../support/type-errors.ts';
import { unordered } from '../support/unordered.ts';

const { check, column, createTable, createTrigger, foreignKey, sql, types } = m;
const schemaOf = (...ops: Parameters<typeof evolve>[1][]): SchemaModel => ops.reduce(evolve, EMPTY_SCHEMA);

/** What no random chain makes. */
const MORE = schemaOf(
  m.createSchema('sales'),
  createTable({ schema: 'sales', name: 'b' }, [column('a', types.integer()), foreignKey(['a'], { schema: 'sales', name: 'a' }, ['b'], { name: 'fk_b' })]),
  createTable({ schema: 'sales', name: 'a' }, [column('b', types.integer()), foreignKey(['b'], { schema: 'sales', name: 'b' }, ['a'], { name: 'fk_a' })]),
  m.addConstraint({ schema: 'sales', name: 'a' }, check(sql`b > 0`, { name: 'ck_a', notValid: true })),
  m.createFunction('twice', '(n integer) RETURNS integer\nAS $$ SELECT 2 * n $$ LANGUAGE sql', { signature: 'integer' }),
  m.createProcedure('purge', "() LANGUAGE sql AS 'DELETE FROM t'"),
  createTrigger('tr_a', { schema: 'sales', name: 'a' }, 'BEFORE INSERT ON sales.a EXECUTE FUNCTION f()'),
  m.createView('v', 'SELECT 1', { columns: ['one'], materialized: true }),
);

const test = suite('definitionsOf');

test('they make the schema that they are of', () => {
  const same = (model: SchemaModel): void => assert.equal(unordered(schemaOf(...definitionsOf(model))), unordered(model));
  same(SETUP_SCHEMA);
  same(MORE);
  const changes = validSequences('postgresql', 40, (op) => namedFor(op, DIALECTS.postgresql));
  fc.assert(fc.property(changes, (ops) => same(schemaOf(...ops))), tries(50));
});

test('equal schemas are equal text, however they came about', () => {
  const [a, b] = ['a', 'b'].map((name) => createTable(name, [column('id', types.integer())]));
  assert.is(definitionsSource(schemaOf(a!, b!)), definitionsSource(schemaOf(b!, a!)));
});

test('the example as a module, of right types', async () => {
  const files = {
    'shop.ts': definitionsSource(await shopAt('heads')),
    'setup.ts': definitionsSource(SETUP_SCHEMA),
    'more.ts': definitionsSource(MORE),
    'empty.ts': definitionsSource(EMPTY_SCHEMA),
  };
  assert.is(typeErrors(files), '');
  assert.is(files['empty.ts'], 'export default [];\n');
  matchSnapshot('schema/shop.ts', files['shop.ts']);
});

test.run();
