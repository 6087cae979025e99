import type { AddConstraint } from '../../ops/add-constraint.ts';
import type { DropConstraint } from '../../ops/drop-constraint.ts';
import type { Constraint, Deferrability, ForeignKey, ReferentialAction } from '../../schema/constraint.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
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

/** Of the SQL standard, in its words; what a dialect has not it refuses before (`constraint-features.ts`). */
function constraintBody(constraint: Constraint, dialect: Dialect): string {
  switch (constraint.kind) {
    case 'primaryKey':
      return `PRIMARY KEY (${writeNames(dialect, constraint.columns)})${deferrability(constraint)}`;
    case 'unique':
      return `UNIQUE (${writeNames(dialect, constraint.columns)})${deferrability(constraint)}`;
    case 'check':
      return `CHECK (${writeFragment(dialect, constraint.expression)})`;
    case 'foreignKey':
      return `${foreignKeyBody(constraint, dialect)}${deferrability(constraint)}`;
    case 'exclusion':
      return refuse(
        `${dialect.title} has no exclusion constraints`,
        'Leave it out with forDialect(…), or check for overlaps in a trigger.',
      );
  }
}

/** ` DEFERRABLE INITIALLY DEFERRED` */
export function deferrability({ deferrable, initially }: Deferrability): string {
  if (deferrable === undefined && initially === undefined) return '';
  const first = deferrable ? ' DEFERRABLE' : ' NOT DEFERRABLE';
  return initially === undefined ? first : `${first} INITIALLY ${initially.toUpperCase()}`;
}

function foreignKeyBody({ columns, references, onDelete, onUpdate, match }: ForeignKey, dialect: Dialect): string {
  const target = `${writeTable(dialect, references.table)} (${writeNames(dialect, references.columns)})`;
  const actions = [
    match === undefined ? '' : ` MATCH ${match.toUpperCase()}`,
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
