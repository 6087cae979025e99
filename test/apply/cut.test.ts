/**
 * The connection is cut at each text that `apply` sends: before it arrives, behind it, and while the server is at work on it.
 * Whatever came of it, catalogue, rows, version table, ledger and failure map agree, and the next run finishes.
 */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { TRANSACTION_MODES } from '../../src/plan/index.ts';
import { type AddCell, cellsOf, everyCell } from '../safety/cells.ts';
import { isReachable } from '../support/servers.ts';
import { bedOf } from './bed.ts';
import { chainFiles, openFiles } from './chain.ts';
import { type Proxied, named, proxiedLane, sampled } from './lanes.ts';
import { attemptCut, codeOf } from './outcomes.ts';
import { CUTS, type Cut } from './proxy.ts';
import { type Reference, begin, finish, undisturbed } from './undisturbed.ts';

async function runCut(lane: Proxied, reference: Reference, at: number, cut: Cut): Promise<void> {
  const outcome = await attemptCut(lane, reference, at, cut);
  // The lock is given back last; whoever cannot has finished all the same.
  assert.is(codeOf(outcome), at === reference.sent.length - 1 ? 'applied' : 'connection-lost');
}

function addCells(cell: AddCell<Proxied>, reference: Reference, situation: number): void {
  const { transaction, from, to, sent } = reference;
  const every = transaction === 'revision' && from === 'base' ? 2 : 6;
  const all = sent.flatMap((_, at) => (everyCell ? CUTS : [CUTS[(at + situation) % CUTS.length]!]).map((cut) => ({ at, cut })));
  for (const { at, cut } of sampled(all, every, situation)) {
    cell(`${transaction}, ${from} to ${to}: ${cut} lost at ${at}, ${sent[at]!.split('\n')[0]}`, async (lane) => {
      await begin(lane.bed, reference);
      await runCut(lane, reference, at, cut);
      await lane.bed.quiet();
      await finish(lane.bed, reference);
    });
  }
}

const test = suite('cut off');
for (const name of ['postgresql', 'mariadb'] as const) {
  const cell = cellsOf(test, name, proxiedLane(name), `apply, ${name} cut off`);
  if (!isReachable(name)) continue;
  const bed = await bedOf(name);
  const project = await openFiles(chainFiles(bed.dialect));
  let situation = 0;
  for (const transaction of TRANSACTION_MODES) {
    for (const [from, to] of [['base', 'heads'], ['heads', 'base']] as const) {
      addCells(named(cell, name), await undisturbed(bed, { project, transaction, from, to }), situation++);
    }
  }
  await bed.close();
}
test.run();
