import type { Constraint } from '../../schema/constraint.ts';
import type { Column, Generated } from '../../schema/table.ts';
import { constraintUses } from '../../schema/uses.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { ownCollation } from '../standard/collation.ts';
import { writeFragment, writeName } from '../write.ts';

export type ComputedColumn = Column & { readonly generated: Generated };

export const isComputed = (column: Column): column is ComputedColumn => column.generated !== undefined;

/**
 * `name AS (expression) [PERSISTED [NOT NULL]]`: its type is the expression's own, so that another one is a CAST in the
 * expression. Whether it can hold NULL follows from the expression as well, unless it is kept in the row, and may be
 * said then:
 * https://learn.microsoft.com/sql/relational-databases/tables/specify-computed-columns-in-a-table
 * https://learn.microsoft.com/sql/t-sql/statements/create-table-transact-sql (computed_column_definition)
 */
export function computedColumn(column: ComputedColumn, required: boolean, dialect: Dialect): string {
  const { name, type, generated, collation } = column;
  const { expression, stored } = generated;
  if (ownCollation(collation, dialect) !== undefined)
    refuse(`the computed column '${name}' has a collation`, 'Put COLLATE … into its expression instead.');
  if (type.type === 'enum')
    refuse(
      `the computed column '${name}' is of type enum`,
      'Use types.string(n), and a check(…) on the column that it is computed from.',
    );
  if (required && stored === false) {
    refuse(
      `the computed column '${name}' is NOT NULL, which SQL Server says only of one that is kept in the row`,
      "Use 'stored: true', or leave 'nullable: false' out: an expression that gives no NULL makes none.",
    );
  }
  const persisted = isPersisted(column) || required ? ` PERSISTED${required ? ' NOT NULL' : ''}` : '';
  return `${writeName(dialect, name)} AS (${writeFragment(dialect, expression)})${persisted}`;
}

const isPersisted = ({ generated, nullable }: ComputedColumn): boolean => generated.stored ?? !nullable;

/**
 * "CHECK constraints on computed columns must also be marked PERSISTED", and so must foreign keys (error 1764):
 * https://learn.microsoft.com/sql/t-sql/statements/alter-table-computed-column-definition-transact-sql
 */
export function refuseUnpersisted(constraints: readonly Constraint[], columns: readonly Column[]): void {
  const computed = columns.filter(isComputed).filter((column) => !isPersisted(column));
  const needy = constraints.filter(({ kind }) => kind === 'check' || kind === 'foreignKey');
  const found = computed.find(({ name }) => needy.some((each) => constraintUses(each, name)));
  if (!found) return;
  refuse(
    `a check or a foreign key is on the computed column '${found.name}', which is not kept in the row`,
    "SQL Server takes it of one that is: generated: { expression: …, stored: true }.",
  );
}
