import type { Dialect } from '../dialects/dialect.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { MigsqlError, problem } from '../errors.ts';
import type { Plan } from '../plan/index.ts';
import { mysqlRefusals } from './mysql-refusals.ts';
import type { ScriptOptions } from './options.ts';

/** What of the options a dialect's client cannot do is refused with a reason, never left out. */
export function checkOptions(plan: Plan, dialect: Dialect, options: ScriptOptions): void {
  const problems: readonly Diagnostic[] = [...resumableAlone(dialect, options), ...(dialect.script.layout === 'mysql' ? mysqlRefusals(plan, dialect, options) : [])];
  if (problems.length) throw new MigsqlError(problems);
}

function resumableAlone({ name: dialect }: Dialect, { form, fromStep }: ScriptOptions): readonly Diagnostic[] {
  if (fromStep === undefined || form === 'resumable') return [];
  const hint = 'Add --resumable, or render from the revision that the database is at.';
  return [problem('refused-form', { dialect, form, reason: 'it has no ledger to begin in the middle with (--from-step)', hint })];
}
