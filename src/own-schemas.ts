import { type ReplayedSchema, afterAll, atBase } from './plan/index.ts';
import type { Replay, ReplayedRevision } from './replay.ts';
import { type Graph, revisionsUpTo } from './revisions/index.ts';

/**
 * The revisions of a chain, each in a database that holds what it needs and nothing else: no revision of another branch
 * changes the schema before it.
 */
export function inOwnSchemas(graph: Graph, { revisions, schema }: Replay): readonly ReplayedRevision[] {
  const opsOf = new Map(revisions.map(({ migration, ops }) => [migration.id, ops]));
  const after = new Map<string, ReplayedSchema>();
  /** Those that none of the revisions so far stands upon. */
  const open = new Set<string>();
  return revisions.map((replayed): ReplayedRevision => {
    const { migration: { id }, ops } = replayed;
    const needed = (graph.nodes.get(id)?.prerequisites ?? []).map((node) => node.id);
    const holdsNoMore = [...open].every((each) => needed.includes(each));
    for (const each of needed) open.delete(each);
    open.add(id);
    // Where lines have met all of them are needed, and along a line each begins where the one before it ends.
    const along = needed.length === 1 ? after.get(needed[0] ?? '') : undefined;
    const before = along ?? (holdsNoMore ? replayed.before : afterAll(atBase(schema.evolveSql), ancestorsOf(graph, id).flatMap((each) => opsOf.get(each) ?? [])));
    const own = { ...replayed, before, after: before === replayed.before ? replayed.after : afterAll(before, ops) };
    after.set(id, own.after);
    return own;
  });
}

const ancestorsOf = (graph: Graph, id: string): readonly string[] => revisionsUpTo(graph, id).map((node) => node.id).filter((each) => each !== id);
