import { type Applied, type ApplyEvent, type ApplyOptions, applyPlan, planApply, type ApplyRequest } from '../apply/index.ts';
import type { Project } from '../compiler.ts';
import type { Connection } from '../database/connection.ts';
import { fail } from '../errors.ts';
import type { Plan } from '../plan/index.ts';
import { headsText } from '../script/facts.ts';
import { breakable } from './breakable.ts';
import { type DatabaseFlags, openDatabase } from './database-flags.ts';
import { planLines, risksOf } from './plan-lines.ts';
import { clearProgress, reportProgress } from './progress-bar.ts';
import type { Report } from './report.ts';

/** What to apply, and how, as the command line says it. */
export interface ApplyCommand extends DatabaseFlags, ApplyRequest {
  readonly 'dry-run': boolean;
  readonly yes: boolean;
  readonly options: ApplyOptions;
  /** A script that was reviewed, whose plan is to be run. */
  readonly script?: string | undefined;
  readonly sha256?: string | undefined;
}

/** @throws MigsqlError of `openDatabase`, `planApply`, `applyPlan`; `invalid-usage` where nobody says that it is to go on */
export async function runApply(project: Project, command: ApplyCommand): Promise<Report> {
  const canAsk = process.stdin.isTTY && process.stderr.isTTY && !command.json;
  if (!canAsk && !command.yes && !command['dry-run']) {
    fail('invalid-usage', { reason: 'nobody can be asked here whether to go on', instead: 'Add --yes, or --dry-run to see what would run.' });
  }
  return breakable(async (signal) => {
    const connection = await openDatabase(project.config, command, { signal, onNotice: note });
    try {
      return await applyTo(project, connection, command, signal);
    } finally {
      await connection.close();
    }
  });
}

async function applyTo(project: Project, connection: Connection, command: ApplyCommand, signal: AbortSignal): Promise<Report> {
  const plan = await planOf(project, connection, command);
  if (plan.steps.length === 0) return nothingToDo(plan, connection);
  if (command['dry-run']) return { data: { database: connection.display, ...planData(plan) }, lines: [beginning(plan, connection), ...planLines(plan)] };
  for (const line of command.json ? [] : [beginning(plan, connection), ...planLines(plan)]) note(line);
  if (!command.yes && !(await isWanted())) return { data: {}, lines: [], notes: ['nothing is changed'] };
  const applied = await applyPlan(connection, plan, { ...command.options, signal, onEvent: tell });
  return appliedReport(applied, connection);
}

async function planOf(project: Project, connection: Connection, { script, sha256, ...request }: ApplyCommand): Promise<Plan> {
  if (script === undefined) return planApply(project, connection, request);
  const { reviewedPlan } = await import('./reviewed-script.ts');
  return reviewedPlan(project, connection, { script, sha256 });
}

const beginning = ({ from, to }: Plan, { display }: Connection): string => `${display}: ${headsText(from)} -> ${headsText(to)}`;

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
  return confirm({ message: 'Go on?', default: false }, { output: process.stderr });
}

function tell(event: ApplyEvent): void {
  if (event.kind === 'statement') reportProgress('statements run', event.number, event.total);
  if (event.kind === 'retry') note(`block ${event.block} is tried again: ${event.reason}`);
}

function note(text: string): void {
  clearProgress();
  process.stderr.write(`${text}\n`);
}
