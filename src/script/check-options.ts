import type { Dialect } from '../dialects/dialect.ts';
import { fail } from '../errors.ts';
import { type Plan, failureMap } from '../plan/index.ts';
import type { ScriptOptions } from './options.ts';

/** @throws MigsqlError where the dialect's scripts, or its client, cannot do what the options ask for */
export function checkOptions(plan: Plan, dialect: Dialect, options: ScriptOptions): void {
  if (dialect.name === 'oracle') checkOracle(plan, dialect, options);
}

function checkOracle(plan: Plan, { title }: Dialect, options: ScriptOptions): void {
  const { statementTimeout, fromStep, form, exit, client } = options;
  if (statementTimeout > 0) {
    // https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-SESSION.html
    fail('refused-form', {
      reason: `${title} has no setting of the session that limits how long a statement takes`,
      instead: 'Leave the statement timeout at 0, or have the DBA set a limit by a plan of the Resource Manager.',
    });
  }
  if (fromStep !== undefined && form !== 'resumable') {
    fail('refused-form', {
      reason: 'only a resumable script can go on from a block in the middle',
      instead: "Render it in the form 'resumable'; a plain script begins at its first block.",
    });
  }
  const blocks = failureMap(plan).length;
  if (fromStep !== undefined && !(Number.isInteger(fromStep) && fromStep >= 1 && fromStep <= blocks)) {
    fail('refused-form', { reason: `the script has no block ${fromStep}`, instead: `Its header numbers them from 1 to ${blocks}.` });
  }
  if (exit && client === 'generic') {
    fail('refused-form', {
      reason: 'EXIT is a directive of SQL*Plus, and a script for any client holds none',
      instead: "Leave 'exit' out, or render the script for sqlplus.",
    });
  }
}
