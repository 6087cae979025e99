import type { AddConstraint } from '../../ops/add-constraint.ts';
import type { Constraint, ForeignKey } from '../../schema/constraint.ts';
import { type Dialect, type Lowered, refuse, schemaStatement, unsupported } from '../dialect.ts';
import { writeNames, writeTable } from '../write.ts';
import { type ConstraintFeatures, checkFeatures } from './constraint-features.ts';
import { constraintDefinition } from './constraints.ts';
import { constraintThere, makes } from './proofs.ts';

const FEATURES: ConstraintFeatures = {
  deferrable: [],
  match: ['simple'],
  notValid: false,
  nullsNotDistinct: false,
  exclusion: false,
};

/** Constraints that are not to hold for the rows that are there are refused. */
export const NO_VALIDATION = unsupported(
  'every constraint holds for the rows that are there from the moment it is added',
  'Leave it out with forDialect(…).',
);

/**
 * A constraint as MySQL and MariaDB keep it: a primary key without its name, which is always PRIMARY (another one earns
 * a warning), the others with theirs.
 */
export function keptConstraint(constraint: Constraint, dialect: Dialect): string {
  checkFeatures(constraint, FEATURES, dialect);
  if (constraint.kind === 'primaryKey') return `PRIMARY KEY (${writeNames(dialect, constraint.columns)})`;
  if (constraint.kind === 'foreignKey') refuseSetDefault(constraint);
  return constraintDefinition(withoutImplied(constraint), dialect);
}

/**
 * What is so without a word is not said: NOT DEFERRABLE is no syntax here, and MATCH in any form makes the server
 * ignore ON DELETE and ON UPDATE: https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html
 */
function withoutImplied(constraint: Constraint): Constraint {
  const { deferrable: _, initially: __, match: ___, ...rest } = constraint as ForeignKey;
  return rest as Constraint;
}

/**
 * InnoDB refuses the action, or (MariaDB) leaves it out without a word:
 * https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html#foreign-key-referential-actions
 */
function refuseSetDefault({ columns, onDelete, onUpdate }: ForeignKey): void {
  if (onDelete !== 'setDefault' && onUpdate !== 'setDefault') return;
  refuse(`InnoDB has no SET DEFAULT for the foreign key of '${columns.join("', '")}'`, "Use 'setNull' or 'restrict'.");
}

export function addKeptConstraint({ table, constraint }: AddConstraint, dialect: Dialect): Lowered {
  const statement = schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} ADD ${keptConstraint(constraint, dialect)}`);
  const name = keptName(constraint);
  return name === undefined ? statement : makes(statement, constraintThere(table, name), dialect);
}

/** A primary key goes by one name whatever it is called. */
export const keptName = ({ kind, name }: Pick<Constraint, 'kind' | 'name'>): string | undefined =>
  kind === 'primaryKey' ? 'PRIMARY' : name;
