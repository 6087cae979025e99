import type { Diagnostic } from '../../../src/diagnostics.ts';
import { formatPlace } from '../../../src/diagnostics.ts';
import type { Limits } from '../../../src/sandbox/limits.ts';
import { type Sandbox, openSandbox } from '../../../src/sandbox/sandbox.ts';
import { bundledWorker } from './bundle.ts';
import { AUTHORING_STUB, createProject } from './project.ts';

const worker = bundledWorker();

const stubSandbox = (limits: Partial<Limits> = {}): Sandbox =>
  openSandbox({ authoring: AUTHORING_STUB, worker, limits });

/** Evaluates texts as `m/<name>` of a project of their own, in one sandbox. */
export function createEvaluation(
  limits: Partial<Limits> = {},
  files: Readonly<Record<string, string | Uint8Array>> = {},
) {
  const sandbox = stubSandbox(limits);
  const project = createProject(files);
  let count = 0;
  const evaluate = async (text: string, name = `${++count}.ts`) => {
    project.write({ [`m/${name}`]: text });
    return sandbox.evaluate({ path: project.path(`m/${name}`), text, territory: project.territory });
  };
  return {
    sandbox,
    project,
    evaluate,
    /** The value; throws the first problem as `code place message`. */
    valueOf: async (text: string, name?: string): Promise<unknown> => {
      const evaluation = await evaluate(text, name);
      if ('problems' in evaluation) throw new Error(evaluation.problems.map(showProblem).join('\n'));
      return JSON.parse(evaluation.json);
    },
    /** The only problem. */
    problemOf: async (text: string, name?: string): Promise<Diagnostic> => {
      const evaluation = await evaluate(text, name);
      if ('json' in evaluation) throw new Error(`expected a problem, got ${evaluation.json.slice(0, 200)}`);
      if (evaluation.problems.length !== 1) throw new Error(evaluation.problems.map(showProblem).join('\n'));
      return evaluation.problems[0] as Diagnostic;
    },
  };
}

export const showProblem = ({ code, message, place }: Diagnostic): string =>
  `${code} ${place ? formatPlace(place) : ''} ${message}`;
