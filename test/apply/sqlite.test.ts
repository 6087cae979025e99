/** What happens to a file: other processes, a disk that is full, and a process that is killed while it writes. */
import { setTimeout as wait } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { applyPlan, planApply } from '../../src/apply/index.ts';
import { TRANSACTION_MODES, type TransactionMode } from '../../src/plan/index.ts';
import { cellsOf, everyCell } from '../safety/cells.ts';
import { bedOf } from './bed.ts';
import { chainFiles, openFiles, withHand } from './chain.ts';
import { runChild, startChild, toldOf } from './killed.ts';
import { bedLane } from './lanes.ts';
import { attempt, codeOf, outcomeOf } from './outcomes.ts';
import { type Reference, agree, begin, finish, undisturbed } from './undisturbed.ts';

const test = suite('sqlite');
const cell = cellsOf(test, 'sqlite', bedLane('sqlite'), 'apply, sqlite with others, full, killed in the middle');
const project = await openFiles(chainFiles('sqlite'));
const bed = await bedOf('sqlite');
const ways = new Map<TransactionMode, Reference>();
for (const transaction of TRANSACTION_MODES) ways.set(transaction, await undisturbed(bed, { project, transaction, from: 'base', to: 'heads' }));

const RUNS = 20;

for (const transaction of everyCell ? TRANSACTION_MODES : (['none'] as const)) {
  const reference = ways.get(transaction)!;
  cell(`${transaction}: ${RUNS} runs at once, of which one runs and the others say why`, async (bed) => {
    await begin(bed, reference);
    const told = { ...toldOf(reference), url: bed.url(), at: -1, sends: false };
    const ended = await Promise.all(Array.from({ length: RUNS }, () => runChild(told)));
    for (const { code, output } of ended) assert.is(code, 0, output);
    const codes = ended.map(({ output }) => output.trim().split('\n').at(-1)!);
    assert.is(codes.filter((code) => code === 'applied').length, 1, codes.join(', '));
    assert.equal(codes.filter((code) => !['applied', 'another-run', 'other-heads'].includes(code)), []);
    await finish(bed, reference);
    assert.equal((await bed.look()).ledger, reference.points.at(-1)!.ledger);
  });
}

test('a limit for statements, which a session of SQLite has not, is refused', async () => {
  await begin(bed, ways.get('script')!);
  assert.is(codeOf(await attempt(bed, ways.get('script')!, { statementTimeout: 1 })), 'no-statement-limit');
  assert.equal(await bed.look(), ways.get('script')!.points[0]);
});

for (const [transaction, reference] of ways) {
  cell(`${transaction}: another session has the file, and keeps it`, async (bed) => {
    await begin(bed, reference);
    const [connection, other] = [await bed.open(), await bed.open()];
    const plan = await planApply(project, connection, { transaction });
    await other.run('BEGIN IMMEDIATE');
    const outcome = await outcomeOf(applyPlan(connection, plan, { lockTimeout: 1 }));
    await Promise.all([connection.close(), other.close()]);
    assert.is(codeOf(outcome), 'another-run');
    assert.equal(await bed.look(), reference.points[0]);
    await finish(bed, reference);
  });

  cell(`${transaction}: a run that was begun is waited for, and there is nothing left to do`, async (bed) => {
    await begin(bed, reference);
    const connection = await bed.open();
    const plan = await planApply(project, connection, { transaction });
    const other = startChild({ ...toldOf(reference), url: bed.url(), at: 12, sends: false, pause: 500 });
    await other.paused;
    const outcome = await outcomeOf(applyPlan(connection, plan, { lockTimeout: 20 }));
    await connection.close();
    assert.match((await other.ended).output, /applied/);
    assert.is(codeOf(outcome), 'other-heads');
    await finish(bed, reference);
  });

  for (const pages of [1, 3, 5, 7, 9]) {
    cell(`${transaction}: there is no room for more than ${pages} pages`, async (bed) => {
      await begin(bed, reference);
      const outcome = await attempt(bed, reference, {}, (connection) => ({
        ...connection,
        run: async (sql) => {
          if (sql === 'PRAGMA foreign_keys = OFF') await connection.run(`PRAGMA max_page_count = ${pages}`);
          return connection.run(sql);
        },
      }));
      assert.is(codeOf(outcome), 'apply-failed');
      assert.match('error' in outcome ? outcome.error.message : '', /full \(SQLITE_FULL\)/);
      agree(reference, await bed.look());
      await finish(bed, reference);
    });
  }
}
/** More than SQLite keeps in memory, so that the file is half written. */
const LONG = 'INSERT INTO entry WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 800000) SELECT i FROM n';
const long = await openFiles(withHand('sqlite', LONG));

for (const transaction of ['revision', 'none'] as const) {
  const reference = await undisturbed(bed, { project: long, transaction, from: 'dddd4444', to: 'heads' });
  const at = reference.sent.indexOf(LONG);
  for (const milliseconds of everyCell ? [0, 50, 100, 200, 300] : [100]) {
    cell(`${transaction}: killed ${milliseconds} ms after it began to write many rows`, async (bed) => {
      await begin(bed, reference);
      const child = startChild({ ...toldOf(reference), url: bed.url(), at, sends: false, pause: 0 });
      await child.paused.then(() => wait(milliseconds)).then(child.kill);
      const { signal, output } = await child.ended;
      assert.is(signal, 'SIGKILL', output);
      assert.is(agree(reference, await bed.look()), transaction === 'none' ? 1 : 0);
      await finish(bed, reference);
    });
  }
}
test.run();
