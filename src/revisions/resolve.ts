import { fail } from '../errors.ts';
import { type Current, startDown, startUp } from './current.ts';
import { forEach } from './for-each.ts';
import { heads, tips } from './heads.ts';
import { type Branch, findBranch, findRevision } from './lookup.ts';
import { independent, separate } from './independent.ts';
import { idsOf, sortedById } from './reach.ts';
import { climb, descend, type Position } from './relative.ts';
import type { Graph, GraphNode, Revision } from './revision.ts';
import { parseTargets, type Target } from './target.ts';

/** One or several targets, as text (several separated by commas) or parsed. */
export type Targets = string | Target | readonly (string | Target)[];

/** What a target means. */
export interface Destination<R extends Revision = Revision> {
  readonly target: Target;
  /** None for base. Several only for `heads`; sorted by id. */
  readonly nodes: readonly GraphNode<R>[];
  /** The revision to whose line a downgrade is limited. */
  readonly branch?: GraphNode<R>;
}

/**
 * The ids that one or several targets mean, sorted, each once; none for base.
 *
 * @param from current heads, which `+n` and `-n` are counted from
 * @throws MigsqlError with the problems of all targets: `invalid-target`, `unknown-revision`, `ambiguous-prefix`,
 * `not-in-branch`, `multiple-heads`, `ambiguous-walk`, `ambiguous-start`, `relative-out-of-range`
 */
export function resolve<R extends Revision>(graph: Graph<R>, targets: Targets, from: Targets = []): readonly string[] {
  const current = resolveCurrent(graph, from);
  const found = resolveDestinations(graph, targets, current);
  return idsOf(sortedById(new Set(found.flatMap(({ nodes }) => nodes))));
}

/**
 * The ids of current heads, written as any targets, as `walk` understands its `from`: sorted, each once.
 *
 * @throws MigsqlError of a code of `resolve`; `overlapping-revisions` when one of them implies another
 */
export function resolveHeads<R extends Revision>(graph: Graph<R>, from: Targets): readonly string[] {
  return idsOf(resolveCurrent(graph, from).heads);
}

/** What each target means, in the order written. Errors as `resolve`. */
export function resolveDestinations<R extends Revision>(
  graph: Graph<R>,
  targets: Targets,
  current: Current<R>,
): readonly Destination<R>[] {
  return forEach(parsed(targets), (target) => destinationOf(graph, target, current));
}

/** Targets as data. @throws MigsqlError `invalid-target` */
export function parsed(targets: Targets): readonly Target[] {
  const list = typeof targets === 'string' || 'text' in targets ? [targets] : targets;
  return forEach(list, (target) => (typeof target === 'string' ? parseTargets(target) : [target])).flat();
}

function destinationOf<R extends Revision>(graph: Graph<R>, target: Target, current: Current<R>): Destination<R> {
  const branch = target.branch === undefined ? undefined : findBranch(graph, target.branch);
  const inBranch = branch && { branch: branch.node };
  const { anchor, offset } = target;
  if (anchor.kind === 'current') {
    const start = offset > 0 ? startUp(target, current, branch) : startDown(target, current, branch);
    const limit = inBranch ?? (start && offset < 0 ? { branch: start } : {});
    return { target, nodes: moved(graph, start, target, branch), ...limit };
  }
  // Going up, the branch chooses among children and need not hold the revision that the way begins at.
  const nodes = anchored(graph, target, offset > 0 && anchor.kind === 'name' ? undefined : branch);
  if (offset === 0) return { target, nodes, ...inBranch };
  if (nodes.length > 1) fail('multiple-heads', { target: target.text, heads: idsOf(nodes) });
  return { target, nodes: moved(graph, nodes[0], target, branch), ...inBranch };
}

function anchored<R extends Revision>(
  graph: Graph<R>,
  { anchor, text }: Target,
  branch: Branch<R> | undefined,
): readonly GraphNode<R>[] {
  if (anchor.kind === 'name') return [findRevision(graph, anchor.name, text, branch)];
  if (anchor.kind === 'heads' && !branch) return tips(graph);
  if (anchor.kind !== 'head' && anchor.kind !== 'heads') return [];
  const found = heads(graph).filter((node) => !branch || branch.line.has(node));
  if (anchor.kind === 'head' && found.length > 1) fail('multiple-heads', { target: text, heads: idsOf(found) });
  return found;
}

function moved<R extends Revision>(
  graph: Graph<R>,
  start: Position<R>,
  target: Target,
  branch: Branch<R> | undefined,
): readonly GraphNode<R>[] {
  const end = target.offset > 0 ? climb(graph, start, target, branch) : descend(start, target);
  return end ? [end] : [];
}

/**
 * Where a database is whose current heads are `from`.
 *
 * @throws MigsqlError as `resolve`, and `overlapping-revisions` when one of them implies another
 */
export function resolveCurrent<R extends Revision>(graph: Graph<R>, from: Targets): Current<R> {
  const nowhere: Current<R> = { heads: [], first: [] };
  const found = forEach(parsed(from), (target) => {
    if (target.anchor.kind === 'current') fail('invalid-target', { target: target.text, reason: UNANCHORED });
    return independent(destinationOf(graph, target, nowhere).nodes);
  });
  return { heads: separate(found.flat()), first: found[0] ?? [] };
}

const UNANCHORED = 'it says where to start, so its offset has nothing to be counted from';
