import type { Dialect } from '../dialects/dialect.ts';
import { MigsqlError } from '../errors.ts';
import type { Plan } from '../plan/index.ts';
import type { Layout } from './layouts/layout.ts';
import type { ScriptOptions } from './options.ts';

/**
 * What a dialect's client cannot do is refused with a reason, never left out.
 *
 * @throws MigsqlError `refused-form` with every reason why the plan cannot be a script of that form
 */
export function checkOptions(plan: Plan, layout: Layout, options: ScriptOptions, dialect: Dialect): void {
  const problems = layout.check(plan, options, dialect);
  if (problems.length) throw new MigsqlError(problems);
}
