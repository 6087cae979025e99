/** A node among its neighbours, all of one type. */
interface Linked<N> {
  readonly prerequisites: readonly N[];
  readonly successors: readonly N[];
}

/**
 * All nodes, each after its prerequisites; cyclic nodes and what is above them are left out.
 *
 * The tie-break is the id: the smallest base revision first, and from there up its line as far as prerequisites
 * allow, smallest child first, then back to what is left. Two properties follow. A line stays together, and the
 * relative order of two revisions never changes by revisions added on top, so a script once rendered stays the same.
 *
 * @param nodes sorted by id
 */
export function upgradeOrder<N extends Linked<N>>(nodes: readonly N[]): N[] {
  const waitingFor = new Map(nodes.map((node) => [node, node.prerequisites.length]));
  const ready = nodes.filter((node) => node.prerequisites.length === 0).reverse();
  const order: N[] = [];
  for (let node = ready.pop(); node; node = ready.pop()) {
    order.push(node);
    for (const successor of node.successors.toReversed()) {
      const left = (waitingFor.get(successor) ?? 0) - 1;
      waitingFor.set(successor, left);
      if (left === 0) ready.push(successor);
    }
  }
  return order;
}
