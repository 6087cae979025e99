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
  const waiting = new Map<number, Waiting>();
  let thread: Thread | undefined;
  let watch: NodeJS.Timeout | undefined;
  let count = 0;

  const settle = (number: number, evaluation: Evaluation): void => {
    waiting.get(number)?.resolve(evaluation);
    waiting.delete(number);
    if (waiting.size > 0) return;
    clearInterval(watch);
    watch = undefined;
    thread?.worker.unref();
  };

  const start = (): Thread => {
    const started = startThread(options, limits);
    started.worker.on('message', (answer: Answer) =>
      'failure' in answer ? failAll(new Error(answer.failure)) : settle(answer.number, answer.evaluation),
    );
    started.worker.on('error', (error: Error) => thread === started && fall(error));
    started.worker.on('exit', (code) => thread === started && waiting.size > 0 && failAll(new Error(`exit code ${code}`)));
    for (const [number, { request }] of waiting) started.worker.postMessage({ number, request });
    return started;
  };

  /** The thread died. It takes the request under way with it; the others go to a new one. */
  const fall = (error: NodeJS.ErrnoException): void => {
    const number = Atomics.load((thread as Thread).current, 0);
    const waited = waiting.get(number);
    if (!waited || error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return failAll(error);
    restart(number, 'memory-limit');
  };

  const failAll = (error: Error): void => {
    const failure = new MigsqlError([problem('sandbox-failed', { reason: error.message })]);
    thread = undefined;
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
    clearInterval(watch);
    watch = undefined;
  };

  const restart = (number: number, code: 'time-limit' | 'memory-limit'): void => {
    const { request } = waiting.get(number) as Waiting;
    const place = { file: nameOf(request.path, request.territory.project) };
    void thread?.worker.terminate();
    thread = undefined;
    settle(number, { problems: [overLimit(code, limits, place)] });
    if (waiting.size > 0) thread = start();
  };

  const startWatch = (): NodeJS.Timeout => {
    let seen = 0;
    let since = performance.now();
    return setInterval(() => {
      const number = thread ? Atomics.load(thread.current, 0) : 0;
      if (number !== seen || number === 0) {
        seen = number;
        since = performance.now();
      } else if (performance.now() - since > (limits.seconds + GRACE_SECONDS) * 1000 && waiting.has(number)) {
        restart(number, 'time-limit');
      }
    }, WATCH_INTERVAL);
  };

  return {
    limits,
    evaluate: (request) =>
      new Promise((resolve, reject) => {
        const number = ++count;
        waiting.set(number, { request, resolve, reject });
        if (thread) thread.worker.postMessage({ number, request });
        else thread = start();
        thread.worker.ref();
        watch ??= startWatch();
      }),
    close: async () => {
      const closing = thread;
      failAll(new Error('closed'));
      await closing?.worker.terminate();
    },
  };
}

function overLimit(code: 'time-limit' | 'memory-limit', { steps, seconds, megabytes }: Limits, place: Place): Diagnostic {
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
