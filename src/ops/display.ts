import type { Constraint, ConstraintKind } from '../schema/constraint.ts';
import type { TableName } from '../schema/table.ts';

/** A table's name for people: in no dialect's quoting. */
export const displayTable = ({ schema, name }: TableName): string => (schema === undefined ? name : `${schema}.${name}`);

const CONSTRAINT_WORDS: { readonly [K in ConstraintKind]: string } = {
  primaryKey: 'primary key',
  unique: 'unique constraint',
  foreignKey: 'foreign key',
  check: 'check constraint',
  exclusion: 'exclusion constraint',
};

export const displayConstraint = ({ kind, name }: Pick<Constraint, 'kind' | 'name'>): string =>
  name === undefined ? CONSTRAINT_WORDS[kind] : `${CONSTRAINT_WORDS[kind]} ${name}`;
