/**
 * Any chain of any ops: `apply` and the database's own client with the script leave the same; what was sent is the plan; and where the
 * way to the server is lost at any text, the next run finishes.
 */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Connection, DatabaseError } from '../../src/database/connection.ts';
import { MigsqlError } from '../../src/errors.ts';
import type { Migration } from '../../src/migration.ts';
import type { Op } from '../../src/ops/index.ts';
import { type Plan, TRANSACTION_MODES, statementsOf } from '../../src/plan/index.ts';
import { DEFAULT_OPTIONS, renderScript } from '../../src/script/index.ts';
import { takenSequences } from '../support/random-models.ts';
import { tries } from '../support/scale.ts';
import { isReachable } from '../support/servers.ts';
import { type Bed, type BedName, bedOf } from './bed.ts';
import { startClient } from './clients.ts';
import { attempt, codeOf } from './outcomes.ts';
import { isOwn } from './own-words.ts';
import { type Reference, type Way, begin, finish, shown, undisturbed } from './undisturbed.ts';

const LONGEST = 12;
const PER_REVISION = 4;

/** Ops as revisions, one behind the other. */
function migrationsOf(ops: readonly Op[]): ReadonlyMap<string, Migration> {
  const count = Math.max(1, Math.ceil(ops.length / PER_REVISION));
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const id = `rev${index + 1}`;
      const migration: Migration = {
        id, revises: index === 0 ? [] : [`rev${index}`], dependsOn: [], branchLabels: [], title: id, file: `migrations/${id}.ts`, sha256: '0'.repeat(64), imports: [],
        upgrade: ops.slice(index * PER_REVISION, (index + 1) * PER_REVISION), downgrade: 'reversed',
      };
      return [id, migration];
    }),
  );
}

/** Nothing is sent beside the plan's statements but what a session says for itself, and the ledger's rows. */
function isThePlan({ plan, sent }: Reference): void {
  const statements = plan.steps.flatMap(statementsOf).map(({ sql }) => sql);
  assert.equal(sent.filter((sql) => !isOwn(sql, plan) && !/^(INSERT INTO|CREATE TABLE) migsql_ledger\b/.test(sql)), statements);
}

const scriptOf = (plan: Plan): string => [...renderScript(plan, DEFAULT_OPTIONS)].join('');

/** The same by the client, on an empty database. PGlite has none. */
async function isTheScript(bed: Bed, reference: Reference): Promise<void> {
  if (bed.name === 'pglite') return;
  await bed.empty();
  const { code, output } = await startClient(bed, scriptOf(reference.plan));
  assert.is(code, 0, output);
  assert.is(shown(await bed.look()), shown(reference.points.at(-1)!));
}

/** The session is lost at a text: before it arrives, or behind it. */
function lostAt(at: number, arrives: boolean): (connection: Connection) => Connection {
  return (connection) => {
    let number = 0;
    const run: Connection['run'] = async (sql) => {
      if (number++ !== at) return connection.run(sql);
      if (arrives) await connection.run(sql);
      await connection.run('ROLLBACK').catch(() => {});
      await connection.close();
      throw new DatabaseError('lost', 'connection-lost', connection.display);
    };
    return { ...connection, run };
  };
}

/** Lost at a text, the run says so, and the next one finishes. */
async function isFinished(bed: Bed, reference: Reference, share: number, arrives: boolean): Promise<void> {
  // What gives the lock back comes last, and whoever cannot has finished all the same.
  const texts = reference.sent.length - (bed.name === 'sqlite' ? 2 : 1);
  const at = Math.min(Math.floor(share * texts), texts - 1);
  await begin(bed, reference);
  assert.is(codeOf(await attempt(bed, reference, {}, lostAt(at, arrives))), 'connection-lost');
  await finish(bed, reference);
}

/** MariaDB gives up its own index of a foreign key for one that an op makes, and does not let go of that on the way back. */
const NEEDED_BY_A_KEY = '1553';

const isIrreversible = (error: unknown): boolean =>
  error instanceof MigsqlError &&
  (error.diagnostics.every(({ code }) => code === 'irreversible' || code === 'unknown-before') || error.detailsOf('apply-failed')?.code === NEEDED_BY_A_KEY);

async function check(bed: Bed, way: Pick<Way, 'project' | 'transaction'>, shares: readonly number[]): Promise<void> {
  const up = await undisturbed(bed, { ...way, from: 'base', to: 'heads' });
  isThePlan(up);
  await isTheScript(bed, up);
  for (const [index, share] of shares.entries()) await isFinished(bed, up, share, index % 2 === 0);
  const down = await undisturbed(bed, { ...way, from: 'heads', to: 'base' }).catch((error: unknown) => (isIrreversible(error) ? undefined : Promise.reject(error)));
  if (!down) return;
  isThePlan(down);
  assert.equal(down.points.at(-1)!.catalogue.filter((line) => !/sqlite_sequence/.test(line)), []);
  for (const [index, share] of shares.entries()) await isFinished(bed, down, share, index % 2 === 1);
}

const RUNS: { readonly [name in BedName]: number } = { postgresql: 3, mariadb: 3, sqlite: 2, pglite: 1 };

const test = suite('random chains');
for (const name of ['postgresql', 'mariadb', 'sqlite', 'pglite'] as const) {
  if (name !== 'pglite' && !isReachable(name)) continue;
  const bed = await bedOf(name);
  for (const transaction of TRANSACTION_MODES) {
    test(`${name}, ${transaction}: by apply, by the client, and lost on the way`, async () => {
      const property = (ops: readonly Op[], shares: readonly number[]): Promise<void> => check(bed, { project: { migrations: migrationsOf(ops) }, transaction }, shares);
      const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
      await fc.assert(fc.asyncProperty(takenSequences(bed.dialect, LONGEST), fc.tuple(share, share), property), { ...tries(RUNS[name]), endOnFailure: true });
    });
  }
  test.after(bed.close);
}
test.run();
