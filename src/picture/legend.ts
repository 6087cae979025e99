import type { Point } from '../drawing/layered.ts';
import { classes, text } from '../drawing/svg.ts';
import { columnsOf } from '../drawing/text-width.ts';
import { CHARACTER } from './box.ts';
import type { Change } from './diagram.ts';

const LINE = 18;

export const LEGEND_HEIGHT = 2 * LINE;

const WORDS = [
  'PK primary key · FK foreign key · UK unique · ? may be NULL',
  "lines lead to the tables that reference: a bar is one row, with a circle one or none, a crow's foot any number",
];

export const LEGEND_WIDTH = Math.max(...WORDS.map(columnsOf)) * CHARACTER;

const CHANGES: readonly (readonly [Change, string])[] = [['added', '+ added'], ['removed', '− removed'], ['changed', '± changed']];

/** What the marks stand for; `compared`: those of changes as well. */
export function drawLegend({ x, y }: Point, compared: boolean): readonly string[] {
  const words = WORDS.map((line, index) => text(line, { class: 'quiet', x, y: y + index * LINE }));
  if (!compared) return words;
  const step = (Math.max(...CHANGES.map(([, each]) => columnsOf(each))) + 3) * CHARACTER;
  const changes = CHANGES.map(([change, each], index) => text(each, { class: classes('legend', change), x: x + index * step, y: y + WORDS.length * LINE }));
  return [...words, ...changes];
}
