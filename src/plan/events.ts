import type { Plan, PlannedStep, Statement } from './plan.ts';

/** What happens when a plan is run, in order: script and apply read the same list. */
export type PlanEvent =
  | { readonly kind: 'step'; readonly step: PlannedStep; readonly number: number }
  | { readonly kind: 'begin' }
  | { readonly kind: 'commit' }
  | { readonly kind: 'statement'; readonly statement: Statement };

/**
 * Opens a transaction before the first transactional block that has none, and closes it with the step where the plan
 * says so or the next step begins outside a transaction.
 */
export function* planEvents({ steps, transaction }: Pick<Plan, 'steps' | 'transaction'>): Generator<PlanEvent> {
  let open = false;
  for (const [index, step] of steps.entries()) {
    yield { kind: 'step', step, number: index + 1 };
    for (const block of step.blocks) {
      if (block.transactional !== open) yield { kind: open ? 'commit' : 'begin' };
      open = block.transactional;
      for (const statement of block.statements) yield { kind: 'statement', statement };
    }
    const goesOn = transaction === 'script' && steps[index + 1]?.blocks[0]?.transactional === true;
    if (open && !goesOn) {
      yield { kind: 'commit' };
      open = false;
    }
  }
}
