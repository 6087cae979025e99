import { writeLiteral } from '../../dialects/write.ts';
import { type PlannedStep, planHash } from '../../plan/index.ts';
import { choosesCheck, isCheck, isRepeatable, isSetting } from '../../plan/repeatable.ts';
import { commentText } from '../comment.ts';
import { delimiterOf } from '../framed.ts';
import type { PartedStatement } from '../parts.ts';
import type { Layout, LayoutFacts, ScriptInput } from './layout.ts';
import { headsWhile, idempotentStart, readableLiteral, serverFacts, stepQuery, versionRows } from './mysql-forms.ts';
import { mysqlRefusals } from './mysql-refusals.ts';

/** What the ledger says of a step beside the time and the user. */
interface LedgerStep {
  readonly number: number;
  readonly revisionText: string;
  readonly direction: PlannedStep['direction'];
}

function facts(input: ScriptInput): LayoutFacts {
  /** The step that a block begins or ends in. */
  let ledger: LedgerStep | undefined;
  return {
    script: scriptFacts(input),
    step: ({ step, number }) => {
      ledger = ledgerStep(step, number, input);
      return stepFacts(step, input);
    },
    block: () => ({ ledger }),
    statement: (event) => statementFacts(event, input),
  };
}

function scriptFacts(input: ScriptInput): object {
  const { plan, dialect, options } = input;
  const { form, startGuard, expectServer, fromStep = 1, ledger, statementTimeout } = options;
  return {
    /** Whether the script makes the ledger, and has a row in it for each step. */
    keepsLedger: ledger || form === 'resumable',
    stepLedger: ledger && form !== 'resumable',
    /** MySQL's max_execution_time: https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html#sysvar_max_execution_time */
    limitsReadsAlone: dialect.name === 'mysql' && statementTimeout > 0,
    planHash: form === 'resumable' ? planHash(plan) : '',
    ...(expectServer && { server: serverFacts(plan, dialect) }),
    /** Whether the script asks which heads there are. */
    readsHeads: startGuard || form !== 'plain',
    headsWhile: form === 'resumable' ? headsWhile(input) : [],
    /** The block before the first that runs whatever the ledger says. */
    skipped: fromStep - 1,
    ...(form === 'idempotent' && { start: idempotentStart(plan, dialect) }),
  };
}

const ledgerStep = ({ revision, direction }: PlannedStep, number: number, { dialect }: ScriptInput): LedgerStep => ({
  number,
  revisionText: writeLiteral(dialect, revision),
  direction,
});

const stepFacts = (step: PlannedStep, { plan, dialect, facts }: ScriptInput): object => ({
  /** Finds out whether it is still to be done, as a text literal. */
  ...(facts.idempotent && { query: stepQuery(step, plan, dialect) }),
});

function statementFacts({ statement, block, part }: PartedStatement, input: ScriptInput): object {
  const { plan, dialect, facts: common } = input;
  const { sql, compound, origin, proof } = statement;
  const { step, number } = part;
  const change = origin.kind === 'version-table' ? origin.change : undefined;
  const conditional = common.idempotent || common.resumable;
  const isFirstOfVersion = change !== undefined && change === step.versionChanges[0];
  const versionByState = common.idempotent && change !== undefined;
  // Since it is conditional, or since it is conditional, or since only the dialect's own client is told where it ends.
  const isPrepared = (conditional && !isCheck(sql) && !(common.resumable && isSetting(sql, dialect.name))) || (compound && !common.own);
  const isRecorded = common.resumable && !block.transactional && !isSetting(sql, dialect.name);
  const mustBeAsked = isRecorded && proof === undefined && !isRepeatable(statement) && common.options.fromStep !== block.number;
  return {
    previousBlock: block.number - 1,
    ...(compound && { delimiter: delimiterOf(sql) }),
    isFirstOfVersion,
    isLastOfVersion: change !== undefined && change === step.versionChanges.at(-1),
    /** What the step does to the version table wherever the database is. */
    ...(versionByState && isFirstOfVersion && { versionRows: versionRows(step, plan, dialect) }),
    ledger: ledgerStep(step, number, input),
    isPrepared,
    ...(isPrepared && { readableLiteral: readableLiteral(sql, dialect) }),
    versionByState,
    /** Whether what comes behind it would hide its error from the block's end. */
    isChecked: block.transactional || conditional || compound,
    choosesCheck: conditional && choosesCheck(sql),
    /** Whether it is there whole or not at all by itself, and the ledger has a row of it. */
    isRecorded,
    hasProof: proof !== undefined,
    proof: proof ?? '',
    mustBeAsked,
    ...(mustBeAsked && { whenCut: writeLiteral(dialect, whenCut(sql, block.number)) }),
  };
}

/** What to do with a statement that may have been cut. */
function whenCut(sql: string, block: number): string {
  const shown = commentText(sql.split('\n', 1)[0]!.slice(0, 60));
  return (
    `migsql: block ${block} (${shown}) was begun by an earlier run and not seen to end. Look whether it took ` +
    `effect: if so render again with --from-step ${block + 1}, if not with --from-step ${block}`
  );
}

export const mysql: Layout = { check: mysqlRefusals, facts };
