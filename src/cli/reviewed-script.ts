import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Parser } from '@oclif/core';
import { currentHeads, sameHeads } from '../apply/index.ts';
import { compile, type Project } from '../compiler.ts';
import type { Connection } from '../database/connection.ts';
import { fail } from '../errors.ts';
import type { Plan } from '../plan/index.ts';
import { scriptOptions, scriptTemplates } from '../project-script.ts';
import { parseRange } from '../revisions/index.ts';
import { renderScript } from '../script/index.ts';
import { commandWords } from '../script/command.ts';
import { Render } from './commands/render.ts';
import { givenVariables } from './given-variables.ts';
import { shownPath } from './report.ts';
import { givenOf, givenScript } from './script-flags.ts';

interface Reviewed {
  readonly script: string;
  readonly sha256?: string | undefined;
}

/**
 * The plan of a script that was reviewed, where its file is what it was then, the project still renders it byte by byte, and the
 * database is where it begins.
 *
 * @throws MigsqlError `script-changed`, `script-outdated`, `unfit-script`, `other-heads`
 */
export async function reviewedPlan(project: Project, connection: Connection, { script, sha256 = '' }: Reviewed): Promise<Plan> {
  const file = shownPath(script);
  const bytes = read(script, file);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256.toLowerCase()) fail('script-changed', { file, expected: sha256, found });
  const text = bytes.toString('utf8');
  const words = commandWords(text) ?? fail('unfit-script', { file });
  const { plan, rendered } = await renderAnew(project, words);
  if (!bytes.equals(Buffer.from(rendered))) fail('script-outdated', { file, command: words.join(' '), line: firstDifference(text, rendered) });
  if (plan.dialect !== connection.dialect) fail('other-database', { database: connection.display, found: connection.dialect, wanted: [plan.dialect] });
  const heads = await currentHeads(project, connection);
  if (!sameHeads(heads, plan.from)) fail('other-heads', { database: connection.display, expected: plan.from, found: heads });
  return plan;
}

function read(path: string, file: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    return fail('unreadable-file', { reason: (error as Error).message }, { file });
  }
}

/** Nothing but the command in the script's head says how: what the config says of scripts may have changed since. */
async function renderAnew(project: Project, words: readonly string[]): Promise<{ readonly plan: Plan; readonly rendered: string }> {
  const { args, flags } = await Parser.parse(words.slice(1), { args: Render.args, flags: Render.flags });
  const { from, to } = parseRange(args.range);
  const targets = (written: typeof to): string => written?.map(({ text }) => text).join(',') ?? 'base';
  const config = { ...givenVariables(project.config, flags.variable ?? []), ...(flags.context && { contexts: flags.context }) };
  const plan = await compile({ ...project, config }, {
    from: targets(from),
    to: targets(to),
    dialect: flags.dialect?.[0] ?? 'postgresql',
    transaction: flags.transaction ?? config.transaction,
  });
  const form = flags.idempotent ? ('idempotent' as const) : flags.resumable ? ('resumable' as const) : undefined;
  const given = { ...givenScript(flags), ...givenOf({ form, ledger: flags.ledger, fromStep: flags['from-step'] }) };
  const pieces = renderScript(plan, scriptOptions(plan, given), { templates: scriptTemplates(config) });
  return { plan, rendered: [...pieces].join('') };
}

function firstDifference(text: string, rendered: string): number {
  const now = rendered.split('\n');
  return text.split('\n').findIndex((line, index) => line !== now[index]) + 1;
}
