/**
 * What a client that goes on after an error is kept from: the example chain, in which one statement of each kind is broken
 * in turn, must leave the database as it was. And what is refused for such a client.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile, openProject } from '../../src/compiler.ts';
import { findConfig, loadConfig } from '../../src/config.ts';
import { prove } from '../../src/dialects/sqlite/prove.ts';
import { MigsqlError } from '../../src/errors.ts';
import type { Block, Plan, PlannedStep, Statement } from '../../src/plan/index.ts';
import { renderScript } from '../../src/script/index.ts';
import { DEFAULT_OPTIONS, type ScriptOptions } from '../../src/script/options.ts';
import { type Database, createDatabase, isReachable } from '../support/servers.ts';
import { type Cell, planOf } from './chain.ts';

const project = await openProject(await loadConfig(findConfig(fileURLToPath(new URL('../../examples/shop', import.meta.url)))));
const UP = { from: 'base', to: 'heads', dialect: 'sqlite', transaction: 'script' } as const;
const DOWN = { ...UP, from: 'heads', to: 'base' } as const;
const up = await compile(project, UP);
const down = await compile(project, DOWN);

const textOf = (plan: Plan, options: Partial<ScriptOptions> = {}): string =>
  [...renderScript(plan, { ...DEFAULT_OPTIONS, ...options })].join('');

const goesOn = (database: Database, text: string): string => {
  const { stdout, stderr } = spawnSync('sqlite3', ['-init', '/dev/null', '-batch', database.name], { input: text, encoding: 'utf8' });
  return stdout + stderr;
};

/** Everything, but for what differs from run to run. */
const dump = (database: Database): string =>
  database.run('.dump').replace(/'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d'/g, "'now'").replace(/'[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}'/g, "'uuid'");

const test = suite('sqlite: proofs for a client that keeps going');

function empty(): Database {
  return createDatabase('sqlite');
}

function atHead(): Database {
  const database = empty();
  database.run(textOf(up));
  return database;
}

for (const transaction of ['script', 'revision', 'none'] as const) {
  test(`the example chain is as the shell makes it, transactions: ${transaction}`, async () => {
    for (const [way, start] of [[UP, empty], [DOWN, atHead]] as const) {
      const plan = await compile(project, { ...way, transaction });
      const [one, other] = [start(), start()];
      assert.match(goesOn(one, textOf(plan, { client: 'generic' })), /migsql: OK/);
      other.run(textOf(plan));
      assert.is(dump(one), dump(other));
    }
  });
}

/** Kinds of statements, by what they are made of; one that is there already, or is gone, has nothing to prove. */
function* kinds(plan: Plan, seen: Set<string>): Generator<Statement> {
  for (const statement of plan.steps.flatMap(({ blocks }) => blocks.flatMap(({ statements }) => statements))) {
    const { origin, sql, proof } = statement;
    const kind = [origin.kind === 'op' ? origin.op : '', proof, ...sql.split(/\s+/, 2)].join(' ');
    if (/^PRAGMA| IF (NOT )?EXISTS /.test(sql) || seen.has(kind)) continue;
    seen.add(kind);
    yield statement;
  }
}

/** The plan with a statement that no database takes in place of one. */
function broken(plan: Plan, statement: Statement): Plan {
  const inBlock = (block: Block): Block => ({
    ...block,
    statements: block.statements.map((each) => (each === statement ? { ...each, sql: `${each.sql} )` } : each)),
  });
  const inStep = (step: PlannedStep): PlannedStep => ({ ...step, blocks: step.blocks.map(inBlock) });
  return { ...plan, steps: plan.steps.map(inStep) };
}

test('a statement of any kind that fails leaves the database as it was', () => {
  let count = 0;
  const seen = new Set<string>();
  for (const [plan, start] of [[up, empty()], [down, atHead()]] as const) {
    const before = dump(start);
    for (const statement of kinds(plan, seen)) {
      const database = empty();
      if (existsSync(start.name)) copyFileSync(start.name, database.name);
      const output = goesOn(database, textOf(broken(plan, statement), { client: 'generic' }));
      assert.not.match(output, /migsql: OK/, statement.sql);
      assert.is(dump(database), before, statement.sql);
      database.drop();
      count += 1;
    }
  }
  assert.ok(count >= 40, `${count} kinds`);
  process.on('exit', () => console.log(`safety sqlite proofs: ${count} kinds of statements, ${count} as promised`));
});

const refused: readonly string[] = [
  'ANALYZE',
  'PRAGMA journal_mode = WAL',
  'UPDATE aux.t SET a = 1',
  'ALTER TABLE aux.t ADD COLUMN b',
  'INSERT INTO t (a) VALUES (1) RETURNING a',
  'INSERT INTO t DEFAULT VALUES',
  'WITH r AS (SELECT 1) INSERT INTO t SELECT * FROM r',
  'INSERT INTO t WITH r AS (SELECT 1) SELECT * FROM r',
  'INSERT INTO child (parent) VALUES (last_insert_rowid())',
  'UPDATE t SET n = changes()',
  "CREATE TABLE 't' (a)",
];
test('what cannot be proved', () => {
  for (const sql of refused) assert.is(prove(sql), undefined, sql);
});
test('what is proved, and how', () => {
  const as = (sql: string): string | undefined => prove(sql)?.as;
  assert.is(as("UPDATE t SET a = 'RETURNING' -- WITH\nWHERE b = 1"), 'trigger');
  assert.is(as('INSERT OR IGNORE INTO "a b" VALUES (1)'), 'trigger');
  assert.is(as('/* SELECT */ DELETE FROM t'), 'trigger');
  assert.is(as('WITH r AS (SELECT 1) SELECT * FROM r'), 'result');
  assert.is(as('ALTER TABLE main.t RENAME TO u'), 'statement');
  assert.match(prove('CREATE UNIQUE INDEX IF NOT EXISTS "a ""b" ON t (a)')?.holds ?? '', /^EXISTS .*sqlite_master.*'a "b'/);
  assert.match(prove("DROP TABLE temp.it")?.holds ?? '', /^NOT EXISTS .*sqlite_temp_master.*'it'/);
});

const cell: Cell = { engine: 'sqlite', transaction: 'script' };
function refusal(plan: Plan, options: Partial<ScriptOptions>): string {
  try {
    textOf(plan, options);
  } catch (error) {
    if (error instanceof MigsqlError) return error.message;
    throw error;
  }
  return 'not refused';
}
test('a statement that cannot be proved is refused with its place', () => {
  const plan = planOf({ ...cell, error: { revision: 2, after: 1, sql: 'ANALYZE' } });
  assert.match(refusal(plan, { client: 'generic' }), /2\.ts.*no generic script: it cannot ask whether this statement took effect .*: ANALYZE/);
  assert.is(refusal(plan, {}), 'not refused');
});
test('a statement outside a transaction is refused for a client that keeps going', () => {
  const plan = planOf({ ...cell, error: { revision: 2, after: 1, sql: 'VACUUM' } });
  assert.match(refusal(plan, { client: 'generic' }), /nothing keeps this statement from being run where a statement before it failed: VACUUM/);
});
test('idempotent and resumable scripts are refused', () => {
  assert.match(refusal(planOf(cell), { form: 'idempotent' }), /neither conditional statements nor dynamic SQL/);
  assert.match(refusal(planOf(cell), { form: 'resumable' }), /schema changes of SQLite are transactional/);
});

if (isReachable('sqlite')) test.run();
else {
  const skipped = suite('sqlite: proofs');
  skipped('is not reachable, as a line beginning with SKIPPED says', () => {});
  skipped.run();
}
