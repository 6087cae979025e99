import { MigsqlError, problem } from '../errors.ts';
import { reach, sortedById } from './reach.ts';
import type { GraphNode, Revision } from './revision.ts';

/** Without those that another of them implies, such as a head of a branch that another line depends on. */
export function independent<R extends Revision>(nodes: readonly GraphNode<R>[]): readonly GraphNode<R>[] {
  if (nodes.length < 2) return nodes;
  const implied = impliedBy(nodes);
  return nodes.filter((node) => !implied.has(node));
}

/**
 * Each once, sorted by id.
 *
 * @throws MigsqlError `overlapping-revisions` for each that another implies
 */
export function separate<R extends Revision>(nodes: Iterable<GraphNode<R>>): readonly GraphNode<R>[] {
  const sorted = sortedById(new Set(nodes));
  const implied = impliedBy(sorted);
  const problems = sorted.flatMap((node) => {
    const descendant = implied.get(node)?.id;
    return descendant === undefined ? [] : [problem('overlapping-revisions', { revision: node.id, descendant })];
  });
  if (problems.length) throw new MigsqlError(problems);
  return sorted;
}

/** Everything that must come before one of `nodes`, each with the first of them that needs it. */
function impliedBy<R extends Revision>(nodes: readonly GraphNode<R>[]): ReadonlyMap<GraphNode<R>, GraphNode<R>> {
  const needed = new Map<GraphNode<R>, GraphNode<R>>();
  for (const node of nodes) {
    const below = reach(node.prerequisites, ({ prerequisites }) => prerequisites, (other) => !needed.has(other));
    for (const other of below) needed.set(other, node);
  }
  return needed;
}
