import { sortedById } from './reach.ts';
import type { GraphNode, Revision } from './revision.ts';

/** A node while its neighbours are still being found. */
interface Draft<R extends Revision> extends GraphNode<R> {
  position: number;
  readonly parents: Draft<R>[];
  readonly dependencies: Draft<R>[];
  readonly children: Draft<R>[];
  readonly dependants: Draft<R>[];
  prerequisites: readonly Draft<R>[];
  successors: readonly Draft<R>[];
}

/**
 * Nodes joined with their neighbours, sorted by id, without positions. Names that nothing bears are passed over and
 * revisions with the same id become one node: both are reported by `check.ts`, and the rest is still worth checking.
 *
 * @param revisions sorted by id
 */
export function linkNodes<R extends Revision>(revisions: readonly R[]): Draft<R>[] {
  const drafts = new Map(revisions.map((revision) => [revision.id, draftOf(revision)]));
  const byName = new Map(drafts);
  for (const revision of revisions) {
    for (const label of revision.branchLabels) {
      const declaring = drafts.get(revision.id);
      if (declaring && !byName.has(label)) byName.set(label, declaring);
    }
  }
  for (const revision of revisions) join(revision, drafts, byName);
  const nodes = [...drafts.values()];
  for (const node of nodes) {
    node.prerequisites = [...node.parents, ...node.dependencies];
    node.successors = [...node.children, ...node.dependants];
  }
  return nodes;
}

function draftOf<R extends Revision>(revision: R): Draft<R> {
  const none = { prerequisites: [], successors: [] };
  const neighbours = { parents: [], dependencies: [], children: [], dependants: [] };
  return { id: revision.id, revision, position: -1, ...neighbours, ...none };
}

function join<R extends Revision>(
  revision: R,
  byIds: ReadonlyMap<string, Draft<R>>,
  byName: ReadonlyMap<string, Draft<R>>,
): void {
  const node = byIds.get(revision.id);
  if (!node) return;
  const parents = named(revision.revises, byIds);
  const isParent = new Set(parents);
  const dependencies = named(revision.dependsOn, byName).filter((dependency) => !isParent.has(dependency));
  for (const parent of parents) {
    node.parents.push(parent);
    parent.children.push(node);
  }
  for (const dependency of dependencies) {
    node.dependencies.push(dependency);
    dependency.dependants.push(node);
  }
}

function named<R extends Revision>(names: readonly string[], known: ReadonlyMap<string, Draft<R>>): Draft<R>[] {
  if (names.length === 0) return [];
  const found = new Set<Draft<R>>();
  for (const name of names) {
    const node = known.get(name);
    if (node) found.add(node);
  }
  return sortedById(found);
}
