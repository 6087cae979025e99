import type { AddConstraint } from '../../ops/add-constraint.ts';
import type { Constraint, ReferentialAction } from '../../schema/constraint.ts';
import type { Table } from '../../schema/table.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import * as standard from '../standard/constraints.ts';
import { writeName, writeTable, writeType } from '../write.ts';

/**
 * There is no RESTRICT; NO ACTION is checked at the end of the statement, never later, so it does the same:
 * https://learn.microsoft.com/sql/relational-databases/tables/primary-and-foreign-key-constraints
 */
const action = (given: ReferentialAction): ReferentialAction => (given === 'restrict' ? 'noAction' : given);

const translated = (constraint: Constraint): Constraint =>
  constraint.kind === 'foreignKey'
    ? {
        ...constraint,
        ...(constraint.onDelete && { onDelete: action(constraint.onDelete) }),
        ...(constraint.onUpdate && { onUpdate: action(constraint.onUpdate) }),
      }
    : constraint;

export const constraintDefinition = (constraint: Constraint, dialect: Dialect): string =>
  standard.constraintDefinition(translated(constraint), dialect);

export function addConstraint(op: AddConstraint, context: LoweringContext): readonly Lowered[] {
  const { table, constraint } = op;
  const required = constraint.kind === 'primaryKey' ? requireColumns(constraint.columns, context.schema.table(table), context) : [];
  return [...required, ...standard.addConstraint({ ...op, constraint: translated(constraint) }, context)];
}

/**
 * A key on a column that may hold NULL is refused; other databases make the column NOT NULL by themselves:
 * https://learn.microsoft.com/sql/relational-databases/tables/create-primary-keys
 */
function requireColumns(names: readonly string[], table: Table | undefined, { dialect }: LoweringContext): readonly Lowered[] {
  const nullable = table?.columns.filter(({ name, nullable, identity }) => names.includes(name) && nullable && !identity) ?? [];
  return nullable.map(({ name, type }) =>
    schemaStatement(
      `ALTER TABLE ${table ? writeTable(dialect, table.name) : ''} ALTER COLUMN ${writeName(dialect, name)} ${writeType(dialect, type)} NOT NULL`,
    ),
  );
}
