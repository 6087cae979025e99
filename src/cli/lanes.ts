/*
 * A graph drawn beside lines of text, as `git log --graph` draws it: a row for each node, the newest first, and lanes
 * from it down to what it links to. A lane stands in an even place of a row, and between two of them is one place for
 * what leads from one to the other. All links of a kind to a node come together in one lane as soon as they can, always
 * to the left; so no more lanes are open than there are nodes to come that are waited for.
 */

export type LinkKind = 'revises' | 'dependsOn';

export interface Link {
  readonly to: string;
  readonly kind: LinkKind;
}

/** A node with its links to nodes below it, which are all drawn. */
export interface LinkedNode {
  readonly id: string;
  readonly links: readonly Link[];
}

/** The rows of a node: those that lead to it, its own, the same for further lines of text, and those that lead on. */
export interface NodeRows {
  readonly above: readonly string[];
  readonly own: string;
  readonly beside: string;
  readonly below: readonly string[];
}

const STROKES = {
  revises: { down: '|', right: '\\', left: '/', across: '_' },
  dependsOn: { down: ':', right: '.', left: "'", across: '.' },
} as const satisfies { readonly [K in LinkKind]: object };

/** What waits for a node: of each kind one, but for a moment. */
type Lane = Link;

type Stroke = readonly [place: number, stroke: string];

/** The rows of each node. @param nodes each before those that it links to */
export function* drawLanes(nodes: Iterable<LinkedNode>): Generator<NodeRows> {
  const lanes: Lane[] = [];
  /** Where the last row ends a lane, so that another node there would seem to go on. */
  let ended = -1;
  for (const { id, links } of nodes) {
    const [at, other] = lanes.flatMap(({ to }, lane) => (to === id ? [lane] : []));
    const column = at ?? lanes.length;
    const apart = ended === column ? [rowOf(downs(lanes))] : [];
    const above = other === undefined ? apart : joinLeft(lanes, column, other);
    const [first] = links;
    const around = downs(lanes).filter(([place]) => place !== 2 * column);
    const own = rowOf([...around, [2 * column, '*']]);
    const beside = rowOf(first ? [...around, [2 * column, STROKES[first.kind].down]] : around);
    const below = first ? leadOn(lanes, column, links) : closeLane(lanes, column);
    ended = first || below.length ? -1 : column;
    yield { above, own, beside, below };
  }
}

/** The first link goes on in the node's lane, the others in new ones beside it. */
function leadOn(lanes: Lane[], column: number, links: readonly Link[]): string[] {
  const rows: string[] = [];
  lanes.splice(column, 1, ...links.slice(0, 1));
  for (const link of links.slice(1).reverse()) {
    const shifted = lanes
      .slice(column + 1)
      .map(({ kind }, lane): Stroke => [2 * (column + lane + 1) + 1, STROKES[kind].right]);
    rows.push(rowOf([...downs(lanes.slice(0, column + 1)), [2 * column + 1, STROKES[link.kind].right], ...shifted]));
    lanes.splice(column + 1, 0, link);
  }
  for (const link of links) {
    const isSame = ({ to, kind }: Lane): boolean => to === link.to && kind === link.kind;
    const [left, right] = [lanes.findIndex(isSame), lanes.findLastIndex(isSame)];
    if (left < right) rows.push(...joinLeft(lanes, left, right));
  }
  // Right below the node its target may stand, and nothing would tell what kind of link leads there.
  return rows.length === 0 && links[0]?.kind === 'dependsOn' ? [rowOf(downs(lanes))] : rows;
}

/** Those at its right move up. */
function closeLane(lanes: Lane[], column: number): string[] {
  lanes.splice(column, 1);
  return column === lanes.length ? [] : [rowOf([...downs(lanes.slice(0, column)), ...moved(lanes, column)])];
}

/** A lane joins one at its left, below those between them; those at its right move up. */
function joinLeft(lanes: Lane[], left: number, right: number): string[] {
  const [{ kind }] = lanes.splice(right, 1) as [Lane];
  const { left: joins, across } = STROKES[kind];
  const still = downs(lanes.slice(0, right));
  const first: Stroke[] = [...still, [2 * right - 1, joins], ...moved(lanes, right)];
  if (right === left + 1) return [rowOf(first)];
  for (let lane = left + 1; lane < right - 1; lane++) first.push([2 * lane + 1, across]);
  return [rowOf(first), rowOf([...downs(lanes), [2 * left + 1, joins]])];
}

const downs = (lanes: readonly Lane[]): readonly Stroke[] => lanes.map(({ kind }, lane) => [2 * lane, STROKES[kind].down]);

/** From one place further right, where they were. */
const moved = (lanes: readonly Lane[], from: number): readonly Stroke[] =>
  lanes.slice(from).map(({ kind }, lane) => [2 * (from + lane) + 1, STROKES[kind].left]);

function rowOf(strokes: readonly Stroke[]): string {
  const row: string[] = [];
  for (const [place, stroke] of strokes) row[place] = stroke;
  return Array.from(row, (stroke) => stroke ?? ' ').join('');
}
