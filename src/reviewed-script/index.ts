import { createHash } from 'node:crypto';
import { currentHeads, expectRightDatabase, sameHeads } from '../apply/index.ts';
import { compile, type Project } from '../compiler.ts';
import { givenVariables } from '../config/given-variables.ts';
import type { Connection } from '../database/connection.ts';
import { fail } from '../errors.ts';
import type { Plan } from '../plan/index.ts';
import { scriptTemplates } from '../project-script.ts';
import { parseRange } from '../revisions/index.ts';
import { renderScript } from '../script/index.ts';
import { type RenderedBy, commandWords, readCommand } from './read-command.ts';

/** A script that somebody has reviewed. */
export interface ReviewedScript {
  /** As messages name it. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** SHA-256, in hex, as the review names it. */
  readonly sha256: string;
}

/**
 * The plan of a script that was reviewed, where its file is what it was then, the project still renders it byte by byte, and the
 * database is where it begins.
 *
 * @throws MigsqlError `script-changed`, `script-outdated`, `unfit-script`, `other-database`, `other-heads`; of `expectRightDatabase`
 */
export async function planReviewed(project: Project, connection: Connection, script: ReviewedScript): Promise<Plan> {
  const { plan, expected } = await reviewedPlan(project, script);
  const { display: database, dialect } = connection;
  if (plan.dialect !== dialect) fail('other-database', { database, found: dialect, wanted: [plan.dialect] });
  await expectRightDatabase(project.config, connection, expected);
  const heads = await currentHeads(project, connection);
  if (!sameHeads(heads, plan.from)) fail('other-heads', { database, expected: plan.from, found: heads });
  return plan;
}

interface Reviewed {
  readonly plan: Plan;
  /** The database that the script is for, where it says one. */
  readonly expected: string | undefined;
}

async function reviewedPlan(project: Project, { file, bytes, sha256 }: ReviewedScript): Promise<Reviewed> {
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256.toLowerCase()) fail('script-changed', { file, expected: sha256, found });
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const words = commandWords(text);
  const by = (words && readCommand(words)) ?? fail('unfit-script', { file });
  const { plan, rendered } = await renderAnew(project, by);
  if (!Buffer.from(rendered).equals(bytes)) fail('script-outdated', { file, command: (words ?? []).join(' '), line: firstDifference(text, rendered) });
  return { plan, expected: by.options.expectDatabase };
}

/** Nothing but the command in the script's head says how: what the config says of scripts may have changed since. */
async function renderAnew(project: Project, { range, dialect, transaction, contexts, variables, options }: RenderedBy): Promise<{ readonly plan: Plan; readonly rendered: string }> {
  const { from, to } = parseRange(range);
  const targets = (written: typeof to): string => written?.map(({ text }) => text).join(',') ?? 'base';
  const config = { ...givenVariables(project.config, variables), ...(contexts && { contexts }) };
  const plan = await compile({ ...project, config }, { from: targets(from), to: targets(to), dialect, transaction });
  return { plan, rendered: [...renderScript(plan, options, { templates: scriptTemplates(config) })].join('') };
}

function firstDifference(text: string, rendered: string): number {
  const now = rendered.split('\n');
  return text.split('\n').findIndex((line, index) => line !== now[index]) + 1;
}
