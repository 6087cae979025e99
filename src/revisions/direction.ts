import { appliedBy } from './reach.ts';
import { type Destination, resolveCurrent, resolveDestinations, type Targets } from './resolve.ts';
import type { Direction, Graph, GraphNode, Revision } from './revision.ts';

/**
 * Whether the way from the current heads to the target leads up or down, where the graph says so.
 *
 * Down, when the target is applied and below a current head, or is base; up, when it is to be applied and a current
 * head is below it, or it is written as `head` or `heads`, or nothing is applied, or nothing is to do at all. Open
 * (undefined), when what is to be applied is on other lines than all current heads, or some targets lead up and some
 * down.
 *
 * @throws MigsqlError of a code of `resolve` or `resolveCurrent`
 */
export function directionOf<R extends Revision>(
  graph: Graph<R>,
  from: Targets,
  target: Targets,
): Direction | undefined {
  const current = resolveCurrent(graph, from);
  const destinations = resolveDestinations(graph, target, current);
  const applied = appliedBy(current.heads);
  const wanted = destinations.map((destination) => directionTo(destination, current.heads, applied));
  if (wanted.includes('downgrade')) return wanted.includes('upgrade') ? undefined : 'downgrade';
  if (!wanted.includes('upgrade') || current.heads.length === 0) return 'upgrade';
  const below = appliedBy(destinations.flatMap(({ nodes }) => nodes));
  const isUpwards = destinations.some((destination) => isTop(destination) || isCounted(destination));
  return isUpwards || current.heads.some((node) => below.has(node)) ? 'upgrade' : undefined;
}

function directionTo<R extends Revision>(
  destination: Destination<R>,
  heads: readonly GraphNode<R>[],
  applied: ReadonlySet<GraphNode<R>>,
): Direction | 'none' {
  const { target, nodes } = destination;
  if (isCounted(destination)) return target.offset > 0 ? 'upgrade' : 'downgrade';
  if (nodes.some((node) => !applied.has(node))) return 'upgrade';
  if (isTop(destination)) return 'none';
  const [node] = nodes;
  const isThere = node ? heads.includes(node) : heads.length === 0;
  return isThere ? 'none' : 'downgrade';
}

function isTop<R extends Revision>({ target: { anchor, offset } }: Destination<R>): boolean {
  return (anchor.kind === 'head' || anchor.kind === 'heads') && offset === 0;
}

/** From the current heads, so that its sign is its direction. */
function isCounted<R extends Revision>({ target }: Destination<R>): boolean {
  return target.anchor.kind === 'current';
}
