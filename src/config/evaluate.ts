import { dirname } from 'node:path';
import { MigsqlError } from '../errors.ts';
import { foldFile } from '../sandbox/fold/file.ts';
import type { EvaluationRequest } from '../sandbox/request.ts';
import { openPackageSandbox } from '../sandbox/package.ts';
import { defineConfig, env } from './source.ts';

/**
 * The default export of a config written in TypeScript or JavaScript. It is evaluated as migrations are: it can
 * import files of its own folder and `migsql`, and sees neither the environment nor anything else of the machine.
 * One that only writes values down, as most do, is read without starting the interpreter.
 *
 * @throws MigsqlError with what the evaluation says
 */
export async function evaluateConfig(path: string, text: string): Promise<unknown> {
  const folder = dirname(path);
  const request: EvaluationRequest = { path, text, territory: { project: folder, folders: [folder] } };
  const folded = foldFile(request, { defineConfig, env });
  return folded ? folded.value : evaluateInSandbox(request);
}

async function evaluateInSandbox(request: EvaluationRequest): Promise<unknown> {
  const sandbox = openPackageSandbox();
  try {
    const evaluation = await sandbox.evaluate(request);
    if ('problems' in evaluation) throw new MigsqlError(evaluation.problems);
    return JSON.parse(evaluation.json);
  } finally {
    await sandbox.close();
  }
}
