import { basename, dirname } from 'node:path';
import type { Diagnostic } from '../diagnostics.ts';
import { MigsqlError, problem } from '../errors.ts';
import type { FileText } from '../sandbox/files.ts';
import { foldFile } from '../sandbox/fold/file.ts';
import type { Evaluation, EvaluationRequest, Import } from '../sandbox/request.ts';
import { openPackageSandbox } from '../sandbox/package.ts';
import { defineConfig, env } from './source.ts';

/** Keeps what evaluations gave, by the content of the files that they read; see `src/migrations/cache.ts`. */
export interface EvaluationCache {
  readonly get: (file: CachedFile) => { readonly value: unknown } | undefined;
  readonly put: (file: CachedFile, json: string, imports: readonly Import[]) => void;
  readonly save: () => void;
}

interface CachedFile {
  /** Relative to the config's folder. */
  readonly file: string;
  /** SHA-256 of the file's bytes with LF for CRLF, in hex. */
  readonly sha256: string;
}

type Evaluated = Extract<Evaluation, { readonly json: string }>;

/**
 * The default export of a config written in TypeScript or JavaScript. It is evaluated as migrations are: it can
 * import files of its own folder and `migsql`, and sees neither the environment nor anything else of the machine.
 * One that only writes values down, as most do, is read without starting the interpreter.
 *
 * @param openCache called when the interpreter would be started
 * @throws MigsqlError with what the evaluation says
 */
export async function evaluateConfig(
  path: string,
  { text, sha256 }: FileText,
  openCache?: () => EvaluationCache,
): Promise<unknown> {
  const folder = dirname(path);
  const request: EvaluationRequest = { path, text, territory: { project: folder, folders: [folder] } };
  const folded = foldFile(request, { defineConfig, env });
  if (folded) return folded.value;
  const file = { file: basename(path), sha256 };
  const cache = openCache?.();
  const known = cache?.get(file);
  if (known) return known.value;
  const { json, imports } = await evaluateInSandbox(request);
  cache?.put(file, json, imports);
  cache?.save();
  return JSON.parse(json);
}

async function evaluateInSandbox(request: EvaluationRequest): Promise<Evaluated> {
  const sandbox = openPackageSandbox();
  try {
    const evaluation = await sandbox.evaluate(request);
    if ('problems' in evaluation) throw new MigsqlError(evaluation.problems.map(withWayToEnvironment));
    return evaluation;
  } finally {
    await sandbox.close();
  }
}

/** A config reads the environment, though not through `process`, and what migrations are told would mislead. */
function withWayToEnvironment(found: Diagnostic): Diagnostic {
  const { name } = found.details as { readonly name?: string };
  if (found.code !== 'not-available' || name !== 'process') return found;
  return problem('not-available', { name, instead: "Import { env } from 'migsql' and write env('NAME', 'default')." }, found.place);
}
