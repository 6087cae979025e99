import { dirname } from 'node:path';
import { problem } from '../errors.ts';
import { checkOrigins } from '../migrations/index.ts';
import { checkOps } from '../ops/check.ts';
import { chosenOps } from '../ops/for-dialect.ts';
import { foldFile } from '../sandbox/fold/file.ts';
import { nameOf } from '../sandbox/imports.ts';
import type { Evaluation, EvaluationRequest } from '../sandbox/request.ts';
import { type DesiredContext, type Read, wrong } from './context.ts';
import type { SchemaFile } from './files.ts';

/** The definitions that a TypeScript module exports; it may import files of its own folder and of those below. */
export async function readModule({ path, file, text }: SchemaFile, context: DesiredContext): Promise<Read> {
  const request = { path, text, territory: { project: context.project, folders: [dirname(path)] } };
  const evaluated = await evaluate(request, context);
  if ('problems' in evaluated) return wrong(evaluated.problems);
  const { value, files } = evaluated;
  if (!Array.isArray(value)) return wrong([problem('invalid-schema', { found: JSON.stringify(value) }, { file })]);
  const forged = checkOrigins(value, files, () => ({ file }));
  // What is placed wrong cannot be reported at its place.
  if (forged.length > 0) return wrong(forged);
  const { ops, problems } = checkOps(value, () => ({ file }));
  const chosen = chosenOps(ops, context.dialect.name, { file });
  return { ops: chosen.ops, problems: [...problems, ...chosen.problems] };
}

/** The value of a module's default export, and the files that it was made from. */
interface Evaluated {
  readonly value: unknown;
  readonly files: ReadonlySet<string>;
}

async function evaluate(
  request: EvaluationRequest,
  { sandbox, authoring, project }: DesiredContext,
): Promise<Evaluated | Extract<Evaluation, { readonly problems: unknown }>> {
  const evaluation = foldFile(request, authoring) ?? (await sandbox.evaluate(request));
  if ('problems' in evaluation) return evaluation;
  const files = new Set([nameOf(request.path, project), ...evaluation.imports.map((each) => each.file)]);
  return { value: 'json' in evaluation ? JSON.parse(evaluation.json) : evaluation.value, files };
}
