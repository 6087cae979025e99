import { compile, type Project } from '../compiler.ts';
import { fail } from '../errors.ts';
import type { TransactionMode } from '../plan/index.ts';
import { type Direction, parseRange } from '../revisions/index.ts';
import type { Report } from './report.ts';
import { type PlanFor, renderPlans, type ScriptRequest } from './write-scripts.ts';

/** What to render, as the command line says it. */
export interface RenderRequest extends ScriptRequest {
  /** `[FROM:]TO` */
  readonly range: string;
  readonly transaction?: TransactionMode | undefined;
  readonly direction?: Direction | undefined;
}

/**
 * Renders a range for each dialect, to stdout or to files.
 *
 * @throws MigsqlError of `renderPlans`
 */
export function renderRange(project: Project, request: RenderRequest): Promise<Report | void> {
  const direction = request.direction && { direction: request.direction };
  const transaction = request.transaction ?? project.config.transaction;
  const planFor: PlanFor = (dialect) =>
    compile(project, { ...endsOf(request.range), dialect, transaction, ...direction });
  return renderPlans(project, request, planFor, `'${request.range}' holds no steps`);
}

/** FROM is base when it is left out, TO all heads. */
function endsOf(range: string): { readonly from: string; readonly to: string } {
  const { from, to } = parseRange(range);
  if (!from && to?.some(({ anchor, offset }) => anchor.kind === 'current' && offset < 0)) {
    const reason = `'${range}' is counted from where the database is, and that is not said`;
    fail('invalid-usage', { reason, instead: `Write it before the target: FROM:${range}.` });
  }
  const written = (targets: typeof to): string | undefined => targets?.map(({ text }) => text).join(',');
  return { from: written(from) ?? 'base', to: written(to) ?? 'heads' };
}
