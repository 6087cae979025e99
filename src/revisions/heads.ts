import type { Graph, GraphNode, Revision } from './revision.ts';

/** Revisions that none revises: what `head` means. Another line may still depend on one of them. */
export function heads<R extends Revision>(graph: Graph<R>): readonly GraphNode<R>[] {
  return nodesWhere(graph, ({ children }) => children.length === 0);
}

/**
 * Revisions that none revises or depends on: what `heads` means, and what the version table holds when everything
 * is applied.
 */
export function tips<R extends Revision>(graph: Graph<R>): readonly GraphNode<R>[] {
  return nodesWhere(graph, ({ successors }) => successors.length === 0);
}

/** Revisions that revise nothing. They may depend on others. */
export function bases<R extends Revision>(graph: Graph<R>): readonly GraphNode<R>[] {
  return nodesWhere(graph, ({ parents }) => parents.length === 0);
}

/** Revisions that several revise. */
export function branchPoints<R extends Revision>(graph: Graph<R>): readonly GraphNode<R>[] {
  return nodesWhere(graph, ({ children }) => children.length > 1);
}

/** Revisions that revise several. */
export function mergePoints<R extends Revision>(graph: Graph<R>): readonly GraphNode<R>[] {
  return nodesWhere(graph, ({ parents }) => parents.length > 1);
}

/** Sorted by id, as `graph.nodes` is. */
function nodesWhere<R extends Revision>(
  graph: Graph<R>,
  wanted: (node: GraphNode<R>) => boolean,
): readonly GraphNode<R>[] {
  return [...graph.nodes.values()].filter(wanted);
}
