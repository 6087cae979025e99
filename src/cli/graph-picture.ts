import { relative, resolve } from 'node:path';
import type { Project } from '../compiler.ts';
import { fail } from '../errors.ts';
import { history } from '../revisions/index.ts';
import { dot } from './graph/dot.ts';
import { type DrawnGraph, drawnGraph } from './graph/drawn-graph.ts';
import type { GraphFormat } from './graph/formats.ts';
import { mermaid } from './graph/mermaid.ts';
import { svg } from './graph/svg.ts';
import { type Report, shownPath, toJson } from './report.ts';
import { writeStdout } from './write-stdout.ts';

const WRITERS: { readonly [F in GraphFormat]: (graph: DrawnGraph) => string | Promise<string> } = { mermaid, dot, svg, json: toJson };

export interface PictureRequest {
  readonly range: string | undefined;
  readonly format: GraphFormat;
  readonly output: string | undefined;
}

/** The layout of more takes minutes, and nobody would read it. */
const MOST_DRAWN = 1000;

/** Draws the graph, or a part of it, to stdout or to a file. @throws MigsqlError of a code of `history`; `invalid-usage` for too many in one picture */
export async function drawGraph(
  { graph, config }: Project,
  { range, format, output }: PictureRequest,
): Promise<Report | void> {
  const nodes = history(graph, range);
  if (format === 'svg' && nodes.length > MOST_DRAWN) {
    const instead = 'Name a part, as in graph ae10:head, or give --format dot to Graphviz.';
    fail('invalid-usage', { reason: `a picture has room for ${MOST_DRAWN} revisions, and these are ${nodes.length}`, instead });
  }
  const text = await WRITERS[format](drawnGraph(nodes));
  if (output === undefined) return writeStdout([text]);
  const path = resolve(output);
  const files = [{ path, name: relative(config.root, path), text: [text] }];
  const written = shownPath(path);
  return { data: { written: [written] }, lines: [], notes: [`wrote ${written}`], writings: [{ files }] };
}
