import { existsSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics.ts';
import { fail, MigsqlError, problem } from '../errors.ts';
import type { Report } from './report.ts';
import type { Writing } from './write-files.ts';

interface TargetReport {
  readonly target: string;
  readonly report: Report;
}

/**
 * Does the work for each target, one after the other, and says of each what it gave. What they write is written together,
 * when all of them are done.
 *
 * @param stops whether the first that fails is the last that is begun, since a database is changed by it
 * @throws MigsqlError `invalid-usage` where there are none; with the problems of all of them
 */
export async function forAllTargets(targets: readonly string[], work: (target: string) => Promise<Report | void>, stops: boolean): Promise<Report> {
  if (targets.length === 0) fail('invalid-usage', { reason: 'the config has no targets', instead: "Leave out --all-targets, or add 'targets' to the config." });
  const reports: TargetReport[] = [];
  const problems: Diagnostic[] = [];
  for (const target of targets) {
    try {
      reports.push({ target, report: (await work(target)) ?? { data: {}, lines: [] } });
    } catch (error) {
      if (!(error instanceof MigsqlError)) throw error;
      problems.push(...error.diagnostics.map((each) => inTarget(target, each)));
      if (stops) throw new MigsqlError([...problems, ...othersThan(target, targets)]);
    }
  }
  if (problems.length) throw new MigsqlError(problems);
  return joined(reports);
}

/** Which databases are changed, and which are not, where one of them fails. */
function othersThan(failed: string, targets: readonly string[]): readonly Diagnostic[] {
  const at = targets.indexOf(failed);
  const [done, left] = [targets.slice(0, at), targets.slice(at + 1)];
  return done.length + left.length ? [problem('targets-left', { done, left })] : [];
}

const joined = (reports: readonly TargetReport[]): Report => ({
  data: { targets: Object.fromEntries(reports.map(({ target, report }) => [target, report.data])) },
  lines: reports.flatMap(({ target, report: { lines } }) => (lines.length ? [`${target}:`, ...lines] : [])),
  notes: reports.flatMap(({ report: { notes = [] } }) => notes),
  failed: reports.some(({ report }) => report.failed),
  writings: reports.flatMap(({ target, report: { writings = [] } }) => writings.map((each) => ofTarget(target, each))),
});

/** What is wrong with a text that is made while it is written is told with its target's name. */
const ofTarget = (target: string, writing: Writing): Writing => ({
  ...writing,
  files: writing.files.map((file) => (Array.isArray(file.text) ? file : { ...file, text: named(target, file.text) })),
});

function* named(target: string, text: Iterable<string>): Generator<string> {
  try {
    yield* text;
  } catch (error) {
    throw error instanceof MigsqlError ? new MigsqlError(error.diagnostics.map((each) => inTarget(target, each))) : error;
  }
}

const inTarget = (target: string, { message, ...rest }: Diagnostic): Diagnostic => ({ ...rest, message: `${target}: ${message}` });

/**
 * Where a target's output goes: a folder of its name within the one that is given, or a file beside it.
 *
 * @throws MigsqlError `invalid-usage` when nothing is given, since stdout holds one output
 */
export function outputOfTarget(output: string | undefined, target: string): string {
  if (!output) fail('invalid-usage', { reason: 'stdout holds the output of one target', instead: 'Add -o DIR, which gets a folder for each, or choose one with --target NAME.' });
  const ending = extname(output);
  const isFolder = ending === '' || /[\\/]$/.test(output) || (existsSync(output) && statSync(output).isDirectory());
  return isFolder ? join(output, target) + sep : `${output.slice(0, -ending.length)}.${target}${ending}`;
}
