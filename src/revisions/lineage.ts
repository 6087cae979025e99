import { idsOf, reach } from './reach.ts';
import type { Graph, Revision } from './revision.ts';

/** The ids that show a revision to be applied when one of them is a current head: itself, and all that come after it. */
export function appliedByAny<R extends Revision>({ nodes }: Graph<R>, id: string): readonly string[] {
  const node = nodes.get(id);
  return node ? idsOf([...reach([node], ({ successors }) => successors)]) : [];
}

/** What a revision revises and depends on. */
export const prerequisitesOf = <R extends Revision>({ nodes }: Graph<R>, id: string): readonly string[] =>
  idsOf(nodes.get(id)?.prerequisites ?? []);
