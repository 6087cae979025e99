import { type Plan, type PlanBlock, type PlannedStep, type Statement, planEvents } from '../plan/index.ts';

/** A statement of a plan, with where it stands in its step. */
export interface Item {
  readonly statement: Statement;
  readonly step: PlannedStep;
  /** The step's, from 1. */
  readonly number: number;
  /** Among the step's statements, from 0. */
  readonly at: number;
  /** Whether it is the last of its step. */
  readonly closes: boolean;
}

/** A block with what is run in it. */
export interface RunBlock {
  readonly block: PlanBlock;
  readonly items: readonly [Item, ...Item[]];
}

/** A plan as the blocks that it is run in: the same events that a script is written from. */
export function blocksOf(plan: Plan): readonly RunBlock[] {
  const blocks: RunBlock[] = [];
  let current: { readonly step: PlannedStep; readonly number: number; readonly total: number; at: number } | undefined;
  let items: Item[] = [];
  for (const event of planEvents(plan)) {
    if (event.kind === 'step') current = { step: event.step, number: event.number, total: countOf(event.step), at: 0 };
    else if (event.kind === 'begin') items = [];
    else if (event.kind === 'statement' && current) {
      const { step, number, total } = current;
      items.push({ statement: event.statement, step, number, at: current.at, closes: current.at + 1 === total });
      current.at += 1;
    } else if (event.kind === 'end' && items[0]) blocks.push({ block: event.block, items: [items[0], ...items.slice(1)] });
  }
  return blocks;
}

const countOf = ({ blocks }: PlannedStep): number => blocks.reduce((sum, { statements }) => sum + statements.length, 0);
