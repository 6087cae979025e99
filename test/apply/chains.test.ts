/** The example chain up, down and up again, by `apply` and by the database's own client: the same catalogue and rows, the plan's statements and no others. */
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { applyPlan } from '../../src/apply/index.ts';
import { openProject } from '../../src/compiler.ts';
import { findConfig, loadConfig } from '../../src/config.ts';
import type { Connection } from '../../src/database/connection.ts';
import { type Plan, TRANSACTION_MODES, type TransactionMode, statementsOf } from '../../src/plan/index.ts';
import { DEFAULT_OPTIONS, renderScript } from '../../src/script/index.ts';
import { everyCell } from '../safety/cells.ts';
import { isReachable } from '../support/servers.ts';
import { type Bed, type BedName, type Seen, bedOf } from './bed.ts';
import { startClient } from './clients.ts';
import { hooked } from './hooked.ts';
import { isOwn } from './own-words.ts';
import { planFor } from './plan-for.ts';

const project = await openProject(await loadConfig(findConfig(fileURLToPath(new URL('../../examples/shop', import.meta.url)))));

/** When a row was made, and by which random number, is another each time. */
const withoutChance = ({ catalogue, rows, heads }: Seen): readonly string[] => [
  ...catalogue,
  ...rows.map((row) => row.replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?/g, 'now').replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'random')),
  ...heads,
];

/** Plans from where the database is, and gives the plan to what runs it; what is there behind it. */
async function gone(bed: Bed, range: string, transaction: TransactionMode, run: (connection: Connection, plan: Plan) => Promise<void>): Promise<readonly string[]> {
  const connection = await bed.open();
  try {
    await run(connection, await planFor(project, connection, { range, transaction }));
  } finally {
    await connection.close();
  }
  return withoutChance(await bed.look());
}

/** Every text is the plan's. */
const byApply = (bed: Bed, range: string, transaction: TransactionMode): Promise<readonly string[]> =>
  gone(bed, range, transaction, async (connection, plan) => {
    const sent: string[] = [];
    await applyPlan(hooked(connection, (sql) => void sent.push(sql)), plan);
    const statements = plan.steps.flatMap(statementsOf).map(({ sql }) => sql);
    assert.equal(sent.filter((sql) => !isOwn(sql, plan) && !/^(INSERT INTO|CREATE TABLE) migsql_ledger\b/.test(sql)), statements.filter((sql) => !isOwn(sql, plan)));
  });

const byClient = (bed: Bed, range: string, transaction: TransactionMode): Promise<readonly string[]> =>
  gone(bed, range, transaction, async (connection, plan) => {
    await connection.close();
    const { code, output } = await startClient(bed, [...renderScript(plan, DEFAULT_OPTIONS)].join(''));
    assert.is(code, 0, output);
  });

/** A mode for each by default; in random chains, each meets all of them. */
const MODES: { readonly [name in BedName]: readonly TransactionMode[] } = { postgresql: ['none'], mariadb: ['revision'], sqlite: ['none'], pglite: ['script'] };

const test = suite('the example chain');
for (const name of ['postgresql', 'mariadb', 'sqlite', 'pglite'] as const) {
  if (name !== 'pglite' && !isReachable(name)) continue;
  const bed = await bedOf(name);
  for (const transaction of everyCell ? TRANSACTION_MODES : MODES[name]) {
    test(`${name}, ${transaction}: up, down, up by apply and by the client in turn`, async () => {
      // PGlite has no client.
      const other = name === 'pglite' ? byApply : byClient;
      const isEmpty = (lines: readonly string[]): void => assert.equal(lines.filter((line) => !/sqlite_sequence/.test(line)), []);
      await bed.empty();
      const up = await byApply(bed, 'heads', transaction);
      assert.ok(up.length > 20, 'the catalogue is read');
      isEmpty(await other(bed, 'base', transaction));
      assert.equal(await other(bed, 'heads', transaction), up);
      isEmpty(await byApply(bed, 'base', transaction));
      assert.equal(await byApply(bed, 'heads', transaction), up);
    });
  }
  test.after(bed.close);
}
test.run();
