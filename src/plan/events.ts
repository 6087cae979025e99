import type { Plan, PlannedStep, Statement } from './plan.ts';

/** A run of statements in one transaction, which may hold several steps, or outside any. */
export interface PlanBlock {
  /** From 1, over the whole plan. */
  readonly number: number;
  readonly transactional: boolean;
  /** Current heads when it begins. */
  readonly heads: readonly string[];
  /** Of a statement that takes effect by itself: the statement. */
  readonly alone?: Statement;
}

/** What happens when a plan is run, in order: script and apply read the same list. */
export type PlanEvent =
  | { readonly kind: 'step'; readonly step: PlannedStep; readonly number: number }
  | { readonly kind: 'begin'; readonly block: PlanBlock }
  | { readonly kind: 'end'; readonly block: PlanBlock }
  | { readonly kind: 'statement'; readonly statement: Statement; readonly block: PlanBlock };

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
    for (const { transactional, statements } of step.blocks) {
      if (open && !(open.transactional && transactional && transaction !== 'none')) {
        yield { kind: 'end', block: open };
        open = undefined;
      }
      if (!open) {
        const alone = transactional ? undefined : statements[0];
        open = { number: ++number, transactional, heads: step.headsBefore, ...(alone && { alone }) };
        yield { kind: 'begin', block: open };
      }
      for (const statement of statements) yield { kind: 'statement', statement, block: open };
    }
    const next = steps[index + 1]?.blocks[0]?.transactional === true;
    const goesOn = transaction === 'script' && next && step.blocks.every(({ transactional }) => transactional);
    if (open && !goesOn) {
      yield { kind: 'end', block: open };
      open = undefined;
    }
  }
}
