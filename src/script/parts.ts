import type { PlanEvent, PlannedStep } from '../plan/index.ts';

/** Where a statement stands among those of its step, of which a block holds a part. */
export interface Part {
  readonly step: PlannedStep;
  /** The step's, from 1. */
  readonly number: number;
  /** Whether the statement is the first of its step in its block, or the last. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** Whether it is the first of its step at all, or the last. */
  readonly opensStep: boolean;
  readonly closesStep: boolean;
}

type StatementEvent = Extract<PlanEvent, { kind: 'statement' }>;
export type PartedStatement = StatementEvent & { readonly part: Part };
export type PartedEvent = Exclude<PlanEvent, StatementEvent> | PartedStatement;

/** Tells of each statement where it stands; the next event shows whether it is the last. */
export function* withParts(events: Iterable<PlanEvent>): Generator<PartedEvent> {
  let step: { readonly step: PlannedStep; readonly number: number } | undefined;
  let left = 0;
  let opensStep = true;
  let opens = true;
  let held: StatementEvent | undefined;
  const parted = (event: StatementEvent, closes: boolean): PartedEvent => {
    left -= 1;
    const { step: planned, number } = step!;
    const made = { part: { step: planned, number, opens, closes, opensStep, closesStep: left === 0 }, ...event };
    opens = closes;
    opensStep = false;
    return made;
  };
  for (const event of events) {
    if (held) yield parted(held, event.kind !== 'statement');
    held = undefined;
    if (event.kind === 'statement') {
      held = event;
      continue;
    }
    if (event.kind === 'step') {
      step = event;
      left = event.step.blocks.reduce((sum, { statements }) => sum + statements.length, 0);
      opensStep = true;
      opens = true;
    }
    yield event;
  }
  if (held) yield parted(held, true);
}
