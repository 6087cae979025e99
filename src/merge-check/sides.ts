import { afterAll, atBase } from '../plan/index.ts';
import type { Replay, ReplayedRevision } from '../replay.ts';
import { type Graph, revisionsUpTo } from '../revisions/index.ts';
import type { PlacedOp } from './footprint.ts';
import type { Sides } from './index.ts';

/** Two heads, and the revisions that only one of them needs. */
export function sidesOf(graph: Graph, { revisions, schema }: Replay, [left, right]: readonly [string, string]): Sides {
  const [ofLeft, ofRight] = [left, right].map((head) => new Set(revisionsUpTo(graph, head).map(({ id }) => id))) as [Set<string>, Set<string>];
  const only = (own: ReadonlySet<string>, other: ReadonlySet<string>): readonly PlacedOp[] =>
    revisions.filter(({ migration: { id } }) => own.has(id) && !other.has(id)).flatMap(placedOps);
  const common = revisions.filter(({ migration: { id } }) => ofLeft.has(id) && ofRight.has(id));
  return { base: afterAll(atBase(schema.evolveSql), common.flatMap(({ ops }) => ops)), left: only(ofLeft, ofRight), right: only(ofRight, ofLeft) };
}

const placedOps = ({ migration: { id, file }, ops }: ReplayedRevision): readonly PlacedOp[] =>
  ops.map((op) => ({ op, revision: id, place: op.origin ?? { file } }));
