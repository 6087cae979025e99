import { type Placed, type Point, type Size, openLayered } from '../../drawing/layered.ts';
import { classes, element, rounded, svgDocument, text, title } from '../../drawing/svg.ts';
import { columnsOf, shortened } from '../../drawing/text-width.ts';
import { type RevisionData, revisionBlock } from '../revision-text.ts';
import { type DrawnGraph, type GraphLink, boxLines } from './drawn-graph.ts';
import { STYLE } from './svg-style.ts';

const MARGIN = 24;
/** Above the revisions: what is counted, and what the lines mean. */
const HEAD = 34;
const PAD = 10;
const LINE = 17;
/** The width of a character of 12 pixels in any of the fonts. */
const CHARACTER = 7.25;
/** In characters. */
const LONGEST = 48;
const SPACING = { betweenLayers: 34, betweenNodes: 26 };

interface Box {
  readonly data: RevisionData;
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** Revisions as boxes, the newest on top; the same bytes for the same graph. */
export async function svg(graph: DrawnGraph): Promise<string> {
  const boxes = graph.nodes.map(boxOf);
  const places = turned(await layOut(boxes, graph.links));
  const { left, width, height } = extent(places);
  const arrangement = { boxes: new Map(boxes.map((box) => [box.data.id, box])), places, layers: layersOf(boxes, places) };
  const summary = `${graph.nodes.length} revisions, the newest on top; dashed lines lead to what a revision depends on`;
  return svgDocument({
    width: Math.max(width, columnsOf(summary) * CHARACTER) + 2 * MARGIN,
    height: height + HEAD + 2 * MARGIN,
    title: 'Revisions',
    description: summary,
    style: STYLE,
    content: [
      text(summary, { class: 'quiet', x: MARGIN, y: MARGIN + 8 }),
      `<g transform="translate(${rounded(MARGIN - left)} ${MARGIN + HEAD})">`,
      ...graph.links.map((link) => drawLink(link, arrangement)),
      ...boxes.map((box) => drawBox(box, places.nodes.get(box.data.id) ?? { x: 0, y: 0 })),
      '</g>',
    ],
  });
}

function boxOf(data: RevisionData): Box {
  const lines = boxLines(data).map((line) => shortened(line, LONGEST));
  const widest = Math.max(...lines.map(columnsOf));
  return { data, lines, width: widest * CHARACTER + 2 * PAD, height: lines.length * LINE + PAD };
}

const keyOf = ({ from, to }: GraphLink): string => `${from} ${to}`;

/** Layers lie from left to right: turned, the newest is on top. */
async function layOut(boxes: readonly Box[], links: readonly GraphLink[]): Promise<Placed> {
  const nodes = boxes.map(({ data, width, height }) => ({ key: data.id, width: height, height: width })).reverse();
  const edges = links.map((link) => ({ key: keyOf(link), from: link.to, to: link.from })).reverse();
  return (await openLayered())(nodes, edges, SPACING);
}

function turned({ width, height, nodes, edges }: Placed): Placed {
  const turn = ({ x, y }: Point): Point => ({ x: y, y: x });
  return {
    width: height,
    height: width,
    nodes: new Map([...nodes].map(([key, point]) => [key, turn(point)])),
    edges: new Map([...edges].map(([key, points]) => [key, points.map(turn)])),
  };
}

function drawBox({ data, lines, width, height }: Box, middle: Point): string {
  const [id = '', ...more] = lines;
  const labels = data.branchLabels.length ? more.length - 1 : -1;
  return element(
    'g',
    {
      class: classes('revision', data.isHead ? 'head' : undefined),
      transform: `translate(${rounded(middle.x - width / 2)} ${rounded(middle.y - height / 2)})`,
    },
    title(revisionBlock(data)),
    element('rect', { class: 'box', width, height, rx: 6 }),
    text(id, { class: 'id', x: PAD, y: LINE }),
    ...more.map((line, index) => text(line, { class: index === labels ? 'labels' : 'title', x: PAD, y: LINE * (index + 2) })),
  );
}

/** Links may pass outside of all boxes, and there may be none. */
function extent({ width, height, edges }: Placed): Size & { readonly left: number } {
  let [left, right] = [0, Math.max(width, 0)];
  for (const { x } of [...edges.values()].flat()) [left, right] = [Math.min(left, x), Math.max(right, x)];
  return { left, width: right - left, height: Math.max(height, 0) };
}

interface Arrangement {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly places: Placed;
  /** Half the height of each layer, by where its middle is. */
  readonly layers: ReadonlyMap<number, number>;
}

function layersOf(boxes: readonly Box[], { nodes }: Placed): Arrangement['layers'] {
  const layers = new Map<number, number>();
  for (const { data, height } of boxes) {
    const y = Math.round(nodes.get(data.id)?.y ?? 0);
    layers.set(y, Math.max(layers.get(y) ?? 0, height / 2));
  }
  return layers;
}

/** From the newer revision down: upright where it passes a layer, since boxes stand beside it there, and bent between. */
function drawLink(link: GraphLink, { boxes, places, layers }: Arrangement): string {
  const { from, to, kind } = link;
  const edge = (id: string, side: 1 | -1): Point => {
    const { x, y } = places.nodes.get(id) ?? { x: 0, y: 0 };
    return { x, y: y + (side * (boxes.get(id)?.height ?? 0)) / 2 };
  };
  let here = edge(to, 1);
  const parts = [`M${pair(here)}`];
  for (const { x, y } of places.edges.get(keyOf(link)) ?? []) {
    const half = layers.get(Math.round(y));
    if (half === undefined) continue;
    parts.push(bend(here, { x, y: y - half }), `V${rounded(y + half)}`);
    here = { x, y: y + half };
  }
  parts.push(bend(here, edge(from, -1)));
  const words = `${to} ${kind === 'revises' ? 'revises' : 'depends on'} ${from}`;
  return element('path', { class: classes('link', kind), d: parts.join('') }, title(words));
}

function bend(from: Point, to: Point): string {
  if (rounded(from.x) === rounded(to.x)) return `V${rounded(to.y)}`;
  const middle = (from.y + to.y) / 2;
  return `C${pair({ x: from.x, y: middle })} ${pair({ x: to.x, y: middle })} ${pair(to)}`;
}

const pair = ({ x, y }: Point): string => `${rounded(x)} ${rounded(y)}`;
