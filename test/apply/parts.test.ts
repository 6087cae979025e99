/** Revisions that are there in part: who goes on with them, who does not, and what a person can say. Version tables and ledgers of other kinds. */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Applied, applyPlan, planStamp } from '../../src/apply/index.ts';
import type { Project } from '../../src/compiler.ts';
import type { Connection } from '../../src/database/connection.ts';
import { buildGraph, resolveHeads, walk } from '../../src/revisions/index.ts';
import { queryArb } from '../revisions/random.ts';
import { type AddCell, cellsOf } from '../safety/cells.ts';
import { tries } from '../support/scale.ts';
import { isReachable } from '../support/servers.ts';
import { type Bed, bedOf } from './bed.ts';
import { chainFiles, file, openFiles, withHand, withOps } from './chain.ts';
import { hooked } from './hooked.ts';
import { type Proxied, named, proxiedLane } from './lanes.ts';
import { type Outcome, attempt, attemptCut, codeOf, outcomeOf } from './outcomes.ts';
import { CUTS } from './proxy.ts';
import { type Way, begin, finish, shown, undisturbed } from './undisturbed.ts';

const test = suite('parts');

test('a run that comes later has the rest of the steps, the one that was cut first: in any graph, up and down', () => {
  const check = (revisions: Parameters<typeof buildGraph>[0]): void => {
    const graph = buildGraph(revisions);
    const ways = [['base', 'heads', 'upgrade'], [resolveHeads(graph, 'heads'), 'base', 'downgrade']] as const;
    for (const [from, target, direction] of ways) {
      const steps = walk(graph, { from, target, direction });
      for (const [index, { headsAfter }] of steps.entries()) {
        const rest = walk(graph, { from: headsAfter.length ? headsAfter : 'base', target, direction });
        assert.equal(rest.map(({ revision }) => revision), steps.slice(index + 1).map(({ revision }) => revision));
      }
    }
  };
  fc.assert(fc.property(queryArb, ({ revisions }) => check(revisions)), tries(200));
});

const hintOf = (outcome: Outcome): string => ('error' in outcome ? (outcome.error.diagnostics[0]?.hint ?? '') : '');

/** It is said, and nothing is changed. */
async function refused(bed: Bed, code: string, run: () => Promise<Outcome>): Promise<Outcome> {
  const before = await bed.look().catch(() => undefined);
  const outcome = await run();
  assert.is(codeOf(outcome), code);
  assert.equal(await bed.look().catch(() => undefined), before);
  return outcome;
}

async function branchCells(cell: AddCell<Proxied>, own: Bed, way: Pick<Way, 'project' | 'transaction'>): Promise<void> {
  const whole = await undisturbed(own, { ...way, from: 'base', to: 'heads' });
  const branch = await undisturbed(own, { ...way, from: 'aaaa1111', to: 'cccc3333' });
  cell('one head is there in part, and a run begins with another', async (lane) => {
    const { bed } = lane;
    await begin(bed, branch);
    assert.is(codeOf(await attemptCut(lane, branch, /^UPDATE account/, 'question')), 'connection-lost');
    await bed.quiet();
    const outcome = await refused(bed, 'part-applied', () => attempt(bed, whole));
    assert.match(hintOf(outcome), /'migsql apply cccc3333'/);
    await refused(bed, 'part-applied', () => attempt(bed, whole, { fromStatement: 2 }));
    await refused(bed, 'part-applied', () => attempt(bed, branch, { ledger: false }));
    await refused(bed, 'no-such-statement', () => attempt(bed, branch, { fromStatement: 5 }));
    await finish(bed, branch);
    assert.is(codeOf(await attempt(bed, whole)), 'applied');
    const seen = await bed.look();
    assert.equal({ ...seen, rows: [], ledger: [] }, { ...whole.points.at(-1)!, rows: [], ledger: [] });
    // The other head came first this time: 100 * 3 + 7.
    assert.match(seen.rows[0]!, '"balance":307');
  });
  const down = await undisturbed(own, { ...way, from: 'heads', to: 'base' });
  cell('a downgrade is there in part, and nothing seems to be left to do', async (lane) => {
    const { bed } = lane;
    await begin(bed, down);
    assert.is(codeOf(await attemptCut(lane, down, /^ALTER TABLE account/, 'question')), 'connection-lost');
    await bed.quiet();
    const outcome = await refused(bed, 'part-applied', () => attempt(bed, whole));
    assert.match('error' in outcome ? outcome.error.message : '', /the downgrade of revision dddd4444 is there in part/);
    await finish(bed, down);
  });
}

/** Rows that do not fit stop it behind its first statement; no ledger says so. */
async function noLedgerCell(cell: AddCell<Proxied>, own: Bed): Promise<void> {
  const project = await openFiles(withOps(own.dialect, "createIndex('ux_entry', 'entry', ['id'], { unique: true, on: { postgresql: { concurrently: true } } })"));
  const reference = await undisturbed(own, { project, transaction: 'none', from: 'dddd4444', to: 'heads' });
  cell('without a ledger a person says where to go on', async ({ bed }) => {
    await begin(bed, reference);
    await bed.ask('INSERT INTO entry (id) VALUES (1), (1)');
    const outcome = await attempt(bed, reference, { ledger: false });
    assert.is(codeOf(outcome), 'apply-failed');
    assert.match(hintOf(outcome), /'migsql apply --from-statement 2'/);
    await bed.ask('DELETE FROM entry');
    assert.is(codeOf(await attempt(bed, reference, { ledger: false, fromStatement: 2 })), 'applied');
    const seen = await bed.look();
    assert.is(shown(seen), shown(reference.points.at(-1)!));
    assert.equal(seen.ledger, reference.points[0]!.ledger);
  });
}

/** A migration whose first statement is refused is corrected; one whose second is, as well, and then a person has to say. */
async function correctedCells(cell: AddCell<Proxied>, own: Bed): Promise<void> {
  const wrong = (...ops: readonly string[]) => openFiles({ ...chainFiles(own.dialect), 'migrations/5.ts': file('eeee5555', "'dddd4444'", ops.join(',\n')) });
  const [bad, good] = ["execute('CREATE TABLE one (id nonsense)')", "execute('CREATE TABLE one (id integer)')"];
  const [first, behind, right] = [await wrong(bad), await wrong("createTable('two', [column('id', types.integer())])", bad), await wrong("createTable('two', [column('id', types.integer())])", good)];
  const corrected = await undisturbed(own, { project: await wrong(good), transaction: 'none', from: 'dddd4444', to: 'heads' });
  cell('a statement that was refused is corrected in its migration: the first, then one behind it', async ({ bed }) => {
    await begin(bed, corrected);
    assert.is(codeOf(await attempt(bed, { ...corrected, project: first })), 'apply-failed');
    await finish(bed, corrected);
    await begin(bed, corrected);
    assert.is(codeOf(await attempt(bed, { ...corrected, project: behind })), 'apply-failed');
    const outcome = await refused(bed, 'part-differs', () => attempt(bed, { ...corrected, project: right }));
    assert.match(hintOf(outcome), /--from-statement 2/);
    assert.is(codeOf(await attempt(bed, { ...corrected, project: right }, { fromStatement: 2 })), 'applied');
  });
}

/** What it does with tables of another shape than its own. */
async function shapeCells(cell: AddCell<Proxied>, own: Bed, way: Pick<Way, 'project' | 'transaction'>): Promise<void> {
  const whole = await undisturbed(own, { ...way, from: 'base', to: 'heads' });
  const onEmpty = (what: string, prepare: readonly string[], work: (bed: Bed) => Promise<void>): void =>
    cell(what, async ({ bed }) => {
      await bed.empty();
      for (const sql of prepare) await bed.ask(sql);
      await work(bed);
    });
  onEmpty('a version table with another column', ['CREATE TABLE migsql_version (id integer)'], async (bed) => {
    await refused(bed, 'unfit-version-table', () => attempt(bed, whole));
  });
  onEmpty("a version table with another project's heads", ['CREATE TABLE migsql_version (revision varchar(128))', "INSERT INTO migsql_version VALUES ('ffff0000')"], async (bed) => {
    await refused(bed, 'unknown-heads', () => attempt(bed, whole));
  });
  onEmpty('a ledger with other columns', ['CREATE TABLE migsql_ledger (id integer)'], async (bed) => {
    await refused(bed, 'unfit-ledger', () => attempt(bed, whole));
    assert.is(codeOf(await attempt(bed, whole, { ledger: false })), 'applied');
    assert.equal(await bed.ask('SELECT * FROM migsql_ledger'), []);
  });
  cell('a ledger that wants more than it is given', async ({ bed }) => {
    await begin(bed, { ...whole, from: 'aaaa1111' });
    await bed.ask('DELETE FROM migsql_ledger');
    await bed.ask('ALTER TABLE migsql_ledger ADD COLUMN ticket integer NOT NULL');
    await refused(bed, 'apply-failed', () => attempt(bed, whole));
  });
  cell('a range that begins at fewer heads than there are', async ({ bed }) => {
    await begin(bed, { ...whole, from: 'bbbb2222,cccc3333' });
    const outcome = await refused(bed, 'other-heads', () => attempt(bed, { ...whole, to: 'cccc3333:dddd4444' }));
    assert.match('error' in outcome ? outcome.error.message : '', /is at 'bbbb2222', 'cccc3333', and not at 'cccc3333'|is at bbbb2222, cccc3333/);
  });
}

/** A stamp has no ledger: it is there, or it is not. */
function stampCells(cell: AddCell<Proxied>, project: Project): void {
  const stamp = async (lane: Proxied, targets: readonly string[], change: (connection: Connection) => Connection, port?: number): Promise<Outcome> => {
    const connection = await lane.bed.open(port);
    const work = async (): Promise<Applied> => applyPlan(change(connection), await planStamp(project, connection, { targets, purge: false }));
    return outcomeOf(work()).finally(connection.close);
  };
  cell('a stamp is cut off at each of its texts', async (lane) => {
    const { bed, proxy } = lane;
    let sent = 0;
    const same = (connection: Connection): Connection => hooked(connection, () => void (sent += 1));
    await bed.empty();
    await stamp(lane, ['aaaa1111'], (connection) => connection);
    await stamp(lane, ['bbbb2222', 'cccc3333'], same);
    const after = (await bed.look()).heads;
    assert.equal(after, ['bbbb2222', 'cccc3333']);
    for (let at = 0; at < sent - 1; at++) {
      await stamp(lane, ['aaaa1111'], (connection) => connection);
      const arming = (_: string, number: number): void => {
        if (number === at) proxy.arm(CUTS[at % CUTS.length]!);
      };
      assert.is(codeOf(await stamp(lane, ['bbbb2222', 'cccc3333'], (connection) => hooked(connection, arming), proxy.port)), 'connection-lost');
      await bed.quiet();
      const seen = await bed.look();
      assert.ok([['aaaa1111'], after].some((heads) => heads.join() === seen.heads.join()), seen.heads.join());
      assert.equal(seen.ledger, []);
      assert.is(codeOf(await stamp(lane, ['bbbb2222', 'cccc3333'], (connection) => connection)), 'applied');
      assert.equal((await bed.look()).heads, after);
    }
  });
}

/** By hand, and gone with the session. */
const KEPT: { readonly [name: string]: readonly string[] } = {
  postgresql: ['CREATE TEMP TABLE kept AS SELECT balance FROM account'],
  mariadb: ['SELECT max(balance) INTO @most FROM account', 'CREATE TEMPORARY TABLE kept AS SELECT balance FROM account'],
};

async function sessionCells(cell: AddCell<Proxied>, own: Bed): Promise<void> {
  for (const sql of KEPT[own.name]!) {
    const project = await openFiles(withHand(own.dialect, sql));
    const reference = await undisturbed(own, { project, transaction: 'none', from: 'dddd4444', to: 'heads' });
    cell(`what a session kept is not gone on behind: ${sql}`, async (lane) => {
      const { bed } = lane;
      await begin(bed, reference);
      assert.is(codeOf(await attemptCut(lane, reference, /^CREATE TABLE behind_it/, 'question')), 'connection-lost');
      await bed.quiet();
      const outcome = await refused(bed, 'part-in-session', () => attempt(bed, reference));
      assert.match('error' in outcome ? outcome.error.message : '', /what statement 2 \(/);
      assert.is(codeOf(await attempt(bed, reference, { fromStatement: 3 })), 'applied');
      assert.is(shown(await bed.look()), shown(reference.points.at(-1)!));
    });
  }
}

/** A procedure may have committed before it is refused, and would then do twice what it had done. */
async function routineCell(cell: AddCell<Proxied>, own: Bed): Promise<void> {
  const project = await openFiles(withHand(own.dialect, 'CALL commits()'));
  cell('a procedure that commits by itself is not tried again, and it is told', async ({ bed }) => {
    await begin(bed, { project, transaction: 'revision', from: 'dddd4444', to: 'heads' });
    await bed.ask('CREATE PROCEDURE commits() BEGIN INSERT INTO entry VALUES (1); COMMIT; UPDATE account SET balance = 0; END');
    const other = await bed.open();
    await other.run('BEGIN');
    await other.run('SELECT * FROM account FOR UPDATE');
    const retries: string[] = [];
    const outcome = await attempt(bed, { project, transaction: 'revision', to: 'heads' }, { lockTimeout: 1, onEvent: ({ kind }) => void (kind === 'retry' && retries.push(kind)) });
    await other.close();
    assert.is(codeOf(outcome), 'apply-failed');
    assert.match('error' in outcome ? outcome.error.message : '', /there may be what it has committed by itself/);
    assert.equal(retries, []);
    assert.equal(await bed.ask('SELECT count(*) FROM entry'), ['1']);
  });
}

for (const name of ['postgresql', 'mariadb'] as const) {
  const cell = named(cellsOf(test, name, proxiedLane(name), `apply, ${name} in part`), name);
  if (!isReachable(name)) continue;
  const bed = await bedOf(name);
  const project = await openFiles(chainFiles(bed.dialect));
  await branchCells(cell, bed, { project, transaction: 'none' });
  await noLedgerCell(cell, bed);
  await correctedCells(cell, bed);
  await shapeCells(cell, bed, { project, transaction: 'revision' });
  stampCells(cell, project);
  await sessionCells(cell, bed);
  if (name === 'mariadb') await routineCell(cell, bed);
  await bed.close();
}
test.run();
