import type { Place } from '../diagnostics.ts';

/** What the graph needs to know of a migration; further fields are carried along untouched. */
export interface Revision {
  /** Unique in the project. */
  readonly id: string;
  /** Ids of the parents: none for a base revision, several for a merge point. */
  readonly revises: readonly string[];
  /** Whole ids or branch labels of what must come first without being an ancestor. */
  readonly dependsOn: readonly string[];
  /** Names for the line of revisions that begins here. */
  readonly branchLabels: readonly string[];
  /** Where it is written, for the diagnostics of `buildGraph`. */
  readonly file?: string;
  readonly line?: number;
}

/** A revision with its neighbours; every list is sorted by id. */
export interface GraphNode<R extends Revision = Revision> {
  readonly id: string;
  readonly revision: R;
  /** The index in `Graph.order`: what comes first going up has the smaller one. */
  readonly position: number;
  /** What it revises. */
  readonly parents: readonly GraphNode<R>[];
  /** What it depends on, labels resolved, without its parents. */
  readonly dependencies: readonly GraphNode<R>[];
  /** The revisions that revise it. */
  readonly children: readonly GraphNode<R>[];
  /** The revisions that depend on it, without its children. */
  readonly dependants: readonly GraphNode<R>[];
  /** Parents, then dependencies: what comes directly before. */
  readonly prerequisites: readonly GraphNode<R>[];
  /** Children, then dependants: what comes directly after. */
  readonly successors: readonly GraphNode<R>[];
}

/** A checked, acyclic graph. Equal revisions give equal graphs, in whatever order they came. */
export interface Graph<R extends Revision = Revision> {
  readonly nodes: ReadonlyMap<string, GraphNode<R>>;
  /** All nodes, each after its prerequisites (see `order.ts` for the tie-break). */
  readonly order: readonly GraphNode<R>[];
  /** The node that declares each branch label. */
  readonly labels: ReadonlyMap<string, GraphNode<R>>;
}

export type Direction = 'upgrade' | 'downgrade';

export function placeOf({ file, line }: Revision): Place | undefined {
  return file === undefined ? undefined : { file, ...(line !== undefined && { line }) };
}
