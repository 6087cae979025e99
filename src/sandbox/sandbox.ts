import { Worker } from 'node:worker_threads';
import type { Diagnostic, Place } from '../diagnostics.ts';
import { MigsqlError, problem } from '../errors.ts';
import { nameOf } from './imports.ts';
import { DEFAULT_LIMITS, type Limits, MAX_STACK_KILOBYTES } from './limits.ts';
import type { Evaluation, EvaluationRequest } from './request.ts';
import type { Answer } from './worker.ts';

export interface SandboxOptions {
  /** The text of the module that project code imports as `migsql`. */
  readonly authoring: string;
  /** The thread's program: the bundle of `worker.ts`. */
  readonly worker: URL;
  readonly limits?: Partial<Limits>;
}

/** Where project code is evaluated: a thread of its own, so that whatever happens there can be ended. */
export interface Sandbox {
  /** Evaluates a module; what is wrong with it comes back as problems. Rejects only when the sandbox cannot work. */
  readonly evaluate: (request: EvaluationRequest) => Promise<Evaluation>;
  /** Ends the thread. A sandbox that waits for nothing keeps no process alive. */
  readonly close: () => Promise<void>;
  readonly limits: Limits;
}

interface Waiting {
  readonly request: EvaluationRequest;
  readonly resolve: (evaluation: Evaluation) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** The number of the request under way there. */
  readonly current: Int32Array;
}

/** The thread's own stack, so that no depth of the interpreter's can overflow it. */
const THREAD_STACK_MEGABYTES = 32;
/** The watch looks after so many milliseconds whether the thread has gone on. */
const WATCH_INTERVAL = 100;
/** The interpreter keeps the limit itself where it can and then knows the line; the watch leaves it this long. */
const GRACE_SECONDS = 1;

export function openSandbox(options: SandboxOptions): Sandbox {
  const asked = { ...DEFAULT_LIMITS, ...options.limits };
  const limits: Limits = { ...asked, stackKilobytes: Math.min(asked.stackKilobytes, MAX_STACK_KILOBYTES) };
  const state: State = { options, limits, waiting: new Map(), count: 0 };
  return {
    limits,
    evaluate: (request) => new Promise((resolve, reject) => enqueue(state, { request, resolve, reject })),
    close: () => failAll(state, 'it was closed'),
  };
}

interface State {
  readonly options: SandboxOptions;
  readonly limits: Limits;
  /** By number, in the order in which they came. */
  readonly waiting: Map<number, Waiting>;
  count: number;
  thread?: Thread | undefined;
  watch?: NodeJS.Timeout | undefined;
}

function enqueue(state: State, waiting: Waiting): void {
  const number = ++state.count;
  state.waiting.set(number, waiting);
  if (state.thread) state.thread.worker.postMessage({ number, request: waiting.request });
  else start(state);
  state.thread?.worker.ref();
  state.watch ??= startWatch(state);
}

/** Starts a thread, with all that waits. */
function start(state: State): void {
  const thread = startThread(state.options, state.limits);
  const ifCurrent = (act: () => void): void => {
    if (state.thread === thread) act();
  };
  thread.worker.on('message', (answer: Answer) => ifCurrent(() => receive(state, answer)));
  thread.worker.on('error', (error) => ifCurrent(() => fall(state, thread, error)));
  thread.worker.on('exit', (code) => ifCurrent(() => void failAll(state, `its thread ended with code ${code}`)));
  for (const [number, { request }] of state.waiting) thread.worker.postMessage({ number, request });
  state.thread = thread;
}

function receive(state: State, answer: Answer): void {
  if ('failure' in answer) void failAll(state, answer.failure);
  else settle(state, answer.number, answer.evaluation);
}

function settle(state: State, number: number, evaluation: Evaluation): void {
  state.waiting.get(number)?.resolve(evaluation);
  state.waiting.delete(number);
  if (state.waiting.size > 0) return;
  stopWatch(state);
  state.thread?.worker.unref();
}

/** The thread died. If memory ran out there, the request under way is to blame, and the others go to a new thread. */
function fall(state: State, thread: Thread, error: NodeJS.ErrnoException): void {
  const number = Atomics.load(thread.current, 0);
  const isBlamed = error.code === 'ERR_WORKER_OUT_OF_MEMORY' && state.waiting.has(number);
  if (isBlamed) giveUp(state, number, 'memory-limit');
  else void failAll(state, error.message);
}

/** Ends the thread, and with it the request under way; the others go to a new thread. */
function giveUp(state: State, number: number, code: 'time-limit' | 'memory-limit'): void {
  const { request } = state.waiting.get(number) as Waiting;
  const place = { file: nameOf(request.path, request.territory.project) };
  void state.thread?.worker.terminate();
  state.thread = undefined;
  settle(state, number, { problems: [overLimit(code, state.limits, place)] });
  if (state.waiting.size > 0) start(state);
}

/** Ends the thread and rejects all that waits: the sandbox itself does not work. */
async function failAll(state: State, reason: string): Promise<void> {
  const { thread } = state;
  const waiting = [...state.waiting.values()];
  state.waiting.clear();
  state.thread = undefined;
  stopWatch(state);
  const failure = new MigsqlError([problem('sandbox-failed', { reason })]);
  for (const { reject } of waiting) reject(failure);
  await thread?.worker.terminate();
}

/** Looks whether the thread goes on from request to request. */
function startWatch(state: State): NodeJS.Timeout {
  const patience = (state.limits.seconds + GRACE_SECONDS) * 1000;
  let seen = 0;
  let since = performance.now();
  return setInterval(() => {
    const number = state.thread ? Atomics.load(state.thread.current, 0) : 0;
    if (number !== seen || number === 0) {
      seen = number;
      since = performance.now();
    } else if (performance.now() - since > patience && state.waiting.has(number)) {
      giveUp(state, number, 'time-limit');
    }
  }, WATCH_INTERVAL);
}

function stopWatch(state: State): void {
  clearInterval(state.watch);
  state.watch = undefined;
}

function overLimit(
  code: 'time-limit' | 'memory-limit',
  { steps, seconds, megabytes }: Limits,
  place: Place,
): Diagnostic {
  return code === 'time-limit' ? problem(code, { seconds, steps }, place) : problem(code, { megabytes }, place);
}

function startThread({ authoring, worker: file }: SandboxOptions, limits: Limits): Thread {
  const current = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(file, {
    workerData: { authoring, limits, current },
    resourceLimits: { stackSizeMb: THREAD_STACK_MEGABYTES },
    env: {},
    execArgv: [],
    stdin: false,
  });
  return { worker, current };
}
