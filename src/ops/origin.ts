import type { Place } from '../diagnostics.ts';

/** True in the sandbox's build of the authoring module; defined by builds only. */
declare const MIGSQL_IN_SANDBOX: boolean | undefined;

/**
 * Where a builder was called. Inside the sandbox this is the raw stack, which the loader replaces by the
 * place in the TypeScript source; outside it ops have no origin.
 */
export function origin(): { readonly origin?: Place } {
  if (typeof MIGSQL_IN_SANDBOX === 'undefined' || !MIGSQL_IN_SANDBOX) return {};
  return { origin: new Error().stack as unknown as Place };
}
