import { balanced } from '../drawing/balanced.ts';
import { compact } from '../drawing/compact.ts';
import { type Component, componentsOf, shelved } from '../drawing/components.ts';
import type { Layered, Placed, Point, Size } from '../drawing/layered.ts';
import { type Measured, portOf } from './box.ts';
import type { Link } from './diagram.ts';
import type { End, Ends, Passage, PlacedLink } from './link.ts';

/** Where a box has its left upper corner. */
export interface PlacedBox {
  readonly measured: Measured;
  readonly corner: Point;
}

export interface Arrangement extends Size {
  readonly boxes: readonly PlacedBox[];
  readonly links: readonly PlacedLink[];
}

const SPACING = { betweenLayers: 90, betweenNodes: 28 };
const GAP = 44;

/** How much wider than high a picture is, where its parts leave a choice. */
const RATIO = 1.6;

/** Tables that foreign keys join stand in layers, each right of what it references; such groups stand on shelves. */
export function arrange(boxes: readonly Measured[], links: readonly Link[], layered: Layered): Arrangement {
  const nodes = boxes.map(({ box: { key }, width, height }) => ({ key, width, height }));
  const edges = links.filter(({ from, to }) => from !== to).map(({ key, from, to }) => ({ key, from: to, to: from }));
  const place = balanced(compact(layered), RATIO);
  const groups = largestFirst(componentsOf(nodes, edges)).map(({ nodes: some, edges: joining }) => place(some, joining, SPACING));
  const { corners, ...size } = onShelves(groups);
  const placed = groups.map((group, index) => inGroup(moved(group, corners[index]), boxes, links));
  return { ...size, boxes: placed.flatMap((group) => group.boxes), links: placed.flatMap((group) => group.links) };
}

const largestFirst = (components: readonly Component[]): readonly Component[] =>
  [...components].sort((a, b) => b.nodes.length - a.nodes.length);

/** On shelves as wide as the widest where that takes less room and is not a tower, or else as the wanted ratio has it. */
function onShelves(sizes: readonly Size[]): ReturnType<typeof shelved> {
  const widest = Math.max(0, ...sizes.map(({ width }) => width));
  const area = sizes.reduce((sum, { width, height }) => sum + (width + GAP) * (height + GAP), 0);
  const [narrow, wide] = [shelved(sizes, widest, GAP), shelved(sizes, Math.max(widest, Math.sqrt(RATIO * area)), GAP)];
  const isTower = narrow.height > 2 * narrow.width;
  return !isTower && narrow.width * narrow.height < wide.width * wide.height ? narrow : wide;
}

function moved({ nodes, edges, ...size }: Placed, by: Point = { x: 0, y: 0 }): Placed {
  const move = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  return {
    ...size,
    nodes: new Map([...nodes].map(([key, point]) => [key, move(point)])),
    edges: new Map([...edges].map(([key, points]) => [key, points.map(move)])),
  };
}

function inGroup({ nodes, edges }: Placed, boxes: readonly Measured[], links: readonly Link[]): Omit<Arrangement, keyof Size> {
  const placed = boxes.flatMap((measured): readonly PlacedBox[] => {
    const middle = nodes.get(measured.box.key);
    return middle ? [{ measured, corner: { x: middle.x - measured.width / 2, y: middle.y - measured.height / 2 } }] : [];
  });
  const byKey = new Map(placed.map((each) => [each.measured.box.key, each]));
  const layers = layersOf(placed);
  return {
    boxes: placed,
    links: links.flatMap((link) => {
      const [from, to] = [byKey.get(link.from), byKey.get(link.to)];
      return from && to ? [{ link, ends: endsOf(link, from, to), passages: passagesOf(edges.get(link.key) ?? [], layers) }] : [];
    }),
  };
}

const middleOf = ({ measured, corner }: PlacedBox): number => corner.x + measured.width / 2;

/** A link leaves to where the other table is; one from a table to itself leaves and arrives at the right. */
function endsOf({ columns, referenced }: Link, from: PlacedBox, to: PlacedBox): Ends {
  const isBack = middleOf(from) < middleOf(to);
  return {
    one: endAt(to, referenced[0], isBack ? -1 : 1),
    many: endAt(from, columns[0], isBack || from === to ? 1 : -1),
  };
}

const endAt = ({ measured, corner }: PlacedBox, column: string | undefined, side: 1 | -1): End => ({
  x: corner.x + (side === 1 ? measured.width : 0),
  y: corner.y + portOf(measured.box, column),
  side,
});

/** How far the boxes of each layer reach to the left and to the right of its middle. */
type Layers = ReadonlyMap<number, number>;

function layersOf(boxes: readonly PlacedBox[]): Layers {
  const layers = new Map<number, number>();
  for (const each of boxes) {
    const middle = Math.round(middleOf(each));
    layers.set(middle, Math.max(layers.get(middle) ?? 0, each.measured.width / 2));
  }
  return layers;
}

/** What a link passes between two layers is no place to be at. */
const passagesOf = (points: readonly Point[], layers: Layers): readonly Passage[] =>
  points.flatMap(({ x, y }) => {
    const reach = layers.get(Math.round(x));
    return reach === undefined ? [] : [{ left: x - reach, right: x + reach, y }];
  });
