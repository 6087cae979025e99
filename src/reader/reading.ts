import type { Op } from '../ops/index.ts';
import type { SchemaModel } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';

/** What a statement does to the schema. */
export type Reading =
  /** All of it, in order; no op where it changes nothing that the schema model holds. */
  | { readonly ops: readonly Op[] }
  /** Names of tables and other objects that it may have made or changed: their shape is unknown from there on. */
  | { readonly opaque: readonly ObjectName[]; readonly reason: string };

/**
 * Reads one statement, without terminator; of SQL Server, one batch. `before` is the schema before it: some statements
 * leave out what only the schema tells, such as the table of a dropped index, and are opaque where it does not.
 */
export type SqlReader = (statement: string, before?: SchemaModel) => Reading;

/** Thrown within the room where a statement is not understood for certain. */
export class Unread extends Error {
  /** What it may have made or changed, where that is known in spite of it. */
  readonly names: readonly ObjectName[] | undefined;

  constructor(reason: string, names?: readonly ObjectName[]) {
    super(reason);
    this.names = names;
  }
}

export function unread(reason: string, names?: readonly ObjectName[]): never {
  throw new Unread(reason, names);
}

/** It makes or changes nothing itself, but names without a schema mean other objects from there on. */
export const movesSession = (): never => unread('from here on, a name without schema is in another one: write names with their schema', []);

/** Refuses the fields of a node that nobody asked for: an option that is not known is never passed over. */
export function nothingElse(rest: object): void {
  const [field] = Object.keys(rest);
  if (field !== undefined) unread(`it says more than is understood here (${field})`);
}
