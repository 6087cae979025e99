import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as authoring from '../../src/authoring.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { checkOps } from '../../src/ops/check.ts';
import { type Op, describe, evolve, reverse, source } from '../../src/ops/index.ts';
import { DEFAULT_NAMING, named } from '../../src/ops/naming.ts';
import { isIrreversible } from '../../src/ops/op.ts';
import { EMPTY_SCHEMA, type SchemaModel, isWhole, viewOf } from '../../src/schema/model.ts';
import { type Code, layout } from '../../src/typescript/index.ts';
import { CASES, SETUP, SETUP_SCHEMA } from '../dialects/cases.ts';
import { unordered } from '../support/unordered.ts';

const ALL: readonly (readonly [string, Op])[] = [
  ...Object.values(CASES).flatMap((cases) => Object.entries(cases as { readonly [label: string]: Op })),
  ...SETUP.map((op, index): [string, Op] => [`setup ${index}`, op]),
];

/** The op that its source builds, with migsql's builders in scope. */
function build(code: Code): Op {
  const names = Object.keys(authoring);
  return new Function(...names, `return ${layout(code)}`)(...Object.values(authoring)) as Op;
}

const shapes = suite('shapes');
for (const [label, op] of ALL) {
  shapes(`${op.op} ${label} passes its own shape after a journey as JSON`, () => {
    assert.equal(checkOps(JSON.parse(JSON.stringify([op])), () => ({ file: 'm.ts' })).problems, []);
  });
}
shapes.run();

const sources = suite('source');
for (const [label, op] of ALL) {
  sources(`${op.op} ${label} is built again by its source`, () => {
    assert.equal(build(source(op)), op);
  });
}
sources('texts are escaped', () => {
  const comment = "it's a \\ `back` ${tick}\n\u2028 é 😀 \"quoted\"";
  const op = authoring.setTableComment('t', comment);
  assert.equal(build(source(op)), op);
  const executed = authoring.execute(authoring.sql`SELECT '\\ \${x} \`' -- ${authoring.raw(comment)}`);
  assert.equal(build(source(executed)), executed);
});
sources.run();

const reversal = suite('reverse');
/** Cases whose reversal is not known, with part of the reason. */
const IRREVERSIBLE: { readonly [key: string]: RegExp } = {
  'createTable ifNotExists': /whether table 't' was there before is not known/,
  'addColumn ifNotExists': /whether 'purchase.total' was there before is not known/,
  'dropTable inSchema': /no op made table 'sales.region'/,
  'dropColumn mssqlUnknown': /no op made column 'elsewhere.a'/,
  'setTableOptions change': /no op said what the options of 'purchase' were/,
  'rebuildTable unknownTable': /no op made column 'elsewhere.a'/,
  'dropEnum ifExists': /no op made enum type/,
  'addEnumValue last': /rows may hold 'urgent'/,
  'addEnumValue before': /rows may hold 'it's'/,
  'addEnumValue ifNotExists': /rows may hold 'urgent'/,
  'createSequence options': /whether sequence 'sales.order_number' was there before/,
  'alterSequence change': /no op said what 'increment' of sequence 'order_number' was/,
  'alterSequence restart': /the number that 'order_number' came to before is not known/,
  'alterSequence noBound': /no op said what 'maxValue' of sequence 'order_number' was/,
  'dropSequence plain': /no op made sequence/,
  'dropSequence ifExists': /no op made sequence/,
  'createSchema ifNotExists': /whether schema 'hr' was there before/,
  'dropSchema cascade': /what is in schema 'hr' goes with it/,
  'createView orReplace': /whether view 'rich' was there before/,
  'dropView plain': /no op made view rich/,
  'dropView ifExists': /no op made view rich/,
  'dropView cascade': /no op made view rich/,
  'dropView materialized': /no op made materialized view rich/,
  'createRoutine procedure': /whether procedure 'purge' was there before/,
  'dropRoutine function': /no op made function 'twice'/,
  'dropRoutine procedure': /no op made procedure 'purge'/,
  'dropRoutine cascade': /no op made function 'twice'/,
  'createTrigger orReplace': /whether trigger 'tr_purchase' was there before/,
  'dropTrigger plain': /no op made trigger 'tr_purchase'/,
  'dropTrigger ifExists': /no op made trigger 'tr_purchase'/,
  'insertFrom plain': /which rows a query inserted/,
  'insertFrom expected': /which rows a query inserted/,
  'onlyIf data': /whether the ops ran/,
  'onlyIf schema': /whether the ops ran/,
  'onlyIf several': /whether the ops ran/,
  'updateRows plain': /what the rows held before/,
  'updateRows everyRow': /what the rows held before/,
  'updateRows expected': /what the rows held before/,
  'updateRows expectedRange': /what the rows held before/,
  'deleteRows plain': /what the deleted rows held/,
  'deleteRows everyRow': /what the deleted rows held/,
  'deleteRows expected': /what the deleted rows held/,
  'deleteRows matching': /what the deleted rows held/,
  'dropIndex inSchema': /no op made index/,
  'dropConstraint foreignKey': /no op made constraint/,
  'dropEnum plain': /no op made enum type/,
  'alterColumn unknownTable': /former nullable is not known/,
  'bulkInsert plain': /do not give its primary key/,
  'bulkInsert expression': /its primary key is not known/,
  'bulkInsert typed': /its primary key is not known/,
  'bulkInsert empty': /its primary key is not known/,
  'execute data': /hand-written SQL/,
  'execute schema': /hand-written SQL/,
  'execute several': /hand-written SQL/,
  'execute fragment': /hand-written SQL/,
  'execute nonTransactional': /hand-written SQL/,
};
for (const [name, cases] of Object.entries(CASES)) {
  for (const [label, unnamed] of Object.entries(cases as { readonly [label: string]: Op })) {
    const op = named(unnamed, DEFAULT_NAMING, { count: 63, unit: 'bytes' });
    reversal(`${name} ${label}`, () => {
      const before = op.op === 'dropSchema' ? evolve(SETUP_SCHEMA, authoring.createSchema(op.name)) : SETUP_SCHEMA;
      const back = reverse(op, viewOf(before));
      const reason = IRREVERSIBLE[`${name} ${label}`];
      if (isIrreversible(back)) {
        assert.ok(reason, `unexpectedly irreversible: ${back.irreversible}`);
        assert.match(back.irreversible, reason);
        return;
      }
      assert.not(reason, 'expected to be irreversible');
      // What is said to be there was there before as well.
      if (op.op === 'describesTable') return assert.equal(back, []);
      const after = evolve(before, op);
      assert.equal(unordered(back.reduce(evolve, after)), unordered(before));
    });
  }
}
reversal('rows go by their primary key', () => {
  const op = CASES.bulkInsert.explicitIdentity;
  const back = reverse(op, viewOf(SETUP_SCHEMA));
  assert.equal(back, [
    {
      op: 'deleteRows',
      table: { name: 'customer' },
      where: null,
      matching: { key: ['id'], columns: op.columns, rows: op.rows },
    },
  ]);
});
reversal('a reversed op stands where the op it undoes was written', () => {
  const origin = { file: 'm.ts', line: 3 };
  const back = reverse({ ...CASES.createTable.plain, origin }, viewOf(SETUP_SCHEMA));
  assert.equal(back, [{ op: 'dropTable', table: { name: 't' }, origin }]);
});
reversal('existing facts serve where no op made the column', () => {
  assert.equal(reverse(CASES.alterColumn.unknownTableWithFacts, viewOf(SETUP_SCHEMA)), [
    {
      op: 'alterColumn',
      table: { name: 'elsewhere' },
      column: 'a',
      to: { nullable: true },
      existing: { type: { type: 'integer' }, nullable: false, comment: null, default: null },
    },
  ]);
});
reversal('existing facts are those after the change, under the new name, so that the way back can be lowered as well', () => {
  const op = authoring.alterColumn(
    'elsewhere',
    'a',
    { name: 'b', type: authoring.types.string(20), on: { mysql: { charset: null } } },
    {
      existing: {
        type: authoring.types.string(10), nullable: false, default: 'x', comment: 'it', collation: null, on: { mysql: { charset: 'ascii' } },
      },
    },
  );
  const [back] = reverse(op, viewOf(EMPTY_SCHEMA)) as readonly Op[];
  assert.equal(back, {
    op: 'alterColumn',
    table: { name: 'elsewhere' },
    column: 'b',
    to: { name: 'a', type: { type: 'string', length: 10 }, on: { mysql: { charset: 'ascii' } } },
    existing: {
      type: { type: 'string', length: 20 }, nullable: false, default: 'x', comment: 'it', collation: null, on: { mysql: { charset: null } },
    },
  });
  for (const dialect of [DIALECTS.mysql, DIALECTS.mariadb, DIALECTS.mssql, DIALECTS.oracle, DIALECTS.postgresql]) {
    const lowered = lowerOp(back!, dialect, viewOf(EMPTY_SCHEMA));
    assert.not('code' in lowered, `${dialect.title}: ${JSON.stringify(lowered)}`);
  }
  assert.equal(build(source(back!)), back);
});
reversal('createIndex ifNotExists: an index is dropped again where ops made the whole table, and else nobody knows', () => {
  const op = authoring.createIndex('ix', 'customer', ['email'], { ifNotExists: true });
  assert.equal((reverse(op, viewOf(SETUP_SCHEMA)) as readonly Op[]).map(describe), ['drop index ix on customer']);
  assert.equal(reverse(op, viewOf(evolve(SETUP_SCHEMA, op))), []);
  assert.equal(reverse(op, viewOf(EMPTY_SCHEMA)), {
    irreversible: "whether index 'ix' on 'customer' was there before is not known",
  });
});

const { column, foreignKey, primaryKey, types, unique } = authoring;

/** Two tables that reference each other's keys, and one that references itself. */
const REFERRING = [
  authoring.createTable('parent', [
    column('id', types.integer(), { nullable: false }),
    column('code', types.integer(), { nullable: false }),
    column('above', types.integer()),
    primaryKey(['id'], { name: 'pk_parent' }),
    unique(['code'], { name: 'uq_code' }),
    foreignKey(['above'], 'parent', ['id'], { name: 'fk_above' }),
  ]),
  authoring.createTable('child', [
    column('parent_id', types.integer()),
    column('parent_code', types.integer()),
    foreignKey(['parent_id'], 'parent', ['id'], { name: 'fk_id', onDelete: 'cascade' }),
    foreignKey(['parent_code'], 'parent', ['code'], { name: 'fk_code', deferrable: true, initially: 'deferred' }),
  ]),
].reduce<SchemaModel>(evolve, EMPTY_SCHEMA);

const foreignKeysIn = (schema: SchemaModel): readonly (string | undefined)[] =>
  viewOf(schema).tables().flatMap(({ constraints }) => constraints.flatMap(({ kind, name }) => (kind === 'foreignKey' ? [name] : [])));

const CASCADES = [
  ['a table takes the foreign keys that reference it', authoring.dropTable('parent', { cascade: true }), []],
  ['a key takes those that rest on it', authoring.dropConstraint('parent', 'uq_code', 'unique', { cascade: true }), ['fk_above', 'fk_id']],
  ['a primary key takes those of its own table as well', authoring.dropConstraint('parent', 'pk_parent', 'primaryKey', { cascade: true }), ['fk_code']],
  ['a column takes those that reference it', authoring.dropColumn('parent', 'id', { cascade: true }), ['fk_code']],
  ['a column takes its own', authoring.dropColumn('parent', 'above', { cascade: true }), ['fk_id', 'fk_code']],
  [
    'a rebuild takes what its changes take',
    authoring.rebuildTable('parent', [
      authoring.dropConstraint('parent', 'pk_parent', 'primaryKey', { cascade: true }),
      authoring.dropColumn('parent', 'above'),
    ]),
    ['fk_code'],
  ],
  ['without it they stay', authoring.dropConstraint('parent', 'uq_code', 'unique'), ['fk_above', 'fk_id', 'fk_code']],
] as const;
for (const [label, op, left] of CASCADES) {
  reversal(`cascade: ${label}, and they come back`, () => {
    const after = evolve(REFERRING, op);
    assert.equal(foreignKeysIn(after), left);
    const back = reverse(op, viewOf(REFERRING)) as readonly Op[];
    assert.equal(unordered(back.reduce(evolve, after)), unordered(REFERRING));
  });
}
reversal('a dropped column takes what is computed from it, and from that, with their indexes', () => {
  const { name, sql } = authoring;
  const before = [
    authoring.createTable('t', [
      column('a', types.integer()),
      column('b', types.integer(), { generated: sql`${name('a')} + 1` }),
      column('c', types.integer(), { generated: sql`${name('b')} + 1` }),
      column('d', types.integer()),
    ]),
    authoring.createIndex('ix_c', 't', ['c', 'd']),
  ].reduce<SchemaModel>(evolve, EMPTY_SCHEMA);
  const drop = authoring.dropColumn('t', 'a');
  const after = evolve(before, drop);
  const left = viewOf(after).table({ name: 't' });
  assert.equal([left?.columns.map((each) => each.name), left?.indexes], [['d'], []]);
  const back = reverse(drop, viewOf(before)) as readonly Op[];
  assert.equal(back.map(describe), ['add column t.a', 'add column t.b', 'add column t.c', 'create index ix_c on t']);
  assert.equal(unordered(back.reduce(evolve, after)), unordered(before));
});
reversal('a table comes back with the constraints that were not checked, which are of no use while it has no rows', () => {
  const unchecked = authoring.check(authoring.sql`a > 0`, { name: 'ck', notValid: true });
  const create = authoring.createTable('t', [column('a', types.integer()), unchecked]);
  const made = evolve(EMPTY_SCHEMA, create);
  assert.equal(viewOf(made).table({ name: 't' })?.constraints.map((each) => 'notValid' in each), [false]);
  const before = evolve(evolve(EMPTY_SCHEMA, authoring.createTable('t', [column('a', types.integer())])), authoring.addConstraint('t', unchecked));
  const back = reverse(authoring.dropTable('t'), viewOf(before)) as readonly Op[];
  assert.equal(back.map(describe), ['create table t', 'add check constraint ck to t']);
  assert.equal(unordered(back.reduce<SchemaModel>(evolve, EMPTY_SCHEMA)), unordered(before));
});
reversal('cascade: what a view needs to come back is not known', () => {
  const viewed = evolve(REFERRING, authoring.createView('family', 'SELECT id FROM parent'));
  for (const op of [authoring.dropTable('parent', { cascade: true }), authoring.dropColumn('parent', 'id', { cascade: true })]) {
    assert.equal(reverse(op, viewOf(viewed)), {
      irreversible: "view 'family' names 'parent' and may go with it; drop the view in an op of its own before",
    });
  }
});
reversal('a dropped column comes back with its constraints and indexes', () => {
  const back = reverse(authoring.dropColumn('customer', 'email'), viewOf(SETUP_SCHEMA)) as readonly Op[];
  assert.equal(back.map(describe), [
    'add column customer.email',
    'add unique constraint uq_customer_email to customer',
  ]);
});
reversal.run();

const evolution = suite('evolve');
evolution('a renamed column is followed by constraints, indexes and foreign keys of others', () => {
  const ops = [
    authoring.addConstraint('purchase', authoring.foreignKey(['customer_id'], 'customer', ['id'], { name: 'fk' })),
    authoring.alterColumn('customer', 'id', { name: 'customer_no' }),
    authoring.alterColumn('customer', 'since', { name: 'joined' }),
    authoring.renameTable('customer', 'client'),
  ];
  const view = viewOf(ops.reduce<SchemaModel>(evolve, SETUP_SCHEMA));
  const client = view.table({ name: 'client' });
  assert.is(view.table({ name: 'customer' }), undefined);
  assert.equal(client?.constraints[0], { kind: 'primaryKey', name: 'pk_customer', columns: ['customer_no'] });
  assert.equal(client?.indexes[0]?.keys, [{ column: 'joined' }]);
  assert.equal(view.table({ name: 'purchase' })?.constraints, [
    { kind: 'foreignKey', name: 'fk', columns: ['customer_id'], references: { table: { name: 'client' }, columns: ['customer_no'] } },
  ]);
});
evolution('a renamed or dropped column is followed by checks, index expressions and predicates', () => {
  const setup = [
    authoring.addConstraint('customer', authoring.check(authoring.sql`since > '2000-01-01'`, { name: 'ck_since' })),
    authoring.createIndex('ix_year', 'customer', [authoring.sql`extract(year from since)`]),
    authoring.createIndex('ix_new', 'customer', ['email'], { where: authoring.sql`since is null` }),
  ].reduce<SchemaModel>(evolve, SETUP_SCHEMA);
  const joined = { name: ['joined'] };
  const renamed = viewOf(evolve(setup, authoring.alterColumn('customer', 'since', { name: 'joined' }))).table({ name: 'customer' });
  const check = renamed?.constraints.find(({ name }) => name === 'ck_since');
  assert.equal(check?.kind === 'check' && check.expression.sql, [joined, " > '2000-01-01'"]);
  assert.equal(renamed?.indexes[1]?.keys, [{ expression: { sql: ['extract(year from ', joined, ')'] } }]);
  assert.equal(renamed?.indexes[2]?.where, { sql: [joined, ' is null'] });
  const dropped = viewOf(evolve(setup, authoring.dropColumn('customer', 'since'))).table({ name: 'customer' });
  assert.not(dropped?.constraints.some(({ name }) => name === 'ck_since'));
  assert.equal(dropped?.indexes, []);
});
evolution('a described table is whole, whatever hand-written SQL did to it', () => {
  const touched = evolve(SETUP_SCHEMA, authoring.execute('ALTER TABLE customer ADD nickname text'));
  assert.not(isWhole(touched, { name: 'customer' }));
  const described = evolve(touched, authoring.describesTable('customer', [authoring.column('nickname', authoring.types.text())]));
  assert.ok(isWhole(described, { name: 'customer' }));
  assert.equal(viewOf(described).table({ name: 'customer' })?.columns.map(({ name }) => name), ['nickname']);
  // What is made unchecked is checked at once in a new table, but not in one that is there.
  const unchecked = authoring.check(authoring.sql`id > 0`, { name: 'ck', notValid: true });
  const legacy = evolve(EMPTY_SCHEMA, authoring.describesTable('legacy', [authoring.column('id', authoring.types.bigint()), unchecked]));
  assert.equal(viewOf(legacy).table({ name: 'legacy' })?.constraints, [unchecked]);
});
evolution('a table that no op made stays unknown', () => {
  const after = evolve(SETUP_SCHEMA, authoring.addColumn('elsewhere', authoring.column('a', authoring.types.text())));
  assert.is(after, SETUP_SCHEMA);
});
evolution.run();
