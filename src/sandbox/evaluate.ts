import type * as OxcTransform from 'oxc-transform';
import type { Diagnostic, Place } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import { type Engine, type Interpreter, type Outcome, loadInterpreter, openEngine } from './engine.ts';
import type { Limits } from './limits.ts';
import { type Loaded, type Program, loadProgram } from './program.ts';
import type { Evaluation, EvaluationRequest } from './request.ts';
import { innermostFrame } from './stack.ts';
import { explainThrown } from './thrown.ts';

/** Evaluates modules one after another, each as if it were the only one. */
export type Evaluator = (request: EvaluationRequest) => Promise<Evaluation>;

/** After so many evaluations an interpreter is emptied, since modules stay in its memory. */
const EVALUATIONS_PER_ENGINE = 500;

/** An evaluator with its own interpreter, loaded when the first module comes. */
export function createEvaluator(authoring: string, limits: Limits): Evaluator {
  let oxc: typeof OxcTransform | undefined;
  const engines = createEngines(authoring, limits);
  return async (request) => {
    oxc ??= await import('oxc-transform');
    const program = loadProgram(oxc, request);
    if (!('code' in program)) return program;
    const outcome = await run(program, engines);
    return conclude(program, outcome, limits);
  };
}

interface Engines {
  /** An engine that has not seen a module of that name; an `untouched` one is in memory that nothing has used. */
  readonly take: (entry: string, untouched: boolean) => Promise<Engine>;
  /** Whether the engine at hand is the first of its memory and has seen one module. */
  readonly isUntouched: () => boolean;
  /** Throws the engine away, and its memory as well. */
  readonly drop: () => void;
  /** Throws the engine away; the next one takes its memory over. */
  readonly empty: () => void;
}

function createEngines(authoring: string, limits: Limits): Engines {
  let interpreter: Interpreter | undefined;
  let engine: Engine | undefined;
  let entries = new Set<string>();
  let count = 0;
  const forget = (): void => {
    engine = undefined;
    entries = new Set();
  };
  const drop = (): void => {
    forget();
    interpreter = undefined;
    count = 0;
  };
  const empty = (): void => {
    engine?.dispose();
    forget();
  };
  return {
    take: async (entry, untouched) => {
      if (untouched) drop();
      else if (entries.has(entry) || entries.size >= EVALUATIONS_PER_ENGINE) empty();
      interpreter ??= await loadInterpreter(limits);
      engine ??= openEngine(interpreter, authoring, limits);
      entries.add(entry);
      count++;
      return engine;
    },
    isUntouched: () => count === 1,
    drop,
    empty,
  };
}

/**
 * What is left in memory by others must not count: a program that runs out of it is tried once more alone, also where
 * it caught that and went on.
 */
async function run(program: Program, engines: Engines): Promise<Outcome> {
  for (let untouched = false; ; untouched = true) {
    const engine = await engines.take(program.entry, untouched);
    const outcome = engine.evaluate(program.entry, program.code, program);
    const isShort = engine.ranShort() || outcome.kind === 'memory';
    if (isShort && !engines.isUntouched()) continue;
    if (isShort || outcome.kind === 'time' || outcome.kind === 'stack') engines.drop();
    else if (program.problems.length > 0) engines.empty();
    return outcome;
  }
}

function conclude(program: Program, outcome: Outcome, limits: Limits): Evaluation {
  const { problems, imports } = program;
  if (problems.length > 0) return { problems };
  if (outcome.kind === 'json') return { json: withPlaces(outcome.json, program), imports };
  return { problems: [explain(program, outcome, limits)] };
}

function explain(program: Program, outcome: Exclude<Outcome, { kind: 'json' }>, limits: Limits): Diagnostic {
  const file: Place = { file: program.entry };
  switch (outcome.kind) {
    case 'none':
      return problem('no-default-export', {}, file);
    case 'pending':
      return problem('asynchronous-module', { form: 'a module with await at its top level' }, file);
    case 'flaw':
      return flaw(outcome.path, outcome.found, placeIn(outcome.origin ?? '', program));
    case 'thrown':
      return explainThrown(outcome, program, placeIn(outcome.stack, program));
    case 'time':
      return problem('time-limit', { seconds: limits.seconds, steps: limits.steps }, placeIn(outcome.stack, program));
    case 'memory':
      return problem('memory-limit', { megabytes: limits.megabytes }, placeIn(outcome.stack, program));
    case 'stack':
      return problem('stack-limit', { kilobytes: limits.stackKilobytes }, placeIn(outcome.stack, program));
  }
}

function flaw(path: string, found: string, place: Place): Diagnostic {
  if (found === 'a promise')
    return problem('asynchronous-module', { form: `the promise at ${path || 'the default export'}` }, place);
  return problem('not-data', { path: path.length > 80 ? `${path.slice(0, 77)}…` : path, found }, place);
}

function placeIn(stack: string, program: Program): Place {
  const frame = innermostFrame(stack, (name) => program.moduleOf(name)?.isForeign ?? false);
  const module: Loaded | undefined = frame && program.moduleOf(frame.module);
  return frame && module ? module.placeOf(frame.line, frame.column) : { file: program.entry };
}

/** What stands before a raw stack that a builder left, in JSON. */
const ORIGIN = '"origin":"\\u0000';

/**
 * Replaces each builder's raw stack by the place in the source, in the text, since parsing a hundred thousand rows for
 * it would take longer than all the rest. A quote inside a text is escaped, so a key's quote stands behind `{` or `,`.
 */
function withPlaces(json: string, program: Program): string {
  const pieces: string[] = [];
  let done = 0;
  for (let at = json.indexOf(ORIGIN); at >= 0; at = json.indexOf(ORIGIN, at + 1)) {
    if (!'{,'.includes(json.charAt(at - 1))) continue;
    const start = at + '"origin":'.length;
    const end = endOfText(json, start);
    pieces.push(json.slice(done, start), JSON.stringify(placeIn(JSON.parse(json.slice(start, end)), program)));
    done = end;
  }
  return pieces.join('') + json.slice(done);
}

/** Behind the text that begins at a quote. A loop, since an author can make it longer than a pattern can go. */
function endOfText(json: string, start: number): number {
  for (let at = start + 1; ; at++) {
    const character = json.charCodeAt(at);
    if (character === QUOTE || Number.isNaN(character)) return at + 1;
    if (character === BACKSLASH) at++;
  }
}

const QUOTE = 34;
const BACKSLASH = 92;
