import { displayConstraint } from '../../ops/display.ts';
import type { Constraint, ConstraintKind } from '../../schema/constraint.ts';
import { type Dialect, refuse } from '../dialect.ts';

/** What of the SQL standard, and beyond it, a database knows of constraints. */
export interface ConstraintFeatures {
  /** The kinds that can be checked at the end of the transaction. */
  readonly deferrable: readonly ConstraintKind[];
  readonly match: readonly ('full' | 'simple')[];
  /** Whether a constraint can be added without a look at the rows that are there. */
  readonly notValid: boolean;
  /** Whether UNIQUE can refuse a second NULL. */
  readonly nullsNotDistinct: boolean;
  readonly exclusion: boolean;
}

/** Refuses what the database has not: to leave it out would be another constraint than the author's. */
export function checkFeatures(constraint: Constraint, features: ConstraintFeatures, { title }: Dialect): void {
  const what = displayConstraint(constraint);
  const without = (reason: string): never =>
    refuse(`${title} ${reason} (${what})`, 'Leave it out, or give this database another one with forDialect(…).');
  if (constraint.kind === 'exclusion' && !features.exclusion) without('has no exclusion constraints');
  if ('deferrable' in constraint && constraint.deferrable && !features.deferrable.includes(constraint.kind))
    without('checks such a constraint at once, and cannot defer it');
  if (constraint.kind === 'foreignKey' && constraint.match && !features.match.includes(constraint.match))
    without(`has no MATCH ${constraint.match.toUpperCase()}`);
  if ('notValid' in constraint && constraint.notValid && !features.notValid)
    without('checks the rows that are there when a constraint is added, and has no NOT VALID');
  if (constraint.kind === 'unique' && constraint.nullsNotDistinct && !features.nullsNotDistinct)
    without('takes any number of NULLs in unique columns');
}
