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
  for (const revision of revisions) byId.set(revision.id, draftOf(revision));
  const nodeOf = (revision: R): Draft<R> => byId.get(revision.id) ?? draftOf(revision);
  for (const revision of revisions) for (const label of revision.branchLabels) byLabel.set(label, nodeOf(revision));
  for (const revision of revisions) join(nodeOf(revision), revision, byId, byLabel);
  for (const node of byId.values()) {
    node.prerequisites = together(node.parents, node.dependencies);
    node.successors = together(node.children, node.dependants);
  }
  return { byId, byLabel };
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
  node: Draft<R>,
  { revises, dependsOn }: Revision,
  byId: Linked<R>['byId'],
  byLabel: Linked<R>['byLabel'],
): void {
  const parents = named(revises, (name) => byId.get(name));
  node.parents = together(node.parents, parents);
  for (const parent of parents) parent.children = withNode(parent.children, node);
  if (dependsOn.length === 0) return;
  const found = named(dependsOn, (name) => byId.get(name) ?? byLabel.get(name));
  node.dependencies = together(node.dependencies, found.filter((dependency) => !parents.includes(dependency)));
  for (const dependency of node.dependencies) dependency.dependants = withNode(dependency.dependants, node);
}

/** What the names stand for, without unknown ones, each once, sorted by id. */
function named<N extends { readonly id: string }>(
  names: readonly string[],
  find: (name: string) => N | undefined,
): readonly N[] {
  if (names.length === 0) return NONE;
  const known = names.map(find).filter((node) => node !== undefined);
  return known.length < 2 ? known : sortedById(new Set(known));
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
