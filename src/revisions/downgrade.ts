import { fail } from '../errors.ts';
import { bases } from './heads.ts';
import { separate } from './independent.ts';
import { idsOf, reach } from './reach.ts';
import type { Destination } from './resolve.ts';
import type { Graph, GraphNode, Revision } from './revision.ts';

/**
 * What a downgrade undoes, the last applied first.
 *
 * @throws MigsqlError `multiple-heads`, `not-a-target`, `ambiguous-downgrade`, `overlapping-revisions`
 */
export function downgradeNodes<R extends Revision>(
  graph: Graph<R>,
  destinations: readonly Destination<R>[],
  heads: readonly GraphNode<R>[],
  applied: ReadonlySet<GraphNode<R>>,
): readonly GraphNode<R>[] {
  for (const { nodes, target } of destinations) {
    if (nodes.length > 1) fail('multiple-heads', { target: target.text, heads: idsOf(nodes) });
  }
  separate(destinations.flatMap(({ nodes }) => nodes));
  const undone = new Set<GraphNode<R>>();
  for (const destination of destinations) {
    const above = undoneFor(graph, destination, heads, applied);
    for (const node of above) undone.add(node);
  }
  const toBase = destinations.find(({ nodes }) => nodes.length === 0);
  const lost = destinations.flatMap(({ nodes }) => nodes).find((node) => undone.has(node));
  if (toBase && lost) fail('overlapping-revisions', { revision: toBase.target.text, descendant: lost.id });
  return [...undone].sort((a, b) => b.position - a.position);
}

function undoneFor<R extends Revision>(
  graph: Graph<R>,
  destination: Destination<R>,
  heads: readonly GraphNode<R>[],
  applied: ReadonlySet<GraphNode<R>>,
): ReadonlySet<GraphNode<R>> {
  const { target, nodes } = destination;
  const [node] = nodes;
  const undone = reach(lowestUndone(graph, destination), ({ successors }) => successors, (above) => applied.has(above));
  if (node && undone.size === 0 && !heads.includes(node)) {
    const reason = applied.has(node) ? 'nothing-above' : 'not-applied';
    fail('not-a-target', { target: target.text, heads: idsOf(heads), reason });
  }
  return undone;
}

/** The children of the target (of base: all base revisions), at a fork only those on the way to the branch. */
function lowestUndone<R extends Revision>(
  graph: Graph<R>,
  { target, nodes, branch }: Destination<R>,
): readonly GraphNode<R>[] {
  const above = nodes[0] ? nodes[0].children : bases(graph);
  if (!branch || above.length < 2) return above;
  const way = reach([branch], ({ parents }) => parents);
  const chosen = above.filter((node) => way.has(node));
  return chosen.length ? chosen : fail('ambiguous-downgrade', { target: target.text, candidates: idsOf(above) });
}
