import type { Plan, PlannedStep, Statement } from './plan.ts';

/** A run of statements in one transaction, which may hold several steps, or outside any. */
export interface PlanBlock {
  /** From 1, over the whole plan. */
  readonly number: number;
  readonly transactional: boolean;
  /** Current heads when it begins. */
  readonly heads: readonly string[];
}

/** What happens when a plan is run, in order: script and apply read the same list. */
export type PlanEvent =
  | { readonly kind: 'step'; readonly step: PlannedStep; readonly number: number }
  | { readonly kind: 'begin'; readonly block: PlanBlock }
  | { readonly kind: 'end'; readonly block: PlanBlock }
  | {
      readonly kind: 'statement';
      readonly statement: Statement;
      readonly block: PlanBlock;
      readonly step: PlannedStep;
      /** The step's number, from 1. */
      readonly number: number;
      /** Whether it is the last of its step: its version change, that is. */
      readonly endsStep: boolean;
    };

/**
 * Opens a block before its first statement. In mode `script` a transaction stays open for the next step, but not behind
 * a step that has taken effect in part already: what its transaction holds, the version table's row above all, must not
 * be taken back by an error of the next.
 */
export function* planEvents({ steps, transaction }: Pick<Plan, 'steps' | 'transaction'>): Generator<PlanEvent> {
  let open: PlanBlock | undefined;
  let number = 0;
  for (const [index, step] of steps.entries()) {
    yield { kind: 'step', step, number: index + 1 };
    const last = step.blocks.at(-1)?.statements.at(-1);
    for (const { transactional, statements } of step.blocks) {
      if (open && !(open.transactional && transactional && transaction !== 'none')) {
        yield { kind: 'end', block: open };
        open = undefined;
      }
      if (!open) {
        open = { number: ++number, transactional, heads: step.headsBefore };
        yield { kind: 'begin', block: open };
      }
      for (const statement of statements) {
        yield { kind: 'statement', statement, block: open, step, number: index + 1, endsStep: statement === last };
      }
    }
    const next = steps[index + 1]?.blocks[0]?.transactional === true;
    const goesOn = transaction === 'script' && next && step.blocks.every(({ transactional }) => transactional);
    if (open && !goesOn) {
      yield { kind: 'end', block: open };
      open = undefined;
    }
  }
}
