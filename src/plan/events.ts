import type { Plan, PlannedStep, Statement } from './plan.ts';

/** What happens when a plan is run, in order: script and apply read the same list. */
export type PlanEvent =
  | { readonly kind: 'step'; readonly step: PlannedStep; readonly number: number }
  | { readonly kind: 'begin' }
  | { readonly kind: 'commit' }
  | { readonly kind: 'statement'; readonly statement: Statement };

/**
 * Opens a transaction before the first transactional block that has none. In mode `script` it stays open for the next
 * step, but not behind a step that has taken effect in part already: what its transaction holds, the version table's
 * row above all, must not be taken back by an error of the next.
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
    const next = steps[index + 1]?.blocks[0]?.transactional === true;
    const goesOn = transaction === 'script' && next && step.blocks.every(({ transactional }) => transactional);
    if (open && !goesOn) {
      yield { kind: 'commit' };
      open = false;
    }
  }
}
