import type { Place } from '../diagnostics.ts';

/** Defined by the build of the sandbox's authoring module, and nowhere else. */
declare const MIGSQL_IN_SANDBOX: true | undefined;

/**
 * Where a builder was called. Inside the sandbox this is the raw stack, which the loader replaces by the
 * place in the TypeScript source; outside it ops have no origin.
 */
export function origin(): { readonly origin?: Place } {
  if (typeof MIGSQL_IN_SANDBOX === 'undefined') return {};
  return { origin: new Error().stack as unknown as Place };
}
