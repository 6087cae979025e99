import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as authoring from '../../src/authoring.ts';
import { formatDiagnostic } from '../../src/diagnostics.ts';
import { checkOps } from '../../src/ops/check.ts';

const test = suite('ops from outside are checked');
const check = (...ops: readonly unknown[]): string[] =>
  checkOps(ops, () => ({ file: 'm.ts', line: 9 })).problems.map((each) => formatDiagnostic(each).split('\n')[0]!);
const table = { name: 't' };
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
  assert.equal(check({ op: 'createTable', table: { name: '' }, columns: [{ ...column, nulable: false }], constraints: [], origin }), [
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
test('ops inside forDialect are checked as well', () => {
  const origin = { file: 'x.ts', line: 7 };
  assert.equal(check({ op: 'forDialect', cases: { mssql: [{ op: 'dropTable' }], default: [] }, origin }), [
    'x.ts:7: dropTable: table: is missing [invalid-op]',
  ]);
  assert.match(check({ op: 'forDialect', cases: { postgres: [] } })[0]!, /cases\.postgres: no such field/);
});
test('a missing field, a number out of range, a column named twice', () => {
  const short = { ...column, type: { type: 'string', length: 0 } };
  assert.equal(check({ op: 'addColumn', table }, { op: 'addColumn', table, column: short }), [
    'm.ts:9: addColumn: column: is missing [invalid-op]',
    'm.ts:9: addColumn: column.type.length: expected >=1, got 0 [invalid-op]',
  ]);
  assert.equal(check({ op: 'createTable', table, columns: [column, column], constraints: [] }), [
    "m.ts:9: createTable: columns: 'a' is there twice [invalid-op]",
  ]);
});
test('builders pass what is no list on, for its place to be named', () => {
  const wrong = [authoring.createTable('t', 'x' as never), authoring.createIndex('i', 't', 'a' as never), authoring.bulkInsert('t', 'x' as never)];
  assert.equal(wrong.map((op) => check(JSON.parse(JSON.stringify(op)))[0]), [
    'm.ts:9: createTable: columns: expected Array, got "x" [invalid-op]',
    'm.ts:9: createIndex: index.keys: expected Array, got "a" [invalid-op]',
    'm.ts:9: bulkInsert: rows: expected rows of literals or sql`…` fragments [invalid-op]',
  ]);
  assert.throws(() => authoring.bulkInsert('t', [{ a: 1 }, null as never]), /row 2 is no record/);
});
test('U+0000 in a name', () => {
  assert.match(check({ op: 'dropTable', table: { name: 'a\0b' } })[0]!, /cannot hold U\+0000/);
});
test.run();
