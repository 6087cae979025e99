import { MigsqlError } from '../errors.ts';
import { cycleProblems, revisionProblems } from './check.ts';
import { linkNodes } from './link.ts';
import { upgradeOrder } from './order.ts';
import { sortedById } from './reach.ts';
import type { Graph, Revision } from './revision.ts';

/**
 * Revisions joined into a checked graph, in time linear in revisions and links (but for sorting ids).
 *
 * The result depends on the revisions alone, never on the order in which they come.
 *
 * @throws MigsqlError with every problem found: `invalid-revision-id`, `duplicate-revision`, `missing-parent`,
 * `missing-dependency`, `invalid-label`, `duplicate-label`, `revision-cycle`
 */
export function buildGraph<R extends Revision>(revisions: Iterable<R>): Graph<R> {
  const sorted = sortedById(revisions);
  const { byId, byLabel } = linkNodes(sorted);
  const order = upgradeOrder([...byId.values()]);
  const problems = revisionProblems(sorted, { ids: byId, labels: byLabel });
  if (order.length < byId.size) {
    const placed = new Set(order);
    problems.push(...cycleProblems([...byId.values()].filter((node) => !placed.has(node))));
  }
  if (problems.length) throw new MigsqlError(problems);
  order.forEach((node, position) => (node.position = position));
  return { nodes: byId, order, labels: byLabel };
}
