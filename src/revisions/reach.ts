import { compare } from '../diagnostics.ts';
import type { GraphNode, Revision } from './revision.ts';

type Neighbours<R extends Revision> = (node: GraphNode<R>) => readonly GraphNode<R>[];

/** `start` and everything that `next` leads to from it, without entering nodes that `within` refuses. */
export function reach<R extends Revision>(
  start: Iterable<GraphNode<R>>,
  next: Neighbours<R>,
  within: (node: GraphNode<R>) => boolean = () => true,
): Set<GraphNode<R>> {
  const seen = new Set<GraphNode<R>>();
  const waiting = [...start];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (seen.has(node) || !within(node)) continue;
    seen.add(node);
    for (const neighbour of next(node)) waiting.push(neighbour);
  }
  return seen;
}

/** What is in a database whose current heads are `heads`: they and all their prerequisites. */
export function appliedBy<R extends Revision>(heads: Iterable<GraphNode<R>>): Set<GraphNode<R>> {
  return reach(heads, (node) => node.prerequisites);
}

/** A node with its ancestors and descendants by `revises` alone: what `branch@` admits. */
export function lineage<R extends Revision>(node: GraphNode<R>): Set<GraphNode<R>> {
  const line = reach([node], ({ parents }) => parents);
  for (const descendant of reach([node], ({ children }) => children)) line.add(descendant);
  return line;
}

export function sortedById<N extends { readonly id: string }>(nodes: Iterable<N>): N[] {
  return [...nodes].sort((a, b) => compare(a.id, b.id));
}

export const idsOf = (nodes: Iterable<{ readonly id: string }>): string[] => Array.from(nodes, ({ id }) => id);
