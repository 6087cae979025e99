/** The thread that evaluates: it takes requests in order and answers each with its evaluation. */
import { parentPort, workerData } from 'node:worker_threads';
import { createEvaluator } from './evaluate.ts';
import type { Limits } from './limits.ts';
import type { Evaluation, EvaluationRequest } from './request.ts';

/** What the thread is started with. */
export interface ThreadData {
  readonly authoring: string;
  readonly limits: Limits;
  /** The number of the request under way, for the watch in the other thread; 0 when there is none. */
  readonly current: Int32Array;
}

export interface NumberedRequest {
  readonly number: number;
  readonly request: EvaluationRequest;
}

/** What the thread sends back; a failure is one of the sandbox itself. */
export type Answer =
  { readonly number: number; readonly evaluation: Evaluation } | { readonly number: number; readonly failure: string };

const { authoring, limits, current } = workerData as ThreadData;
const evaluate = createEvaluator(authoring, limits);
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', ({ number, request }: NumberedRequest) => {
  last = last.then(async () => {
    Atomics.store(current, 0, number);
    parentPort?.postMessage(await answer(number, request));
    Atomics.store(current, 0, 0);
  });
});

async function answer(number: number, request: EvaluationRequest): Promise<Answer> {
  try {
    return { number, evaluation: await evaluate(request) };
  } catch (error) {
    return { number, failure: String(error) };
  }
}
