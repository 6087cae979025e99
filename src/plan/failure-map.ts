import { type PlanBlock, planEvents } from './events.ts';
import type { Plan } from './plan.ts';

/** What is so when a plan's run stops in one of its blocks: of the block itself nothing is there. */
export interface FailurePoint {
  /** The block's number, from 1. */
  readonly block: number;
  readonly transactional: boolean;
  /** The first and the last step that it holds a part of, from 1. */
  readonly steps: readonly [number, number];
  /** What the version table holds then. */
  readonly heads: readonly string[];
  /** Whether the first of its steps has taken effect in part before the block begins. */
  readonly midStep: boolean;
  /** What a statement that failed may leave behind: an index marked invalid. */
  readonly leaves?: string;
}

/** For each block, where a run that stops in it leaves the database. */
export function failureMap(plan: Pick<Plan, 'steps' | 'transaction'>): readonly FailurePoint[] {
  const points: FailurePoint[] = [];
  let step = 0;
  let lastOfBlockBefore = 0;
  let current: { readonly block: PlanBlock; readonly first: number } | undefined;
  for (const event of planEvents(plan)) {
    if (event.kind === 'step') step = event.number;
    else if (event.kind === 'begin') current = { block: event.block, first: step };
    else if (event.kind === 'end' && current) {
      const { block, first } = current;
      const { number, transactional, heads, alone } = block;
      const midStep = lastOfBlockBefore === first;
      points.push({
        block: number,
        transactional,
        steps: [first, step],
        heads,
        midStep,
        ...(alone?.leaves !== undefined && { leaves: alone.leaves }),
      });
      lastOfBlockBefore = step;
    }
  }
  return points;
}
