import { compileStamp, type Project } from '../compiler.ts';
import { fail } from '../errors.ts';
import type { Report } from './report.ts';
import { type PlanFor, renderPlans, type ScriptRequest } from './write-scripts.ts';

/** What to stamp, as the command line says it. */
export interface StampRequest extends Pick<ScriptRequest, 'dialect' | 'output' | 'json' | 'script'> {
  readonly targets: readonly string[];
  readonly from?: string | undefined;
  readonly purge: boolean;
}

/**
 * Renders the script for each dialect, to stdout or to files. It has one form, and no row in the ledger, which holds what
 * was run.
 *
 * @throws MigsqlError `invalid-usage` when it is not said what the version table holds; of a code of `renderPlans`
 */
export async function stampScript(project: Project, { targets, from, purge, ...request }: StampRequest): Promise<Report | void> {
  if (from === undefined && !purge) {
    const instead = "Add --from HEADS, with --from base for a new one ('migsql current --sql' asks it), or --purge.";
    fail('invalid-usage', { reason: 'what the version table holds now is not said', instead });
  }
  const script = { ...request.script, form: 'plain', ledger: false, ...(purge && { startGuard: false }) } as const;
  const rest = { check: false, rollback: false, 'rollback-prefixes': false, ticket: false };
  const to = targets.join(',');
  const planFor: PlanFor = async (dialect) => compileStamp(project, { from, to, dialect });
  return renderPlans(project, { ...request, ...rest, script }, planFor, 'the version table holds that already');
}
