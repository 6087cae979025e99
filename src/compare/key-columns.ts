import type { Constraint, PrimaryKey, Unique } from '../schema/constraint.ts';
import type { Index } from '../schema/table-index.ts';

/** The columns of an index, in order; a key that is no column has no name. */
export const indexColumns = ({ keys }: Index): readonly string[] => keys.map((key) => ('column' in key ? key.column : ''));

export const isKey = (constraint: Constraint): constraint is PrimaryKey | Unique =>
  constraint.kind === 'primaryKey' || constraint.kind === 'unique';

export const sameColumns = (a: readonly string[], b: readonly string[]): boolean => JSON.stringify(a) === JSON.stringify(b);
