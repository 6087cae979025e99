/** Ops of a project's own, as builders of plain data. In a project: test/custom-ops.test.ts. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addColumn, addConstraint, column, createTable, defineOp, dropColumn, drops, dropTable, execute, forDialect,
  irreversible, list, literal, makes, name, refused, renameTable, restores, shape, sql, types, unique,
} from '../../src/authoring.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { formatDiagnostic } from '../../src/diagnostics.ts';
import { checkOps } from '../../src/ops/check.ts';
import { checkNames } from '../../src/ops/check-names.ts';
import type { CustomOp } from '../../src/ops/custom.ts';
import { type Op, describe, evolve, reverse, source } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { layout } from '../../src/typescript/index.ts';
import { namedFor, refusalOf, statementsOf } from '../support/lowered.ts';

const NONE = refused('it has no policies', 'Use a view.');

const createPolicy = defineOp('createPolicy', {
  shape: {
    policy: shape.name(),
    table: shape.table(),
    using: shape.fragment(),
    to: shape.optional(shape.list(shape.name())),
    as: shape.optional(shape.oneOf('PERMISSIVE', 'RESTRICTIVE')),
  },
  describe: ({ policy, table }) => `create policy ${policy} on ${table.name}`,
  lower: {
    postgresql: ({ policy, table, using, to = ['public'] }) =>
      sql`CREATE POLICY ${name(policy)} ON ${name(table)} TO ${list(to.map((role) => name(role)))} USING (${using})`,
    default: NONE,
  },
  reverse: ({ policy, table }) => [dropPolicy({ policy, table })],
  evolve: ({ policy, table }) => makes('policy', policy, table),
});

const dropPolicy = defineOp('dropPolicy', {
  shape: { policy: shape.name(), table: shape.table() },
  describe: ({ policy, table }) => `drop policy ${policy} on ${table.name}`,
  lower: { postgresql: ({ policy, table }) => sql`DROP POLICY ${name(policy)} ON ${name(table)}`, default: NONE },
  reverse: ({ policy, table }) => restores('policy', policy, table),
  evolve: ({ policy, table }) => drops('policy', policy, table),
});

const own = { policy: 'own', table: { schema: 'app', name: 'note' }, using: sql`owner = ${literal("o'hara")}` };

/** An op of nothing but SQL. */
const statement = (lower: Parameters<typeof defineOp<{}>>[1]['lower']): CustomOp =>
  defineOp('custom', { shape: {}, describe: () => 'custom', lower })({});

const messageOf = (build: () => unknown): string => {
  try {
    build();
  } catch (error) {
    return String(error);
  }
  return 'nothing thrown';
};

const builder = suite('what a builder takes');

builder('TypeScript knows its parameters', () => {
  const given = { policy: 'p', table: 't', using: sql`true` };
  // @ts-expect-error a missing field
  assert.throws(() => createPolicy({ policy: 'p', table: 't' }), /using: is missing/);
  // @ts-expect-error an unknown field
  assert.throws(() => createPolicy({ ...given, usng: sql`true` }), /usng: no such field/);
  // @ts-expect-error a text where a fragment is due
  assert.throws(() => createPolicy({ ...given, using: 'true' }), /using: expected a fragment/);
  // @ts-expect-error a number where a name is due
  assert.throws(() => createPolicy({ ...given, policy: 1 }), /policy: expected a name, got 1/);
  // @ts-expect-error none of the choices
  assert.throws(() => createPolicy({ ...given, as: 'STRICT' }), /as: expected one of 'PERMISSIVE', 'RESTRICTIVE', got "STRICT"/);
  // @ts-expect-error one name where a list is due
  assert.throws(() => createPolicy({ ...given, to: 'public' }), /to: expected a list, not empty, of: a name/);
  assert.is(createPolicy({ ...given, to: undefined }).name, 'createPolicy');
});

builder('TypeScript knows what the functions are given, and what they give', () => {
  assert.throws(() => defineOp('x', {
    shape: { table: shape.table(), count: shape.optional(shape.integer()), value: shape.value() },
    describe: ({ table, count }) => {
      // @ts-expect-error a table has come to be { schema, name }
      table.toUpperCase?.();
      // @ts-expect-error an optional field may be absent
      const always: number = count;
      return `${table.name} ${always}`;
    },
    // @ts-expect-error a dialect that does not exist
    lower: { postgres: () => sql`` },
  }));
  // @ts-expect-error a text is no SQL
  assert.throws(() => statement({ default: () => 'DROP TABLE t' }), /lower\.default: expected sql/);
  defineOp('y', {
    shape: {},
    describe: () => 'y',
    lower: {},
    // @ts-expect-error a builder's call, and not the builder
    reverse: () => [dropTable],
  });
});

builder('every wrong field is named at once', () => {
  assert.is(
    messageOf(() => createPolicy({ table: { name: '' }, using: sql`true`, policy: 2n, more: 1 } as never)),
    'TypeError: createPolicy: policy: expected a name, got "2n"; ' +
      'table: expected a table\'s name, or { schema, name }, got {"name":""}; more: no such field',
  );
  assert.match(messageOf(() => createPolicy('own' as never)), /createPolicy: expected \{ policy, table, using, to, as \}, got "own"/);
});

builder('values become literals, and a list is not empty', () => {
  const given: unknown[] = [];
  const op = defineOp('x', {
    shape: {
      all: shape.list(shape.value()),
      type: shape.type(),
      on: shape.boolean(),
      count: shape.integer(),
      text: shape.text(),
    },
    describe: ({ all, ...rest }) => (given.push(...all, rest), 'x'),
    lower: {},
  });
  const rest = { type: types.text(), on: true, count: 3, text: '' };
  op({ all: [null, 1n, new Uint8Array([1, 255]), 'a', { json: [1] }], ...rest });
  assert.equal(given, [null, { bigint: '1' }, { bytes: '01ff' }, 'a', { json: [1] }, rest]);
  assert.match(messageOf(() => op({ all: [], ...rest })), /all: expected a list, not empty/);
  assert.match(messageOf(() => op({ all: [NaN], ...rest })), /all: expected a list, not empty, of: a literal/);
  assert.match(messageOf(() => op({ all: [1], ...rest, count: 1.5 })), /count: expected an integer, got 1\.5/);
});

builder('the op is plain data of a right shape, with its description and source', () => {
  for (const op of [createPolicy({ ...own, to: ['a', 'b'] }), dropPolicy({ policy: 'own', table: own.table })]) {
    const travelled = JSON.parse(JSON.stringify([op]));
    assert.equal(checkOps(travelled, () => undefined).problems, []);
    assert.equal(travelled, [op]);
    assert.equal(new Function('sql', 'name', 'literal', `return (${layout(source(op))})`)(sql, name, literal), op);
  }
  assert.is(describe(createPolicy(own)), 'create policy own on note');
});
builder.run();

const wrong = suite('what is wrong with a definition');
const problemsOf = (op: unknown): readonly string[] =>
  checkOps(JSON.parse(JSON.stringify([op])), () => undefined).problems.map((each) => formatDiagnostic(each).split('\n')[0]!);

wrong('an unknown dialect, at the definition', () => {
  assert.match(messageOf(() => statement({ postgres: () => sql`SELECT 1` } as never)), /defineOp\('custom'\): lower\.postgres: expected one of postgresql,/);
});
wrong('forDialect where ops of one dialect are due', () => {
  const op = defineOp('x', { shape: {}, describe: () => 'x', lower: {}, reverse: () => [forDialect({ default: [] }) as never] })({});
  assert.match(problemsOf(op).join(), /custom: undo: .*invalid-op/);
});
wrong('ops that are none', () => {
  const op = defineOp('x', { shape: {}, describe: () => 'x', lower: {}, evolve: () => [{ op: 'addColumn' } as never] })({});
  assert.equal(problemsOf(op).map((text) => text.split(':')[0]), ['addColumn', 'addColumn', 'addColumn', 'addColumn']);
});
wrong('what its functions must not give', () => {
  const message = (fields: object): string =>
    messageOf(() => defineOp('x', { shape: {}, describe: () => 'x', lower: {}, ...fields })({}));
  assert.match(message({ evolve: () => restores('a', 'b') }), /x: evolve: expected makes\(…\), drops\(…\), ops, .* got \{"restore"/);
  assert.match(message({ evolve: () => [makes('a', 'b'), 'c'] }), /x: evolve: expected makes/);
  assert.match(message({ reverse: () => makes('a', 'b') }), /x: reverse: expected a list of ops, restores\(…\) or irreversible\(…\), got/);
  assert.match(message({ reverse: () => undefined }), /x: reverse: expected .* got undefined/);
  assert.match(message({ describe: () => undefined }), /x: describe: expected a text, got undefined/);
});
wrong('two things made by one op', () => {
  const op = defineOp('x', { shape: {}, describe: () => 'x', lower: {}, evolve: () => [makes('a', 'b'), makes('a', 'c')] });
  assert.match(messageOf(() => op({})), /x: evolve: expected one makes\(…\) and one drops\(…\) at most/);
});
wrong.run();

const lowering = suite('its SQL');
const NAMES = Object.keys(DIALECTS) as DialectName[];

lowering('names, literals and lists in the words of the dialect', () => {
  assert.equal(statementsOf(DIALECTS.postgresql, createPolicy({ ...own, to: ['Ann', 'user'] })), [
    `CREATE POLICY own ON app.note TO "Ann", "user" USING (owner = 'o''hara')`,
  ]);
});
lowering('refused in the words of the author, or where nothing is said', () => {
  assert.is(formatDiagnostic(refusalOf(DIALECTS.mysql, createPolicy(own))), 'createPolicy on mysql: it has no policies [refused]\n  Use a view.');
  assert.match(refusalOf(DIALECTS.sqlite, statement({ mysql: () => sql`SELECT 1` })).message, /'custom' says nothing for SQLite/);
  const asked = statement({ default: () => refused('not this time', 'Wait.') });
  assert.match(refusalOf(DIALECTS.oracle, asked).message, /custom on oracle: not this time/);
});
lowering('several statements, none, and what the author knows of them', () => {
  const op = statement({
    postgresql: () => [
      sql`CREATE INDEX CONCURRENTLY i ON t (a)`,
      { sql: sql`SELECT fill()`, kind: 'data' },
      { sql: sql`VACUUM t`, transactional: false },
    ],
    default: () => [],
  });
  const lowered = lowerOp(op, DIALECTS.postgresql, viewOf(EMPTY_SCHEMA));
  assert.equal('code' in lowered ? lowered : lowered.map(({ sql: text, kind, transactional }) => [text, kind, transactional]), [
    ['CREATE INDEX CONCURRENTLY i ON t (a)', 'schema', false],
    ['SELECT fill()', 'data', true],
    ['VACUUM t', 'schema', false],
  ]);
  assert.equal(statementsOf(DIALECTS.mysql, op), []);
});
for (const dialect of NAMES) {
  lowering(`${dialect}: a terminator is no part of a statement, and transactions are the script's`, () => {
    assert.equal(statementsOf(DIALECTS[dialect], statement({ default: () => sql`DROP TABLE t;` })), ['DROP TABLE t']);
    assert.match(refusalOf(DIALECTS[dialect], statement({ default: () => sql`COMMIT` })).message, /transactions are the script's/);
    assert.match(refusalOf(DIALECTS[dialect], statement({ default: () => sql`` })).message, /gives an empty statement/);
  });
}
lowering('a trigger stays whole', () => {
  const bodies: { readonly [D in DialectName]?: string } = {
    sqlite: 'CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; SELECT 2; END -- end',
    mysql: 'CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.a = 1; SET NEW.b = 2; END',
    mariadb: 'CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.a = 1; SET NEW.b = 2; END',
    oracle: 'CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW BEGIN :new.a := 1; END;',
    mssql: 'CREATE TRIGGER r ON t AFTER INSERT AS BEGIN SELECT 1; SELECT 2; END',
    postgresql: 'CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN NEW.a = 1; RETURN NEW; END $$ LANGUAGE plpgsql',
  };
  for (const dialect of NAMES) {
    const text = bodies[dialect]!;
    const lowered = lowerOp(statement({ default: () => ({ sql: { sql: [text] } }) }), DIALECTS[dialect], viewOf(EMPTY_SCHEMA));
    // What stands behind the end is no part of it.
    assert.equal('code' in lowered ? lowered : lowered.map((each) => each.sql), [text.replace(/ --.*/, '')], dialect);
  }
});
lowering.run();

const undoing = suite('reverse and evolve');
const after = (...ops: readonly Op[]) => ops.reduce(evolve, EMPTY_SCHEMA);
const other = { ...own, table: 'other', using: sql`false` };

undoing('what was dropped comes back as it was made; another of its name is another', () => {
  const schema = after(createPolicy(own), createPolicy(other));
  assert.equal(reverse(dropPolicy({ policy: 'own', table: own.table }), viewOf(schema)), [createPolicy(own)]);
  assert.equal(reverse(dropPolicy({ policy: 'own', table: 'other' }), viewOf(schema)), [createPolicy(other)]);
});
undoing('what no op made, or made under another table name, is refused', () => {
  const drop = dropPolicy({ policy: 'own', table: 'renamed' });
  const schema = after(createTable('other', []), createPolicy(other), renameTable('other', 'renamed'));
  assert.equal(reverse(drop, viewOf(schema)), { irreversible: "no op made policy 'own' on 'renamed', so what it was is not known" });
  assert.equal(after(createPolicy(own), dropPolicy({ policy: 'own', table: own.table })), EMPTY_SCHEMA);
});
undoing('two ops may name each other', () => {
  const enable = defineOp('enable', {
    shape: { table: shape.table() },
    describe: () => 'enable',
    lower: { default: ({ table }) => sql`ALTER TABLE ${name(table)} ENABLE ROW LEVEL SECURITY` },
    reverse: ({ table }): readonly Op[] => [disable({ table })],
  });
  const disable = defineOp('disable', {
    shape: { table: shape.table() },
    describe: () => 'disable',
    lower: { default: ({ table }) => sql`ALTER TABLE ${name(table)} DISABLE ROW LEVEL SECURITY` },
    reverse: ({ table }) => [enable({ table })],
  });
  const view = viewOf(EMPTY_SCHEMA);
  for (const [op, back] of [[enable, 'disable'], [disable, 'enable']] as const) {
    assert.equal((reverse(op({ table: 't' }), view) as readonly Op[]).map(describe), [back]);
  }
});
undoing('without reverse, or with a reason, it is refused', () => {
  const view = viewOf(EMPTY_SCHEMA);
  assert.equal(reverse(statement({}), view), { irreversible: "'custom' does not say what undoes it" });
  const op = defineOp('x', { shape: {}, describe: () => 'x', lower: {}, reverse: () => irreversible('rows are gone') })({});
  assert.equal(reverse(op, view), { irreversible: 'rows are gone' });
});
undoing('an error in reverse leaves the next op as it should be', () => {
  const broken = defineOp('x', { shape: {}, describe: () => 'x', lower: {}, reverse: () => { throw new Error('no'); } });
  assert.throws(() => broken({}), /no/);
  assert.ok(Array.isArray(createPolicy(own).undo));
});
undoing('ops of the same effect are known to what follows, with their names', () => {
  const audit = defineOp('addAudit', {
    shape: { table: shape.table() },
    describe: () => 'audit',
    lower: { default: ({ table }) => sql`CALL add_audit(${name(table)})` },
    evolve: ({ table }) => [
      addColumn(table, column('changed_by', types.string(60), { nullable: false })),
      addConstraint(table, unique(['changed_by'])),
      makes('audit', 'audit', table),
    ],
  });
  const schema = after(createTable('t', []), namedFor(audit({ table: 't' }), DIALECTS.mysql));
  const table = viewOf(schema).table({ name: 't' });
  assert.equal(table?.columns.map((each) => each.name), ['changed_by']);
  assert.equal(table?.constraints.map((each) => each.name), ['uq_t_changed_by']);
});
undoing('tables that its SQL alters are no longer judged, unless it gives ops of the same effect', () => {
  const altering = (fields: object) =>
    defineOp('x', { shape: {}, describe: () => 'x', lower: { default: () => sql`ALTER TABLE t ADD COLUMN b int` }, ...fields })({});
  const found = (op: Op) => checkNames(dropColumn('t', 'b'), after(createTable('t', []), op)).map(({ code }) => code);
  assert.equal(found(altering({})), []);
  assert.equal(found(altering({ evolve: () => makes('column', 'b', 't') })), []);
  assert.equal(found(altering({ evolve: () => [addColumn('t', column('b', types.integer()))] })), []);
  assert.equal(found(altering({ evolve: () => [addColumn('t', column('c', types.integer()))] })), ['not-in-schema']);
});
undoing('an op may undo itself by hand-written SQL', () => {
  const op = defineOp('x', { shape: {}, describe: () => 'x', lower: {}, reverse: () => [execute('SELECT 1')] })({});
  assert.equal(reverse(op, viewOf(EMPTY_SCHEMA)), [execute('SELECT 1')]);
});
undoing.run();
