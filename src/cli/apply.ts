import { readFileSync } from 'node:fs';
import { type Applied, type ApplyEvent, type ApplyOptions, applyPlan, beginningOf, planApply, type ApplyRequest, type Part } from '../apply/index.ts';
import type { Project } from '../compiler.ts';
import type { Connection } from '../database/connection.ts';
import { fail } from '../errors.ts';
import type { Plan } from '../plan/index.ts';
import { headsText } from '../script/facts.ts';
import { breakable } from './breakable.ts';
import type { DatabaseFlags } from './database-flags.ts';
import { planLines, risksOf } from './plan-lines.ts';
import { note } from './note.ts';
import { reportProgress } from './progress-bar.ts';
import { type Report, shownPath } from './report.ts';
import { withDatabase } from './with-database.ts';

/** What to apply, and how, as the command line says it. */
export interface ApplyCommand extends DatabaseFlags, ApplyRequest {
  readonly 'dry-run': boolean;
  readonly yes: boolean;
  readonly options: ApplyOptions;
  /** A script that was reviewed, whose plan is to be run. */
  readonly script?: string | undefined;
  readonly sha256?: string | undefined;
}

/**
 * @throws MigsqlError of `openDatabase`, `planApply`, `applyPlan`; `invalid-usage` where nobody says that it is to go on, or the tag
 *   does not fit into the ledger; `not-wanted`
 */
export async function runApply(project: Project, command: ApplyCommand): Promise<Report> {
  refuseUsage(command);
  return breakable((signal) =>
    withDatabase(project.config, command, (connection) => applyTo(project, connection, command, signal), { signal, onNotice: note, mustExist: command['dry-run'] }),
  );
}

/** Characters that the ledger has room for. */
const LONGEST_TAG = 200;

function refuseUsage({ json, yes, 'dry-run': dryRun, script, range, options: { tag } }: ApplyCommand): void {
  if (script !== undefined && range !== undefined) {
    fail('invalid-usage', { reason: 'the script says where it begins and ends', instead: `Leave out '${range}', or --script.` });
  }
  const canAsk = process.stdin.isTTY && process.stderr.isTTY && !json;
  if (!canAsk && !yes && !dryRun) {
    fail('invalid-usage', { reason: 'nobody can be asked here whether to go on', instead: 'Add --yes, or --dry-run to see what would run.' });
  }
  if (tag !== undefined && (tag.trim() === '' || [...tag].length > LONGEST_TAG)) {
    fail('invalid-usage', { reason: `--tag has ${[...tag].length} characters`, instead: `Say 1 to ${LONGEST_TAG}, and not spaces alone: the number of a ticket, say.` });
  }
}

async function applyTo(project: Project, connection: Connection, command: ApplyCommand, signal: AbortSignal): Promise<Report> {
  const plan = await planOf(project, connection, command);
  const part = await beginningOf(connection, plan, command.options);
  if (plan.steps.length === 0) return nothingToDo(plan, connection);
  const lines = [`${connection.display}: ${headsText(plan.from)} -> ${headsText(plan.to)}`, ...planLines(plan), ...partLines(part)];
  if (command['dry-run']) return { data: { database: connection.display, ...planData(plan), skipped: part.skip }, lines };
  for (const line of command.json ? [] : lines) note(line);
  if (!command.yes && !(await isWanted())) fail('not-wanted', { database: connection.display });
  const applied = await applyPlan(connection, plan, { ...command.options, signal, onEvent: tell });
  return appliedReport(applied, connection);
}

function read(path: string, file: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    return fail('unreadable-file', { reason: (error as Error).message }, { file });
  }
}

async function planOf(project: Project, connection: Connection, { script, sha256 = '', ...request }: ApplyCommand): Promise<Plan> {
  if (script === undefined) return planApply(project, connection, request);
  const { planReviewed } = await import('../reviewed-script/index.ts');
  const file = shownPath(script);
  return planReviewed(project, connection, { file, bytes: read(script, file), sha256 });
}

const partLines = ({ skip }: Part): readonly string[] => (skip === 0 ? [] : [`step 1 is there in part: it goes on behind ${skip} of its statements`]);

const nothingToDo = ({ to }: Plan, { display }: Connection): Report => ({
  data: { database: display, from: to, to, steps: 0 },
  lines: [],
  notes: [`nothing to do: ${display} is at ${headsText(to)}`],
});

const planData = ({ dialect, from, to, steps, transaction }: Plan): object => ({
  dialect,
  from,
  to,
  transaction,
  steps: steps.map((step) => ({
    revision: step.revision,
    direction: step.direction,
    title: step.title,
    careful: risksOf(step),
    statements: step.blocks.flatMap(({ statements }) => statements.map(({ sql }) => sql)),
  })),
});

const appliedReport = (applied: Applied, { display }: Connection): Report => ({
  data: { database: display, ...applied },
  lines: [`${display} is at ${headsText(applied.to)}`],
});

async function isWanted(): Promise<boolean> {
  const { confirm } = await import('@inquirer/prompts');
  return confirm({ message: 'Go on?', default: false }, { output: process.stderr }).catch((error: Error) => {
    if (error.name === 'ExitPromptError') return false;
    throw error;
  });
}

function tell(event: ApplyEvent): void {
  if (event.kind === 'statement') reportProgress('statements run', event.number, event.total);
  if (event.kind === 'retry') note(`block ${event.block} is tried again: ${event.reason}`);
}
