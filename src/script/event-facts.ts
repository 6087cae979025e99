import { writeLiteral } from '../dialects/write.ts';
import type { PlannedStep } from '../plan/index.ts';
import { commentText } from './comment.ts';
import { progressText } from './message.ts';
import { blockFacts } from './facts.ts';
import { delimiterOf } from './framed.ts';
import type { LayoutFacts, ScriptInput } from './layouts/layout.ts';
import type { PartedEvent, PartedStatement } from './parts.ts';

/** What a template finds of an event: one field, named after its kind. */
export const eventData = (event: PartedEvent, input: ScriptInput, own: LayoutFacts): object => ({
  ...factsOf(event, input, own),
  ...own.event?.(event),
});

function factsOf(event: PartedEvent, input: ScriptInput, own: LayoutFacts): object {
  switch (event.kind) {
    case 'step':
      return { step: withOwn(stepFacts(event.step, event.number, input), own.step?.(event)) };
    case 'statement':
      return { statement: withOwn(statementFacts(event, input), own.statement?.(event)) };
    case 'begin':
    case 'end':
      return { [event.kind]: withOwn(blockFacts(event.block, input.facts, input.dialect), own.block?.(event.block, event.kind)) };
  }
}

/** Both as one, whose getters stay getters. */
const withOwn = (common: object, own: object = {}): object =>
  Object.defineProperties(common, Object.getOwnPropertyDescriptors(own));

/** What a step's beginning is written from. */
const stepFacts = (step: PlannedStep, number: number, { plan, dialect }: ScriptInput): object => ({
  number,
  total: plan.steps.length,
  direction: step.direction,
  isUpgrade: step.direction === 'upgrade',
  revision: step.revision,
  revisionText: writeLiteral(dialect, step.revision),
  title: commentText(step.title),
  progress: progressText(step, number, plan.steps.length),
  place: commentText(placeOf(step)),
  get needs() {
    return plan.lineage.prerequisites(step.revision).map((id) => writeLiteral(dialect, id)).join(', ');
  },
  // Asked for by the forms that find out where a database is, since together they are quadratic.
  get applied() {
    return plan.lineage.appliedBy(step.revision).map((id) => writeLiteral(dialect, id)).join(', ');
  },
  get prerequisites() {
    return plan.lineage.prerequisites(step.revision).map((id) => ({
      id: writeLiteral(dialect, id),
      applied: plan.lineage.appliedBy(id).map((each) => writeLiteral(dialect, each)).join(', '),
    }));
  },
});

/** The file, with the line of its first op where it has one. */
function placeOf({ file, blocks }: PlannedStep): string {
  for (const { statements } of blocks) {
    for (const { origin } of statements) {
      if (origin.kind === 'op' && origin.file === file && origin.line !== undefined) return `${file}:${origin.line}`;
    }
  }
  return file;
}

/** What a statement is written from. */
function statementFacts({ statement, block, part }: PartedStatement, input: ScriptInput): object {
  const { facts, dialect } = input;
  const { sql, compound, origin } = statement;
  const isVersion = origin.kind === 'version-table';
  return {
    part,
    /** Of the step only where something is asked of it. */
    step: facts.idempotent || part.opensStep || isVersion ? stepFacts(part.step, part.number, input) : {},
    sql,
    compound,
    block: block.number,
    previousBlock: block.number - 1,
    inTransaction: block.transactional,
    /** Whether it changes the rows of the version table, of which each change touches exactly one. */
    changesVersion: isVersion && origin.change !== undefined,
    /** An idempotent script works the rows of a step out while it runs, all at its end. */
    isLeftOut: facts.idempotent && !part.closesStep,
    /** Whether the statement itself asks if its step is to be run: elsewhere the client does. */
    mustAsk: facts.idempotent && !facts.own,
    ...(compound && { delimiter: delimiterOf(sql) }),
    /** As a text literal, for forms whose statements are put together while the script runs. */
    ...(facts.isDynamic && { literal: writeLiteral(dialect, sql) }),
  };
}
