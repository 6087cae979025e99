import type { Diagnostic } from '../../diagnostics.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import { problem } from '../../errors.ts';
import type { Plan } from '../../plan/index.ts';
import type { ScriptOptions } from '../options.ts';

export function oracleRefusals(_plan: Plan, options: ScriptOptions, { title: dialect }: Dialect): readonly Diagnostic[] {
  const { statementTimeout, exit, client } = options;
  const problems: Diagnostic[] = [];
  const refuse = (what: string, reason: string, hint: string): void => {
    problems.push(problem('refused-form', { form: what, dialect, reason, hint }));
  };
  if (statementTimeout > 0) {
    // https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-SESSION.html
    refuse(
      'time-limited',
      `${dialect} has no setting of the session that limits how long a statement takes`,
      'Leave the statement timeout at 0, or have the DBA set a limit by a plan of the Resource Manager.',
    );
  }
  if (exit && client === 'generic') {
    refuse(client, 'EXIT is a directive of SQL*Plus, and a script for any client holds none', "Leave 'exit' out, or render the script for sqlplus.");
  }
  return problems;
}
