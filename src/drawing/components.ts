import type { LayeredEdge, LayeredNode, Point, Size } from './layered.ts';

export interface Component {
  readonly nodes: readonly LayeredNode[];
  readonly edges: readonly LayeredEdge[];
}

/** The parts of a graph that no edge joins, in the order of their first nodes. */
export function componentsOf(nodes: readonly LayeredNode[], edges: readonly LayeredEdge[]): readonly Component[] {
  const neighbours = new Map(nodes.map(({ key }) => [key, [] as string[]]));
  for (const { from, to } of edges) {
    neighbours.get(from)?.push(to);
    neighbours.get(to)?.push(from);
  }
  const groups = new Map<string, string>();
  for (const { key } of nodes) spread(key, neighbours, groups);
  return [...new Set(groups.values())].map((group) => ({
    nodes: nodes.filter(({ key }) => groups.get(key) === group),
    edges: edges.filter(({ from }) => groups.get(from) === group),
  }));
}

function spread(start: string, neighbours: ReadonlyMap<string, readonly string[]>, groups: Map<string, string>): void {
  const open = groups.has(start) ? [] : [start];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (groups.has(key)) continue;
    groups.set(key, start);
    open.push(...(neighbours.get(key) ?? []));
  }
}

/** Where the left upper corners of rectangles are on shelves of about a width, in their order. */
export function shelved(sizes: readonly Size[], shelf: number, gap: number): { readonly corners: readonly Point[] } & Size {
  const corners: Point[] = [];
  let [x, y, tallest, width] = [0, 0, 0, 0];
  for (const size of sizes) {
    if (x > 0 && x + size.width > shelf) [x, y, tallest] = [0, y + tallest + gap, 0];
    corners.push({ x, y });
    width = Math.max(width, x + size.width);
    tallest = Math.max(tallest, size.height);
    x += size.width + gap;
  }
  return { corners, width, height: y + tallest };
}
