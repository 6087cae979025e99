/** The server stops at once, between two texts or while it is at work on one, and is started again. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { TRANSACTION_MODES } from '../../src/plan/index.ts';
import { type AddCell, cellsOf, everyCell } from '../safety/cells.ts';
import { chainFiles, openFiles } from './chain.ts';
import { hooked } from './hooked.ts';
import { named, sampled } from './lanes.ts';
import { attempt, codeOf } from './outcomes.ts';
import { type OwnServer, canRunServers, ownServer } from './own-servers.ts';
import { type Reference, begin, finish, undisturbed } from './undisturbed.ts';

/** Stops it at a text, which is then sent to nobody; or right behind it, when it has perhaps begun. */
async function stopAt({ bed, stop, start }: OwnServer, reference: Reference, at: number, sends: boolean): Promise<void> {
  let stopping: Promise<void> | undefined;
  const outcome = await attempt(bed, reference, {}, (connection) =>
    hooked(connection, async (_, number) => {
      if (number !== at) return;
      stopping = stop();
      if (!sends) await stopping;
    }),
  );
  await stopping;
  await start();
  const isLast = at === reference.sent.length - 1;
  assert.ok(['connection-lost', ...(isLast || sends ? ['applied'] : [])].includes(codeOf(outcome)), codeOf(outcome));
}

function addCells(cell: AddCell<OwnServer>, reference: Reference, situation: number): void {
  const { transaction, from, to, sent } = reference;
  // The settings of the session come first.
  const all = [...sent.keys()].slice(7);
  for (const [index, at] of sampled(all, 24, 5 * situation).entries()) {
    for (const sends of everyCell ? [false, true] : [(index + situation) % 2 === 0]) {
      cell(`${transaction}, ${from} to ${to}: stopped ${sends ? 'behind' : 'before'} ${at}, ${sent[at]!.split('\n')[0]}`, async (server) => {
        await begin(server.bed, reference);
        await stopAt(server, reference, at, sends);
        await finish(server.bed, reference);
      });
    }
  }
}

const test = suite('the server restarts');
if (!canRunServers()) test('is not tried, as a line beginning with SKIPPED says', () => {});
else {
  for (const name of ['postgresql', 'mariadb'] as const) {
    const server = await ownServer(name);
    const lane = { empty: () => server, drop: () => {} };
    const cell = named(cellsOf(test, name, () => lane, `apply, ${name} stopped and started`, 1), name);
    const project = await openFiles(chainFiles(name));
    for (const [situation, transaction] of TRANSACTION_MODES.entries()) {
      addCells(cell, await undisturbed(server.bed, { project, transaction, from: 'base', to: 'heads' }), situation);
    }
  }
}
test.run();
