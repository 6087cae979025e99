import { fail } from '../errors.ts';
import type { Branch } from './lookup.ts';
import { appliedBy, idsOf, sortedById } from './reach.ts';
import type { Position } from './relative.ts';
import type { GraphNode, Revision } from './revision.ts';
import type { Target } from './target.ts';

/** Where a database is. */
export interface Current<R extends Revision = Revision> {
  /** Sorted by id; none is an ancestor or a prerequisite of another. */
  readonly heads: readonly GraphNode<R>[];
  /** Those of the heads that were written first: `-n` is counted from there. */
  readonly first: readonly GraphNode<R>[];
}

/**
 * Where `+n` and `label@+n` are counted from: the current head; with a branch the one in its line, else the highest
 * applied revision of that line, else base.
 *
 * @throws MigsqlError `ambiguous-start`
 */
export function startUp<R extends Revision>(
  target: Target,
  { heads }: Current<R>,
  branch: Branch<R> | undefined,
): Position<R> {
  if (!branch) return oneOf(heads, target);
  const inLine = heads.filter((node) => branch.line.has(node));
  if (inLine.length) return oneOf(inLine, target);
  const applied = [...appliedBy(heads)].filter((node) => branch.line.has(node));
  const passed = new Set(applied.flatMap(({ prerequisites }) => prerequisites));
  return oneOf(sortedById(applied.filter((node) => !passed.has(node))), target);
}

/**
 * Where `-n` and `label@-n` are counted from: the current head; of several the one written first; with a branch the
 * one in its line, else the highest revision of that line that another line depends on.
 *
 * @throws MigsqlError `ambiguous-start`, `relative-out-of-range` when nothing of it is applied
 */
export function startDown<R extends Revision>(
  target: Target,
  current: Current<R>,
  branch: Branch<R> | undefined,
): GraphNode<R> {
  const start = branch ? oneOf(endsOf(branch, current.heads), target) : firstOf(current, target);
  const nothing = { target: target.text, asked: -target.offset, available: 0 };
  return start ?? fail('relative-out-of-range', nothing);
}

function endsOf<R extends Revision>(branch: Branch<R>, heads: readonly GraphNode<R>[]): readonly GraphNode<R>[] {
  const inLine = heads.filter((node) => branch.line.has(node));
  if (inLine.length) return inLine;
  const applied = appliedBy(heads);
  const ends = [...applied].filter((node) => !node.children.some((child) => applied.has(child)));
  return sortedById(ends.filter((node) => branch.line.has(node)));
}

function firstOf<R extends Revision>({ heads, first }: Current<R>, target: Target): Position<R> {
  return oneOf(heads.length > 1 && first.length === 1 ? first : heads, target);
}

function oneOf<R extends Revision>(nodes: readonly GraphNode<R>[], target: Target): Position<R> {
  if (nodes.length > 1) fail('ambiguous-start', { target: target.text, heads: idsOf(nodes) });
  return nodes[0];
}
