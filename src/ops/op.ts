import type { GenericSchema } from 'valibot';
import type { Place } from '../diagnostics.ts';
import type { SchemaModel, SchemaView } from '../schema/model.ts';
import type { Fragment } from '../sql/fragment.ts';
import type { Code } from '../typescript/index.ts';
import type { Op } from './index.ts';

/** What every op has beside its own fields. */
export interface OpBase {
  /** Where the op was written. */
  readonly origin?: Place;
  /** Set where the server refuses the op's statements inside a transaction. */
  readonly transactional?: false;
}

/** A reversal that does not exist, and why. */
export interface Irreversible {
  readonly irreversible: string;
}

export const irreversible = (reason: string): Irreversible => ({ irreversible: reason });

/** The hand-written SQL that undoes an op, where there is any. */
export const undoneBy = (sql: Fragment | undefined, reason: string): readonly Op[] | Irreversible =>
  sql ? [{ op: 'execute', sql }] : irreversible(`${reason}; say what undoes it with { reverse: sql\`…\` }`);

export const isIrreversible = (value: object): value is Irreversible => 'irreversible' in value;

/** The functions of any op, for ops that hold others. */
export interface OpFunctions {
  readonly reverse: (op: Op, before: SchemaView) => readonly Op[] | Irreversible;
  readonly evolve: (schema: SchemaModel, op: Op) => SchemaModel;
  readonly source: (op: Op) => Code;
}

/** All that is known of one kind of op; `O` is its data. */
export interface OpDefinition<O> {
  /** Checks data that comes from outside: the op's fields and nothing else. Made when it is first needed. */
  readonly shape: () => GenericSchema<unknown, O>;
  /** One line, for comments and tickets. */
  readonly describe: (op: O) => string;
  /** The ops that undo this one; `before` is the schema before it. */
  readonly reverse: (op: O, before: SchemaView, any: OpFunctions) => readonly Op[] | Irreversible;
  /** The schema after the op. */
  readonly evolve: (schema: SchemaModel, op: O, any: OpFunctions) => SchemaModel;
  /** The TypeScript that builds the op. */
  readonly source: (op: O, any: OpFunctions) => Code;
}
