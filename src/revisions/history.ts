import { fail } from '../errors.ts';
import { forEach } from './for-each.ts';
import { bases, tips } from './heads.ts';
import { findBranch } from './lookup.ts';
import { appliedBy, idsOf, reach, sortedById } from './reach.ts';
import type { Position } from './relative.ts';
import { resolveCurrent, resolveDestinations, type Targets } from './resolve.ts';
import type { Graph, GraphNode, Revision } from './revision.ts';
import { parseRange, type Range, type Target } from './target.ts';

/**
 * What is applied in a database whose current heads are `from`, in the order in which it was applied.
 *
 * @throws MigsqlError of a code of `resolveCurrent`
 */
export function revisionsUpTo<R extends Revision>(graph: Graph<R>, from: Targets): readonly GraphNode<R>[] {
  return [...appliedBy(resolveCurrent(graph, from).heads)].sort((a, b) => a.position - b.position);
}

/**
 * Revisions newest first: what TO needs (default `heads`), from FROM on and including it (default `base`).
 *
 * FROM as `-n` means n below each head, TO as `+n` means n above FROM; both stop at the ends of the graph.
 * FROM with `label@` limits TO to the line of that label.
 *
 * @throws MigsqlError of a code of `resolve`; `not-an-ancestor` when TO does not need FROM
 */
export function history<R extends Revision>(graph: Graph<R>, range: Range | string = ':'): readonly GraphNode<R>[] {
  const { from = [], to } = typeof range === 'string' ? parseRange(range) : range;
  const starts = forEach(from, (target) => startsAt(graph, target)).flat();
  const ends = to ? forEach(to, (target) => endsAt(graph, target, starts)).flat() : tips(graph);
  const shown = between(starts, inLinesOf(graph, from, ends));
  return [...shown].sort((a, b) => b.position - a.position);
}

function between<R extends Revision>(
  starts: readonly GraphNode<R>[],
  ends: readonly GraphNode<R>[],
): Iterable<GraphNode<R>> {
  const needed = appliedBy(ends);
  if (starts.length === 0) return needed;
  forEach(starts, (start) => {
    if (!needed.has(start)) fail('not-an-ancestor', { revision: start.id, of: idsOf(ends) });
  });
  return reach(starts, ({ children }) => children, (node) => needed.has(node));
}

function inLinesOf<R extends Revision>(
  graph: Graph<R>,
  from: readonly Target[],
  ends: readonly GraphNode<R>[],
): readonly GraphNode<R>[] {
  const lines = from.flatMap(({ branch }) => (branch === undefined ? [] : [findBranch(graph, branch).line]));
  return lines.length === 0 ? ends : ends.filter((node) => lines.some((line) => line.has(node)));
}

function startsAt<R extends Revision>(graph: Graph<R>, target: Target): readonly GraphNode<R>[] {
  if (target.anchor.kind !== 'current') return resolveCurrent(graph, [target]).heads;
  if (target.offset > 0) fail('invalid-target', { target: target.text, reason: 'nothing is below to count from' });
  const ends = inLinesOf(graph, [target], tips(graph));
  return sortedById(new Set(forEach(ends, (node) => upToBelow(node, target))));
}

/** `-offset` below the node, or the base revision of its line when that is nearer. */
function upToBelow<R extends Revision>(node: GraphNode<R>, { text, offset }: Target): GraphNode<R> {
  let position = node;
  for (let left = -offset; left > 0; left--) {
    const { parents } = position;
    if (parents.length > 1) fail('ambiguous-walk', { target: text, candidates: idsOf(parents) });
    if (!parents[0]) return position;
    position = parents[0];
  }
  return position;
}

function endsAt<R extends Revision>(
  graph: Graph<R>,
  target: Target,
  starts: readonly GraphNode<R>[],
): readonly GraphNode<R>[] {
  if (target.anchor.kind !== 'current') {
    return resolveDestinations(graph, [target], { heads: [], first: [] }).flatMap(({ nodes }) => nodes);
  }
  if (target.offset < 0) fail('invalid-target', { target: target.text, reason: 'nothing is above to count from' });
  if (starts.length > 1) fail('ambiguous-start', { target: target.text, heads: idsOf(starts) });
  return upToAbove(graph, starts[0], target);
}

/** `offset` above the node or base, or the last revision of the line when that is nearer. */
function upToAbove<R extends Revision>(graph: Graph<R>, start: Position<R>, target: Target): readonly GraphNode<R>[] {
  const line = target.branch === undefined ? undefined : findBranch(graph, target.branch).line;
  let position = start;
  for (let left = target.offset; left > 0; left--) {
    const above = (position ? position.children : bases(graph)).filter((node) => !line || line.has(node));
    if (above.length > 1) fail('ambiguous-walk', { target: target.text, candidates: idsOf(above) });
    if (!above[0]) break;
    position = above[0];
  }
  return position ? [position] : [];
}
