/** A trigger follows its table to the new name, in whatever words it says where it is. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { writeFragment } from '../../src/dialects/write.ts';
import { evolve } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, type SchemaModel, triggersOn } from '../../src/schema/model.ts';
import type { Fragment } from '../../src/sql/fragment.ts';

function renamed(definition: Fragment): string | undefined {
  const ops = [m.createTable('t', [m.column('n', m.types.integer())]), m.createTrigger('tr', 't', definition), m.renameTable('t', 'u')];
  const model = ops.reduce<SchemaModel>(evolve, EMPTY_SCHEMA);
  const [trigger] = triggersOn(model, { name: 'u' });
  return trigger && writeFragment(DIALECTS.sqlite, trigger.definition);
}

const test = suite('renameTable');

test('takes the words of a trigger along', () => {
  assert.is(renamed(m.sql`AFTER DELETE ON t BEGIN SELECT 1; END`), 'AFTER DELETE ON u BEGIN SELECT 1; END');
  assert.is(renamed(m.sql`AFTER DELETE ON ${m.name('t')} FOR EACH ROW SELECT 1`), 'AFTER DELETE ON u FOR EACH ROW SELECT 1');
  assert.is(renamed(m.sql`AFTER DELETE ON main.t BEGIN SELECT 1; END`), 'AFTER DELETE ON main.u BEGIN SELECT 1; END');
  assert.is(renamed(m.sql`AFTER DELETE ON "t" BEGIN SELECT 1; END`), 'AFTER DELETE ON u BEGIN SELECT 1; END');
  assert.is(renamed(m.sql`ON [t] AFTER INSERT AS SELECT 1`), 'ON u AFTER INSERT AS SELECT 1');
  assert.is(renamed(m.sql`UPDATE OF t ON t BEGIN SELECT 1; END`), 'UPDATE OF t ON u BEGIN SELECT 1; END');
});

test('leaves what is of another name, and what the body says', () => {
  const body = 'AFTER DELETE ON other BEGIN SELECT * FROM a JOIN t ON t.x = a.x; END';
  assert.is(renamed(m.raw(body)), body);
  assert.is(renamed(m.raw('no table is named')), 'no table is named');
});

test.run();
