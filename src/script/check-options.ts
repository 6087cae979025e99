import type { Dialect } from '../dialects/dialect.ts';
import { MigsqlError } from '../errors.ts';
import type { Plan } from '../plan/index.ts';
import type { ScriptOptions } from './options.ts';
import { postgresqlRefusals } from './postgresql-refusals.ts';

/**
 * What a dialect's client cannot do is refused with a reason, never left out.
 *
 * @throws MigsqlError `refused-form` with every reason why the plan cannot be a script of that form
 */
export function checkOptions(plan: Plan, dialect: Dialect, options: ScriptOptions): void {
  const problems = dialect.name === 'postgresql' ? postgresqlRefusals(plan, options) : [];
  if (problems.length) throw new MigsqlError(problems);
}
