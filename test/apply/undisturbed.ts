/** What a plan leaves after each of its blocks when nothing happens, and whether a database that something happened to is at one of these points. */
import * as assert from 'uvu/assert';
import { type ApplyOptions, applyPlan } from '../../src/apply/index.ts';
import { MigsqlError } from '../../src/errors.ts';
import { type Plan, type TransactionMode, failureMap, planEvents } from '../../src/plan/index.ts';
import { type Bed, type Seen, lookBy } from './bed.ts';
import { hooked } from './hooked.ts';
import { type Source, planFor } from './plan-for.ts';

export interface Way {
  readonly project: Source;
  readonly transaction: TransactionMode;
  /** Where the database is brought to before, and then; `base` is where it is when it is empty. */
  readonly from: string;
  readonly to: string;
}

export interface Reference extends Way {
  readonly plan: Plan;
  /** Before the first block, and behind each. */
  readonly points: readonly Seen[];
  /** What was sent that is no query. */
  readonly sent: readonly string[];
}

/** Plans and applies, in a session of its own. */
export async function applied(bed: Bed, { project, transaction }: Pick<Way, 'project' | 'transaction'>, range: string, options: ApplyOptions = {}): Promise<void> {
  const connection = await bed.open();
  try {
    await applyPlan(connection, await planFor(project, connection, { range, transaction }), options);
  } finally {
    await connection.close();
  }
}

/** An empty database, brought to where the way begins. */
export async function begin(bed: Bed, way: Way): Promise<void> {
  await bed.empty();
  if (way.from !== 'base') await applied(bed, way, way.from);
}

/** Goes the way, and looks at each point. */
export async function undisturbed(bed: Bed, way: Way): Promise<Reference> {
  await begin(bed, way);
  const connection = await bed.open();
  const plan = await planFor(way.project, connection, { range: way.to, transaction: way.transaction });
  const points: Seen[] = [await lookBy(connection)];
  const sent: string[] = [];
  let isBehind = false;
  const look = async (): Promise<void> => {
    if (isBehind) points.push(await lookBy(connection));
    isBehind = false;
  };
  const watched = hooked(connection, async (sql) => {
    await look();
    sent.push(sql);
  });
  await applyPlan(watched, plan, { onEvent: ({ kind }) => (isBehind ||= kind === 'block') });
  await look();
  await connection.close();
  assert.is(points.length, failureMap(plan).length + 1);
  return { ...way, plan, points, sent };
}

/** How many blocks are there whole, as the ledger tells; and whether another had begun. */
export interface Told {
  readonly blocks: number;
  readonly begun: boolean;
}

function toldBy({ plan, points: [before] }: Reference, { ledger }: Seen): Told {
  const last = ledger.slice(before!.ledger.length).at(-1);
  if (!last) return { blocks: 0, begun: false };
  if (last.block !== undefined) return last.ended ? { blocks: last.block, begun: false } : { blocks: last.block - 1, begun: true };
  return { blocks: lastBlockOf(plan, last.revision), begun: false };
}

function lastBlockOf(plan: Plan, revision: string): number {
  let current = '';
  let block = 0;
  for (const event of planEvents(plan)) {
    if (event.kind === 'step') current = event.step.revision;
    if (event.kind === 'statement' && current === revision) block = event.block.number;
  }
  return block;
}

/** All but the ledger. */
export const shown = ({ catalogue, rows, heads }: Seen): string => [...catalogue, ...rows, `heads ${heads.join(', ')}`].join('\n');

/** An index that PostgreSQL has marked invalid is what a build leaves when it is cut. */
const withoutInvalid = (seen: Seen): Seen => ({ ...seen, catalogue: seen.catalogue.filter((line) => !/^[iu]x_.* \| false$/.test(line)) });

/** Catalogue, rows, version table, ledger and failure map agree; the number of blocks that are there. */
export function agree(reference: Reference, seen: Seen): number {
  const { plan, points } = reference;
  const { blocks, begun } = toldBy(reference, seen);
  const found = shown(failureMap(plan)[blocks]?.leaves === undefined ? seen : withoutInvalid(seen));
  const at = begun && found === shown(points[blocks + 1]!) ? blocks + 1 : blocks;
  assert.is(found, shown(points[at]!), `the ledger tells of ${blocks} blocks${begun ? ', and of another that began' : ''}`);
  assert.equal(seen.heads, failureMap(plan)[at]?.heads ?? plan.to);
  return at;
}

/** Nothing tells whether a statement by hand took effect that takes effect by itself. */
function isUnproved({ plan }: Reference, block: number): boolean {
  for (const event of planEvents(plan)) {
    if (event.kind === 'begin' && event.block.number === block) return event.block.alone?.origin.kind === 'op' && event.block.alone.origin.op === 'execute';
  }
  return false;
}

/** What a run says when only a person can tell whether a statement took effect. */
const uncertainOf = (error: unknown): number | undefined => (error instanceof MigsqlError ? error.detailsOf('uncertain-statement')?.statement : undefined);

/**
 * Goes the rest of the way by a plain run, with a person's help where a statement by hand was cut: nothing is different from a way
 * that nobody disturbed.
 */
export async function finish(bed: Bed, reference: Reference): Promise<void> {
  const seen = await bed.look();
  const at = agree(reference, seen);
  const { begun, blocks } = toldBy(reference, seen);
  const statement = await applied(bed, reference, reference.to).then(() => undefined, (error: unknown) => uncertainOf(error) ?? Promise.reject(error));
  assert.is(statement !== undefined, begun && isUnproved(reference, blocks + 1), 'help is asked for where nothing tells, and nowhere else');
  if (statement !== undefined) {
    assert.equal(await bed.look(), seen);
    await applied(bed, reference, reference.to, { fromStatement: statement + at - blocks });
  }
  const after = await bed.look();
  assert.is(shown(after), shown(reference.points.at(-1)!));
}
