import { fail } from '../errors.ts';
import { bases } from './heads.ts';
import type { Branch } from './lookup.ts';
import { idsOf } from './reach.ts';
import type { Graph, GraphNode, Revision } from './revision.ts';
import type { Target } from './target.ts';

/** A place to count from or arrive at; nothing stands for base. */
export type Position<R extends Revision> = GraphNode<R> | undefined;

/**
 * `target.offset` revisions up from `start` through children, of the branch where one is named.
 *
 * @throws MigsqlError `ambiguous-walk` at a fork, `relative-out-of-range` past the last revision
 */
export function climb<R extends Revision>(
  graph: Graph<R>,
  start: Position<R>,
  target: Target,
  branch: Branch<R> | undefined,
): GraphNode<R> {
  let position = start;
  for (let climbed = 0; climbed < target.offset || !position; climbed++) {
    const above = position ? position.children : bases(graph);
    const next = branch ? above.filter((node) => branch.line.has(node)) : above;
    if (next.length > 1) fail('ambiguous-walk', { target: target.text, candidates: idsOf(next) });
    if (!next[0]) return tooFar(target, climbed);
    position = next[0];
  }
  return position;
}

/**
 * `-target.offset` revisions down from `start` through parents; base is one below a base revision.
 *
 * @throws MigsqlError `ambiguous-walk` at a merge point, `relative-out-of-range` below base
 */
export function descend<R extends Revision>(start: Position<R>, target: Target): Position<R> {
  let position = start;
  for (let left = -target.offset; left > 0; left--) {
    if (!position) return tooFar(target, -target.offset - left);
    if (position.parents.length > 1) {
      fail('ambiguous-walk', { target: target.text, candidates: idsOf(position.parents) });
    }
    position = position.parents[0];
  }
  return position;
}

function tooFar({ text, offset }: Target, available: number): never {
  return fail('relative-out-of-range', { target: text, asked: Math.abs(offset), available });
}
