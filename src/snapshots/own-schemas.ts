import { type ReplayedSchema, afterAll, atBase } from '../plan/index.ts';
import type { Replay } from '../replay.ts';
import { type Graph, revisionsUpTo } from '../revisions/index.ts';

/**
 * The schema before each revision in a database that holds what it needs and nothing else: no revision of another branch
 * changes it, nor how it is rendered.
 */
export function ownSchemas(graph: Graph, { revisions, schema }: Replay): ReadonlyMap<string, ReplayedSchema> {
  const opsOf = new Map(revisions.map(({ migration, ops }) => [migration.id, ops]));
  const base = atBase(schema.evolveSql);
  const after = new Map<string, ReplayedSchema>();
  const before = new Map<string, ReplayedSchema>();
  for (const { id, prerequisites } of graph.order) {
    const [only, ...more] = prerequisites;
    // Along a line each begins where the one before it ends.
    const needed = only && more.length === 0 ? after.get(only.id) : undefined;
    const own = needed ?? afterAll(base, ancestorsOf(graph, id).flatMap((each) => opsOf.get(each) ?? []));
    before.set(id, own);
    after.set(id, afterAll(own, opsOf.get(id) ?? []));
  }
  return before;
}

const ancestorsOf = (graph: Graph, id: string): readonly string[] => revisionsUpTo(graph, id).map((node) => node.id).filter((each) => each !== id);
