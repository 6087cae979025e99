import type { AddConstraint } from '../../ops/add-constraint.ts';
import type { DropConstraint } from '../../ops/drop-constraint.ts';
import type { Constraint, ForeignKey, ReferentialAction } from '../../schema/constraint.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { writeFragment, writeName, writeNames, writeTable } from '../write.ts';

const ACTIONS: { readonly [A in ReferentialAction]: string } = {
  cascade: 'CASCADE',
  restrict: 'RESTRICT',
  setNull: 'SET NULL',
  setDefault: 'SET DEFAULT',
  noAction: 'NO ACTION',
};

/** A table constraint as CREATE TABLE and ADD write it. */
export function constraintDefinition(constraint: Constraint, dialect: Dialect): string {
  const name = constraint.name === undefined ? '' : `CONSTRAINT ${writeName(dialect, constraint.name)} `;
  return name + constraintBody(constraint, dialect);
}

function constraintBody(constraint: Constraint, dialect: Dialect): string {
  switch (constraint.kind) {
    case 'primaryKey':
      return `PRIMARY KEY (${writeNames(dialect, constraint.columns)})`;
    case 'unique':
      return `UNIQUE (${writeNames(dialect, constraint.columns)})`;
    case 'check':
      return `CHECK (${writeFragment(dialect, constraint.expression)})`;
    case 'foreignKey':
      return foreignKeyBody(constraint, dialect);
  }
}

function foreignKeyBody({ columns, references, onDelete, onUpdate }: ForeignKey, dialect: Dialect): string {
  const target = `${writeTable(dialect, references.table)} (${writeNames(dialect, references.columns)})`;
  const actions = [
    onDelete === undefined ? '' : ` ON DELETE ${ACTIONS[onDelete]}`,
    onUpdate === undefined ? '' : ` ON UPDATE ${ACTIONS[onUpdate]}`,
  ];
  return `FOREIGN KEY (${writeNames(dialect, columns)}) REFERENCES ${target}${actions.join('')}`;
}

export const addConstraint = ({ table, constraint }: AddConstraint, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} ADD ${constraintDefinition(constraint, dialect)}`),
];

export const dropConstraint = ({ table, name }: DropConstraint, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} DROP CONSTRAINT ${writeName(dialect, name)}`),
];
