import { fail } from '../errors.ts';
import { lineage } from './reach.ts';
import type { Graph, GraphNode, Revision } from './revision.ts';
import { suggestions } from './suggestions.ts';

/** Shorter ids and labels are found by their whole name only. */
const SHORTEST_ABBREVIATED = 4;

/** A branch as it was written, with the revision that it names and all that shares a line with it. */
export interface Branch<R extends Revision = Revision> {
  readonly name: string;
  readonly node: GraphNode<R>;
  /** Ancestors and descendants by `revises`, and the revision itself. */
  readonly line: ReadonlySet<GraphNode<R>>;
}

/**
 * The revision with this id, the one that declares this label, or else the only one whose id or label begins so.
 * With a branch only its line counts.
 *
 * @param text the whole target, for messages
 * @throws MigsqlError `unknown-revision`, `ambiguous-prefix`, `not-in-branch`
 */
export function findRevision<R extends Revision>(
  graph: Graph<R>,
  name: string,
  text: string,
  branch?: Branch<R>,
): GraphNode<R> {
  const candidates = candidatesFor(graph, name);
  const found = branch ? candidates.filter(({ node }) => branch.line.has(node)) : candidates;
  const nodes = new Set(found.map(({ node }) => node));
  const [only] = nodes;
  if (only && nodes.size === 1) return only;
  if (only) return fail('ambiguous-prefix', { prefix: name, names: found.map((each) => each.name).sort() });
  if (branch && candidates.length) return fail('not-in-branch', { target: text, branch: branch.name });
  return fail('unknown-revision', { target: name, suggestions: suggestions(graph, name) });
}

/** @throws MigsqlError `unknown-revision`, `ambiguous-prefix` */
export function findBranch<R extends Revision>(graph: Graph<R>, name: string): Branch<R> {
  const node = findRevision(graph, name, name);
  return { name, node, line: lineage(node) };
}

interface Named<R extends Revision> {
  readonly name: string;
  readonly node: GraphNode<R>;
}

function candidatesFor<R extends Revision>(graph: Graph<R>, name: string): Named<R>[] {
  const exact = graph.nodes.get(name) ?? graph.labels.get(name);
  if (exact) return [{ name, node: exact }];
  return [...graph.nodes, ...graph.labels]
    .filter(([known]) => known.length >= SHORTEST_ABBREVIATED && known.startsWith(name))
    .map(([known, node]) => ({ name: known, node }));
}
