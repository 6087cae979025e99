import type { Layered, LayeredEdge, LayeredNode, Placed, Spacing } from './layered.ts';

/** How much higher a graph may be than the wanted ratio has it. */
const TOO_HIGH = 2;

/**
 * A layout that is about `ratio` times as wide as high: layers that are too high become several, of which each takes every
 * second, third … of the nodes, so that neighbours stay neighbours.
 */
export const balanced = (layered: Layered, ratio: number): Layered => (nodes, edges, spacing) => {
  const first = layered(nodes, edges, spacing);
  const height = Math.sqrt(areaOf(nodes, spacing) / ratio);
  if (first.height <= TOO_HIGH * height) return first;
  const layers = split(layersOf(nodes, first), height, spacing);
  return layered(nodes, edges.map((edge) => ({ ...edge, length: lengthOf(edge, layers) })), spacing);
};

const areaOf = (nodes: readonly LayeredNode[], { betweenLayers, betweenNodes }: Spacing): number =>
  nodes.reduce((sum, { width, height }) => sum + (width + betweenLayers) * (height + betweenNodes), 0);

/** The nodes that have their middles below each other, from left to right, each from the top. */
function layersOf(nodes: readonly LayeredNode[], { nodes: places }: Placed): readonly (readonly LayeredNode[])[] {
  const at = ({ key }: LayeredNode, axis: 'x' | 'y'): number => Math.round(places.get(key)?.[axis] ?? 0);
  const columns = [...new Set(nodes.map((node) => at(node, 'x')))].sort((a, b) => a - b);
  return columns.map((x) => nodes.filter((node) => at(node, 'x') === x).sort((a, b) => at(a, 'y') - at(b, 'y')));
}

/** The number of the layer that each node comes to be in. */
function split(layers: readonly (readonly LayeredNode[])[], height: number, { betweenNodes }: Spacing): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  let first = 0;
  for (const layer of layers) {
    const whole = layer.reduce((sum, node) => sum + node.height + betweenNodes, 0);
    const count = Math.max(1, Math.round(whole / height));
    for (const [index, { key }] of layer.entries()) numbers.set(key, first + (index % count));
    first += count;
  }
  return numbers;
}

/** Over how many layers an edge leads, in whichever direction. */
const lengthOf = ({ from, to }: LayeredEdge, layers: ReadonlyMap<string, number>): number =>
  Math.max(1, Math.abs((layers.get(to) ?? 0) - (layers.get(from) ?? 0)));
