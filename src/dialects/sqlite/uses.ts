import type { Constraint } from '../../schema/constraint.ts';
import type { Table } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import { mentions } from '../../sql/mentions.ts';

export const inConstraint = (constraint: Constraint, column: string): boolean =>
  constraint.kind === 'check' ? mentions(constraint.expression, column) : constraint.columns.includes(column);

export const inIndex = ({ keys, where }: Index, column: string): boolean =>
  keys.some((key) => ('column' in key ? key.column === column : mentions(key.expression, column))) ||
  (where !== undefined && mentions(where, column));

/** Whether a constraint or an index of the table names the column. */
export const isUsed = ({ constraints, indexes }: Table, column: string): boolean =>
  constraints.some((constraint) => inConstraint(constraint, column)) || indexes.some((index) => inIndex(index, column));
