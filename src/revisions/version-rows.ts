import type { Direction, GraphNode, Revision } from './revision.ts';

/** One change of the version table; the changes of a step are in the order in which they run. */
export type VersionChange =
  | { readonly kind: 'insert'; readonly id: string }
  | { readonly kind: 'update'; readonly from: string; readonly to: string }
  | { readonly kind: 'delete'; readonly id: string };

/**
 * The changes of each step, so that after every one the table holds what is applied and implied by nothing else
 * applied. Linear in steps and their links.
 *
 * A step up replaces the rows of its prerequisites: of several the last one (parents by id, then dependencies by id)
 * is updated and the others are deleted before it; without any the revision is inserted. A step down is the reverse:
 * the prerequisites that nothing else applied needs get their rows back.
 *
 * @param applied everything applied before the first step
 * @param nodes the steps, in order
 */
export function versionChanges<R extends Revision>(
  direction: Direction,
  applied: ReadonlySet<GraphNode<R>>,
  nodes: readonly GraphNode<R>[],
): readonly (readonly VersionChange[])[] {
  const needs = appliedSuccessors(applied);
  return nodes.map((node) => {
    const difference = direction === 'upgrade' ? 1 : -1;
    const free = node.prerequisites.filter((before) => (needs.get(before) ?? 0) === (difference === 1 ? 0 : 1));
    for (const before of node.prerequisites) needs.set(before, (needs.get(before) ?? 0) + difference);
    const rows = free.map(({ id }) => id);
    return direction === 'upgrade' ? replaceBy(node.id, rows) : giveBack(node.id, rows);
  });
}

/** How many applied revisions directly revise or depend on each. */
function appliedSuccessors<R extends Revision>(applied: ReadonlySet<GraphNode<R>>): Map<GraphNode<R>, number> {
  const counts = new Map<GraphNode<R>, number>();
  for (const { prerequisites } of applied) {
    for (const before of prerequisites) counts.set(before, (counts.get(before) ?? 0) + 1);
  }
  return counts;
}

function replaceBy(id: string, rows: readonly string[]): readonly VersionChange[] {
  const last = rows.at(-1);
  if (last === undefined) return [{ kind: 'insert', id }];
  return [
    ...rows.slice(0, -1).map((row): VersionChange => ({ kind: 'delete', id: row })),
    { kind: 'update', from: last, to: id },
  ];
}

function giveBack(id: string, rows: readonly string[]): readonly VersionChange[] {
  const last = rows.at(-1);
  if (last === undefined) return [{ kind: 'delete', id }];
  return [
    ...rows.slice(0, -1).map((row): VersionChange => ({ kind: 'insert', id: row })),
    { kind: 'update', from: id, to: last },
  ];
}
