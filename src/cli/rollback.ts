import { compileBack, type Project } from '../compiler.ts';
import { MigsqlError } from '../errors.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { type Plan, failureMap } from '../plan/index.ts';
import { headsArgument } from '../script/index.ts';

/** A plan that leads back, and the heads that it starts from as a part of a file's name. */
export interface WayBack {
  /** Nothing for the way back of the whole plan. */
  readonly prefix?: string;
  readonly plan: Plan;
}

/**
 * The way back of a plan, and with `prefixes` that of each part of it that may be committed when its script stops.
 *
 * @throws MigsqlError with every step that cannot be undone
 */
export async function waysBack(project: Project, plan: Plan, prefixes: boolean): Promise<readonly WayBack[]> {
  const ways: WayBack[] = [];
  const problems = new Map<string, Diagnostic>();
  const add = async (from: readonly string[], prefix?: string): Promise<void> => {
    try {
      ways.push({ ...(prefix !== undefined && { prefix }), plan: await compileBack(project, plan, from) });
    } catch (error) {
      if (!(error instanceof MigsqlError)) throw error;
      for (const diagnostic of error.diagnostics) problems.set(JSON.stringify(diagnostic), diagnostic);
    }
  };
  await add(plan.to);
  for (const heads of prefixes ? headsBetween(plan) : []) await add(heads, [...heads].sort().join('+') || 'base');
  if (problems.size) throw new MigsqlError([...problems.values()]);
  return ways;
}

/** The heads at which a stopped script may leave the database with whole steps only, other than where it began. */
function headsBetween(plan: Plan): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  for (const { heads, midStep } of failureMap(plan)) if (!midStep) found.set(headsArgument(heads), heads);
  found.delete(headsArgument(plan.from));
  found.delete(headsArgument(plan.to));
  return [...found.values()];
}
