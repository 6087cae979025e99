import { extname, join, relative } from 'node:path';
import type { Project } from '../compiler.ts';
import type { Config } from '../config.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { fail, MigsqlError } from '../errors.ts';
import { type Plan, failureMap } from '../plan/index.ts';
import { type Rendering, renderScript } from '../script/index.ts';
import { type GivenScript, scriptOptions, scriptTemplates } from '../project-script.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { type OutputPaths, outputPaths, ticketPaths } from './output-paths.ts';
import { note } from './note.ts';
import { type Report, shownPath, toJson } from './report.ts';
import { type WayBack, waysBack } from './rollback.ts';
import { sumsText, summed } from './ticket-files.ts';
import type { NewFile } from './write-files.ts';
import { writeStdout } from './write-stdout.ts';

/** For whom to write scripts, and where, as the command line says it. */
export interface ScriptRequest {
  /** None means those of the config. */
  readonly dialect?: readonly DialectName[] | undefined;
  readonly output?: string | undefined;
  readonly check: boolean;
  readonly format?: 'sql' | 'json' | undefined;
  readonly json: boolean;
  /** Write the script that leads back beside it, and one for each part that may be committed when it stops. */
  readonly rollback?: boolean | undefined;
  readonly 'rollback-prefixes': boolean;
  /** Write the folder that a ticket takes. */
  readonly ticket: boolean;
  /** What is said of the script's form; the config says the rest. */
  readonly script: GivenScript;
}

/**
 * Renders a plan for each dialect, to stdout or to files. Everything is compiled before anything is written.
 *
 * @param empty what is said of a plan without steps
 * @throws MigsqlError with the problems of all dialects; `script-differs` when checking
 */
export async function renderPlans(
  project: Project,
  request: ScriptRequest,
  planFor: PlanFor,
  empty: string,
): Promise<Report | void> {
  const dialects = dialectsOf(project.config, request.dialect);
  const format = formatOf(dialects, request);
  checkFiles(request, format);
  const output = outputOf(dialects, format, request);
  const plans = await compileAll(dialects, planFor);
  if (plans.every(({ steps }) => steps.length === 0)) note(`nothing to do: ${empty}`);
  const options = { ...project.config.script, ...request.script };
  const templates = scriptTemplates(project.config);
  const scriptOf = (plan: Plan): Iterable<string> =>
    renderScript(plan, scriptOptions(plan, options), { templates, ...writtenOf(plan, project, output !== undefined) });
  // The way back begins at its own first block.
  const { fromStep: _begin, ...whole } = options;
  const backOf = (plan: Plan): Iterable<string> => renderScript(plan, scriptOptions(plan, whole), { templates });
  const textOf = (plan: Plan): Iterable<string> => (format === 'json' ? [planJson(plan)] : scriptOf(plan));
  if (!output) return writeStdout(plans[0] && plans.length === 1 ? textOf(plans[0]) : [toJson(plans.map(withFailures))]);
  const texts: Texts[] = [];
  for (const [index, plan] of plans.entries()) {
    const path = output.files[index] ?? '';
    const back = wantsRollback(request) ? await waysBack(project, plan, request['rollback-prefixes']) : [];
    texts.push(...(request.ticket ? ticketTexts(path, plan, back, { scriptOf, backOf }) : beside(path, textOf(plan), back, backOf)));
  }
  const files = texts.map(({ path, text }) => ({ path, name: relative(project.config.root, path), text }));
  return request.check ? checkAll(files, request.json) : writeAll(files, output);
}

/** A terminal that the script itself goes to has no place for a bar. */
function writtenOf({ steps }: Plan, { progress }: Project, toFile: boolean): Pick<Rendering, 'onStatements'> {
  if (!progress || (!toFile && process.stdout.isTTY)) return {};
  const statements = steps.flatMap(({ blocks }) => blocks.map((block) => block.statements.length));
  const total = statements.reduce((sum, count) => sum + count, 0);
  let done = 0;
  return { onStatements: (count) => progress('statements written', (done += count), total) };
}

function outputOf(dialects: readonly DialectName[], format: 'sql' | 'json', { output, ticket }: ScriptRequest): OutputPaths | undefined {
  if (output === undefined) return undefined;
  return ticket ? ticketPaths(output, dialects) : outputPaths(output, dialects, format);
}

/** A plan for machines: with where each block leaves the database when the script stops in it. */
const withFailures = (plan: Plan): object => ({ ...plan, failures: failureMap(plan) });
const planJson = (plan: Plan): string => toJson(withFailures(plan));

type Texts = Pick<NewFile, 'path' | 'text'>;
type ScriptOf = (plan: Plan) => Iterable<string>;

/** A ticket has the way back unless that is said to be left out: some ways have none. */
const wantsRollback = (request: ScriptRequest): boolean =>
  request.rollback ?? (request['rollback-prefixes'] || request.ticket);

const backName = (begin: string, { prefix }: WayBack): string => `${begin}${prefix === undefined ? '' : `.${prefix}`}.sql`;

/** `NAME.sql`, `NAME.rollback.sql` and for the parts `NAME.rollback.HEADS.sql`. */
function beside(path: string, text: Iterable<string>, back: readonly WayBack[], scriptOf: ScriptOf): readonly Texts[] {
  const begin = `${path.slice(0, path.length - extname(path).length)}.rollback`;
  return [{ path, text }, ...back.map((way) => ({ path: backName(begin, way), text: scriptOf(way.plan) }))];
}

/** What a ticket takes, in a folder of its own: the scripts, the plan, and the sums of all of them. */
function ticketTexts(folder: string, plan: Plan, back: readonly WayBack[], { scriptOf, backOf }: { readonly scriptOf: ScriptOf; readonly backOf: ScriptOf }): readonly Texts[] {
  const files = [
    { name: 'migrate.sql', ...summed(scriptOf(plan)) },
    ...back.map((way) => ({ name: backName('rollback', way), ...summed(backOf(way.plan)) })),
    { name: 'plan.json', ...summed([planJson(plan)]) },
  ];
  const sums = { name: 'SHA256SUMS', text: sumsText(files) };
  return [...files, sums].map(({ name, text }) => ({ path: join(folder, name), text }));
}

/** Those that are asked for, or those of the config. @throws MigsqlError `invalid-usage` where neither says one */
export function dialectsOf(config: Config, asked: readonly DialectName[] | undefined): readonly DialectName[] {
  const dialects = [...new Set(asked ?? config.dialects)];
  if (dialects.length) return dialects;
  const instead = "Add --dialect NAME, or the key 'dialect' to the config.";
  return fail('invalid-usage', { reason: 'which dialect to render for is not said', instead });
}

function formatOf(dialects: readonly DialectName[], { format, json, output, check }: ScriptRequest): 'sql' | 'json' {
  if (output !== undefined) return format ?? 'sql';
  if (check) wrong('--check compares with files, and -o does not say which', 'Add -o FILE or -o DIR.');
  if (json && format === 'sql') wrong('stdout cannot be a script and JSON', 'Leave out --json, or add -o FILE.');
  const chosen = format ?? (json ? 'json' : 'sql');
  if (chosen === 'json' || dialects.length === 1) return chosen;
  const reason = `stdout holds one script, and there are ${dialects.length} dialects`;
  return wrong(reason, 'Add -o DIR, or --format json for all plans.');
}

/** The way back is a file of its own, so that nobody runs both in one go. */
function checkFiles(request: ScriptRequest, format: 'sql' | 'json'): void {
  const flag = request.ticket ? '--ticket' : request['rollback-prefixes'] ? '--rollback-prefixes' : '--rollback';
  if (!wantsRollback(request) && !request.ticket) return;
  if (request.output === undefined) wrong(`${flag} writes files, and -o does not say where`, request.ticket ? 'Add -o DIR.' : 'Add -o FILE or -o DIR.');
  if (format === 'json') wrong(`${flag} writes scripts, and --format json asks for the plan alone`, 'Leave out --format json.');
}

const wrong = (reason: string, instead: string): never => fail('invalid-usage', { reason, instead });

export type PlanFor = (dialect: DialectName) => Promise<Plan>;

async function compileAll(dialects: readonly DialectName[], planFor: PlanFor): Promise<Plan[]> {
  const plans: Plan[] = [];
  const problems = new Map<string, Diagnostic>();
  for (const dialect of dialects) {
    try {
      plans.push(await planFor(dialect));
    } catch (error) {
      if (!(error instanceof MigsqlError)) throw error;
      for (const diagnostic of error.diagnostics) problems.set(JSON.stringify(diagnostic), diagnostic);
    }
  }
  if (problems.size) throw new MigsqlError([...problems.values()]);
  return plans;
}

async function checkAll(files: readonly NewFile[], json: boolean): Promise<Report> {
  const { compareFiles } = await import('./check-files.ts');
  const problems = compareFiles(files);
  for (const { details } of json ? [] : problems) process.stderr.write((details as { patch?: string }).patch ?? '');
  if (problems.length) throw new MigsqlError(problems);
  const upToDate = files.map(fromHere);
  return { data: { upToDate }, lines: [], notes: upToDate.map((name) => `${name} is up to date`) };
}

function writeAll(files: readonly NewFile[], { folder }: OutputPaths): Report {
  const written = files.map(fromHere);
  const notes = written.map((name) => `wrote ${name}`);
  return { data: { written }, lines: [], notes, writings: [{ files, makesFolders: folder !== undefined }] };
}

const fromHere = ({ path }: NewFile): string => shownPath(path);
