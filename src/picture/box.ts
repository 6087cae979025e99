import type { Point, Size } from '../drawing/layered.ts';
import { classes, element, rounded, text, title } from '../drawing/svg.ts';
import { columnsOf, shortened } from '../drawing/text-width.ts';
import type { Box, Part, Row, Thing } from './diagram.ts';
import { detailsOf, signOf, signed, typeOf } from './words.ts';

/** The width of a character of 12 pixels in any of the fonts. */
export const CHARACTER = 7.25;
const LINE = 20;
const HEAD = 28;
const PAD = 10;
/** Between the columns of a row. */
const GAP = 14;
/** In characters. */
const LONGEST = 44;

/** A box with its size, and where in it its columns are. */
export interface Measured extends Size {
  readonly box: Box;
  /** Left edges of the keys and of the names, and right edge of the types. */
  readonly keys: number;
  readonly names: number;
  readonly types: number;
}

/** One line of a box: a column, or a constraint or an index that has changed. */
interface Line {
  readonly thing: Thing;
  readonly keys: string;
  readonly name: string;
  readonly type: string;
  /** Both, however long they are. */
  readonly whole: string;
}

function linesOf(box: Box): readonly Line[] {
  const { rows, parts } = box;
  if (isUnknown(box)) return [partLine({ key: '', facts: {}, text: 'shape unknown' })];
  const changed = parts.filter(({ change }) => change !== undefined);
  return [...rows.map(rowLine), ...changed.map(partLine)];
}

const isUnknown = ({ rows }: Box): boolean => rows.length === 0;

const rowLine = (row: Row): Line => ({
  thing: row,
  keys: row.keys.join(' '),
  name: shortened(row.name, LONGEST),
  type: shortened(typeOf(row), LONGEST),
  whole: `${row.name} ${typeOf(row)}`,
});

const partLine = (part: Part): Line => ({ thing: part, keys: '', name: shortened(part.text, LONGEST), type: '', whole: part.text });

export function measure(box: Box): Measured {
  const lines = linesOf(box);
  const widest = (of: (line: Line) => string): number => Math.max(0, ...lines.map((line) => columnsOf(of(line)))) * CHARACTER;
  const keys = PAD + (lines.some(({ thing }) => thing.change) ? 2 * CHARACTER : 0);
  const marks = widest((line) => line.keys);
  const names = keys + (marks ? marks + GAP : 0);
  const head = 2 * PAD + (columnsOf(headOf(box)) + 0.5) * CHARACTER * (13 / 12);
  const types = Math.max(names + bodyWidth(lines), head - PAD);
  return { box, keys, names, types, width: types + PAD, height: HEAD + lines.length * LINE + 6 };
}

const headOf = (box: Box): string => signed(box, shortened(box.name, LONGEST));

const bodyWidth = (lines: readonly Line[]): number =>
  Math.max(0, ...lines.map(({ name, type }) => columnsOf(name) * CHARACTER + (type ? GAP + columnsOf(type) * CHARACTER : 0)));

/** How far below the box's upper edge a column's line has its middle; of an unknown column, the head has it. */
export function portOf({ rows }: Box, column: string | undefined): number {
  const index = rows.findIndex(({ name }) => name === column);
  return index < 0 ? HEAD / 2 : HEAD + (index + 0.5) * LINE + 2;
}

export function drawBox(measured: Measured, { x, y }: Point): string {
  const { box, width, height } = measured;
  const frame = { width, height, rx: 6 };
  const lines = linesOf(box).map((line, index) => drawLine(line, HEAD + index * LINE + 2, measured));
  return element(
    'g',
    { class: classes('table', box.change, isUnknown(box) ? 'unknown' : undefined), transform: `translate(${rounded(x)} ${rounded(y)})` },
    title([box.name, ...detailsOf(box)].join('\n')),
    element('rect', { class: 'body', ...frame }),
    element('path', { class: 'head', d: `M0 ${HEAD}V6a6 6 0 0 1 6 -6H${rounded(width - 6)}a6 6 0 0 1 6 6V${HEAD}z` }),
    text(headOf(box), { class: 'name', x: PAD, y: 19 }),
    ...lines,
    element('rect', { class: 'frame', ...frame }),
  );
}

function drawLine({ thing, keys, name, type, whole }: Line, top: number, { width, ...at }: Measured): string {
  const base = top + 14;
  return element(
    'g',
    { class: classes('row', thing.change) },
    title([whole, ...detailsOf(thing)].join('\n')),
    element('rect', { class: 'band', x: 1, y: top, width: width - 2, height: LINE }),
    ...(thing.change ? [text(signOf(thing), { class: 'sign', x: PAD, y: base })] : []),
    ...(keys ? [text(keys, { class: 'keys', x: at.keys, y: base })] : []),
    text(name, { class: 'column', x: at.names, y: base }),
    ...(type ? [text(type, { class: 'type', x: at.types, y: base, 'text-anchor': 'end' })] : []),
  );
}
