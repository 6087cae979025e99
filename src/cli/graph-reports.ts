import { type Graph, heads, history, resolve } from '../revisions/index.ts';
import type { Report } from './report.ts';
import { type Described, revisionBlock, revisionData, revisionLine } from './revision-text.ts';

export function reportHeads(graph: Graph<Described>): Report {
  const found = heads(graph).map(revisionData);
  return { data: { heads: found }, lines: found.map(revisionLine) };
}

/** Newest first. @throws MigsqlError of a code of `history` */
export function reportHistory(graph: Graph<Described>, range: string | undefined, verbose: boolean): Report {
  const found = history(graph, range).map(revisionData);
  const lines = verbose ? found.map((data) => `${revisionBlock(data)}\n`) : found.map(revisionLine);
  return { data: { revisions: found }, lines };
}

/** @throws MigsqlError of a code of `resolve` */
export function reportRevisions(graph: Graph<Described>, targets: string): Report {
  const found = resolve(graph, targets).flatMap((id) => graph.nodes.get(id) ?? []).map(revisionData);
  return { data: { revisions: found }, lines: found.map(revisionBlock) };
}
