/** Others who are there at the same time: other runs, scripts, and sessions that hold what a run needs. */
import { setTimeout as wait } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type ApplyEvent, applyPlan, type ApplyOptions } from '../../src/apply/index.ts';
import type { Connection } from '../../src/database/connection.ts';
import { SESSION_WORDS } from '../../src/database/words/index.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { TRANSACTION_MODES, type TransactionMode, lockName } from '../../src/plan/index.ts';
import { DEFAULT_OPTIONS, renderScript } from '../../src/script/index.ts';
import { type AddCell, cellsOf, everyCell } from '../safety/cells.ts';
import { isReachable } from '../support/servers.ts';
import { type Bed, type BedName, bedOf } from './bed.ts';
import { chainFiles, openFiles } from './chain.ts';
import { type ClientRan, startClient } from './clients.ts';
import { hooked } from './hooked.ts';
import { bedLane, named } from './lanes.ts';
import { type Outcome, attempt, codeOf, outcomeOf } from './outcomes.ts';
import { planFor } from './plan-for.ts';
import { type Reference, agree, begin, finish, shown, undisturbed } from './undisturbed.ts';

const RUNS = 20;

/** What says that another run came first. */
const LATE = ['another-run', 'other-heads'];

/** Nothing is there twice: the ledger is the one of a single run. */
async function isWhole(bed: Bed, reference: Reference): Promise<void> {
  await finish(bed, reference);
  assert.equal((await bed.look()).ledger, reference.points.at(-1)!.ledger);
}

/** All have planned before the first begins. */
async function inSessions(bed: Bed, { project, transaction, to }: Reference): Promise<readonly string[]> {
  const connections = await Promise.all(Array.from({ length: RUNS }, () => bed.open()));
  const plans = await Promise.all(connections.map((connection) => planFor(project, connection, { range: to, transaction })));
  const outcomes = await Promise.all(connections.map((connection, index) => outcomeOf(applyPlan(connection, plans[index]!)).finally(connection.close)));
  return outcomes.map(codeOf);
}

function atOnce(cell: AddCell<Bed>, reference: Reference): void {
  cell(`${reference.transaction}: ${RUNS} runs at once, of which one runs and the others say why`, async (bed) => {
    await begin(bed, reference);
    const codes = await inSessions(bed, reference);
    assert.is(codes.filter((code) => code === 'applied').length, 1, codes.join(', '));
    assert.equal(codes.filter((code) => code !== 'applied' && !LATE.includes(code)), []);
    await isWhole(bed, reference);
  });
}

/** Has the lock that runs and scripts take. */
async function holdLock(bed: Bed, { plan }: Reference): Promise<Connection> {
  const other = await bed.open();
  const take = SESSION_WORDS[plan.dialect].lock!.take(lockName(plan.versionTable, DIALECTS[plan.dialect]));
  assert.is(Number((await other.query(take))[0]?.['held']), 1);
  return other;
}

function lockHeld(cell: AddCell<Bed>, reference: Reference): void {
  cell(`${reference.transaction}: another session has the lock, and keeps it`, async (bed) => {
    await begin(bed, reference);
    const other = await holdLock(bed, reference);
    const outcome = await attempt(bed, reference, { lockTimeout: 1 });
    await other.close();
    assert.is(codeOf(outcome), 'another-run');
    assert.equal(await bed.look(), reference.points[0]);
    await finish(bed, reference);
  });
  cell(`${reference.transaction}: another session has the lock, and gives it back in time`, async (bed) => {
    await begin(bed, reference);
    const other = await holdLock(bed, reference);
    const [outcome] = await Promise.all([attempt(bed, reference, { lockTimeout: 20 }), wait(150).then(other.close)]);
    assert.is(codeOf(outcome), 'applied');
    await isWhole(bed, reference);
  });
}

/** What holds off a change of a table. */
const HOLDS: { readonly [name in BedName]?: string } = { postgresql: 'LOCK TABLE account', mariadb: 'SELECT * FROM account' };

async function withHeldTable(bed: Bed, reference: Reference, options: ApplyOptions, onRetry: (other: Connection) => Promise<void>): Promise<{ outcome: Outcome; retries: readonly ApplyEvent[] }> {
  await begin(bed, reference);
  const other = await bed.open();
  await other.run('BEGIN');
  await other.run(HOLDS[bed.name]!);
  const retries: ApplyEvent[] = [];
  const onEvent = (event: ApplyEvent): void => {
    if (event.kind === 'retry') void onRetry(other);
    if (event.kind === 'retry') retries.push(event);
  };
  const outcome = await attempt(bed, reference, { lockTimeout: 1, retries: 1, ...options, onEvent });
  await other.close();
  return { outcome, retries };
}

function tableHeld(cell: AddCell<Bed>, reference: Reference): void {
  const { transaction } = reference;
  cell(`${transaction}: a table is held, and the run gives up when it has tried again`, async (bed) => {
    const { outcome, retries } = await withHeldTable(bed, reference, {}, async () => {});
    assert.is(codeOf(outcome), 'apply-failed');
    assert.equal(retries.map(({ kind }) => kind), ['retry']);
    assert.is(agree(reference, await bed.look()), 0);
    await finish(bed, reference);
  });
  cell(`${transaction}: a table is held, and free when the run tries again`, async (bed) => {
    const { outcome } = await withHeldTable(bed, reference, {}, (other) => other.close());
    assert.is(codeOf(outcome), 'applied');
    await isWholeBut(bed, reference);
  });
}

/** A try that was refused is in the ledger as well, where it was said to begin. */
async function isWholeBut(bed: Bed, reference: Reference): Promise<void> {
  await finish(bed, reference);
  const whole = (ledger: Reference['points'][number]['ledger']): readonly object[] => ledger.filter(({ block }) => block === undefined);
  assert.equal(whole((await bed.look()).ledger), whole(reference.points.at(-1)!.ledger));
}

/**
 * The other session takes a row, or a table, that the run needs behind one that it has itself; then it asks for that. The database
 * ends the run's transaction: on PostgreSQL it waited first, on MariaDB it has changed less.
 */
const DEADLOCK: { readonly [name in BedName]?: { readonly first: readonly string[]; readonly then: string; readonly behind: RegExp } } = {
  postgresql: { first: ['LOCK TABLE migsql_version IN EXCLUSIVE MODE'], then: 'LOCK TABLE account', behind: /^UPDATE migsql_version/ },
  mariadb: {
    first: ['UPDATE heavy SET n = n + 1', 'SELECT * FROM migsql_ledger FOR UPDATE'],
    then: 'UPDATE account SET balance = balance',
    behind: /^INSERT INTO migsql_ledger .*'upgrade'.*, 2, 2, /,
  },
};

function deadlock(cell: AddCell<Bed>, reference: Reference): void {
  cell(`${reference.transaction}: a deadlock is lost, and the block runs again`, async (bed) => {
    const { first, then, behind } = DEADLOCK[bed.name]!;
    await begin(bed, reference);
    if (bed.name === 'postgresql') await bed.ask(`ALTER DATABASE ${new URL(bed.url()).pathname.slice(1)} SET deadlock_timeout = '300ms'`);
    else await bed.ask('CREATE TABLE heavy (n integer) SELECT seq AS n FROM seq_1_to_200');
    const other = await bed.open();
    const retries: ApplyEvent[] = [];
    const onEvent = (event: ApplyEvent): void => {
      if (event.kind === 'retry') retries.push(event);
    };
    let crossed: Promise<unknown> | undefined;
    const crossing = async (sql: string): Promise<void> => {
      if (/^UPDATE account/.test(sql) && !crossed) for (const own of ['BEGIN', ...first]) await other.run(own);
      if (behind.test(sql)) crossed ??= wait(100).then(() => other.run(then)).then(() => other.run('ROLLBACK'));
    };
    const outcome = await attempt(bed, reference, { lockTimeout: 20, onEvent }, (connection) => hooked(connection, crossing));
    await crossed;
    await other.close();
    if (bed.name === 'mariadb') await bed.ask('DROP TABLE heavy');
    assert.is(codeOf(outcome), 'applied');
    assert.match(retries.map((event) => event.kind === 'retry' && event.reason).join(), /deadlock/i);
    await isWholeBut(bed, reference);
  });
}

const scriptOf = ({ plan }: Reference): string => [...renderScript(plan, { ...DEFAULT_OPTIONS, lockTimeout: 20 })].join('');

/** A moment in a script's first data block. */
const SLEEPS: { readonly [name in BedName]?: string } = { postgresql: 'SELECT pg_sleep(0.6);', mariadb: 'DO SLEEP(0.6);' };

/** A script in the database's own client, which takes the same lock. */
function besideScript(cell: AddCell<Bed>, reference: Reference): void {
  const { transaction } = reference;
  cell(`${transaction}: a script comes while a run is under way`, async (bed) => {
    await begin(bed, reference);
    let script: Promise<ClientRan> | undefined;
    const starting = async (sql: string): Promise<void> => {
      if (!/^UPDATE account/.test(sql) || script) return;
      script = startClient(bed, scriptOf(reference));
      await wait(400);
    };
    const outcome = await attempt(bed, reference, {}, (connection) => hooked(connection, starting));
    assert.is(codeOf(outcome), 'applied');
    const { code, output } = await script!;
    assert.is.not(code, 0);
    assert.match(output, /starts at \[base\], but the version table holds \[dddd4444\]/);
    await isWhole(bed, reference);
  });
  cell(`${transaction}: a run comes while a script is under way`, async (bed) => {
    await begin(bed, reference);
    const sleep = SLEEPS[bed.name]!;
    const script = startClient(bed, scriptOf(reference).replace('INSERT INTO account', `${sleep}\nINSERT INTO account`));
    while ((await bed.ask(UNDER_WAY[bed.name]!)).length === 0) await wait(10);
    const [outcome, { code, output }] = await Promise.all([attempt(bed, reference, { lockTimeout: 20 }), script]);
    assert.is(code, 0, output);
    assert.is(codeOf(outcome), 'other-heads');
    assert.is(shown(await bed.look()), shown(reference.points.at(-1)!));
  });
}

/** Whether a script sleeps. */
const UNDER_WAY: { readonly [name in BedName]?: string } = {
  postgresql: "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'",
  mariadb: "SELECT 1 FROM information_schema.processlist WHERE db = DATABASE() AND state = 'User sleep'",
};

const modes: readonly TransactionMode[] = everyCell ? TRANSACTION_MODES : ['revision'];

const test = suite('with others');
for (const name of ['postgresql', 'mariadb'] as const) {
  const cell = named(cellsOf(test, name, bedLane(name), `apply, ${name} with others`), name);
  if (!isReachable(name)) continue;
  const bed = await bedOf(name);
  const project = await openFiles(chainFiles(bed.dialect));
  for (const transaction of modes) {
    const all = await undisturbed(bed, { project, transaction, from: 'base', to: 'heads' });
    atOnce(cell, all);
    lockHeld(cell, all);
    besideScript(cell, all);
    const second = await undisturbed(bed, { project, transaction, from: 'aaaa1111', to: 'bbbb2222' });
    tableHeld(cell, second);
    if (name === 'mariadb' || transaction !== 'none') deadlock(cell, second);
  }
  await bed.close();
}
test.run();
