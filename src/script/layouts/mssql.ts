import { serverVersion } from '../../dialects/configure.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import { dynamicBatch } from '../../dialects/mssql/text.ts';
import { writeLiteral } from '../../dialects/write.ts';
import type { PlannedStep } from '../../plan/index.ts';
import type { ScriptFacts } from '../facts.ts';
import { messageText } from '../message.ts';
import type { PartedEvent, PartedStatement } from '../parts.ts';
import type { Layout, LayoutFacts, ScriptInput } from './layout.ts';
import { mssqlRefusals } from './mssql-refusals.ts';
import { batchText, checkedCall, createLedger, idempotentTexts, ledgerRow, needsVariable, oneRow, readHeads, stoppedByErrors } from './mssql-texts.ts';

function facts(input: ScriptInput): LayoutFacts {
  const { options, failures, facts: common } = input;
  return {
    ...(!common.own && { templates: GENERIC }),
    script: {
      mssql: {
        readHeads: readHeads(common),
        /** -1: as long as it takes. */
        lockMilliseconds: options.lockTimeout === 0 ? -1 : options.lockTimeout * 1000,
        /** The whole is one transaction, whose end gives its lock back; else the session holds it until the last batch. */
        oneTransaction: options.form === 'plain' && failures.length === 1 && failures[0]?.transactional === true,
        ...createLedger(common),
        /** ProductMajorVersion of the oldest server, where it is asked for. */
        ...(options.expectServer && { major: majorOf(input) }),
      },
    },
    step: (event) => stepFacts(event, input),
    statement: (event) => statementFacts(event, input),
  };
}

/** Any other client gets the whole in one batch, since it may know no GO. */
const GENERIC = { open: 'mssql-generic/open', events: 'mssql-generic/events', close: 'mssql-generic/close' };

function majorOf({ plan: { server }, dialect }: ScriptInput): number {
  const version = serverVersion(dialect, server);
  return 'flaw' in version ? (dialect.server[0] ?? 0) : (version[0] ?? 0);
}

const stepFacts = ({ step, number }: Extract<PartedEvent, { kind: 'step' }>, input: ScriptInput): object => ({
  /** For messages. */
  shown: messageText(step.revision),
  ...(input.facts.idempotent && { decision: decisionFacts(step, number, input) }),
});

/** The text that decides whether the step is run, and what it is without a version table. */
function decisionFacts(step: PlannedStep, number: number, { plan, dialect, facts: common }: ScriptInput): object {
  const { decide, otherwise, missing } = idempotentTexts(step, number, plan, dialect, common);
  return { text: writeLiteral(dialect, decide), otherwise, missing };
}

function statementFacts({ statement, part }: PartedStatement, { plan, dialect, facts: common }: ScriptInput): object {
  const { step, number, closesStep } = part;
  const { sql, origin } = statement;
  const changesVersion = origin.kind === 'version-table' && origin.change !== undefined;
  // An error of hand-written SQL is its author's to raise.
  const checked = origin.kind === 'op' && origin.op === 'execute' ? sql : checkedCall(sql);
  const versionText = (): string => (common.idempotent ? idempotentTexts(step, number, plan, dialect, common).rows : oneRow(sql, step.revision));
  const batch = (): string => (changesVersion ? batchText(versionText()) : stoppedByErrors(statement, batchText(checked)));
  const dynamicText = (): string => {
    if (changesVersion) return versionText();
    // Any other client's whole script is within TRY.
    return common.own ? stoppedByErrors(statement, checked) : checked;
  };
  /** The rows of all of a step's version changes are kept by its last statement where the state is not known. */
  const isLeftOut = common.idempotent && changesVersion && !closesStep;
  return {
    step: number,
    endsStep: closesStep,
    isLeftOut,
    ...(!isLeftOut && (common.own && !common.idempotent ? { batch: batch() } : { dynamic: dynamicFacts(dynamicText()) })),
    ...(common.ledger && closesStep && { ledger: ledgerFacts(step, number, dialect, common) }),
  };
}

const dynamicFacts = (text: string): object => ({ text: dynamicBatch(text), needsVariable: needsVariable(text) });

function ledgerFacts(step: PlannedStep, number: number, dialect: Dialect, common: ScriptFacts): object {
  const row = ledgerRow(step, number, dialect, common);
  return { first: number === 1 || common.idempotent, batch: batchText(row), dynamic: dynamicBatch(row), needsVariable: needsVariable(row) };
}

export const mssql: Layout = { check: mssqlRefusals, facts };
