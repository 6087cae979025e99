import type { PlacedOp } from './footprint.ts';

/**
 * How two ops of two sides stand to each other where they do not commute. `conflict`: the schema model shows that one is wrong
 * after the other, or that the schema is another one in each order. `order`: rows, or SQL that nobody reads, may come out
 * otherwise in each order, which the model cannot tell.
 */
export type Relation = 'conflict' | 'order';

/** Why. */
export type Clash = 'made-twice' | 'taken-away' | 'changed-twice' | 'rows' | 'unread' | 'together';

export interface Pair {
  readonly relation: Relation;
  readonly first: PlacedOp;
  readonly second: PlacedOp;
  readonly clash: Clash;
  /** What both are about: `column account.id`; empty where no single thing is known. */
  readonly name: string;
}
