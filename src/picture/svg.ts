import { openLayered } from '../drawing/layered.ts';
import { svgDocument, text } from '../drawing/svg.ts';
import type { SchemaModel } from '../schema/model.ts';
import { arrange } from './arrange.ts';
import { drawBox, measure } from './box.ts';
import { LEGEND_HEIGHT, LEGEND_WIDTH, drawLegend } from './legend.ts';
import { drawLink } from './link.ts';
import { type PictureOptions, pictured } from './pictured.ts';
import { STYLE } from './style.ts';
import { summary } from './words.ts';

const MARGIN = 24;
/** Above the tables: the title and what is counted. */
const HEAD = 46;

/** The tables of a schema as boxes, their foreign keys as lines; the same bytes for the same schema. */
export async function svg(model: SchemaModel, options: PictureOptions): Promise<string> {
  const diagram = pictured(model, options);
  const { width, height, boxes, links } = arrange(diagram.boxes.map(measure), diagram.links, await openLayered());
  const [top, below] = [MARGIN + HEAD, MARGIN + HEAD + height + 36];
  return svgDocument({
    width: Math.max(width, LEGEND_WIDTH) + 2 * MARGIN,
    height: below + LEGEND_HEIGHT + MARGIN,
    title: options.title,
    description: summary(diagram),
    style: STYLE,
    content: [
      text(options.title, { class: 'name', x: MARGIN, y: MARGIN + 8 }),
      text(summary(diagram), { class: 'quiet', x: MARGIN, y: MARGIN + 27 }),
      `<g transform="translate(${MARGIN} ${top})">`,
      ...links.map(drawLink),
      ...boxes.map(({ measured, corner }) => drawBox(measured, corner)),
      '</g>',
      ...drawLegend({ x: MARGIN, y: below }, options.since !== undefined),
    ],
  });
}
