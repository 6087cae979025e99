import type { Dialect } from '../dialects/dialect.ts';
import type { Op } from '../ops/index.ts';
import type { SchemaModel } from '../schema/model.ts';

/** One step from a schema to another. */
export interface Difference {
  readonly op: Op;
  /** Why it may lose data, or fail on the rows that are there. */
  readonly destructive?: string;
}

/** `account=customer`, `account.mail=account.email`, `mood.sad=mood.unhappy`; with the schema where one is needed. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

export interface CompareOptions {
  readonly dialect: Dialect;
  readonly renames?: readonly Rename[];
}

/** What a phase knows beside the two schemas. */
export interface Context {
  readonly dialect: Dialect;
  /** The schema at the start, after the renames. */
  readonly before: SchemaModel;
}

/** The differences of one kind that are left between the schema as it is by now and the one that is wanted. */
export type Phase = (now: SchemaModel, wanted: SchemaModel, context: Context) => readonly Difference[];

export const difference = (op: Op, destructive?: string): Difference => ({ op, ...(destructive && { destructive }) });
