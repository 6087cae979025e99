import type { AddConstraint } from '../../ops/add-constraint.ts';
import type { DropConstraint } from '../../ops/drop-constraint.ts';
import type { RenameConstraint } from '../../ops/rename-constraint.ts';
import type { ValidateConstraint } from '../../ops/validate-constraint.ts';
import type { Constraint, Exclusion, ExclusionElement, Unique } from '../../schema/constraint.ts';
import type { TableName } from '../../schema/table.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { needs } from '../server.ts';
import * as standard from '../standard/constraints.ts';
import { cascade, ifExists, words } from '../standard/words.ts';
import { writeFragment, writeName, writeNames, writeTable } from '../write.ts';

/** A constraint as CREATE TABLE has it: a new table has no rows that NOT VALID could pass over. */
export function constraintDefinition(constraint: Constraint, dialect: Dialect): string {
  if (constraint.kind === 'unique') return withName(constraint, uniqueBody(constraint, dialect), dialect);
  if (constraint.kind === 'exclusion') return withName(constraint, exclusionBody(constraint, dialect), dialect);
  return standard.constraintDefinition(constraint, dialect);
}

/** `ADD CONSTRAINT … [NOT VALID]`, as an action of ALTER TABLE. */
export const addAction = (constraint: Constraint, dialect: Dialect): string =>
  words(
    `ADD ${constraintDefinition(constraint, dialect)}`,
    'notValid' in constraint && constraint.notValid && 'NOT VALID',
  );

const withName = ({ name }: Constraint, body: string, dialect: Dialect): string =>
  name === undefined ? body : `CONSTRAINT ${writeName(dialect, name)} ${body}`;

/** What stands behind UNIQUE, before and after its columns. */
function uniqueBody({ columns, on, nullsNotDistinct, ...rest }: Unique, dialect: Dialect): string {
  const include = on?.postgresql?.include;
  if (nullsNotDistinct) needs(dialect, 'UNIQUE NULLS NOT DISTINCT', 15);
  return (
    words(
      'UNIQUE',
      nullsNotDistinct && 'NULLS NOT DISTINCT',
      `(${writeNames(dialect, columns)})`,
      include && `INCLUDE (${writeNames(dialect, include)})`,
    ) + standard.deferrability(rest)
  );
}

/** https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-EXCLUDE */
function exclusionBody({ elements, using = 'gist', where, ...rest }: Exclusion, dialect: Dialect): string {
  const list = elements.map((element) => exclusionElement(element, dialect)).join(', ');
  const condition = where ? ` WHERE (${writeFragment(dialect, where)})` : '';
  return `EXCLUDE USING ${writeName(dialect, using)} (${list})${condition}${standard.deferrability(rest)}`;
}

const exclusionElement = (element: ExclusionElement, dialect: Dialect): string =>
  words(
    'column' in element ? writeName(dialect, element.column) : `(${writeFragment(dialect, element.expression)})`,
    element.opclass && writeName(dialect, element.opclass),
    `WITH ${element.operator}`,
  );

const alterTable = (table: TableName, action: string, dialect: Dialect): Lowered =>
  schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} ${action}`);

export const addConstraint = (op: AddConstraint, { dialect }: LoweringContext): readonly Lowered[] => [
  alterTable(op.table, addAction(op.constraint, dialect), dialect),
];

export const dropConstraint = (op: DropConstraint, { dialect }: LoweringContext): readonly Lowered[] => [
  alterTable(op.table, words('DROP CONSTRAINT', ifExists(op), writeName(dialect, op.name), cascade(op)), dialect),
];

/** The index of a key has its constraint's name, and follows it. */
export const renameConstraint = (op: RenameConstraint, { dialect }: LoweringContext): readonly Lowered[] => [
  alterTable(op.table, `RENAME CONSTRAINT ${writeName(dialect, op.name)} TO ${writeName(dialect, op.to)}`, dialect),
];

export const validateConstraint = (op: ValidateConstraint, { dialect }: LoweringContext): readonly Lowered[] => [
  alterTable(op.table, `VALIDATE CONSTRAINT ${writeName(dialect, op.name)}`, dialect),
];
