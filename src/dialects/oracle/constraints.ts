import type { AddConstraint } from '../../ops/add-constraint.ts';
import type { DropConstraint } from '../../ops/drop-constraint.ts';
import type { RenameConstraint } from '../../ops/rename-constraint.ts';
import type { ValidateConstraint } from '../../ops/validate-constraint.ts';
import type { Constraint, ForeignKey } from '../../schema/constraint.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { type ConstraintFeatures, checkFeatures } from '../standard/constraint-features.ts';
import * as standard from '../standard/constraints.ts';
import { cascade, words } from '../standard/words.ts';
import { writeFragment, writeName, writeNames, writeTable } from '../write.ts';
import { constraintRow, making, moving, removing, unlessMissing } from './blocks.ts';
import { refuseKeyTypes } from './keys.ts';

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/constraint.html */
const FEATURES: ConstraintFeatures = {
  deferrable: ['primaryKey', 'unique', 'foreignKey', 'check'],
  // A key with a NULL in it references nothing, which is MATCH SIMPLE without the words.
  match: ['simple'],
  notValid: true,
  nullsNotDistinct: false,
  exclusion: false,
};

export function constraintDefinition(constraint: Constraint, dialect: Dialect): string {
  const whole = translated(constraint, dialect);
  return standard.constraintDefinition(whole, dialect) + stateOf(whole);
}

/** NOVALIDATE: rows that are there are not looked at, new ones are (constraint_state). */
const stateOf = (constraint: Constraint): string =>
  'notValid' in constraint && constraint.notValid ? ' ENABLE NOVALIDATE' : '';

/** A constraint in the definition of its only column, which names no columns. */
export function inlineConstraint(constraint: Constraint, dialect: Dialect): string {
  const whole = translated(constraint, dialect);
  const name = whole.name === undefined ? '' : `CONSTRAINT ${writeName(dialect, whole.name)} `;
  const deferral = 'deferrable' in whole || 'initially' in whole ? standard.deferrability(whole) : '';
  return name + inlineBody(whole, dialect) + deferral + stateOf(whole);
}

function inlineBody(constraint: Constraint, dialect: Dialect): string {
  switch (constraint.kind) {
    case 'primaryKey':
      return 'PRIMARY KEY';
    case 'unique':
      return 'UNIQUE';
    case 'check':
      return `CHECK (${writeFragment(dialect, constraint.expression)})`;
    case 'foreignKey': {
      const { references, onDelete } = constraint;
      const target = `REFERENCES ${writeTable(dialect, references.table)} (${writeNames(dialect, references.columns)})`;
      return onDelete === undefined ? target : `${target} ON DELETE ${onDelete === 'cascade' ? 'CASCADE' : 'SET NULL'}`;
    }
    case 'exclusion':
      return standard.constraintDefinition(constraint, dialect);
  }
}

export function addConstraint({ table, constraint }: AddConstraint, context: LoweringContext): readonly Lowered[] {
  const { dialect, schema } = context;
  refuseKeyTypes(constraint, schema.table(table)?.columns ?? []);
  const definition = constraintDefinition(constraint, dialect);
  const statement = schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} ADD ${definition}`);
  return [constraint.name === undefined ? statement : making(constraintRow(table, constraint.name, dialect), statement)];
}

function translated(constraint: Constraint, dialect: Dialect): Constraint {
  checkFeatures(constraint, FEATURES, dialect);
  return constraint.kind === 'foreignKey' ? translatedKey(constraint) : constraint;
}

/**
 * ON DELETE knows CASCADE and SET NULL; without it the row stays while others reference it, which is both NO ACTION and
 * RESTRICT. There is no ON UPDATE at all:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/constraint.html (references_clause)
 */
function translatedKey({ onDelete, onUpdate, match: _, ...key }: ForeignKey): ForeignKey {
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

/** Foreign keys that reference a key go with it by CASCADE. ORA-02443: there is no such constraint. */
export function dropConstraint(op: DropConstraint, { dialect }: LoweringContext): readonly Lowered[] {
  const { table, name, kind, ifExists } = op;
  if (kind === 'exclusion') refuse('Oracle has no exclusion constraints', 'Leave it out with forDialect(…).');
  const statement = removing(
    constraintRow(table, name, dialect),
    schemaStatement(
      words('ALTER TABLE', writeTable(dialect, table), 'DROP CONSTRAINT', writeName(dialect, name), cascade(op)),
    ),
  );
  return ifExists ? unlessMissing(-2443, statement) : [statement];
}

/** The index behind a key keeps its name. */
export function renameConstraint(
  { table, name, to, kind }: RenameConstraint,
  { dialect }: LoweringContext,
): readonly Lowered[] {
  if (kind === 'exclusion') refuse('Oracle has no exclusion constraints', 'Leave it out with forDialect(…).');
  const names = `${writeName(dialect, name)} TO ${writeName(dialect, to)}`;
  const statement = schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} RENAME CONSTRAINT ${names}`);
  return [moving(constraintRow(table, name, dialect), constraintRow(table, to, dialect), statement)];
}

export const validateConstraint = (
  { table, name }: ValidateConstraint,
  { dialect }: LoweringContext,
): readonly Lowered[] => [
  schemaStatement(
    `ALTER TABLE ${writeTable(dialect, table)} MODIFY CONSTRAINT ${writeName(dialect, name)} ENABLE VALIDATE`,
  ),
];
