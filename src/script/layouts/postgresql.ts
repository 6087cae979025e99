import { dollarQuoted, freeTag } from '../../dialects/postgresql/do-block.ts';
import { parseVersion } from '../../dialects/server.ts';
import { writeLiteral } from '../../dialects/write.ts';
import type { Plan, PlanBlock, Statement } from '../../plan/index.ts';
import type { ScriptOptions } from '../options.ts';
import { type LineageFacts, NO_LINEAGE, lineageFacts } from '../lineage-facts.ts';
import { progressText } from '../message.ts';
import type { Part, PartedStatement } from '../parts.ts';
import type { Layout, LayoutFacts, ScriptInput } from './layout.ts';
import { postgresqlRefusals } from './postgresql-refusals.ts';

/** Ids hold no white space, no comma, no quote and no backslash, so that lists of them are texts; a line for some edges each. */
function lineageTexts({ edges, needed, unwanted }: LineageFacts): object {
  const text = (value: string): string => `'${value}'`;
  const lines: string[] = [];
  for (let start = 0; start < edges.length; start += 6) lines.push(text(`${edges.slice(start, start + 6).join(' ')} `));
  return { edges: lines, needed: text(needed.join(' ')), unwanted: text(unwanted.join(' ')) };
}

/** Everything that comes from the plan and may stand between dollar quotes. */
function quotedNames({ versionTable, from, to, steps }: Plan, { expectDatabase }: ScriptOptions, { needed, edges }: LineageFacts): string {
  const ofSteps = steps.flatMap(({ revision, blocks }) => [
    revision,
    ...blocks.flatMap(({ statements }) => statements.flatMap(({ proof = '', leaves = '' }) => [proof, leaves])),
  ]);
  return [versionTable.schema, versionTable.name, ...from, ...to, ...ofSteps, expectDatabase, ...needed, ...edges].join(' ');
}

/** A tag that no tag in the names begins with, so that longer ones may be made of it. */
function tagFor(names: string): string {
  let tag = 'migsql';
  for (let n = 2; names.includes(`$${tag}`); n++) tag = `migsql${n}_`;
  return tag;
}

/** As PostgreSQL counts it: 130000 is 13, 150002 is 15.2. */
const serverNumber = ([major = 0, minor = 0]: readonly number[]): number => major * 10_000 + minor;

/** Of a statement outside a transaction, where the catalogue tells whether it took effect. */
function proofFacts({ proof, mayHoldBefore = false, leaves }: Statement, { dialect }: ScriptInput): object {
  if (proof === undefined) return {};
  // What a failure leaves behind, as a text literal: nothing is an empty text.
  const leavesText = writeLiteral(dialect, leaves === undefined ? '' : `; it may have left ${leaves}`);
  return { proof: { condition: proof, mayHoldBefore, leavesText } };
}

/** Of the step that a statement is a part of. */
const partFacts = ({ step, number }: Part, { plan, dialect }: ScriptInput): object => ({
  number,
  direction: step.direction,
  isUpgrade: step.direction === 'upgrade',
  revisionText: writeLiteral(dialect, step.revision),
  progress: progressText(step, number, plan.steps.length),
  needs: plan.lineage.prerequisites(step.revision).map((id) => writeLiteral(dialect, id)).join(', '),
});

function blockFacts({ number, transactional, alone }: PlanBlock, input: ScriptInput, mayStopAtOnce: boolean): object {
  return {
    // Nothing has to be asked before the first transaction, which asks all there is to ask itself.
    opens: number === 1 && transactional && !mayStopAtOnce,
    ...(alone && proofFacts(alone, input)),
    // An idempotent script, which may leave the statement out, asks within.
    provesItself: alone?.proof !== undefined && !input.facts.idempotent,
  };
}

function statementFacts({ statement, block, part }: PartedStatement, input: ScriptInput, tag: string): object {
  const { sql, origin } = statement;
  const { idempotent, own } = input.facts;
  const mustAsk = idempotent && !own;
  return {
    part,
    ...((idempotent || part.opensStep || origin.kind === 'version-table') && { step: partFacts(part, input) }),
    /** An idempotent script works the rows of a step out while it runs, all at its end. */
    isLeftOut: idempotent && !part.closesStep,
    /** Whether the statement itself asks if its step is to be run: elsewhere psql does. */
    mustAsk,
    ...(!block.transactional && proofFacts(statement, input)),
    /** Whether nothing of the script need have been run before. */
    mayBeFirst: idempotent || part.number === 1,
    /** The statement between dollar quotes, and a tag for the block around them. */
    ...(mustAsk && {
      quoted: dollarQuoted(sql, 'statement'),
      tag: sql.includes('$') ? freeTag(`${sql} ${part.step.revision}`, `${tag}_`) : tag,
    }),
  };
}

function facts(input: ScriptInput): LayoutFacts {
  const { plan, dialect, options } = input;
  const text = (value: string): string => writeLiteral(dialect, value);
  const lineage = input.facts.idempotent ? lineageFacts(plan) : NO_LINEAGE;
  // Whether a lock or a place is asked for, so that the script may stop before its first block.
  const mayStopAtOnce = options.lock || options.expectDatabase !== undefined || options.expectServer;
  const tag = tagFor(quotedNames(plan, options, lineage));
  return {
    script: {
      ...(options.expectServer && {
        server: { text: text(`${dialect.title} ${plan.server} or later`), number: serverNumber(parseVersion(plan.server) ?? []) },
      }),
      mayStopAtOnce,
      tag,
      lineage: lineageTexts(lineage),
    },
    block: (block) => blockFacts(block, input, mayStopAtOnce),
    statement: (event) => statementFacts(event, input, tag),
  };
}

export const postgresql: Layout = { check: postgresqlRefusals, facts };
