import type { Op } from '../ops/index.ts';
import type { ObjectName } from '../schema/name.ts';

/**
 * What one hand-written statement does to the schema, as ops; an empty list where it does nothing to it. Or the names of what
 * it may have made or changed, and why no more is known.
 */
export type Reading =
  | { readonly ops: readonly Op[] }
  | { readonly opaque: readonly ObjectName[]; readonly reason: string };

/** Reads one statement, without its terminator. */
export type SqlReader = (statement: string) => Reading;
