import { compare } from '../diagnostics.ts';
import { idsOf, reach, sortedById } from './reach.ts';
import type { GraphNode } from './revision.ts';

/** One knot of revisions that all need each other. */
export interface Cycle {
  /** The member with the smallest id. */
  readonly first: GraphNode;
  /** A shortest way round from there: each revises or depends on the next, the last on the first. */
  readonly path: readonly string[];
  /** All ids of the knot, sorted; more than the path when several cycles share revisions. */
  readonly members: readonly string[];
}

/** All knots among `nodes`, sorted by their first member. Linear in nodes and links, without recursion. */
export function findCycles(nodes: readonly GraphNode[]): readonly Cycle[] {
  const cycles = knots(nodes).flatMap((knot): readonly Cycle[] => {
    const sorted = sortedById(knot);
    const [first] = sorted;
    const isCycle = knot.size > 1 || first?.prerequisites.includes(first);
    return first && isCycle ? [{ first, path: wayRound(first, knot), members: idsOf(sorted) }] : [];
  });
  return cycles.sort((a, b) => compare(a.first.id, b.first.id));
}

/** Strongly connected components: finish order upwards, then gather downwards from the last finished (Kosaraju). */
function knots(nodes: readonly GraphNode[]): ReadonlySet<GraphNode>[] {
  const inside = new Set(nodes);
  const gathered = new Set<GraphNode>();
  const found: ReadonlySet<GraphNode>[] = [];
  for (const node of finishOrder(nodes, inside).reverse()) {
    if (gathered.has(node)) continue;
    const isFree = (other: GraphNode): boolean => inside.has(other) && !gathered.has(other);
    const knot = reach([node], ({ prerequisites }) => prerequisites, isFree);
    for (const member of knot) gathered.add(member);
    found.push(knot);
  }
  return found;
}

function finishOrder(nodes: readonly GraphNode[], inside: ReadonlySet<GraphNode>): GraphNode[] {
  const entered = new Set<GraphNode>();
  const finished: GraphNode[] = [];
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

/** Breadth first from a member through its knot until a link leads back to it. */
function wayRound(first: GraphNode, knot: ReadonlySet<GraphNode>): string[] {
  const cameFrom = new Map<GraphNode, GraphNode>();
  const queue = [first];
  for (const node of queue) {
    for (const next of node.prerequisites) {
      if (next === first) return trace(node, cameFrom);
      if (!knot.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  return idsOf(queue);
}

function trace(last: GraphNode, cameFrom: ReadonlyMap<GraphNode, GraphNode>): string[] {
  const path: string[] = [];
  for (let node: GraphNode | undefined = last; node; node = cameFrom.get(node)) path.push(node.id);
  return path.reverse();
}
