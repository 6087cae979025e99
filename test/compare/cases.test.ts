/** Pairs of schemas that are told apart, or not, by what the database stores; and in which order what they differ in is done. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addConstraint, check, column, createEnum, createFunction, createIndex, createSchema, createSequence, createTable, createTrigger, createView, foreignKey, index,
  nextValue, now, raw, references, sql, types, unique,
} from '../../src/authoring.ts';
import { type Difference, type Rename, compareSchemas, possibleRenames } from '../../src/compare/index.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { MigsqlError } from '../../src/errors.ts';
import { type Op, describe, evolve } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, type SchemaModel, viewOf } from '../../src/schema/model.ts';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';
import { namedFor } from '../support/lowered.ts';
import { ENGINES, type Engine, createDatabase, isReachable } from '../support/servers.ts';

const ALL = DIALECT_NAMES;
const MYSQLS = ['mysql', 'mariadb'] as const;

interface Case {
  readonly before: readonly Op[];
  readonly after: readonly Op[];
  readonly renames?: readonly Rename[];
}

const modelOf = (ops: readonly Op[], dialect: DialectName): SchemaModel =>
  ops.map((op) => namedFor(op, DIALECTS[dialect])).reduce(evolve, EMPTY_SCHEMA);

const isEngine = (dialect: DialectName): dialect is Engine => (ENGINES as readonly string[]).includes(dialect);

const scripts: { readonly [E in Engine]: string[] } = { postgresql: [], mariadb: [], sqlite: [] };

/** Statements for the engine to run at the end, in one go: the differences, on what the ops before leave. */
function remember(dialect: Engine, ops: readonly Op[]): void {
  let schema = EMPTY_SCHEMA;
  const statements = ops.flatMap((op) => {
    const lowered = lowerOp(op, DIALECTS[dialect], viewOf(schema));
    if ('code' in lowered) throw new Error(`${describe(op)}: ${lowered.message}`);
    schema = evolve(schema, op);
    return lowered.map(({ sql: text }) => `${text};`);
  });
  scripts[dialect].push(...statements);
  scripts[dialect].push(...EMPTIED[dialect]);
}

const EMPTIED: { readonly [E in Engine]: readonly string[] } = {
  postgresql: ['DROP SCHEMA public CASCADE;', 'DROP SCHEMA IF EXISTS s CASCADE;', 'CREATE SCHEMA public;'],
  sqlite: ['.open :memory:'],
  mariadb: [
    'SET foreign_key_checks = 0;', 'DROP DATABASE DATABASE_NAME;', 'SET foreign_key_checks = 1;',
    'CREATE DATABASE DATABASE_NAME CHARACTER SET utf8mb4;', 'USE DATABASE_NAME;',
  ],
};

function differences({ before, after, renames = [] }: Case, dialect: DialectName): readonly Difference[] {
  const [start, wanted] = [modelOf(before, dialect), modelOf(after, dialect)];
  const found = compareSchemas(start, wanted, { dialect: DIALECTS[dialect], renames });
  const reached = found.reduce((model, { op }) => evolve(model, op), start);
  assert.equal(compareSchemas(reached, wanted, { dialect: DIALECTS[dialect] }).map(({ op }) => describe(op)), [], `${dialect}: nothing is left`);
  if (isEngine(dialect)) remember(dialect, [...before.map((op) => namedFor(op, DIALECTS[dialect])), ...found.map(({ op }) => op)]);
  return found;
}

const words = (found: readonly Difference[]): readonly string[] => found.map(({ op }) => describe(op));

/** Both ways: nothing for the one is nothing for the other. */
function same(dialects: readonly DialectName[], before: readonly Op[], after: readonly Op[]): void {
  for (const dialect of dialects) {
    assert.equal(words(differences({ before, after }, dialect)), [], dialect);
    assert.equal(words(differences({ before: after, after: before }, dialect)), [], dialect);
  }
}

function differ(dialects: readonly DialectName[], pair: Case, expected: readonly string[]): void {
  for (const dialect of dialects) assert.equal(words(differences(pair, dialect)), expected, dialect);
}

const native = (text: string): ReturnType<typeof types.native> => types.native(text);
const table = (...items: Parameters<typeof createTable>[1]): readonly Op[] => [createTable('t', [column('id', types.integer(), { primaryKey: true }), ...items])];
const typed = (type: ReturnType<typeof types.native>, settings: Parameters<typeof column>[2] = {}): readonly Op[] => table(column('c', type, settings));
const defaulted = (type: ReturnType<typeof types.native>, value: string): readonly Op[] => typed(type, { default: raw(value) });

const equal = suite('what is stored in the same way');

equal('names of types', () => {
  same(['postgresql'], typed(native('varchar(20)')), typed(native('character varying(20)')));
  same(['postgresql'], typed(types.string(20)), typed(native('character varying (20)')));
  same(['postgresql'], typed(types.timestamp({ zone: true })), typed(native('timestamptz(6)')));
  same(['postgresql', 'mysql', 'mariadb', 'mssql'], typed(native('decimal(8)')), typed(native('NUMERIC(8, 0)')));
  same(MYSQLS, typed(types.integer()), typed(native('int(11)')));
  same(MYSQLS, typed(types.boolean()), typed(native('tinyint(1)')));
  same(['oracle'], typed(types.integer()), typed(native('NUMBER(10,0)')));
  same(['oracle'], typed(native('INTEGER')), typed(native('NUMBER(*,0)')));
  same(['oracle'], typed(types.timestamp()), typed(native('timestamp(6)')));
  same(['mssql'], typed(types.timestamp()), typed(native('datetime2(7)')));
  same(['sqlite'], typed(types.string(20)), typed(native('varchar(20)')));
});

equal('what only looks alike is another type', () => {
  differ(MYSQLS, { before: typed(types.boolean()), after: typed(native('tinyint')) }, ['alter column t.c: type']);
  differ(['sqlite'], { before: typed(native('INTEGER')), after: typed(native('BIGINT')) }, ['alter column t.c: type']);
  differ(['postgresql'], { before: typed(native('varchar')), after: typed(native('text')) }, ['alter column t.c: type']);
  differ(['postgresql'], { before: typed(native('timestamp(3)')), after: typed(native('timestamp')) }, ['alter column t.c: type']);
  differ(['oracle'], { before: typed(native('VARCHAR2(20)')), after: typed(types.string(20)) }, ['alter column t.c: type']);
});

equal('defaults', () => {
  same(['postgresql'], typed(types.string(9), { default: 'x' }), defaulted(types.string(9), `'x'::character varying`));
  same(['postgresql'], defaulted(types.timestamp(), 'now()'), defaulted(types.timestamp(), '(CURRENT_TIMESTAMP)'));
  same(['postgresql'], typed(types.timestamp(), { default: now() }), defaulted(types.timestamp(), 'now()'));
  same(['postgresql'], typed(types.numeric(8, 2), { default: 1.5 }), defaulted(types.numeric(8, 2), '1.50'));
  same(['postgresql'], typed(types.integer(), { default: -1 }), defaulted(types.integer(), `'-1'::integer`));
  same(MYSQLS, typed(types.boolean(), { default: true }), defaulted(types.boolean(), '1'));
  same(['mariadb'], defaulted(types.string(36), 'uuid()'), defaulted(types.string(36), '(UUID())'));
  same(MYSQLS, typed(types.timestamp(), { default: now() }), defaulted(types.timestamp(), 'current_timestamp(6)'));
  same(['mssql'], typed(types.integer(), { default: 5 }), defaulted(types.integer(), '((5))'));
  same(['mssql'], defaulted(types.timestamp(), 'CURRENT_TIMESTAMP'), defaulted(types.timestamp(), '(getdate())'));
  same(['oracle', 'sqlite', 'postgresql'], defaulted(types.timestamp(), 'CURRENT_TIMESTAMP'), defaulted(types.timestamp(), 'current_timestamp'));
  same(ALL, typed(types.integer()), typed(types.integer(), { default: null }));
});

equal('a default that changes by the case of its text, or by more than its spelling', () => {
  differ(ALL, { before: typed(types.string(9), { default: 'x' }), after: typed(types.string(9), { default: 'X' }) }, ['alter column t.c: default']);
  differ(ALL, { before: typed(types.integer(), { default: 1 }), after: typed(types.integer(), { default: 2 }) }, ['alter column t.c: default']);
  differ(ALL, { before: typed(types.integer(), { default: 1 }), after: typed(types.integer()) }, ['alter column t.c: default']);
  differ(['postgresql'], { before: defaulted(types.string(9), `lower('A')`), after: defaulted(types.string(9), `upper('A')`) }, ['alter column t.c: default']);
});

equal('the order of columns', () => {
  same(ALL, table(column('a', types.integer()), column('b', types.integer())), table(column('b', types.integer()), column('a', types.integer())));
});

equal('collations', () => {
  const collated = (collation?: string): readonly Op[] => typed(types.string(9), collation === undefined ? {} : { collation });
  differ(['postgresql'], { before: collated(), after: collated('C') }, ['alter column t.c: collation']);
  differ(['mysql', 'mariadb'], { before: collated('utf8mb4_bin'), after: collated('utf8mb4_general_ci') }, ['alter column t.c: collation']);
  same(MYSQLS, collated('utf8mb4_bin'), collated('UTF8MB4_BIN'));
  same(['postgresql'], typed(types.string(9), { collation: { mysql: 'utf8mb4_bin' } }), collated());
});

equal('a unique index and a unique constraint', () => {
  const constraint = table(column('c', types.integer()), unique(['c'], { name: 'uq' }));
  const unique_ = table(column('c', types.integer()), index(['c'], { name: 'uq', unique: true }));
  same(MYSQLS, constraint, unique_);
  differ(['postgresql', 'sqlite', 'mssql', 'oracle'], { before: constraint, after: unique_ }, ['drop unique constraint uq of t', 'create unique index uq on t']);
});

equal('the text of a partial index and of a check', () => {
  const partial = (text: string): readonly Op[] => [...table(column('c', types.integer())), createIndex('ix', 't', ['c'], { where: raw(text) })];
  same(['postgresql', 'sqlite'], partial('c > 0 AND id IN (1, 2)'), partial('((c>0) and (ID in (2,1)))'));
  same(['postgresql'], partial('id IN (1, 2)'), partial('(id = ANY (ARRAY[1, 2]))'));
  same(['mssql'], partial('c > 0'), partial('([c]>(0))'));
  differ(['postgresql', 'sqlite'], { before: partial('c > 0'), after: partial('c > 1') }, ['drop index ix on t', 'create index ix on t']);
  const checked = (text: string): readonly Op[] => table(column('c', types.string(9)), check(raw(text), { name: 'ck' }));
  same(['postgresql'], checked(`c IN ('a', 'b')`), checked(`((c)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))`));
  same(MYSQLS, checked('c IN (\'a\', \'b\')'), checked('(`c` in (_utf8mb4\'a\',_utf8mb4\'b\'))'.replaceAll('_utf8mb4', '')));
  same(['mssql'], checked(`c IN ('a', 'b')`), checked(`([c]='b' OR [c]='a')`));
  differ(ALL, { before: checked(`c = 'a'`), after: checked(`c = 'A'`) }, ['drop check constraint ck of t', 'add check constraint ck to t']);
});

equal('names that fold to the same name', () => {
  const upper: readonly Op[] = [createTable('T', [column('ID', types.integer(), { primaryKey: true }), column('C', types.integer())])];
  same(['sqlite', 'mssql', 'mysql'], table(column('c', types.integer())), upper);
  same(['postgresql'], table(), [createTable({ schema: 'public', name: 't' }, [column('id', types.integer(), { primaryKey: true })])]);
});

equal('what has no name is known by what it is', () => {
  const named = modelOf(table(column('c', types.integer()), unique(['c'], { name: 'some' }), check(sql`c > 0`, { name: 'any' })), 'postgresql');
  const nameless = table(column('c', types.integer()), unique(['c']), check(sql`(c > 0)`)).reduce(evolve, EMPTY_SCHEMA);
  assert.equal(words(compareSchemas(named, nameless, { dialect: DIALECTS.postgresql })), []);
});

equal('what has no name and must go is an error', () => {
  const nameless = table(column('c', types.integer()), unique(['c'])).reduce(evolve, EMPTY_SCHEMA);
  const after = modelOf(table(column('c', types.integer())), 'postgresql');
  assert.throws(() => compareSchemas(nameless, after, { dialect: DIALECTS.postgresql }), /unique constraint of 't' must go and has no name/);
});

equal('comments where the database keeps none', () => {
  const commented: readonly Op[] = [createTable('t', [column('id', types.integer(), { comment: 'a' })], { comment: 'b' })];
  const plain: readonly Op[] = [createTable('t', [column('id', types.integer())])];
  same(['sqlite'], commented, plain);
  differ(['postgresql', 'mysql', 'mariadb', 'oracle', 'mssql'], { before: plain, after: commented }, ['alter column t.id: comment', 'set comment of table t']);
});

equal('options of another database', () => {
  const optioned = createTable('t', [column('id', types.integer())], { on: { mysql: { engine: 'InnoDB' }, postgresql: { with: { fillfactor: 70 } } } });
  const plain = createTable('t', [column('id', types.integer())]);
  same(['sqlite', 'oracle', 'mssql', 'mariadb'], [optioned], [plain]);
  differ(['postgresql'], { before: [optioned], after: [plain] }, ['set options of table t']);
  differ(['mysql', 'postgresql'], { before: [plain], after: [optioned] }, ['set options of table t']);
});

equal('the index that a foreign key needs', () => {
  const key = column('ref', types.integer(), { references: references('t', 'id', { name: 'fk' }) });
  const both = table(key, index(['ref'], { name: 'ix' }));
  differ(MYSQLS, { before: both, after: table(key) }, []);
  differ(['postgresql'], { before: both, after: table(key) }, ['drop index ix on t']);
  differ(MYSQLS, { before: table(key), after: table(column('ref', types.integer())) }, ['drop foreign key fk of t', 'drop index fk on t']);
});

const ordered = suite('the order of what differs');

ordered('values of an enum come in their places', () => {
  const mood = (...values: readonly string[]): readonly Op[] => [createEnum('mood', values), createTable('t', [column('id', types.integer(), { primaryKey: true }), column('c', types.enum('mood', values))])];
  differ(['postgresql', 'sqlite', ...MYSQLS, 'mssql', 'oracle'], { before: mood('b', 'd'), after: mood('a', 'b', 'c', 'd', 'e') }, [
    `add value 'a' to enum type mood`, `add value 'c' to enum type mood`, `add value 'e' to enum type mood`,
  ]);
  const renames = [{ from: 'mood.b', to: 'mood.z' }];
  differ(['postgresql', ...MYSQLS], { before: mood('a', 'b'), after: mood('a', 'z', 'c'), renames }, [`rename value 'b' of enum type mood to 'z'`, `add value 'c' to enum type mood`]);
  const fewer = differences({ before: mood('a', 'b'), after: mood('b') }, 'postgresql');
  assert.equal(words(fewer), ['alter column t.c: type', 'drop enum type mood', 'create enum type mood', 'alter column t.c: type']);
  assert.is(fewer.at(-1)!.destructive, `rows may hold 'a' of 'mood'`);
  differ(MYSQLS, { before: mood('a', 'b'), after: mood('b') }, ['alter column t.c: type']);
});

ordered('a serial column and an identity column', () => {
  const serial = [createTable('t', [column('id', native('serial'), { nullable: false })])];
  const identity = [createTable('t', [column('id', types.integer(), { identity: true })])];
  differ(['postgresql'], { before: serial, after: identity }, ['alter column t.id: type, default, identity']);
  const plain = [createTable('t', [column('id', types.integer(), { nullable: false, default: raw(`nextval('t_id_seq'::regclass)`) })])];
  assert.equal(words(compareSchemas(modelOf(serial, 'postgresql'), modelOf(plain, 'postgresql'), { dialect: DIALECTS.postgresql })), []);
});

ordered('tables that reference themselves and each other', () => {
  const circle: readonly Op[] = [
    createTable('a', [column('id', types.integer(), { primaryKey: true }), column('b_id', types.integer()), column('up', types.integer(), { references: references('a', 'id') })]),
    createTable('b', [column('id', types.integer(), { primaryKey: true }), column('a_id', types.integer(), { references: references('a', 'id') })]),
    addConstraint('a', foreignKey(['b_id'], 'b', ['id'], { name: 'fk_ab' })),
  ];
  differ(ALL, { before: [], after: circle }, ['create table b', 'create table a', 'add foreign key fk_b_a_id_a to b']);
  const back = differences({ before: circle, after: [] }, 'postgresql');
  assert.equal(words(back), ['drop foreign key fk_b_a_id_a of b', 'drop table a', 'drop table b']);
  assert.equal(back.map(({ destructive }) => destructive), [undefined, `the rows of 'a' are lost`, `the rows of 'b' are lost`]);
});

ordered('a key, and the foreign key on it', () => {
  const keyed = (type: ReturnType<typeof types.native>, key: string): readonly Op[] => [
    createTable('a', [column('id', type, { nullable: false }), unique(['id'], { name: key })]),
    createTable('b', [column('a_id', type), foreignKey(['a_id'], 'a', ['id'], { name: 'fk' })]),
  ];
  differ(['postgresql', 'mariadb'], { before: keyed(types.integer(), 'k'), after: keyed(types.string(9), 'k') }, [
    'drop foreign key fk of b', 'alter column a.id: type', 'alter column b.a_id: type', 'add foreign key fk to b',
  ]);
  differ(['postgresql', 'mariadb'], { before: keyed(types.integer(), 'k'), after: keyed(types.integer(), 'l') }, ['rename unique constraint k of a to l']);
});

ordered('views on what changes', () => {
  const viewed = (type: ReturnType<typeof types.native>, extra: readonly ReturnType<typeof column>[] = []): readonly Op[] => [
    createTable('t', [column('id', type), ...extra]),
    createView('v', sql`SELECT id FROM t`),
    createView('w', sql`SELECT id FROM v`),
  ];
  differ(['postgresql', 'sqlite', 'mariadb'], { before: viewed(types.integer()), after: viewed(types.bigint()) }, [
    'drop view w', 'drop view v', 'alter column t.id: type', 'create view v', 'create view w',
  ]);
  differ(ALL, { before: viewed(types.integer()), after: viewed(types.integer(), [column('more', types.integer())]) }, ['add column t.more']);
  same(['postgresql', 'mariadb', 'sqlite'], viewed(types.integer()), [...viewed(types.integer()).slice(0, 2), createView('w', sql`select  id\nfrom v`)]);
});

ordered('functions, triggers and sequences that others use', () => {
  const made = (body: string): readonly Op[] => [
    createSequence('sq', { start: 5 }),
    createFunction('f', raw(`() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body}; END $$`)),
    createTable('t', [column('id', types.bigint(), { default: nextValue('sq') })]),
    createTrigger('tr', 't', 'BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()'),
  ];
  differ(['postgresql'], { before: [], after: made('RETURN NEW') }, ['create sequence sq', 'create table t', 'create function f', 'create trigger tr on t']);
  differ(['postgresql'], { before: made('RETURN NEW'), after: made('RETURN OLD') }, ['drop trigger tr on t', 'drop function f', 'create function f', 'create trigger tr on t']);
  differ(['postgresql'], { before: made('RETURN NEW'), after: [] }, ['drop table t', 'drop sequence sq', 'drop function f']);
});

ordered('schemas around what is in them', () => {
  const inside: readonly Op[] = [createSchema('s'), createTable({ schema: 's', name: 't' }, [column('id', types.integer())])];
  differ(['postgresql'], { before: [], after: inside }, ['create schema s', 'create table s.t']);
  differ(['postgresql'], { before: inside, after: [] }, ['drop table s.t', 'drop schema s']);
});

ordered('a sequence takes its bound back', () => {
  differ(['postgresql', 'mariadb', 'oracle', 'mssql'], { before: [createSequence('sq', { maxValue: 100 })], after: [createSequence('sq')] }, ['alter sequence sq']);
  same(['postgresql', 'mariadb'], [createSequence('sq', { start: 1, increment: 1, minValue: 1 })], [createSequence('sq')]);
});

ordered('what may lose data, or fail, says why', () => {
  const reasons = (before: readonly Op[], after: readonly Op[]): readonly (string | undefined)[] => differences({ before, after }, 'postgresql').map(({ destructive }) => destructive);
  assert.equal(reasons(table(), typed(types.integer(), { nullable: false })), [`rows of 't' have no value for 'c', which takes no NULL`]);
  assert.equal(reasons(table(), typed(types.integer(), { nullable: false, default: 1 })), [undefined]);
  assert.equal(reasons(typed(types.integer()), table()), [`the values of 't.c' are lost`]);
  assert.equal(reasons(typed(types.string(20)), typed(types.string(10))), [`values of 't.c' may not fit its new type`]);
  assert.equal(reasons(typed(types.string(10)), typed(types.string(20))), [undefined]);
  assert.equal(reasons(typed(types.integer()), typed(types.bigint())), [undefined]);
  assert.equal(reasons(typed(types.integer()), typed(types.integer(), { nullable: false })), [`rows may hold NULL in 't.c'`]);
  assert.equal(reasons(typed(types.integer()), typed(types.integer(), { unique: true })), [`rows of 't' may have the same values`]);
  assert.equal(reasons(typed(types.integer()), [...typed(types.integer()), createIndex('ix', 't', ['c'], { unique: true })]), [`rows of 't' may have the same values`]);
});

const renamed = suite('renames');

const account: readonly Op[] = [createTable('account', [column('id', types.integer(), { primaryKey: true }), column('mail', types.string(9)), index(['mail'], { name: 'ix' })])];
const customer: readonly Op[] = [createTable('customer', [column('id', types.integer(), { primaryKey: true }), column('email', types.string(9)), index(['email'], { name: 'ix' })])];

renamed('are done when they are asked for, and never guessed', () => {
  const renames = [{ from: 'account', to: 'customer' }, { from: 'account.mail', to: 'customer.email' }];
  const expected = ['alter column account.mail: rename to email', 'rename table account to customer', 'rename primary key pk_account of customer to pk_customer'];
  differ(['postgresql', 'oracle', 'mssql', 'sqlite'], { before: account, after: customer, renames }, expected);
  differ(MYSQLS, { before: account, after: customer, renames }, expected.slice(0, 2));
  differ(['postgresql'], { before: account, after: customer }, ['drop table account', 'create table customer']);
});

renamed('that may be meant are told', () => {
  assert.equal(possibleRenames(modelOf(account, 'postgresql'), modelOf(customer, 'postgresql')), [{ from: 'account', to: 'customer' }]);
  assert.equal(possibleRenames(modelOf(typed(types.integer()), 'postgresql'), modelOf(table(column('d', types.integer())), 'postgresql')), [{ from: 't.c', to: 't.d' }]);
  assert.equal(possibleRenames(modelOf(typed(types.integer()), 'postgresql'), modelOf(table(column('d', types.date())), 'postgresql')), []);
  assert.equal(possibleRenames(modelOf([createEnum('mood', ['a', 'b'])], 'postgresql'), modelOf([createEnum('mood', ['a', 'c'])], 'postgresql')), [{ from: 'mood.b', to: 'mood.c' }]);
});

renamed('that name nothing are errors, all of them at once', () => {
  const renames = [{ from: 'acount', to: 'customer' }, { from: 'account', to: 'costumer' }];
  try {
    compareSchemas(modelOf(account, 'postgresql'), modelOf(customer, 'postgresql'), { dialect: DIALECTS.postgresql, renames });
    assert.unreachable();
  } catch (error) {
    if (!(error instanceof MigsqlError)) throw error;
    assert.equal(error.diagnostics.map(({ code, message, hint }) => [code, message, hint]).sort(), [
      ['unknown-rename', `the rename 'account=costumer' names nothing: no 'costumer' comes in its place`, 'Did you mean customer?'],
      ['unknown-rename', `the rename 'acount=customer' names nothing: no 'acount' goes`, 'Did you mean account?'],
    ]);
  }
});

equal.run();
ordered.run();
renamed.run();

for (const engine of ENGINES) {
  const engines = suite(`${engine}: the differences of all pairs`);
  if (!isReachable(engine)) engines('is not reachable, as a line beginning with SKIPPED says', () => {});
  else {
    engines('run', () => {
      const database = createDatabase(engine);
      assert.ok(scripts[engine].length > 100, 'there are statements to run');
      database.run(`${scripts[engine].join('\n').replaceAll('DATABASE_NAME', database.name)}\n`);
      database.drop();
    });
  }
  engines.run();
}
