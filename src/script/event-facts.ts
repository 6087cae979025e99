import type { PlannedStep } from '../plan/index.ts';
import { commentText } from './comment.ts';
import { progressText } from './message.ts';
import { blockFacts } from './facts.ts';
import type { LayoutFacts, ScriptInput } from './layouts/layout.ts';
import type { PartedEvent, PartedStatement } from './parts.ts';

/** What a template finds of an event: one field, named after its kind. */
export const eventData = (event: PartedEvent, input: ScriptInput, own: LayoutFacts): object => ({
  [event.kind]: factsOf(event, input, own),
  ...own.event?.(event),
});

function factsOf(event: PartedEvent, input: ScriptInput, own: LayoutFacts): object {
  switch (event.kind) {
    case 'step':
      return Object.assign(stepFacts(event, input), own.step?.(event));
    case 'statement':
      return Object.assign(statementFacts(event), own.statement?.(event));
    case 'begin':
    case 'end':
      return Object.assign(blockFacts(event.block, input.dialect), own.block?.(event.block));
  }
}

/** What a step's beginning is written from. */
const stepFacts = ({ step, number }: Extract<PartedEvent, { kind: 'step' }>, { plan }: ScriptInput): object => ({
  number,
  total: plan.steps.length,
  direction: step.direction,
  isUpgrade: step.direction === 'upgrade',
  revision: step.revision,
  title: commentText(step.title),
  progress: progressText(step, number, plan.steps.length),
  place: commentText(placeOf(step)),
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
const statementFacts = ({ statement: { sql, compound, origin }, block }: PartedStatement): object => ({
  sql,
  compound,
  block: block.number,
  inTransaction: block.transactional,
  /** Whether it changes the rows of the version table, of which each change touches exactly one. */
  changesVersion: origin.kind === 'version-table' && origin.change !== undefined,
});
