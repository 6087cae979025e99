import type { AddConstraint } from '../../ops/add-constraint.ts';
import type { Constraint, ForeignKey } from '../../schema/constraint.ts';
import { type Dialect, type Lowered, refuse, schemaStatement } from '../dialect.ts';
import { writeNames, writeTable } from '../write.ts';
import { constraintDefinition } from './constraints.ts';

/**
 * A constraint as MySQL and MariaDB keep it: a primary key without its name, which is always PRIMARY (another one earns
 * a warning), the others with theirs.
 */
export function keptConstraint(constraint: Constraint, dialect: Dialect): string {
  if (constraint.kind === 'primaryKey') return `PRIMARY KEY (${writeNames(dialect, constraint.columns)})`;
  if (constraint.kind === 'foreignKey') refuseSetDefault(constraint);
  return constraintDefinition(constraint, dialect);
}

/**
 * InnoDB refuses the action, or (MariaDB) leaves it out without a word:
 * https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html#foreign-key-referential-actions
 */
function refuseSetDefault({ columns, onDelete, onUpdate }: ForeignKey): void {
  if (onDelete !== 'setDefault' && onUpdate !== 'setDefault') return;
  refuse(`InnoDB has no SET DEFAULT for the foreign key of '${columns.join("', '")}'`, "Use 'setNull' or 'restrict'.");
}

export const addKeptConstraint = ({ table, constraint }: AddConstraint, dialect: Dialect): Lowered =>
  schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} ADD ${keptConstraint(constraint, dialect)}`);
