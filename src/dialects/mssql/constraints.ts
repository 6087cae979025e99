import type { AddConstraint } from '../../ops/add-constraint.ts';
import type { Constraint, ForeignKey, ReferentialAction } from '../../schema/constraint.ts';
import { sameName } from '../../schema/name.ts';
import type { TableName } from '../../schema/table.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import * as standard from '../standard/constraints.ts';
import { writeName, writeTable, writeType } from '../write.ts';
import { refuseLargeConstraint } from './keys.ts';

/**
 * There is no RESTRICT; NO ACTION is checked at the end of the statement, never later, so it does the same:
 * https://learn.microsoft.com/sql/relational-databases/tables/primary-and-foreign-key-constraints
 */
const action = (given: ReferentialAction): ReferentialAction => (given === 'restrict' ? 'noAction' : given);

function translated(constraint: Constraint, table: TableName): Constraint {
  if (constraint.kind !== 'foreignKey') return constraint;
  refuseOwnCascade(constraint, table);
  const { onDelete, onUpdate } = constraint;
  return {
    ...constraint,
    ...(onDelete && { onDelete: action(onDelete) }),
    ...(onUpdate && { onUpdate: action(onUpdate) }),
  };
}

/**
 * "The series of cascading referential actions … must form a tree that contains no circular references" (error 1785):
 * https://learn.microsoft.com/sql/relational-databases/tables/primary-and-foreign-key-constraints
 */
function refuseOwnCascade({ columns, references, onDelete, onUpdate }: ForeignKey, table: TableName): void {
  const cascades = [onDelete, onUpdate].some((each) => each !== undefined && action(each) !== 'noAction');
  if (!cascades || !sameName(references.table, table)) return;
  refuse(
    `the foreign key on ${columns.join(', ')} references its own table and cascades, which SQL Server refuses`,
    'Leave onDelete and onUpdate out, and delete the rows below one in a statement of the application or a trigger.',
  );
}

export const constraintDefinition = (constraint: Constraint, table: TableName, dialect: Dialect): string =>
  standard.constraintDefinition(translated(constraint, table), dialect);

export function addConstraint(op: AddConstraint, context: LoweringContext): readonly Lowered[] {
  const { table, constraint } = op;
  if (constraint.kind === 'primaryKey' || constraint.kind === 'unique')
    refuseLargeConstraint(constraint, context.schema.table(table)?.columns ?? []);
  const required = constraint.kind === 'primaryKey' ? requireColumns(constraint.columns, table, context) : [];
  return [...required, ...standard.addConstraint({ ...op, constraint: translated(constraint, table) }, context)];
}

/**
 * A key on a column that may hold NULL is refused; other databases make the column NOT NULL by themselves:
 * https://learn.microsoft.com/sql/relational-databases/tables/create-primary-keys
 */
function requireColumns(
  names: readonly string[],
  table: TableName,
  { dialect, schema }: LoweringContext,
): readonly Lowered[] {
  const known = schema.table(table)?.columns ?? [];
  const nullable = known.filter(({ name, nullable, identity }) => names.includes(name) && nullable && !identity);
  const alter = `ALTER TABLE ${writeTable(dialect, table)} ALTER COLUMN`;
  return nullable.map(({ name, type }) =>
    schemaStatement(`${alter} ${writeName(dialect, name)} ${writeType(dialect, type)} NOT NULL`),
  );
}
