/** Who may do what, as ops leave it and as they are undone. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { type Op, evolve, reverse } from '../../src/ops/index.ts';
import { isIrreversible } from '../../src/ops/op.ts';
import { EMPTY_SCHEMA, type SchemaModel, viewOf } from '../../src/schema/model.ts';

const { column, types } = m;
const after = (...ops: readonly Op[]): SchemaModel => ops.reduce(evolve, EMPTY_SCHEMA);

/** `select, insert on table t to app`, and behind a bar what may be granted on. */
const held = (model: SchemaModel): readonly string[] =>
  [...model.grants.values()].map(({ on, to, privileges, grantable }) => `${privileges} on ${on.name.name} to ${to.name}${grantable.length ? ` | ${grantable}` : ''}`).sort();

const table = m.createTable('t', [column('n', types.integer())]);

const test = suite('grants in the model');

test('add up by role and thing, and are revoked one by one', () => {
  const granted = after(table, m.grant(['select'], 't', ['app', 'audit']), m.grant(['insert'], 't', 'app', { withGrantOption: true }));
  assert.equal(held(granted), ['insert,select on t to app | insert', 'select on t to audit']);
  assert.equal(held(evolve(granted, m.revoke(['select'], 't', ['app', 'audit']))), ['insert on t to app | insert']);
});

test('all holds each, and leaves the others when one of them goes', () => {
  const all = after(table, m.grant(['select'], 't', 'app'), m.grant(['all'], 't', 'app'));
  assert.equal(held(all), ['all on t to app']);
  assert.equal(held(evolve(all, m.revoke(['delete'], 't', 'app'))), ['insert,references,select,trigger,truncate,update on t to app']);
  assert.equal(held(evolve(all, m.revoke(['all'], 't', 'app'))), []);
});

test('go with what they are on, follow a table to its new name, and stay apart by kind', () => {
  const granted = after(table, m.createSequence('s'), m.grant(['select'], 't', 'app'), m.grant(['usage'], { sequence: 's' }, 'app'));
  assert.equal(held(evolve(granted, m.renameTable('t', 'u'))), ['select on u to app', 'usage on s to app']);
  assert.equal(held(evolve(granted, m.dropTable('t'))), ['usage on s to app']);
  assert.equal(held(evolve(granted, m.dropSequence('s'))), ['select on t to app']);
});

const UNDONE: { readonly [name: string]: readonly [readonly Op[], Op] } = {
  'a grant of what is held in part': [[table, m.grant(['select'], 't', 'app')], m.grant(['select', 'insert'], 't', ['app', 'audit'])],
  'a revocation of more than is held': [[table, m.grant(['select'], 't', 'app')], m.revoke(['select', 'insert'], 't', 'app')],
  'a revocation of one of all': [[table, m.grant(['all'], 't', 'app', { withGrantOption: true })], m.revoke(['delete'], 't', 'app')],
  'the table that goes': [[table, m.grant(['select'], 't', 'app', { withGrantOption: true }), m.grant(['insert'], 't', 'app')], m.dropTable('t')],
  'the view that goes': [[table, m.createView('v', m.sql`SELECT n FROM t`), m.grant(['select'], 'v', 'app')], m.dropView('v')],
  'the sequence that goes': [[m.createSequence('s'), m.grant(['usage'], { sequence: 's' }, 'app')], m.dropSequence('s')],
};
for (const [name, [ops, op]] of Object.entries(UNDONE)) {
  test(`${name}: undone, all is held that was`, () => {
    const before = after(...ops);
    const back = reverse(op, viewOf(before));
    if (isIrreversible(back)) throw new Error(back.irreversible);
    assert.equal(held(back.reduce(evolve, evolve(before, op))), held(before));
  });
}

test('what no op granted is granted again when its revocation is undone', () => {
  assert.equal(reverse(m.revoke(['select'], 'old', 'app'), viewOf(EMPTY_SCHEMA)), [
    { op: 'grant', privileges: ['select'], on: { kind: 'table', name: { name: 'old' } }, to: [{ name: 'app' }] },
  ]);
});

test.run();
