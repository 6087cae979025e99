import type { AddConstraint } from '../../ops/add-constraint.ts';
import type { Constraint, ForeignKey } from '../../schema/constraint.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import * as standard from '../standard/constraints.ts';
import { refuseKeyTypes } from './keys.ts';

export const constraintDefinition = (constraint: Constraint, dialect: Dialect): string =>
  standard.constraintDefinition(translated(constraint), dialect);

export function addConstraint(op: AddConstraint, context: LoweringContext): readonly Lowered[] {
  const { table, constraint } = op;
  if (constraint.kind === 'primaryKey' || constraint.kind === 'unique')
    refuseKeyTypes(constraint, context.schema.table(table)?.columns ?? []);
  return standard.addConstraint({ ...op, constraint: translated(constraint) }, context);
}

const translated = (constraint: Constraint): Constraint =>
  constraint.kind === 'foreignKey' ? translatedKey(constraint) : constraint;

/**
 * ON DELETE knows CASCADE and SET NULL; without it the row stays while others reference it, which is both NO ACTION and
 * RESTRICT. There is no ON UPDATE at all:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/constraint.html (references_clause)
 */
function translatedKey({ onDelete, onUpdate, ...key }: ForeignKey): ForeignKey {
  if (onUpdate !== undefined && onUpdate !== 'noAction' && onUpdate !== 'restrict') {
    refuse(
      `the foreign key on ${key.columns.join(', ')} has ON UPDATE`,
      'Oracle has none: leave onUpdate out, or write a trigger.',
    );
  }
  if (onDelete === 'setDefault') {
    refuse(
      `the foreign key on ${key.columns.join(', ')} has ON DELETE SET DEFAULT`,
      "Oracle has 'cascade' and 'setNull' only.",
    );
  }
  return onDelete === 'cascade' || onDelete === 'setNull' ? { ...key, onDelete } : key;
}
