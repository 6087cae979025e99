import { compare } from '../diagnostics.ts';
import type { Graph, GraphNode, Revision } from './revision.ts';

type Labels = readonly string[];

const NONE: Labels = [];

/**
 * The branch labels in effect at each revision, sorted: those it declares, those of all revisions that it
 * descends from, and those declared above it on the same unforked line.
 *
 * A label reaches downwards through single parents as far as no branch point or merge point is met (the documented
 * rule of Alembic; its code begins at another revision and lets dependencies stop it).
 */
export function labelsInEffect<R extends Revision>(graph: Graph<R>): ReadonlyMap<string, readonly string[]> {
  const union = sharedUnion();
  const fromHere = new Map<GraphNode<R>, Labels>();
  for (const node of graph.order.toReversed()) {
    const { branchLabels } = node.revision;
    const declared = branchLabels.length ? [...new Set(branchLabels)].sort(compare) : NONE;
    fromHere.set(node, union(declared, fromAbove(node, fromHere)));
  }
  const inEffect = new Map<GraphNode<R>, Labels>();
  for (const node of graph.order) {
    const inherited = node.parents.map((parent) => inEffect.get(parent) ?? NONE).reduce(union, NONE);
    inEffect.set(node, union(inherited, fromHere.get(node) ?? NONE));
  }
  return new Map([...inEffect].map(([{ id }, labels]) => [id, labels]));
}

/** What the only child hands down, unless the line ends here. */
function fromAbove<R extends Revision>(node: GraphNode<R>, fromHere: ReadonlyMap<GraphNode<R>, Labels>): Labels {
  const [child] = node.children;
  const isLine = child && node.children.length === 1 && child.parents.length === 1;
  return isLine ? (fromHere.get(child) ?? NONE) : NONE;
}

/**
 * Unions that are worked out once for the same two lists. Neighbouring revisions mostly share their lists, so that a
 * long line with many labels costs as much as the places where labels change.
 */
function sharedUnion(): (a: Labels, b: Labels) => Labels {
  const known = new Map<Labels, Map<Labels, Labels>>();
  return (a, b) => {
    if (a.length === 0 || a === b) return b;
    if (b.length === 0) return a;
    const withA = known.get(a) ?? new Map<Labels, Labels>();
    known.set(a, withA);
    const union = withA.get(b) ?? merged(a, b);
    withA.set(b, union);
    return union;
  };
}

function merged(a: Labels, b: Labels): Labels {
  const union = [...new Set([...a, ...b])].sort(compare);
  return union.length === a.length ? a : union;
}
