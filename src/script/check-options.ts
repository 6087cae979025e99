import type { Dialect } from '../dialects/dialect.ts';
import { fail } from '../errors.ts';
import type { ScriptOptions } from './options.ts';

/** Refuses what a dialect's scripts cannot hold; nothing that is asked for is left out in silence. */
export function checkOptions(dialect: Dialect, options: ScriptOptions): void {
  if (dialect.name === 'mssql') checkMssql(dialect, options);
}

function checkMssql({ title }: Dialect, { form, statementTimeout }: ScriptOptions): void {
  if (form === 'resumable') {
    fail('refused-form', {
      dialect: title,
      asked: 'a resumable script',
      reason: 'its schema changes are rolled back with their transaction, so that nothing half done is left to go on from',
      instead: 'Run the same script again, or render one that is idempotent.',
    });
  }
  if (statementTimeout) {
    fail('refused-form', {
      dialect: title,
      asked: 'a limit for each statement',
      reason: 'a session cannot set one there: it is the client that stops waiting',
      instead: `Set it to 0, and run sqlcmd with -t ${statementTimeout}.`,
    });
  }
}
