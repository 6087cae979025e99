import type {
  QuickJSContext,
  QuickJSHandle,
  QuickJSRuntime,
  QuickJSSyncVariant,
  QuickJSWASMModule,
} from 'quickjs-emscripten-core';
import { GUEST_SCRIPT } from './guest.ts';
import { AUTHORING } from './imports.ts';
import type { Limits } from './limits.ts';

/** An error as it was thrown inside. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  /** Set when it was thrown for something that is taken away: its name, and what to use. */
  readonly missing?: string;
  readonly instead?: string;
  /** What `migsql` exports, and of each export that is an object, such as `types`, what it holds. */
  readonly known: Readonly<Record<string, readonly string[]>>;
}

/** What became of a module: the JSON of its default export, or why there is none. */
export type Outcome =
  | { readonly kind: 'json'; readonly json: string }
  | { readonly kind: 'none' | 'pending' }
  | {
      readonly kind: 'flaw';
      readonly path: string;
      readonly found: string;
      /** The stack that the op around it left. */
      readonly origin?: string;
    }
  | ({ readonly kind: 'thrown' } & Thrown)
  | { readonly kind: 'time' | 'memory' | 'stack'; readonly stack: string };

/** Names and texts of the modules that an entry imports; `undefined` refuses. */
export interface ModuleSource {
  readonly resolve: (importer: string, specifier: string) => string | undefined;
  readonly load: (name: string) => string | undefined;
}

/** One hardened interpreter. After an outcome of time, memory or stack it must not be used again. */
export interface Engine {
  readonly evaluate: (name: string, code: string, source: ModuleSource) => Outcome;
  /** Whether memory was refused since the last time this was asked. A program can catch that and go on. */
  readonly ranShort: () => boolean;
  readonly dispose: () => void;
}

/** A WebAssembly instance of the interpreter. */
export interface Interpreter {
  readonly module: QuickJSWASMModule;
  /** Whether its memory has grown as far as it can. */
  readonly isFull: () => boolean;
  readonly ranShort: () => boolean;
}

/**
 * A fresh instance. Its linear memory is the limit that holds: the interpreter's own count leaves out most of what
 * it allocates (`js_def_malloc_usable_size` of quickjs.c is 0 in WebAssembly). An instance keeps the memory that it
 * once took, so one that ran out is thrown away.
 */
export async function loadInterpreter({ megabytes }: Limits): Promise<Interpreter> {
  const [core, variant] = await Promise.all([
    import('quickjs-emscripten-core'),
    import('@jitl/quickjs-wasmfile-release-sync'),
  ]);
  const maximum = Math.max(megabytes, LEAST_MEGABYTES) * PAGES_PER_MEGABYTE;
  const wasmMemory = new Memory({ initial: LEAST_MEGABYTES * PAGES_PER_MEGABYTE, maximum });
  const ranShort = watchGrowth(wasmMemory);
  // The package's types describe its CommonJS form; what Node imports is its ESM form.
  const base = variant.default as unknown as QuickJSSyncVariant;
  const module = await core.newQuickJSWASMModuleFromVariant(core.newVariant(base, { wasmMemory: wasmMemory as never }));
  return { module, isFull: () => wasmMemory.buffer.byteLength > maximum * BYTES_PER_PAGE * FULL, ranShort };
}

/** Emscripten asks for more than it needs first, then for less, and gives up after so many refusals. */
const REFUSALS = 3;

/** Watches a memory grow; tells whether it was refused for good since the last time. */
function watchGrowth(memory: WasmMemory): () => boolean {
  const grow = memory.grow.bind(memory);
  let refused = 0;
  let isShort = false;
  memory.grow = (pages) => {
    try {
      const before = grow(pages);
      refused = 0;
      return before;
    } catch (error) {
      isShort ||= ++refused % REFUSALS === 0;
      throw error;
    }
  };
  return () => {
    const wasShort = isShort;
    isShort = false;
    return wasShort;
  };
}

/** Node has `WebAssembly.Memory`; its types for Node 20 do not. */
const { Memory } = (globalThis as unknown as { readonly WebAssembly: { readonly Memory: MemoryConstructor } })
  .WebAssembly;

type MemoryConstructor = new (pages: { readonly initial: number; readonly maximum: number }) => WasmMemory;

interface WasmMemory {
  readonly buffer: ArrayBuffer;
  /** Throws where it cannot. */
  grow: (pages: number) => number;
}

const BYTES_PER_PAGE = 65_536;
const PAGES_PER_MEGABYTE = 16;
/** Emscripten's `malloc` grows the memory by a twentieth or more at a time, so the last twentieth may stay unused. */
const FULL = 0.9;
/** What the module is built to start with. */
const LEAST_MEGABYTES = 16;

interface Guest {
  readonly harden: QuickJSHandle;
  readonly freeze: QuickJSHandle;
  readonly encode: QuickJSHandle;
  readonly explain: QuickJSHandle;
}

/** What the callbacks of the interpreter see: the evaluation under way. */
interface Running {
  source: ModuleSource;
  polls: number;
  deadline: number;
  isOverTime: boolean;
  readonly isFull: () => boolean;
}

/** The interpreter asks whether to go on after so many of its steps (`JS_INTERRUPT_COUNTER_INIT` in quickjs.c). */
const STEPS_PER_POLL = 10_000;

export function openEngine({ module, isFull, ranShort }: Interpreter, authoring: string, limits: Limits): Engine {
  const runtime = module.newRuntime();
  runtime.setMaxStackSize(limits.stackKilobytes * 1024);
  // Otherwise the linear memory is the limit, and that memory was refused does not go unseen.
  if (limits.megabytes < LEAST_MEGABYTES) runtime.setMemoryLimit(limits.megabytes * 1024 * 1024);
  const running: Running = { source: NOTHING, isFull, polls: Infinity, deadline: Infinity, isOverTime: false };
  runtime.setInterruptHandler(
    () => (running.isOverTime ||= --running.polls < 0 || performance.now() > running.deadline),
  );
  serveModules(runtime, authoring, running);
  const context = runtime.newContext();
  const guest = enter(context);
  return {
    evaluate: (name, code, source) => {
      running.source = source;
      running.polls = (limits.steps * 1e6) / STEPS_PER_POLL;
      running.deadline = performance.now() + limits.seconds * 1000;
      return evaluate(context, guest, name, code, running);
    },
    ranShort,
    dispose: () => {
      for (const handle of Object.values(guest) as QuickJSHandle[]) handle.dispose();
      context.dispose();
      runtime.dispose();
    },
  };
}

const NOTHING: ModuleSource = { resolve: () => undefined, load: () => undefined };

function serveModules(runtime: QuickJSRuntime, authoring: string, running: Running): void {
  const refused = { error: new Error('refused') };
  runtime.setModuleLoader(
    (name) => (name === AUTHORING ? authoring : (running.source.load(name) ?? refused)),
    (importer, specifier) =>
      specifier === AUTHORING ? AUTHORING : (running.source.resolve(importer, specifier) ?? refused),
  );
}

/** Hardens the context, then loads and freezes migsql's own module. */
function enter(context: QuickJSContext): Guest {
  const functions = context.evalCode(GUEST_SCRIPT, '<migsql>').unwrap();
  const get = (name: keyof Guest): QuickJSHandle => context.getProp(functions, name);
  const guest: Guest = { harden: get('harden'), freeze: get('freeze'), encode: get('encode'), explain: get('explain') };
  functions.dispose();
  context.callFunction(guest.harden, context.undefined).unwrap().dispose();
  const bridge = `export * from ${JSON.stringify(AUTHORING)}`;
  const authoring = context.evalCode(bridge, '<migsql>', { type: 'module' }).unwrap();
  context.callFunction(guest.freeze, context.undefined, authoring).unwrap().dispose();
  authoring.dispose();
  return guest;
}

function evaluate(context: QuickJSContext, guest: Guest, name: string, code: string, running: Running): Outcome {
  try {
    const evaluated = context.evalCode(code, name, { type: 'module' });
    if (evaluated.error) return failure(context, guest, evaluated.error, running);
    const encoded = evaluated.value.consume((exports) =>
      context.callFunction(guest.encode, context.undefined, exports),
    );
    if (encoded.error) return failure(context, guest, encoded.error, running);
    return outcomeOf(encoded.value.consume((text) => context.getString(text)));
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'stack', stack: '' };
    if (running.isFull()) return { kind: 'memory', stack: '' };
    throw error;
  }
}

function outcomeOf(encoded: string): Outcome {
  if (!encoded.startsWith('!')) return { kind: 'json', json: encoded };
  const { none, pending, ...flaw } = JSON.parse(encoded.slice(1));
  return none || pending ? { kind: none ? 'none' : 'pending' } : { kind: 'flaw', ...flaw };
}

function failure(context: QuickJSContext, guest: Guest, error: QuickJSHandle, running: Running): Outcome {
  const isOverTime = running.isOverTime;
  // Explaining the error is short, and must not be cut off by the limit that caused it.
  running.isOverTime = false;
  running.polls = STEPS_PER_POLL;
  running.deadline = Infinity;
  const explained = error.consume((handle) => context.callFunction(guest.explain, context.undefined, handle));
  if (explained.error) {
    explained.error.dispose();
    return { kind: isOverTime || running.isOverTime ? 'time' : 'memory', stack: '' };
  }
  const thrown: Thrown = JSON.parse(explained.value.consume((text) => context.getString(text)));
  if (isOverTime) return { kind: 'time', stack: thrown.stack };
  // Where there is no memory left for an error, null is thrown.
  const isOutOfMemory = thrown.message === 'out of memory' || (thrown.message === 'null' && running.isFull());
  if (isOutOfMemory) return { kind: 'memory', stack: thrown.stack };
  if (thrown.message === 'stack overflow') return { kind: 'stack', stack: thrown.stack };
  return { kind: 'thrown', ...thrown };
}
