import { compare } from '../diagnostics.ts';
import { reach } from './reach.ts';
import type { GraphNode, Revision } from './revision.ts';

/** One knot of revisions that all need each other. */
export interface Cycle {
  /** A shortest way round from the smallest id: each revises or depends on the next, the last on the first. */
  readonly path: readonly string[];
  /** All ids of the knot, sorted; more than the path when several cycles share revisions. */
  readonly members: readonly string[];
}

/** All knots among `nodes`, sorted by their smallest member. Linear in nodes and links, without recursion. */
export function findCycles<R extends Revision>(nodes: readonly GraphNode<R>[]): Cycle[] {
  return knots(nodes)
    .filter((knot) => knot.length > 1 || knot.some((node) => node.prerequisites.includes(node)))
    .map((knot) => knot.sort((a, b) => compare(a.id, b.id)))
    .sort((a, b) => compare(a[0]?.id ?? '', b[0]?.id ?? ''))
    .map((knot) => ({ path: wayRound(knot), members: knot.map(({ id }) => id) }));
}

/** Strongly connected components: finish order upwards, then gather downwards from the last finished (Kosaraju). */
function knots<R extends Revision>(nodes: readonly GraphNode<R>[]): GraphNode<R>[][] {
  const inside = new Set(nodes);
  const gathered = new Set<GraphNode<R>>();
  const found: GraphNode<R>[][] = [];
  for (const node of finishOrder(nodes, inside).reverse()) {
    if (gathered.has(node)) continue;
    const knot = reach([node], ({ prerequisites }) => prerequisites, (other) => inside.has(other) && !gathered.has(other));
    for (const member of knot) gathered.add(member);
    found.push([...knot]);
  }
  return found;
}

function finishOrder<R extends Revision>(
  nodes: readonly GraphNode<R>[],
  inside: ReadonlySet<GraphNode<R>>,
): GraphNode<R>[] {
  const entered = new Set<GraphNode<R>>();
  const finished: GraphNode<R>[] = [];
  for (const start of nodes) {
    const path = entered.has(start) ? [] : [{ node: start, next: 0 }];
    entered.add(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const successor = top.node.successors[top.next++];
      if (!successor) {
        finished.push(top.node);
        path.pop();
      } else if (inside.has(successor) && !entered.has(successor)) {
        entered.add(successor);
        path.push({ node: successor, next: 0 });
      }
    }
  }
  return finished;
}

/** Breadth first from the smallest member through the knot until a link leads back to it. */
function wayRound<R extends Revision>(knot: readonly GraphNode<R>[]): string[] {
  const inside = new Set(knot);
  const start = knot[0];
  const cameFrom = new Map<GraphNode<R>, GraphNode<R>>();
  const queue = knot.slice(0, 1);
  for (const node of queue) {
    for (const next of node.prerequisites) {
      if (next === start) return trace(node, cameFrom);
      if (!inside.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  return knot.map(({ id }) => id);
}

function trace<R extends Revision>(last: GraphNode<R>, cameFrom: ReadonlyMap<GraphNode<R>, GraphNode<R>>): string[] {
  const path: string[] = [];
  for (let node: GraphNode<R> | undefined = last; node; node = cameFrom.get(node)) path.push(node.id);
  return path.reverse();
}
