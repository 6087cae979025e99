import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { checkNames } from '../../src/ops/check-names.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import { type SchemaModel } from '../../src/schema/model.ts';
import { SETUP_SCHEMA } from '../dialects/cases.ts';

const said = (op: Op, schema: SchemaModel = SETUP_SCHEMA): readonly string[] =>
  checkNames(op, schema).map(({ message, hint }) => `${message}. ${hint}`);

const test = suite('names that an op gives');

const MISSING: readonly (readonly [Op, string])[] = [
  [m.createIndex('ix', 'customer', ['emial']), "createIndex: table customer has no column 'emial'. Did you mean email?"],
  [m.createIndex('ix', 'customer', ['email'], { include: ['nothing_like_it'] }), "has no column 'nothing_like_it'. It has id, email, balance"],
  [m.dropColumn('customer', 'nonsense_name'), "dropColumn: table customer has no column 'nonsense_name'"],
  [m.alterColumn('customer', 'notes', { nullable: false }), 'Did you mean note?'],
  [m.addConstraint('customer', m.unique(['mail'])), "table customer has no column 'mail'"],
  [m.addConstraint('purchase', m.foreignKey(['number'], 'customer', ['idd'])), "table customer has no column 'idd'. Did you mean id?"],
  [m.addColumn('purchase', m.column('c', m.types.bigint(), { references: m.references('customer', 'no') })), "has no column 'no'"],
  [m.renameIndex('ix_customer_sinse', 'customer', 'b'), 'Did you mean ix_customer_since?'],
  [m.renameIndex('ix_nothing', 'purchase', 'b'), "renameIndex: table purchase has no index 'ix_nothing'. It has no index at all"],
  [m.dropConstraint('customer', 'uq_customer_mail', 'unique'), 'Did you mean uq_customer_email'],
  [m.bulkInsert('customer', [{ email: 'a', ballance: 1 }]), "bulkInsert: table customer has no column 'ballance'. Did you mean balance?"],
  [m.updateRows('customer', { nope_at_all: 1 }, null), "has no column 'nope_at_all'"],
  [m.addEnumValue('priority', 'x', { after: 'lwo' }), "addEnumValue: enum type priority has no value 'lwo'. Did you mean low?"],
  [m.rebuildTable('customer', [m.dropColumn('customer', 'note'), m.dropColumn('customer', 'note')]), "has no column 'note'"],
];

for (const [op, expected] of MISSING) {
  test(`${op.op} of what is not there: ${expected}`, () => {
    const [first = '', ...others] = said(op);
    assert.is(others.length, 0);
    assert.ok(first.includes(expected), first);
  });
}

test('what is not there and may be missing is no problem', () => {
  assert.equal(said(m.dropColumn('customer', 'x', { ifExists: true })), []);
  assert.equal(said(m.dropIndex('x', 'customer', { ifExists: true })), []);
  assert.equal(said(m.dropConstraint('customer', 'x', 'unique', { ifExists: true })), []);
});

test('what is there already cannot be made again', () => {
  const repeated: readonly (readonly [Op, string])[] = [
    [m.createTable('customer', [m.column('a', m.types.text())]), "createTable: table 'customer' is there already"],
    [m.renameTable('purchase', 'customer'), "renameTable: table 'customer' is there already"],
    [m.addColumn('customer', m.column('note', m.types.text())), "addColumn: column 'note' is there already"],
    [m.alterColumn('customer', 'note', { name: 'email' }), "alterColumn: column 'email' is there already"],
    [m.createIndex('ix_customer_since', 'customer', ['email']), "createIndex: index 'ix_customer_since' is there already"],
    [m.addConstraint('customer', m.unique(['note'], { name: 'uq_customer_email' })), "constraint 'uq_customer_email' is there already"],
  ];
  for (const [op, expected] of repeated) assert.ok(said(op)[0]?.includes(expected), said(op)[0]);
  assert.equal(said(m.createTable('customer', [m.column('a', m.types.text())], { ifNotExists: true })), []);
});

test('a table that hand-written SQL may have changed is not judged, nor one that no op made', () => {
  const touched = evolve(SETUP_SCHEMA, m.execute('ALTER TABLE customer ADD COLUMN extra integer'));
  assert.equal(said(m.createIndex('ix', 'customer', ['extra']), touched), []);
  assert.is(said(m.createIndex('ix', 'purchase', ['extra']), touched).length, 1);
  const read = evolve(SETUP_SCHEMA, m.execute("UPDATE customer SET note = 'x'"));
  assert.is(said(m.createIndex('ix', 'customer', ['extra']), read).length, 1);
  assert.equal(said(m.createIndex('ix', 'elsewhere', ['extra'])), []);
});

test.run();
