export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface LayeredNode extends Size {
  readonly key: string;
}

export interface LayeredEdge {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  /** Over how many layers it leads at least; 1 unless said otherwise. */
  readonly length?: number;
}

/** Where everything is, by its key: the middle of each node, and what each edge passes between its ends, in order. */
export interface Placed extends Size {
  readonly nodes: ReadonlyMap<string, Point>;
  readonly edges: ReadonlyMap<string, readonly Point[]>;
}

export interface Spacing {
  readonly betweenLayers: number;
  readonly betweenNodes: number;
}

export type Layered = (nodes: readonly LayeredNode[], edges: readonly LayeredEdge[], spacing: Spacing) => Placed;

/** Loads the layout of layers from left to right: what an edge comes from stands left of what it leads to. */
export async function openLayered(): Promise<Layered> {
  const { Graph, layout } = await import('@dagrejs/dagre');
  return (nodes, edges, { betweenLayers, betweenNodes }) => {
    const graph = new Graph({ multigraph: true });
    // The usual ranker takes three times as long for some hundred nodes, and gives no better picture of them.
    graph.setGraph({ rankdir: 'LR', ranksep: betweenLayers, nodesep: betweenNodes, edgesep: 8, ranker: 'tight-tree' });
    for (const { key, width, height } of nodes) graph.setNode(key, { width, height });
    for (const { key, from, to, length = 1 } of edges) graph.setEdge(from, to, { minlen: length }, key);
    layout(graph);
    const { width = 0, height = 0 } = graph.graph();
    return {
      width,
      height,
      nodes: new Map(nodes.map(({ key }) => [key, pointOf(graph.node(key))])),
      edges: new Map(edges.map(({ key, from, to }) => [key, graph.edge(from, to, key).points.slice(1, -1).map(pointOf)])),
    };
  };
}

const pointOf = ({ x, y }: Point): Point => ({ x, y });
