import type { Place } from '../diagnostics.ts';

/** True in the sandbox's build of the authoring module; defined by builds only. */
declare const MIGSQL_IN_SANDBOX: boolean | undefined;

/**
 * Where a builder was called. Inside the sandbox this is the raw stack behind U+0000, which no text of an author's
 * holds; the sandbox replaces it by the place in the TypeScript source. Outside it ops have no origin.
 */
export function origin(): { readonly origin?: Place } {
  if (typeof MIGSQL_IN_SANDBOX === 'undefined' || !MIGSQL_IN_SANDBOX) return {};
  return { origin: `\0${new Error().stack}` as unknown as Place };
}
