import type { Diagnostic } from '../../diagnostics.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import { problem } from '../../errors.ts';
import type { Plan } from '../../plan/index.ts';
import type { ScriptOptions } from '../options.ts';

export function mssqlRefusals(_plan: Plan, { form, statementTimeout }: ScriptOptions, { title: dialect }: Dialect): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  if (form === 'resumable') {
    problems.push(
      problem('refused-form', {
        form,
        dialect,
        reason: 'schema changes of SQL Server are rolled back with their transaction, so that nothing half done is left to go on from',
        hint: 'Run the same script again, or render one that is idempotent.',
      }),
    );
  }
  if (statementTimeout) {
    problems.push(
      problem('refused-form', {
        form: 'time-limited',
        dialect,
        reason: 'a session of SQL Server cannot limit its statements: it is the client that stops waiting',
        hint: `Set the statement timeout to 0, and run sqlcmd with -t ${statementTimeout}.`,
      }),
    );
  }
  return problems;
}
