import type { Layered, LayeredNode, Placed, Point, Spacing } from './layered.ts';

/** What stands in a layer: a node, or an edge that passes it. */
interface Item {
  readonly id: string;
  readonly y: number;
  readonly height: number;
}

/** Between edges that pass next to each other. */
const EDGE_GAP = 10;

/** A layout with no more room between what stands below each other than its fullest layer has. */
export const compact = (layered: Layered): Layered => (nodes, edges, spacing) => {
  const placed = layered(nodes, edges, spacing);
  const layers = layersOf(nodes, placed);
  const needed = Math.max(...layers.map((layer) => heightOf(layer, spacing)));
  const scale = Math.min(1, needed / placed.height);
  const heights = new Map(layers.flatMap((layer) => [...settled(layer, scale, spacing)]));
  const top = Math.min(...nodes.map(({ key, height }) => (heights.get(key) ?? 0) - height / 2), ...heights.values());
  const bottom = Math.max(...nodes.map(({ key, height }) => (heights.get(key) ?? 0) + height / 2), ...heights.values());
  const at = (id: string, { x, y }: Point): Point => ({ x, y: (heights.get(id) ?? y) - top });
  return {
    width: placed.width,
    height: bottom - top,
    nodes: new Map([...placed.nodes].map(([key, point]) => [key, at(key, point)])),
    edges: new Map([...placed.edges].map(([key, points]) => [key, points.map((point, index) => at(passing(key, index), point))])),
  };
};

const passing = (edge: string, index: number): string => `${edge}\0${index}`;

/** The items of each layer from the top. */
function layersOf(nodes: readonly LayeredNode[], placed: Placed): readonly (readonly Item[])[] {
  const layers = new Map<number, Item[]>();
  const add = (id: string, { x, y }: Point, height: number): void => {
    const layer = layers.get(Math.round(x));
    if (layer) layer.push({ id, y, height });
    else layers.set(Math.round(x), [{ id, y, height }]);
  };
  for (const { key, height } of nodes) add(key, placed.nodes.get(key) ?? { x: 0, y: 0 }, height);
  for (const [key, points] of placed.edges) for (const [index, point] of points.entries()) add(passing(key, index), point, 0);
  return [...layers.values()].map((layer) => layer.sort((a, b) => a.y - b.y));
}

/** How far apart the middles of two neighbours are at least. */
const between = (a: Item, b: Item, { betweenNodes }: Spacing): number =>
  (a.height + b.height) / 2 + (a.height && b.height ? betweenNodes : a.height || b.height ? betweenNodes / 2 : EDGE_GAP);

const heightOf = (layer: readonly Item[], spacing: Spacing): number =>
  layer.reduce((sum, item, index) => sum + (index ? between(layer[index - 1] ?? item, item, spacing) : item.height), 0);

/**
 * Where the items come to be: as near as all of them can be to where they were, scaled, without coming too near to each
 * other. Those that would are moved together to their mean, again and again ("pool adjacent violators").
 */
function settled(layer: readonly Item[], scale: number, spacing: Spacing): ReadonlyMap<string, number> {
  let offset = 0;
  const offsets = layer.map((item, index) => (offset += index ? between(layer[index - 1] ?? item, item, spacing) : 0));
  const pools: { sum: number; count: number }[] = [];
  for (const [index, { y }] of layer.entries()) {
    let pool = { sum: y * scale - (offsets[index] ?? 0), count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  }
  const means = pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  return new Map(layer.map(({ id }, index) => [id, (means[index] ?? 0) + (offsets[index] ?? 0)]));
}
