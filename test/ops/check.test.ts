import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as authoring from '../../src/authoring.ts';
import { formatDiagnostic } from '../../src/diagnostics.ts';
import { checkOps } from '../../src/ops/check.ts';

const test = suite('ops from outside are checked');
const check = (...ops: readonly unknown[]): string[] =>
  checkOps(ops, () => ({ file: 'm.ts', line: 9 })).problems.map((each) => formatDiagnostic(each).split('\n')[0]!);
const table = { name: 't' };
const none = { constraints: [], indexes: [] };
const column = { name: 'a', type: { type: 'integer' }, nullable: true };

test('what is not a list', () => {
  const [found] = checkOps({ upgrade: 1 }, () => ({ file: 'm.ts' })).problems;
  assert.is(found?.message, 'expected a list of ops, got {"upgrade":1}');
});
test('what is not an op', () => {
  assert.equal(check(null, 'drop it', { op: 'explode' }, { op: 'toString' }, []), [
    'm.ts:9: expected an op, got null [not-an-op]',
    'm.ts:9: expected an op, got "drop it" [not-an-op]',
    'm.ts:9: expected an op, got {"op":"explode"} [not-an-op]',
    'm.ts:9: expected an op, got {"op":"toString"} [not-an-op]',
    'm.ts:9: expected an op, got [] [not-an-op]',
  ]);
});
test('every wrong field is named, at the place of its op', () => {
  const origin = { file: 'x.ts', line: 4, column: 5 };
  assert.equal(check({ op: 'createTable', table: { name: '' }, columns: [{ ...column, nulable: false }], constraints: [], indexes: [], origin }), [
    'x.ts:4:5: createTable: table.name: expected a name that is not empty [invalid-op]',
    'x.ts:4:5: createTable: columns[0].nulable: no such field [invalid-op]',
  ]);
});
test('an unknown column type names itself', () => {
  const [line] = check({ op: 'addColumn', table, column: { ...column, type: { type: 'varchar2' } } });
  assert.match(line!, /addColumn: column\.type(\.type)?: expected one of types\.…\(\), got "varchar2"/);
});
test('a text where a fragment is due', () => {
  const [line] = check({ op: 'execute', sql: 'SELECT 1' });
  assert.match(line!, /execute: sql: expected a fragment/);
});
test('an alterColumn that changes nothing', () => {
  assert.match(check({ op: 'alterColumn', table, column: 'a', to: {} })[0]!, /to: expected at least one change/);
});
test('a foreign key with more columns than it references', () => {
  const constraint = { kind: 'foreignKey', columns: ['a', 'b'], references: { table, columns: ['a'] } };
  assert.match(check({ op: 'addConstraint', table, constraint })[0]!, /as many columns as it references/);
});
test('rows of unequal length, and cells that are no literals', () => {
  assert.match(check({ op: 'bulkInsert', table, columns: ['a', 'b'], rows: [[1, 2], [3]] })[0]!, /a value for each column/);
  assert.match(check({ op: 'bulkInsert', table, columns: ['a'], rows: [[{ b: 1 }]] })[0]!, /rows: expected rows of literals/);
});
test('fields that contradict each other', () => {
  const both = { ...column, default: 1, generated: { expression: { sql: ['1'] } } };
  assert.match(check({ op: 'addColumn', table, column: both, ...none })[0]!, /expected one of 'default', 'identity' and 'generated'/);
  assert.match(check(authoring.alterColumn('t', 'a', { nullable: true }, { using: authoring.sql`1` }))[0]!, /a new 'type' with 'using'/);
  assert.match(check(authoring.alterColumn('t', 'a', { default: 1, identity: true }))[0]!, /expected one of 'default', 'identity'/);
  const late = authoring.unique(['a'], { initially: 'deferred' });
  assert.match(check(authoring.addConstraint('t', late))[0]!, /'deferrable: true' with 'initially: deferred'/);
  assert.match(check(authoring.createIndex('i', 't', ['a'], { nullsNotDistinct: true }))[0]!, /'unique: true' with 'nullsNotDistinct'/);
  assert.match(check(authoring.createSequence('s', { minValue: 5, maxValue: 5 }))[0]!, /minValue below maxValue/);
  assert.match(check(authoring.createSequence('s', { start: 9, maxValue: 5 }))[0]!, /start between them/);
  assert.match(check(authoring.addEnumValue('e', 'x', { before: 'a', after: 'b' }))[0]!, /'before' or 'after', not both/);
  assert.match(check(authoring.deleteRows('t', null, { expect: { atLeast: 5, atMost: 3 } }))[0]!, /'atLeast' not above 'atMost'/);
  assert.match(check(authoring.updateRows('t', {}, null))[0]!, /expected at least one column/);
  assert.match(check(authoring.createView('v', 'SELECT 1', { materialized: true, orReplace: true }))[0]!, /cannot be replaced/);
  const keys = [authoring.primaryKey(['a']), authoring.primaryKey(['a'])];
  assert.match(check({ op: 'createTable', table, columns: [column], constraints: keys, indexes: [] })[0]!, /expected one primary key/);
});
test('a key or an index of a column that the new table has not', () => {
  const made = authoring.createTable('t', [authoring.column('a', authoring.types.text()), authoring.unique(['b'])]);
  assert.match(check(made)[0]!, /names 'b', which is no column of the table/);
  const indexed = authoring.createTable('t', [authoring.column('a', authoring.types.text()), authoring.index(['a'], { include: ['c'] })]);
  assert.match(check(indexed)[0]!, /names 'c', which is no column of the table/);
});
test('changes of rebuildTable are ops of the same table, and are checked as ops', () => {
  assert.match(check(authoring.rebuildTable('t', [authoring.dropColumn('u', 'a')]))[0]!, /changes of the same table/);
  assert.match(check(authoring.rebuildTable('t', [authoring.dropTable('t') as never]))[0]!, /changes of columns and constraints/);
  assert.match(check(authoring.rebuildTable('t', [authoring.dropColumn('t', '')]))[0]!, /a name that is not empty/);
});
test('ops inside forDialect are checked as well', () => {
  const origin = { file: 'x.ts', line: 7 };
  assert.equal(check({ op: 'forDialect', cases: { mssql: [{ op: 'dropTable' }], default: [] }, origin }), [
    'x.ts:7: dropTable: table: is missing [invalid-op]',
  ]);
  assert.match(check({ op: 'forDialect', cases: { postgres: [] } })[0]!, /cases\.postgres: no such field/);
});
test('a missing field, a number out of range, a column named twice', () => {
  const short = { ...column, type: { type: 'string', length: 0 } };
  assert.equal(check({ op: 'addColumn', table, ...none }, { op: 'addColumn', table, column: short, ...none }), [
    'm.ts:9: addColumn: column: is missing [invalid-op]',
    'm.ts:9: addColumn: column.type.length: expected >=1, got 0 [invalid-op]',
  ]);
  assert.equal(check({ op: 'createTable', table, columns: [column, column], ...none }), [
    "m.ts:9: createTable: columns: 'a' is there twice [invalid-op]",
  ]);
});
test('builders pass what is no list on, for its place to be named', () => {
  const wrong = [authoring.createTable('t', 'x' as never), authoring.createIndex('i', 't', 'a' as never), authoring.bulkInsert('t', 'x' as never)];
  assert.equal(wrong.map((op) => check(JSON.parse(JSON.stringify(op)))[0]), [
    'm.ts:9: createTable: columns: expected Array, got "x" [invalid-op]',
    'm.ts:9: createIndex: index.keys: expected Array, got "a" [invalid-op]',
    'm.ts:9: bulkInsert: rows: expected rows of literals or sql`…` fragments, or fromFile(…) [invalid-op]',
  ]);
  assert.throws(() => authoring.bulkInsert('t', [{ a: 1 }, null as never]), /row 2 is no record/);
});
test('U+0000 in a name', () => {
  assert.match(check({ op: 'dropTable', table: { name: 'a\0b' } })[0]!, /cannot hold U\+0000/);
});
test.run();
