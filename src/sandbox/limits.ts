/** What the evaluation of one module, with all that it imports, may use. */
export interface Limits {
  /** Loop turns and calls, in millions: the same on every machine. */
  readonly steps: number;
  /** Wall clock, where no step is counted: in a slow regular expression, say. */
  readonly seconds: number;
  /** Memory of the interpreter, source texts and values together. */
  readonly megabytes: number;
  /** Stack of the interpreter. */
  readonly stackKilobytes: number;
}

/** Steps: about 3 s of an empty loop. Stack: about 1,400 calls. */
export const DEFAULT_LIMITS: Limits = { steps: 200, seconds: 30, megabytes: 256, stackKilobytes: 256 };

/** With 1 MB, deep recursion in the interpreter's own parser overflowed a thread's stack of 16 MB; it has 32 here. */
export const MAX_STACK_KILOBYTES = 512;

/** How deep lists and objects may nest in what a module exports. */
export const DEEPEST_DATA = 100;
