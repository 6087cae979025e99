import type { Point } from '../drawing/layered.ts';
import { classes, element, rounded, title } from '../drawing/svg.ts';
import type { Link } from './diagram.ts';
import { detailsOf } from './words.ts';

/** Where a link begins and ends: at a side of a box, from which it leaves to the right (1) or to the left (-1). */
export interface End extends Point {
  readonly side: 1 | -1;
}

/** At the table that is referenced, and at the one that has the foreign key. */
export interface Ends {
  readonly one: End;
  readonly many: End;
}

/** A stretch in which a link must keep its height, since boxes stand above and below. */
export interface Passage {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** How far from the box a link is straight: there are its marks. */
const STRAIGHT = 18;

export interface PlacedLink {
  readonly link: Link;
  readonly ends: Ends;
  /** From the table that is referenced on. */
  readonly passages: readonly Passage[];
}

/** What stands at the ends says how many rows of the one table belong to a row of the other. */
export function drawLink({ link, ends: { one, many }, passages }: PlacedLink): string {
  const marks = [bar(one), ...(link.optional ? [circle(one)] : []), link.single ? bar(many) : foot(many)];
  return element(
    'g',
    { class: classes('link', link.change) },
    title([link.words, ...detailsOf(link)].join('\n')),
    element('path', { class: 'line', d: pathOf(one, many, passages) }),
    ...marks,
  );
}

const bar = ({ x, y, side }: End): string => element('path', { class: 'mark', d: `M${rounded(x + side * 7)} ${rounded(y - 5)}v10` });

const foot = ({ x, y, side }: End): string => {
  const [near, far] = [rounded(x), rounded(x + side * 11)];
  return element('path', { class: 'mark', d: `M${near} ${rounded(y - 5)}L${far} ${rounded(y)}L${near} ${rounded(y + 5)}` });
};

const circle = ({ x, y, side }: End): string => element('circle', { class: 'mark', cx: x + side * 13, cy: y, r: 3.5 });

/** Straight where the marks are and in passages, and bent between. */
function pathOf(one: End, many: End, passages: readonly Passage[]): string {
  const first: Point = { x: one.x + one.side * STRAIGHT, y: one.y };
  const last: Point = { x: many.x + many.side * STRAIGHT, y: many.y };
  const inOrder = one.side === 1 ? passages : passages.map(({ left, right, y }) => ({ left: right, right: left, y }));
  const parts = [`M${pair(one)}L${pair(first)}`];
  let here = first;
  for (const { left, right, y } of inOrder) {
    parts.push(bend(here, { x: left, y }), `L${pair({ x: right, y })}`);
    here = { x: right, y };
  }
  const end = one.side === many.side ? loop(here, last, one.side) : bend(here, last);
  return [...parts, end, `L${pair(many)}`].join('');
}

function bend(from: Point, to: Point): string {
  const middle = (from.x + to.x) / 2;
  return `C${pair({ x: middle, y: from.y })} ${pair({ x: middle, y: to.y })} ${pair(to)}`;
}

/** Back to the same side of the same box. */
function loop(from: Point, to: Point, side: 1 | -1): string {
  const out = Math.max(from.x * side, to.x * side) * side + side * 14;
  return `C${pair({ x: out, y: from.y })} ${pair({ x: out, y: to.y })} ${pair(to)}`;
}

const pair = ({ x, y }: Point): string => `${rounded(x)} ${rounded(y)}`;
