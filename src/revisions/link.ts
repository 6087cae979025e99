import { sortedById } from './reach.ts';
import type { GraphNode, Revision } from './revision.ts';

/** A node while its neighbours are still being found. */
export interface Draft<R extends Revision> extends GraphNode<R> {
  position: number;
  parents: readonly Draft<R>[];
  dependencies: readonly Draft<R>[];
  children: Draft<R>[];
  dependants: Draft<R>[];
  prerequisites: readonly Draft<R>[];
  successors: readonly Draft<R>[];
}

/** Shared by all lists that stay empty: most nodes have no dependencies, and there are many nodes. */
const NONE: never[] = [];

/** Nodes joined with their neighbours, but not yet placed in an order. */
export interface Linked<R extends Revision> {
  /** Sorted by id. */
  readonly byId: ReadonlyMap<string, Draft<R>>;
  readonly byLabel: ReadonlyMap<string, Draft<R>>;
}

/**
 * Joins revisions by their ids and labels. Names that nothing bears are passed over and revisions with the same id
 * become one node: `check.ts` reports both, and the rest is still worth checking.
 *
 * @param revisions sorted by id
 */
export function linkNodes<R extends Revision>(revisions: readonly R[]): Linked<R> {
  const byId = new Map<string, Draft<R>>();
  const byLabel = new Map<string, Draft<R>>();
  const nodes = draftsOf(revisions);
  nodes.forEach((node, index) => {
    byId.set(node.id, node);
    for (const label of revisions[index]?.branchLabels ?? []) byLabel.set(label, node);
  });
  revisions.forEach((revision, index) => join(nodes[index], revision, byId, byLabel));
  for (const node of nodes) {
    node.prerequisites = together(node.parents, node.dependencies);
    node.successors = together(node.children, node.dependants);
  }
  return { byId, byLabel };
}

/** A node for each revision: the same for those with the same id, which stand together. */
function draftsOf<R extends Revision>(revisions: readonly R[]): readonly Draft<R>[] {
  const nodes: Draft<R>[] = [];
  for (const revision of revisions) {
    const before = nodes.at(-1);
    nodes.push(before?.id === revision.id ? before : draftOf(revision));
  }
  return nodes;
}

function draftOf<R extends Revision>(revision: R): Draft<R> {
  return {
    id: revision.id,
    revision,
    position: -1,
    parents: NONE,
    dependencies: NONE,
    children: NONE,
    dependants: NONE,
    prerequisites: NONE,
    successors: NONE,
  };
}

function join<R extends Revision>(
  node: Draft<R> | undefined,
  { revises, dependsOn }: Revision,
  byId: Linked<R>['byId'],
  byLabel: Linked<R>['byLabel'],
): void {
  if (!node) return;
  const parents = named(revises, byId);
  node.parents = together(node.parents, parents);
  for (const parent of parents) parent.children = withNode(parent.children, node);
  if (dependsOn.length === 0) return;
  const dependencies = named(dependsOn, byId, byLabel).filter((dependency) => !parents.includes(dependency));
  node.dependencies = together(node.dependencies, dependencies);
  for (const dependency of dependencies) dependency.dependants = withNode(dependency.dependants, node);
}

/** What the names stand for, without unknown ones, each once, sorted by id. Mostly there is none or one. */
function named<R extends Revision>(
  names: readonly string[],
  byId: Linked<R>['byId'],
  byLabel?: Linked<R>['byLabel'],
): readonly Draft<R>[] {
  if (names.length === 0) return NONE;
  const found = new Set<Draft<R>>();
  for (const name of names) {
    const node = byId.get(name) ?? byLabel?.get(name);
    if (node) found.add(node);
  }
  return found.size < 2 ? [...found] : sortedById(found);
}

function together<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  if (a.length === 0) return b;
  return b.length === 0 ? a : [...a, ...b];
}

/** The list with the node added, in place unless it is the shared empty one. */
function withNode<N>(list: N[], node: N): N[] {
  if (list.length === 0) return [node];
  list.push(node);
  return list;
}
