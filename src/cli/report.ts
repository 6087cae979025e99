import { join, relative } from 'node:path';
import { ux } from '@oclif/core';
import type { Level } from '../check/level.ts';
import { type Diagnostic, formatPlace, type Place } from '../diagnostics.ts';
import { DatabaseError } from '../database/connection.ts';
import { MigsqlError, problem } from '../errors.ts';
import { exitCodeOf } from './exit-codes.ts';
import { page, pagerFor } from './pager.ts';
import { clearProgress } from './progress-bar.ts';
import type { Writing } from './write-files.ts';

/** What a command has to say: data for programs, or lines for people. */
export interface Report {
  readonly data: object;
  readonly lines: readonly string[];
  /** Said on stderr, for people only. */
  readonly notes?: readonly string[];
  /** Whether it says that something is wrong with the project. */
  readonly failed?: boolean;
  /** What is written before it is told: all of it or nothing, of all targets. */
  readonly writings?: readonly Writing[];
}

export function printReport({ data, lines, notes = [], failed = false }: Report, json: boolean): void {
  clearProgress();
  const asText = (each: readonly string[]): string => each.map((line) => `${line}\n`).join('');
  if (json) process.stdout.write(toJson(data));
  else show(asText(lines));
  if (!json) process.stderr.write(asText(notes));
  if (failed) process.exitCode = 1;
}

/** A page at a time where it is long and a person reads it. A terminal that does not know its height says 0. */
function show(text: string): void {
  const { isTTY = false, rows = Infinity } = process.stdout;
  const pager = pagerFor(text, { isTTY, rows: rows || Infinity }, process.env);
  if (pager === undefined || !page(text, pager)) process.stdout.write(text);
}

/** How the user wants to be told. */
export interface Audience {
  /** Machine-readable on stdout instead of prose on stderr. */
  readonly json: boolean;
  /** The project's folder, which places are relative to. */
  readonly root: string;
}

/** Prints every problem behind an error and sets the exit code. */
export function reportError(error: unknown, { json, root }: Audience): void {
  clearProgress();
  const diagnostics = diagnosticsOf(error);
  process.exitCode = exitCodeOf(diagnostics);
  if (json) process.stdout.write(toJson({ errors: diagnostics }));
  else process.stderr.write(diagnostics.map((diagnostic) => `${describeProblem(diagnostic, root)}\n`).join(''));
  if (process.env['DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
}

export const toJson = (data: unknown): string => `${JSON.stringify(data, null, 2)}\n`;

/** Ctrl-C at a question, as @inquirer/prompts has it; and while a connection is made, or before. */
const BROKEN_OFF: readonly string[] = ['ExitPromptError', 'AbortError'];

/** Whatever was thrown, as problems: an error of the system is the user's to mend, any other one ours. */
function diagnosticsOf(error: unknown): readonly Diagnostic[] {
  if (error instanceof MigsqlError) return error.diagnostics;
  if (error instanceof Error && BROKEN_OFF.includes(error.name)) return [problem('broken-off', {})];
  if (error instanceof DatabaseError) return [databaseProblem(error)];
  const reason = error instanceof Error ? error.message || error.name : String(error);
  const isFromSystem = error instanceof Error && 'syscall' in error;
  return [isFromSystem ? problem('system-error', { reason }) : problem('internal', { reason })];
}

const databaseProblem = ({ database, kind, message, code }: DatabaseError): Diagnostic =>
  problem('database-refused', { database, refused: kind, reason: message, ...(code !== undefined && { code }) });

/** `place: error: message [code]` as compilers write it, and the hint below. */
export function describeProblem({ code, message, hint, place }: Diagnostic, root: string, level: Level = 'error'): string {
  const where = place ? `${ux.colorize('bold', `${formatPlace(fromHere(place, root))}:`)} ` : '';
  const head = `${where}${ux.colorize(level === 'error' ? 'red' : 'yellow', `${level}:`)} ${message} ${ux.colorize('dim', `[${code}]`)}`;
  return hint ? `${head}\n  ${hint}` : head;
}

const fromHere = (place: Place, root: string): Place => ({ ...place, file: shownPath(join(root, place.file)) });

/** Seen from here, as terminals open it; whole when it lies elsewhere. */
export function shownPath(path: string): string {
  const seen = relative(process.cwd(), path);
  return seen.startsWith(join('..', '..')) ? path : seen || '.';
}
