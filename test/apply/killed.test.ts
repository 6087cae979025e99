/** A process that applies a plan is killed between any two texts, or behind one that it has just sent: SIGKILL, of which it is not told. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { TRANSACTION_MODES, type TransactionMode } from '../../src/plan/index.ts';
import { type AddCell, cellsOf } from '../safety/cells.ts';
import { isReachable } from '../support/servers.ts';
import { type Bed, type BedName, bedOf } from './bed.ts';
import { chainFiles, openFiles } from './chain.ts';
import { runChild, toldOf } from './killed.ts';
import { bedLane, named, sampled } from './lanes.ts';
import { type Reference, begin, finish, undisturbed } from './undisturbed.ts';

/** How many of the texts are met: servers see no more of it than a connection that is cut, which another test does. */
const EVERY: { readonly [name in Exclude<BedName, 'pglite'>]: number } = { postgresql: 16, mariadb: 24, sqlite: 7 };

function addCells(cell: AddCell<Bed>, name: keyof typeof EVERY, reference: Reference, situation: number): void {
  const { transaction, from, to, sent } = reference;
  const told = toldOf(reference);
  for (const [at, text] of sampled([...sent.entries()], EVERY[name], situation)) {
    const sends = name !== 'sqlite' && (at + situation) % 2 === 0;
    cell(`${transaction}, ${from} to ${to}: killed ${sends ? 'behind' : 'before'} ${at}, ${text.split('\n')[0]}`, async (bed) => {
      await begin(bed, reference);
      const ended = await runChild({ ...told, url: bed.url(), ...bed.secret, at, sends });
      assert.is(ended.signal, 'SIGKILL', ended.output);
      await bed.quiet();
      await finish(bed, reference);
    });
  }
}

/** In a file the modes differ in how often it is written; of the servers' others are met by connections that are cut. */
const modesOf = (name: keyof typeof EVERY): readonly TransactionMode[] => (name === 'sqlite' ? ['revision', 'none'] : TRANSACTION_MODES);

const test = suite('killed');
for (const name of ['postgresql', 'mariadb', 'sqlite'] as const) {
  const cell = cellsOf(test, name, bedLane(name), `apply, ${name} killed`);
  if (!isReachable(name)) continue;
  const bed = await bedOf(name);
  const project = await openFiles(chainFiles(bed.dialect));
  let situation = 0;
  for (const transaction of modesOf(name)) {
    for (const [from, to] of [['base', 'heads'], ['heads', 'base']] as const) {
      addCells(named(cell, name), name, await undisturbed(bed, { project, transaction, from, to }), situation++);
    }
  }
  await bed.close();
}
test.run();
