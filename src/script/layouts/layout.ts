import type { Diagnostic } from '../../diagnostics.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import type { FailurePoint, Plan, PlanBlock } from '../../plan/index.ts';
import type { ScriptFacts } from '../facts.ts';
import type { ScriptOptions } from '../options.ts';
import type { PartedEvent, PartedStatement } from '../parts.ts';

/** What a script is made from. */
export interface ScriptInput {
  readonly plan: Plan;
  readonly dialect: Dialect;
  readonly options: ScriptOptions;
  /** Of each block. */
  readonly failures: readonly FailurePoint[];
  /** What the templates of every dialect may ask for. */
  readonly facts: ScriptFacts;
}

/** What the templates of one dialect ask for besides. */
export interface LayoutFacts {
  /** Below `templates/script/`, without their ending; where none is said, it is the layout's own. */
  readonly templates?: { readonly [part in 'open' | 'events' | 'close']?: string };
  readonly script: object;
  /** Beside the event itself. */
  readonly event?: (event: PartedEvent) => object;
  readonly step?: (event: Extract<PartedEvent, { kind: 'step' }>) => object;
  /** Of a block that begins or ends. */
  readonly block?: (block: PlanBlock) => object;
  readonly statement?: (event: PartedStatement) => object;
  /** Asked for when all events are written. */
  readonly close?: () => object;
}

/** What is a dialect's own in its scripts; `templates/script/<layout>/` lays them out. */
export interface Layout {
  /** Why the plan cannot be a script of that form, for that client: nothing that is asked for is left out. */
  readonly check: (plan: Plan, options: ScriptOptions, dialect: Dialect) => readonly Diagnostic[];
  readonly facts: (input: ScriptInput) => LayoutFacts;
}
