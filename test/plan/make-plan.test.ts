import { suite } from 'uvu';
import { DEFAULT_NAMING } from '../../src/ops/naming.ts';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import type { Dialect } from '../../src/dialects/dialect.ts';
import { MigsqlError } from '../../src/errors.ts';
import type { Downgrade, Migration } from '../../src/migration.ts';
import type { AuthoredOp } from '../../src/ops/index.ts';
import { type PlanRequest, makePlan, planEvents } from '../../src/plan/index.ts';
import { buildGraph, revisionsUpTo, walk } from '../../src/revisions/index.ts';
import { SchemaNeeded } from '../../src/schema/model.ts';
import { plainDialect } from '../support/plain-dialect.ts';

interface Source {
  readonly revises?: readonly string[];
  readonly upgrade: readonly AuthoredOp[];
  readonly downgrade?: Downgrade;
}

const migrationsOf = (sources: { readonly [id: string]: Source }): ReadonlyMap<string, Migration> =>
  new Map(
    Object.entries(sources).map(([id, { revises = [], upgrade, downgrade = 'reversed' }]) => [
      id,
      { id, revises, dependsOn: [], branchLabels: [], title: id, file: `${id}.ts`, sha256: id, imports: [], upgrade, downgrade },
    ]),
  );

interface Asked {
  readonly from?: readonly string[];
  readonly to: string;
  readonly direction?: 'upgrade' | 'downgrade';
  readonly dialect?: Dialect;
  readonly transaction?: PlanRequest['transaction'];
  readonly replay?: boolean;
}

const transactional = plainDialect({ transactionalDdl: true });

function request(sources: { readonly [id: string]: Source }, asked: Asked): PlanRequest {
  const migrations = migrationsOf(sources);
  const graph = buildGraph([...migrations.values()]);
  const from = asked.from ?? [];
  return {
    dialect: asked.dialect ?? transactional,
    from,
    steps: walk(graph, { from, target: asked.to, direction: asked.direction ?? 'upgrade' }),
    transaction: asked.transaction ?? 'script',
    versionTable: { name: 'v' },
    naming: DEFAULT_NAMING,
    migrations,
    ...(asked.replay && { history: revisionsUpTo(graph, from).map(({ id }) => id) }),
  };
}

/** The plan's events, short: `begin`, `commit`, `# revision` and statements. */
const trace = (sources: { readonly [id: string]: Source }, asked: Asked): string[] =>
  [...planEvents(makePlan(request(sources, asked)))].flatMap((event) => {
    if (event.kind === 'step') return [`# ${event.step.revision}`];
    if (event.kind === 'statement') return [event.statement.sql];
    if (!event.block.transactional) return [];
    return [event.kind === 'begin' ? 'begin' : 'commit'];
  });

const note = m.column('note', m.types.text());
const CHAIN = {
  a: { upgrade: [m.createTable('t', [m.column('id', m.types.integer())])] },
  b: { revises: ['a'], upgrade: [m.addColumn('t', note), m.execute('UPDATE t', { reverse: 'UNDO t' })] },
  c: { revises: ['b'], upgrade: [m.dropColumn('t', 'note')] },
};

const plan = suite('plan');
plan('one transaction holds the script, with the version table made first', () => {
  assert.equal(trace(CHAIN, { to: 'c' }), [
    '# a', 'begin', 'create v', 'create table t', "INSERT INTO v (revision) VALUES ('a')",
    '# b', 'add column t.note', 'execute SQL: UPDATE t …', "UPDATE v SET revision = 'b' WHERE revision = 'a'",
    '# c', 'drop column t.note', "UPDATE v SET revision = 'c' WHERE revision = 'b'", 'commit',
  ]);
});
plan('a transaction a revision', () => {
  assert.equal(trace(CHAIN, { from: ['a'], to: 'c', transaction: 'revision' }), [
    '# b', 'begin', 'add column t.note', 'execute SQL: UPDATE t …', "UPDATE v SET revision = 'b' WHERE revision = 'a'", 'commit',
    '# c', 'begin', 'drop column t.note', "UPDATE v SET revision = 'c' WHERE revision = 'b'", 'commit',
  ]);
});
plan('each statement by itself', () => {
  assert.equal(trace(CHAIN, { from: ['a'], to: 'b', transaction: 'none' }), [
    '# b', 'begin', 'add column t.note', 'commit', 'begin', 'execute SQL: UPDATE t …', 'commit',
    'begin', "UPDATE v SET revision = 'b' WHERE revision = 'a'", 'commit',
  ]);
});
plan('without autocommit data is committed even where no transaction is asked for', () => {
  const oracle = plainDialect({ transactionalDdl: false, autocommit: false });
  assert.equal(trace(CHAIN, { from: ['a'], to: 'b', transaction: 'none', dialect: oracle }), [
    '# b', 'add column t.note',
    'begin', 'execute SQL: UPDATE t …', "UPDATE v SET revision = 'b' WHERE revision = 'a'", 'commit',
  ]);
});
plan('schema changes stand outside transactions where they cannot be rolled back, data inside', () => {
  assert.equal(trace(CHAIN, { to: 'b', dialect: plainDialect({ transactionalDdl: false }) }), [
    '# a', 'create v', 'create table t', 'begin', "INSERT INTO v (revision) VALUES ('a')", 'commit',
    '# b', 'add column t.note',
    'begin', 'execute SQL: UPDATE t …', "UPDATE v SET revision = 'b' WHERE revision = 'a'", 'commit',
  ]);
});
plan('a statement that is not transactional splits the blocks around it', () => {
  const sources = {
    a: { upgrade: [m.dropTable('x'), m.execute('VACUUM', { transactional: false }), m.dropTable('y')] },
  };
  assert.equal(trace(sources, { to: 'a' }), [
    '# a', 'begin', 'create v', 'drop table x', 'commit', 'execute SQL: VACUUM …', 'begin', 'drop table y',
    "INSERT INTO v (revision) VALUES ('a')", 'commit',
  ]);
  assert.equal(makePlan(request(sources, { to: 'a' })).steps[0]?.blocks.map((block) => block.transactional), [true, false, true]);
});
plan('a step that has taken effect in part is committed before the next begins', () => {
  const sources = {
    a: { upgrade: [] },
    b: { revises: ['a'], upgrade: [m.dropTable('x')] },
    c: { revises: ['b'], upgrade: [m.execute('UPDATE y')] },
    d: { revises: ['c'], upgrade: [m.execute('UPDATE z')] },
  };
  const version = (from: string, to: string): string => `UPDATE v SET revision = '${to}' WHERE revision = '${from}'`;
  const asked: Asked = { from: ['a'], to: 'd', dialect: plainDialect({ transactionalDdl: false }) };
  assert.equal(trace(sources, asked), [
    '# b', 'drop table x', 'begin', version('a', 'b'), 'commit',
    '# c', 'begin', 'execute SQL: UPDATE y …', version('b', 'c'),
    '# d', 'execute SQL: UPDATE z …', version('c', 'd'), 'commit',
  ]);
});
plan('a downgrade undoes the ops last first', () => {
  assert.equal(trace(CHAIN, { from: ['c'], to: 'base', direction: 'downgrade', replay: true }), [
    '# c', 'begin', 'add column t.note', "UPDATE v SET revision = 'b' WHERE revision = 'c'",
    '# b', 'execute SQL: UNDO t …', 'drop column t.note', "UPDATE v SET revision = 'a' WHERE revision = 'b'",
    '# a', 'drop table t', "DELETE FROM v WHERE revision = 'a'", 'commit',
  ]);
});
plan('a written downgrade is taken as it is', () => {
  const sources = { a: { upgrade: [m.dropTable('x')], downgrade: [m.execute('RESTORE x')] } };
  assert.is(trace(sources, { from: ['a'], to: 'base', direction: 'downgrade' })[2], 'execute SQL: RESTORE x …');
});
plan('nothing to do', () => {
  const empty = makePlan(request(CHAIN, { from: ['c'], to: 'c' }));
  assert.equal([empty.steps, empty.from, empty.to], [[], ['c'], ['c']]);
});
plan.run();

const replay = suite('replay on demand');
replay('what the steps themselves made needs no replay', () => {
  const sources = {
    a: { upgrade: [] },
    b: { revises: ['a'], upgrade: [m.createTable('t', [m.column('id', m.types.integer())]), m.dropTable('t')] },
  };
  assert.is(makePlan(request(sources, { from: ['b'], to: 'a', direction: 'downgrade' })).steps.length, 1);
});
replay('what earlier revisions made does, and says so', () => {
  const asked: Asked = { from: ['c'], to: 'b', direction: 'downgrade' };
  assert.throws(() => makePlan(request(CHAIN, asked)), (error: unknown) => error instanceof SchemaNeeded);
  assert.is(makePlan(request(CHAIN, { ...asked, replay: true })).steps.length, 1);
});
replay('revisions that stay are replayed before those that go, whatever their order', () => {
  const sources = {
    a: { upgrade: [m.createTable('t', [m.column('id', m.types.integer())])] },
    b: { revises: ['a'], upgrade: [m.dropColumn('t', 'id')] },
    c: { revises: ['a'], upgrade: [m.addColumn('t', note)] },
  };
  const asked: Asked = { from: ['b', 'c'], to: 'b@a', direction: 'downgrade', replay: true };
  const events = trace(sources, asked);
  assert.ok(events.includes('add column t.id'), events.join('; '));
});
replay.run();

const problems = suite('problems');
const codes = (run: () => unknown): readonly string[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof MigsqlError) return error.diagnostics.map(({ code, place }) => `${place?.file}:${place?.line ?? ''} ${code}`);
    throw error;
  }
  return [];
};
problems('all problems of all steps at once, each at its place', () => {
  const at = (op: AuthoredOp, line: number): AuthoredOp => ({ ...op, origin: { file: 'x.ts', line } });
  const dialect: Dialect = {
    ...transactional,
    lowering: { ...transactional.lowering, renameTable: { unsupported: 'never', hint: 'no' } },
  };
  const sources = {
    a: { upgrade: [m.renameTable('t', 'u'), at(m.forDialect({ mssql: [] }), 7)] },
    b: { revises: ['a'], upgrade: [at(m.renameTable('t', 'u'), 3)] },
  };
  assert.equal(codes(() => makePlan(request(sources, { to: 'b', dialect }))), [
    'a.ts: refused', 'x.ts:3 refused', 'x.ts:7 no-case-for-dialect',
  ]);
});
problems('an irreversible step names its reason and place', () => {
  const why = { ...m.irreversible('the rows are gone'), origin: { file: 'a.ts', line: 12 } };
  const sources = { a: { upgrade: [], downgrade: why }, b: { revises: ['a'], upgrade: [m.execute('DELETE')] } };
  assert.equal(codes(() => makePlan(request(sources, { from: ['b'], to: 'base', direction: 'downgrade' }))), [
    'a.ts:12 irreversible', 'b.ts: irreversible',
  ]);
});
problems.run();

const origins = suite('origins');
origins('a statement knows its op, file and line; hand-written lines are counted from there', () => {
  const execute = { ...m.execute('X'), origin: { file: 'a.sql', line: 5 }, verbatim: true } as const;
  const dialect: Dialect = {
    ...transactional,
    lowering: {
      ...transactional.lowering,
      execute: () => [0, 2].map((line) => ({ sql: `S${line}`, kind: 'data', transactional: true, compound: false, line })),
    },
  };
  const [step] = makePlan(request({ a: { upgrade: [execute] } }, { to: 'a', dialect })).steps;
  assert.equal(step?.blocks[0]?.statements.map(({ origin }) => origin), [
    { kind: 'version-table' },
    { kind: 'op', op: 'execute', description: 'execute SQL: X …', file: 'a.sql', line: 5 },
    { kind: 'op', op: 'execute', description: 'execute SQL: X …', file: 'a.sql', line: 7 },
    { kind: 'version-table', change: { kind: 'insert', id: 'a' } },
  ]);
});
origins.run();
