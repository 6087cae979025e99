import type { Dialect } from '../dialects/dialect.ts';
import type { SourceFile } from '../migration.ts';
import type { Plan } from '../plan/index.ts';
import { VERSION } from '../version.ts';
import { commandLine, renderCommand } from './command.ts';
import { commentText } from './comment.ts';
import { failureLines } from './failure-lines.ts';
import { headsText, shownVariables, startText } from './facts.ts';
import type { ScriptInput } from './layouts/layout.ts';
import type { ScriptOptions } from './options.ts';

/** What the head of a script tells its readers. */
export function header({ plan, dialect, options, failures }: ScriptInput): object {
  const direction = plan.steps[0]?.direction ?? 'empty';
  const command = renderCommand(plan, options);
  return {
    version: VERSION,
    direction,
    title: dialect.title,
    server: plan.server,
    from: commentText(startText(plan)),
    to: commentText(headsText(plan.to)),
    steps: plan.steps.length,
    atomic: atomicity(plan, dialect),
    waits: waits(options, dialect),
    variables: shownVariables(plan),
    variableLines: Object.entries(plan.variables ?? {}).flatMap(([name, value]) => (value === undefined ? [] : commentText(`${name} = ${JSON.stringify(value)}`))),
    failures: failureLines(failures, plan, options.form),
    ...(command && { command: commentText(commandLine(command)) }),
    run: options.client === 'own' ? dialect.script.run : 'in any client that sends the whole file, in one session',
    sources: sourcesOf(plan).map(({ file, sha256 }) => ({ file: commentText(file), sha256 })),
  };
}

/** The files that the steps are made of, in the order of the steps, each once. */
function sourcesOf({ steps }: Plan): readonly SourceFile[] {
  const sources = new Map<string, SourceFile>();
  for (const { file, sha256, imports } of steps.filter((step) => step.file !== '')) {
    for (const source of [{ file, sha256 }, ...imports]) sources.set(source.file, source);
  }
  return [...sources.values()];
}

/** How long the script waits, for people. */
function waits({ lockTimeout, statementTimeout }: ScriptOptions, { script: { limited = {} } }: Dialect): string {
  const limit = (seconds: number, what?: string): string =>
    seconds === 0 ? 'no limit' : `${seconds} s${what === undefined ? '' : ` (${what})`}`;
  return `for a lock ${limit(lockTimeout, limited.lock)}, for a statement ${limit(statementTimeout, limited.statement)}`;
}

/** What a reader may rely on when a run stops in the middle. */
export function atomicity({ steps, transaction }: Plan, dialect: Dialect): string {
  if (!dialect.transactionalDdl) {
    return `NO: ${dialect.title} commits each schema change at once; data steps are committed by themselves`;
  }
  const blocks = steps.flatMap((step) => step.blocks);
  if (transaction === 'none') return 'NO: each statement takes effect by itself';
  if (transaction === 'revision') return 'NO: each revision is committed by itself';
  const outside = blocks.filter((block) => !block.transactional).length;
  if (outside === 0) return 'YES: one transaction, all or nothing';
  return `NO: ${outside} part${outside === 1 ? '' : 's'} must run outside a transaction, and what stands before is committed first`;
}
