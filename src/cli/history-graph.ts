import type { GraphNode } from '../revisions/index.ts';
import { drawLanes, type LinkedNode } from './lanes.ts';
import { type Described, type RevisionStyle, revisionBlock, revisionData, revisionName } from './revision-text.ts';

/**
 * Revisions as lines with a drawing of their graph at the left: `|` and its like lead to what a revision revises, `:`
 * and its like to what it depends on.
 *
 * @param nodes newest first; links to others are not drawn
 */
export function graphLines(nodes: readonly GraphNode<Described>[], { verbose, current }: RevisionStyle): readonly string[] {
  const shown = new Set(nodes);
  const drawn = drawLanes(nodes.map((node) => linked(node, shown)));
  return nodes.flatMap((node) => {
    const { above, own, beside, below } = drawn.next().value!;
    const data = revisionData(node, current);
    const [first, ...more] = verbose ? [...revisionBlock(data).split('\n'), ''] : [revisionName(data)];
    return [...above, `${own} ${first}`, ...more.map((text) => `${beside} ${text}`.trimEnd()), ...below];
  });
}

/** The line that is drawn next goes straight on. */
function linked({ id, parents, dependencies }: GraphNode<Described>, shown: ReadonlySet<GraphNode<Described>>): LinkedNode {
  const links = (to: readonly GraphNode<Described>[], kind: 'revises' | 'dependsOn') =>
    to.filter((node) => shown.has(node)).sort((a, b) => b.position - a.position).map((node) => ({ to: node.id, kind }));
  return { id, links: [...links(parents, 'revises'), ...links(dependencies, 'dependsOn')] };
}
