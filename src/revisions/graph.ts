import { compare } from '../diagnostics.ts';
import { MigsqlError } from '../errors.ts';
import { cycleProblems, revisionProblems } from './check.ts';
import { linkNodes } from './link.ts';
import { upgradeOrder } from './order.ts';
import type { Graph, Revision } from './revision.ts';

/**
 * Revisions joined into a checked graph, in time linear in revisions and links (but for sorting ids).
 *
 * The result depends on the revisions alone, never on the order in which they come.
 *
 * @throws MigsqlError with every problem found: `invalid-revision-id`, `duplicate-revision`, `missing-parent`,
 * `missing-dependency`, `invalid-label`, `duplicate-label`, `revision-cycle`
 */
export function buildGraph<R extends Revision>(revisions: Iterable<R>): Graph<R> {
  const sorted = [...revisions].sort(byIdAndPlace);
  const { byId, byLabel } = linkNodes(sorted);
  const nodes = [...byId.values()];
  const order = upgradeOrder(nodes);
  const names = { ids: byId, labels: byLabel };
  const problems = [...revisionProblems(sorted, names), ...cycleProblems(missingFrom(order, nodes))];
  if (problems.length) throw new MigsqlError(problems);
  order.forEach((node, position) => (node.position = position));
  return { nodes: byId, order, labels: byLabel };
}

function missingFrom<N>(some: readonly N[], all: readonly N[]): readonly N[] {
  if (some.length === all.length) return [];
  const present = new Set(some);
  return all.filter((item) => !present.has(item));
}

function byIdAndPlace(a: Revision, b: Revision): number {
  return compare(a.id, b.id) || byPlace(a, b);
}

/** Keeps the problems of revisions with the same id in one order. */
function byPlace(a: Revision, b: Revision): number {
  const inFile = compare(a.file ?? '', b.file ?? '') || (a.line ?? 0) - (b.line ?? 0);
  return inFile || compare(linksOf(a), linksOf(b));
}

function linksOf({ revises, dependsOn, branchLabels }: Revision): string {
  return JSON.stringify([revises, dependsOn, branchLabels]);
}
