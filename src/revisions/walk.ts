import { fail } from '../errors.ts';
import { downgradeNodes } from './downgrade.ts';
import { forEach } from './for-each.ts';
import { headsAlong } from './heads-along.ts';
import { independent, separate } from './independent.ts';
import { appliedBy, idsOf, reach } from './reach.ts';
import { type Destination, parsed, resolveCurrent, resolveDestinations, type Targets } from './resolve.ts';
import type { Direction, Graph, GraphNode, Revision } from './revision.ts';
import type { Target } from './target.ts';
import { type VersionChange, versionChanges } from './version-rows.ts';

/** One revision in one direction on a walk. */
export interface Step {
  readonly revision: string;
  readonly direction: Direction;
  /** The rows of the version table before the step, sorted: what is applied and implied by nothing else applied. */
  readonly headsBefore: readonly string[];
  readonly headsAfter: readonly string[];
  /** What turns the one into the other, in the order in which it runs. */
  readonly versionChanges: readonly VersionChange[];
}

export interface WalkRequest {
  /** The current heads: what the version table holds, or targets such as `head`; none, or `base`, when it is empty. */
  readonly from: Targets;
  readonly target: Targets;
  readonly direction: Direction;
}

/**
 * The steps from the current heads to the target, in the graph's order going up and in its exact reverse going down.
 *
 * An upgrade applies what the targets need and is not applied yet, dependencies included; other lines stay as they
 * are, and a target that is already applied needs nothing. A downgrade undoes what revises the target, and
 * everything that revises or depends on that; with `label@` only the side of the fork that leads to the label;
 * dependencies of what is undone stay.
 *
 * @throws MigsqlError of a code of `resolve` or `resolveCurrent`; `wrong-direction` for `-n` upwards or `+n`
 * downwards; `overlapping-revisions` when one target implies another; downwards also `multiple-heads`,
 * `not-a-target` and `ambiguous-downgrade`
 */
export function walk<R extends Revision>(graph: Graph<R>, { from, target, direction }: WalkRequest): readonly Step[] {
  const current = resolveCurrent(graph, from);
  const targets = parsed(target);
  forEach(targets, (each) => checkDirection(each, direction));
  const destinations = resolveDestinations(graph, targets, current);
  const applied = appliedBy(current.heads);
  const nodes =
    direction === 'upgrade'
      ? upgradeNodes(destinations, applied)
      : downgradeNodes(graph, destinations, current.heads, applied);
  return stepsAlong(direction, idsOf(current.heads), nodes, versionChanges(direction, applied, nodes));
}

function checkDirection({ text, anchor, offset }: Target, direction: Direction): void {
  const upwards = offset > 0;
  if (anchor.kind === 'current' && upwards !== (direction === 'upgrade')) {
    fail('wrong-direction', { target: text, direction });
  }
}

function upgradeNodes<R extends Revision>(
  destinations: readonly Destination<R>[],
  applied: ReadonlySet<GraphNode<R>>,
): readonly GraphNode<R>[] {
  const wanted = separate(destinations.flatMap(({ nodes }) => independent(nodes)));
  const needed = reach(wanted, ({ prerequisites }) => prerequisites, (node) => !applied.has(node));
  return [...needed].sort((a, b) => a.position - b.position);
}

function stepsAlong<R extends Revision>(
  direction: Direction,
  heads: readonly string[],
  nodes: readonly GraphNode<R>[],
  changes: readonly (readonly VersionChange[])[],
): readonly Step[] {
  const headsAt = headsAlong(heads, changes);
  const places = new Map(nodes.map(({ id }, index) => [id, index]));
  const placeOf = ({ revision }: Step): number => places.get(revision) as number;
  // The same getters for all: V8 keeps an object with getters of its own as a hash table of ten times the size.
  const lazily = {
    headsBefore: {
      enumerable: true,
      get(this: Step) {
        return headsAt(placeOf(this));
      },
    },
    headsAfter: {
      enumerable: true,
      get(this: Step) {
        return headsAt(placeOf(this) + 1);
      },
    },
  };
  return nodes.map(({ id: revision }, index) =>
    Object.assign(Object.defineProperties({ revision, direction }, lazily) as Step, { versionChanges: changes[index] ?? [] }),
  );
}
