/** Runs that are broken off from here, or stopped by the server: a limit, a right that is missing, rows that do not fit. */
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ApplyOptions } from '../../src/apply/index.ts';
import { TRANSACTION_MODES, planEvents } from '../../src/plan/index.ts';
import { type AddCell, cellsOf } from '../safety/cells.ts';
import { isReachable } from '../support/servers.ts';
import { type Bed, bedOf } from './bed.ts';
import { chainFiles, openFiles, withHand, withOps } from './chain.ts';
import { hooked } from './hooked.ts';
import { bedLane, named } from './lanes.ts';
import { type Outcome, attempt, codeOf } from './outcomes.ts';
import { type Reference, agree, begin, finish, undisturbed } from './undisturbed.ts';

type Server = 'postgresql' | 'mariadb';

const messageOf = (outcome: Outcome): string => ('error' in outcome ? outcome.error.message : '');

/** By hand, and longer than any test waits; on a row of `entry`, that only the test puts there. */
const SLOW: { readonly [name in Server]: string } = {
  postgresql: 'DELETE FROM entry WHERE pg_sleep(30) IS NULL',
  mariadb: 'DELETE FROM entry WHERE SLEEP(30) > 9',
};

const SLEEPS: { readonly [name in Server]: string } = {
  postgresql: "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'",
  mariadb: "SELECT 1 FROM information_schema.processlist WHERE db = DATABASE() AND state = 'User sleep'",
};

async function until(bed: Bed, query: string): Promise<void> {
  while ((await bed.ask(query)).length === 0) await wait(10);
}

/** Puts rows there that make trouble, runs, takes them away again, and finishes as if nothing had been. */
async function troubled(bed: Bed, reference: Reference, run: () => Promise<Outcome>): Promise<Outcome> {
  await begin(bed, reference);
  await bed.ask('INSERT INTO entry (id) VALUES (1), (1)');
  const outcome = await run();
  await bed.quiet();
  await bed.ask('DELETE FROM entry');
  await finish(bed, reference);
  return outcome;
}

function slowCells(cell: AddCell<Bed>, reference: Reference): void {
  const { transaction } = reference;
  cell(`${transaction}: broken off while a statement runs, of which nothing is left, nor of its session`, async (bed) => {
    const breaking = new AbortController();
    const outcome = await troubled(bed, reference, async () => {
      const [ended] = await Promise.all([attempt(bed, reference, { signal: breaking.signal }), until(bed, SLEEPS[bed.name as Server]).then(() => breaking.abort())]);
      return ended;
    });
    assert.is(codeOf(outcome), 'apply-canceled');
  });
  cell(`${transaction}: a statement takes longer than it may, and is not tried again`, async (bed) => {
    const retries: string[] = [];
    const outcome = await troubled(bed, reference, () => attempt(bed, reference, { statementTimeout: 1, onEvent: ({ kind }) => void (kind === 'retry' && retries.push(kind)) }));
    assert.is(codeOf(outcome), 'apply-failed');
    assert.match(messageOf(outcome), /statement timeout|max_statement_time/);
    assert.equal(retries, []);
  });
}

/** An index that rows do not fit into: PostgreSQL leaves it, marked invalid, and the next run removes it first. */
function refusedCells(cell: AddCell<Bed>, reference: Reference): void {
  const { transaction } = reference;
  cell(`${transaction}: rows do not fit, and do when the next run goes on`, async (bed) => {
    const outcome = await troubled(bed, reference, () => attempt(bed, reference));
    assert.is(codeOf(outcome), 'apply-failed');
    assert.match(messageOf(outcome), bed.name === 'postgresql' ? /there may be index ux_entry, marked invalid/ : /Duplicate entry/);
  });
}

/** How many of a plan's statements there are up to the end of a block. */
const statementsUpTo = ({ plan }: Reference, number: number): number =>
  [...planEvents(plan)].filter((event) => event.kind === 'statement' && event.block.number <= number).length;

/** A signal that comes too late for a statement is heeded before the next one; whoever has nothing left to do has finished. */
function brokenCells(cell: AddCell<Bed>, reference: Reference): void {
  const { transaction, points } = reference;
  const blocks = points.length - 1;
  for (const last of new Set([1, Math.ceil(blocks / 2), blocks])) {
    cell(`${transaction}: broken off behind block ${last} of ${blocks}`, async (bed) => {
      await begin(bed, reference);
      const breaking = new AbortController();
      const onEvent: ApplyOptions['onEvent'] = (event) => {
        if (event.kind === 'statement' && event.number === statementsUpTo(reference, last)) breaking.abort();
      };
      const outcome = await attempt(bed, reference, { signal: breaking.signal, onEvent });
      assert.is(codeOf(outcome), last === blocks ? 'applied' : 'apply-canceled');
      assert.is(agree(reference, await bed.look()), last);
      await finish(bed, reference);
    });
  }
  cell(`${transaction}: broken off while it waits for the lock`, async (bed) => {
    await begin(bed, reference);
    const breaking = new AbortController();
    const outcome = await attempt(bed, reference, { signal: breaking.signal, lockTimeout: 0 }, (connection) => {
      setTimeout(() => breaking.abort(), 150);
      return { ...connection, query: async (sql) => (/lock/i.test(sql) ? [{ held: 0 }] : connection.query(sql)) };
    });
    assert.is(codeOf(outcome), 'apply-canceled');
    assert.match(messageOf(outcome), /nothing was changed/);
    await finish(bed, reference);
  });
}

/** On MariaDB a table that is held keeps what the ledger is to tell behind a statement waiting; a signal breaks that off, once. */
function recordCell(cell: AddCell<Bed>, reference: Reference): void {
  cell(`${reference.transaction}: broken off while it tells the ledger of a statement by hand`, async (bed) => {
    await begin(bed, reference);
    const other = await bed.open();
    const breaking = new AbortController();
    const isTold = /^INSERT INTO migsql_ledger .*'cccc3333'.*, 1, 1, 1, /;
    const holding = async (sql: string): Promise<void> => {
      if (!isTold.test(sql) || breaking.signal.aborted) return;
      await other.run('BEGIN');
      await other.run('SELECT * FROM migsql_ledger FOR UPDATE');
      void wait(200).then(() => breaking.abort()).then(() => wait(200)).then(other.close);
    };
    const outcome = await attempt(bed, reference, { signal: breaking.signal, lockTimeout: 20 }, (connection) => hooked(connection, holding));
    assert.is(codeOf(outcome), 'apply-canceled');
    const seen = await bed.look();
    assert.is(agree(reference, seen), 1);
    assert.is(seen.ledger.at(-1)?.ended, true);
    await finish(bed, reference);
  });
}

/** What a user may do who only reads. */
const READER: { readonly [name in Server]: (user: string) => readonly string[] } = {
  postgresql: (user) => [`CREATE ROLE ${user} LOGIN`, `GRANT USAGE ON SCHEMA public TO ${user}`, `GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${user}`],
  mariadb: (user) => [`CREATE USER ${user}`, `GRANT SELECT ON * TO ${user}`],
};

function readerCell(cell: AddCell<Bed>, reference: Reference): void {
  cell(`${reference.transaction}: a user who may only read`, async (bed) => {
    await begin(bed, reference);
    const user = `migsql_reader_${randomBytes(4).toString('hex')}`;
    for (const sql of READER[bed.name as Server](user)) await bed.ask(sql);
    try {
      const before = await bed.look();
      const outcome = await attempt({ ...bed, open: (port, options) => bed.open(port, { ...options, user }) }, reference);
      assert.is(codeOf(outcome), 'apply-failed');
      assert.match(messageOf(outcome), /denied|must be owner/, messageOf(outcome));
      assert.equal(await bed.look(), before);
    } finally {
      if (bed.name === 'postgresql') await bed.ask(`DROP OWNED BY ${user}`);
      await bed.ask(`DROP USER ${user}`);
    }
    await finish(bed, reference);
  });
}

const test = suite('stopped');
for (const name of ['postgresql', 'mariadb'] as const) {
  const cell = named(cellsOf(test, name, bedLane(name), `apply, ${name} stopped`), name);
  if (!isReachable(name)) continue;
  const bed = await bedOf(name);
  const { dialect } = bed;
  const chain = await openFiles(chainFiles(dialect));
  const slow = await openFiles(withHand(dialect, SLOW[name]));
  const unique = await openFiles(withOps(dialect, "createIndex('ux_entry', 'entry', ['id'], { unique: true, on: { postgresql: { concurrently: true } } })"));
  for (const transaction of TRANSACTION_MODES) {
    slowCells(cell, await undisturbed(bed, { project: slow, transaction, from: 'dddd4444', to: 'heads' }));
    refusedCells(cell, await undisturbed(bed, { project: unique, transaction, from: 'dddd4444', to: 'heads' }));
    brokenCells(cell, await undisturbed(bed, { project: chain, transaction, from: 'base', to: 'heads' }));
  }
  readerCell(cell, await undisturbed(bed, { project: chain, transaction: 'revision', from: 'aaaa1111', to: 'heads' }));
  if (name === 'mariadb') recordCell(cell, await undisturbed(bed, { project: chain, transaction: 'revision', from: 'aaaa1111', to: 'cccc3333' }));
  await bed.close();
}
test.run();
