/** What two sides of a merge do to each other: which pair of ops is named, and why. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { checkMerge } from '../../src/merge-check/index.ts';
import { type Op, describe } from '../../src/ops/index.ts';
import { afterAll, atBase, evolveSql } from '../../src/plan/index.ts';
import { openReader } from '../../src/reader/index.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { namedFor } from '../support/lowered.ts';

const { column, sql, types } = m;
const number = (name: string, nullable = true) => column(name, types.integer(), { nullable });

const BASE: readonly Op[] = [
  m.createTable('t', [number('id', false), number('c'), m.primaryKey(['id'])]),
  m.createTable('u', [number('id', false), number('t_id'), m.primaryKey(['id'])]),
  m.createIndex('ix_c', 't', ['c']),
  m.addConstraint('t', m.check(sql`c > 0`, { name: 'ck_c' })),
  m.createEnum('mood', ['sad', 'glad']),
  m.createSequence('numbers'),
  m.createView('old', 'SELECT id FROM u'),
];

/** An op of the project's own, of which the effect on the schema is said. */
const owned = (table: string): Op => ({
  op: 'custom', name: 'own', description: 'own', lowered: { default: [{ sql: sql`SELECT 1`, kind: 'data' }] },
  undo: { irreversible: 'why' }, effect: { ops: [m.addColumn(table, number('own'))] },
});

/** `conflict taken-away table t: add column t.x | drop table t` for each pair. */
async function pairs(left: readonly Op[], right: readonly Op[], dialect: DialectName = 'postgresql'): Promise<readonly string[]> {
  const base = afterAll(atBase(evolveSql(DIALECTS[dialect], await openReader(dialect))), BASE.map((op) => namedFor(op, DIALECTS[dialect])));
  const placed = (ops: readonly Op[]) => ops.map((op) => ({ op: namedFor(op, DIALECTS[dialect]), revision: 'r', place: { file: 'f' } }));
  const found = checkMerge({ base, left: placed(left), right: placed(right) }, DIALECTS[dialect]);
  return found.map(({ relation, clash, name, first, second }) => `${relation} ${clash} ${name}: ${describe(first.op)} | ${describe(second.op)}`);
}

const conflict = suite('a conflict is');

const CONFLICTS: { readonly [what: string]: readonly [left: readonly Op[], right: readonly Op[], found: readonly string[]] } = {
  'a column altered twice': [
    [m.alterColumn('t', 'c', { type: types.bigint() })],
    [m.alterColumn('t', 'c', { type: types.text() })],
    ['conflict changed-twice type of column t.c: alter column t.c: type | alter column t.c: type'],
  ],
  'a column of a table that the other side drops': [
    [m.createTable('v', [number('id')]), m.addColumn('t', number('x'))],
    [m.addColumn('u', number('x')), m.dropTable('t')],
    ['conflict taken-away table t: add column t.x | drop table t'],
  ],
  'a name that is given twice': [
    [m.createTable('v', [number('id')])],
    [m.createTable('v', [number('other')])],
    ['conflict made-twice table v: create table v | create table v'],
  ],
  'one name for a table and a view': [
    [m.createTable('v', [number('id')])],
    [m.createView('v', 'SELECT 1 AS one')],
    ['conflict made-twice name v: create table v | create view v'],
  ],
  'an index of one name on two tables': [
    [m.createIndex('ix', 't', ['c'])],
    [m.createIndex('ix', 'u', ['t_id'])],
    ['conflict made-twice name ix: create index ix on t | create index ix on u'],
  ],
  'an index on a column that the other side drops': [
    [m.createIndex('ix', 't', ['c'])],
    [m.dropColumn('t', 'c')],
    ['conflict taken-away column t.c: create index ix on t | drop column t.c'],
  ],
  'a check of a column that the other side renames': [
    [m.addConstraint('t', m.check(sql`c < 9`, { name: 'ck' }))],
    [m.alterColumn('t', 'c', { name: 'd' })],
    ['conflict taken-away column t.c: add check constraint ck to t | alter column t.c: rename to d'],
  ],
  'a foreign key to a table that the other side renames': [
    [m.addConstraint('u', m.foreignKey(['t_id'], 't', ['id'], { name: 'fk' }))],
    [m.renameTable('t', 'w')],
    ['conflict taken-away table t: add foreign key fk to u | rename table t to w'],
  ],
  'a foreign key to the key that the other side drops': [
    [m.addConstraint('u', m.foreignKey(['t_id'], 't', ['id'], { name: 'fk' }))],
    [m.dropConstraint('t', 'pk_t', 'primaryKey')],
    ['conflict taken-away key (id) of table t: add foreign key fk to u | drop primary key pk_t of t'],
  ],
  'rows of a table that the other side drops': [
    [m.bulkInsert('t', [{ id: 1 }])],
    [m.dropTable('t')],
    ['conflict taken-away table t: insert 1 row into t | drop table t'],
  ],
  'what is dropped twice': [
    [m.dropConstraint('t', 'ck_c', 'check')],
    [m.dropConstraint('t', 'ck_c', 'check')],
    ['conflict taken-away check constraint ck_c of table t: drop check constraint ck_c of t | drop check constraint ck_c of t'],
  ],
  'values that each side puts behind the last one': [
    [m.addEnumValue('mood', 'x')],
    [m.addEnumValue('mood', 'y')],
    ["conflict changed-twice values of enum mood: add value 'x' to enum type mood | add value 'y' to enum type mood"],
  ],
  'hand-written SQL that was read': [
    [m.execute('ALTER TABLE t ADD COLUMN x integer')],
    [m.execute('ALTER TABLE t ADD COLUMN x text'), m.addColumn('t', number('y'))],
    ['conflict made-twice column t.x: execute SQL: ALTER TABLE t ADD … | execute SQL: ALTER TABLE t ADD …'],
  ],
  'what a condition decides on, of a table that the other side drops': [
    [m.onlyIf('1 = 0', [m.addColumn('t', number('x'))])],
    [m.dropTable('t')],
    ['conflict taken-away table t: only if a condition holds: 1 op | drop table t'],
  ],
  "a project's own op of a table that the other side drops": [
    [owned('t')],
    [m.dropTable('t')],
    ['conflict taken-away table t: own | drop table t'],
  ],
  'a view of a column that the other side drops': [
    [m.createView('v', 'SELECT id, c FROM t')],
    [m.dropColumn('t', 'c')],
    ['conflict taken-away column t.c: create view v | drop column t.c'],
  ],
  'a view in hand-written SQL of a column that the other side renames': [
    [m.execute('CREATE VIEW v AS SELECT "C", c FROM t')],
    [m.alterColumn('t', 'c', { name: 'd' })],
    ['conflict taken-away column t.c: execute SQL: CREATE VIEW v AS … | alter column t.c: rename to d'],
  ],
  'a routine about a table that the other side renames': [
    [m.createFunction('f', "() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM t'")],
    [m.renameTable('t', 'w')],
    ['conflict taken-away table t: create function f | rename table t to w'],
  ],
  'a trigger that names a column that the other side drops': [
    [m.createTrigger('tr', 'u', 'BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION f(t_id)')],
    [m.dropColumn('u', 't_id')],
    ['conflict taken-away column u.t_id: create trigger tr on u | drop column u.t_id'],
  ],
  'a view of a view that the other side drops': [
    [m.createView('v', 'SELECT id FROM old')],
    [m.dropView('old')],
    ['conflict taken-away view old: create view v | drop view old'],
  ],
  'hand-written SQL about a table that the other side drops': [
    [m.execute('UPDATE t SET c = 1')],
    [m.dropTable('t')],
    ['conflict taken-away table t: execute SQL: UPDATE t SET c … | drop table t'],
  ],
};

for (const [what, [left, right, found]] of Object.entries(CONFLICTS)) {
  conflict(what, async () => {
    assert.equal(await pairs(left, right), found);
    const turned = found.map((text) => text.replace(/: (.*) \| (.*)$/, ': $2 | $1'));
    assert.equal(await pairs(right, left), turned, 'the other way round as well');
  });
}

conflict('a name that this database tells apart by its table is none', async () => {
  const [left, right] = [[m.createIndex('ix', 't', ['c'])], [m.createIndex('ix', 'u', ['t_id'])]];
  assert.equal(await pairs(left, right, 'mysql'), []);
  assert.is((await pairs(left, right, 'oracle')).length, 1);
});

conflict('told once for each pair, and not for what follows from it', async () => {
  const made = (name: string): readonly Op[] => [m.createTable('v', [number('id')]), m.addColumn('v', number(name))];
  assert.equal(await pairs(made('x'), made('y')), ['conflict made-twice table v: create table v | create table v']);
});

conflict.run();

const order = suite('the order may matter of');

const ORDERS: { readonly [what: string]: readonly [left: Op, right: Op, clash: string | undefined] } = {
  'rows, and a column that takes no NULL': [m.bulkInsert('t', [{ id: 1 }]), m.addColumn('t', number('x', false)), 'rows table t'],
  'rows, and a column that takes one: no': [m.bulkInsert('t', [{ id: 1 }]), m.addColumn('t', number('x')), undefined],
  'rows, and a new check': [m.updateRows('t', { c: 1 }, sql`id = 1`), m.addConstraint('t', m.check(sql`c < 9`, { name: 'ck' })), 'rows table t'],
  'rows, and an index: no': [m.updateRows('t', { c: 1 }, sql`id = 1`), m.createIndex('ix', 't', ['c']), undefined],
  'rows that both add: no': [m.bulkInsert('t', [{ id: 1 }]), m.bulkInsert('t', [{ id: 2 }]), undefined],
  'rows that one adds and one changes': [m.bulkInsert('t', [{ id: 1 }]), m.updateRows('t', { c: 1 }, null), 'rows table t'],
  'rows of two tables: no': [m.deleteRows('u', null), m.updateRows('t', { c: 1 }, null), undefined],
  'rows that a query reads': [m.insertFrom('u', ['id'], sql`SELECT id FROM t`), m.updateRows('t', { c: 1 }, null), 'unread t'],
  'hand-written rows, and a column': [m.execute('UPDATE t SET c = 1'), m.addColumn('t', number('x')), 'unread t'],
  'hand-written SQL that nobody reads': [m.execute("DO $$ BEGIN EXECUTE 'ALTER TABLE t ADD y int'; END $$"), m.addColumn('t', number('x')), 'unread t'],
  'hand-written SQL about another table: no': [m.execute('UPDATE u SET t_id = 1'), m.addColumn('t', number('x')), undefined],
  'a view, and a type that it may read': [m.createView('v', 'SELECT c FROM t'), m.alterColumn('t', 'c', { type: types.bigint() }), 'unread t'],
  'a view in hand-written SQL, and a type that it may read': [m.execute('CREATE VIEW v AS SELECT c FROM t'), m.alterColumn('t', 'c', { type: types.bigint() }), 'unread t'],
  'a view of all columns, and another one': [m.createView('v', 'SELECT * FROM t'), m.addColumn('t', number('x')), 'unread t'],
  'a view of other columns: no': [m.createView('v', 'SELECT id FROM t'), m.addColumn('t', number('x')), undefined],
  'a view, and a column that it does not name: no': [m.createView('v', 'SELECT id FROM t'), m.dropColumn('t', 'c'), undefined],
  'a view, and a constraint: no': [m.createView('v', 'SELECT c FROM t'), m.addConstraint('t', m.unique(['c'], { name: 'x' })), undefined],
  'a view, and rows: no': [m.createView('v', 'SELECT c FROM t'), m.bulkInsert('t', [{ id: 1 }]), undefined],
  'a view that keeps rows, and rows': [m.createView('v', 'SELECT c FROM t', { materialized: true }), m.bulkInsert('t', [{ id: 1 }]), 'unread t'],
  'a trigger, and rows of its table': [m.createTrigger('tr', 't', 'BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()'), m.bulkInsert('t', [{ id: 1 }]), 'rows table t'],
  'a condition, and rows that it reads': [m.expects('SELECT * FROM t', 0, 'empty'), m.deleteRows('t', null), 'unread t'],
};

for (const [what, [left, right, clash]] of Object.entries(ORDERS)) {
  order(what, async () => {
    const told = (first: Op, second: Op) => (clash === undefined ? [] : [`order ${clash}: ${describe(first)} | ${describe(second)}`]);
    assert.equal(await pairs([left], [right]), told(left, right));
    assert.equal(await pairs([right], [left]), told(right, left));
  });
}

order.run();

const commute = suite('what commutes');

const COMMUTING: { readonly [what: string]: readonly [left: readonly Op[], right: readonly Op[]] } = {
  'two columns of one table': [[m.addColumn('t', number('x'))], [m.addColumn('t', number('y'))]],
  'two properties of one column': [[m.alterColumn('t', 'c', { default: 1 })], [m.alterColumn('t', 'c', { type: types.bigint() })]],
  'one change that both make': [[m.alterColumn('t', 'c', { type: types.bigint() })], [m.alterColumn('t', 'c', { type: types.bigint() })]],
  'what both make only where it is missing': [[m.createTable('v', [number('id')], { ifNotExists: true })], [m.createTable('v', [number('id')], { ifNotExists: true })]],
  'a table for a while': [[m.createTable('v', [number('id')]), m.dropTable('v')], [m.createTable('v', [number('x')]), m.dropTable('v')]],
  'privileges that both grant': [[m.grant(['select'], 't', 'app')], [m.grant(['select', 'insert'], 't', 'app')]],
  'a dropped index of a column with a new name': [[m.dropIndex('ix_c', 't')], [m.alterColumn('t', 'c', { name: 'd' })]],
  'a foreign key, and the new name of the key that it references': [
    [m.addConstraint('u', m.foreignKey(['t_id'], 't', ['id'], { name: 'fk' }))],
    [m.renameConstraint('t', 'pk_t', 'pk', 'primaryKey')],
  ],
  'two keys of the same columns': [[m.addConstraint('t', m.unique(['c'], { name: 'x' }))], [m.addConstraint('t', m.unique(['c'], { name: 'y' }))]],
  'one side without ops': [[], [m.dropTable('t')]],
};

for (const [what, [left, right]] of Object.entries(COMMUTING)) {
  commute(what, async () => {
    assert.equal(await pairs(left, right), []);
    assert.equal(await pairs(right, left), []);
  });
}

commute.run();
