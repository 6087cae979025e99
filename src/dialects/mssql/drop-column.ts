import type { DropColumn } from '../../ops/drop-column.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import * as columns from '../standard/columns.ts';
import * as constraints from '../standard/constraints.ts';
import { dependentsOf } from '../standard/dependents.ts';
import { dropIndexOnTable } from '../standard/indexes.ts';
import { dropDefault, dropEnumCheck } from './column-constraints.ts';

/**
 * SQL Server drops a column only when nothing rests on it any more, so its indexes and constraints go before:
 * https://learn.microsoft.com/sql/t-sql/statements/alter-table-transact-sql (DROP COLUMN)
 */
export function dropColumn(op: DropColumn, context: LoweringContext): readonly Lowered[] {
  const { table, column } = op;
  const { dialect, schema } = context;
  const known = schema.table(table);
  const definition = known?.columns.find(({ name }) => name === column);
  const { primaryKey, uniques, foreignKeys, checks, indexes } = dependentsOf(known, column);
  return [
    ...indexes.flatMap(({ name }) => dropIndexOnTable({ op: 'dropIndex', table, name }, context)),
    ...[...foreignKeys, ...checks, ...uniques, ...(primaryKey ? [primaryKey] : [])].flatMap((each) =>
      dropConstraint(op, each, context),
    ),
    ...(definition?.type.type === 'enum' ? [dropEnumCheck(table, column, false, dialect)] : []),
    ...(definition && definition.default === undefined ? [] : [dropDefault(table, column, dialect)]),
    ...columns.dropColumn(op, context),
  ];
}

function dropConstraint(
  { table, column }: DropColumn,
  { name, kind }: Constraint,
  context: LoweringContext,
): readonly Lowered[] {
  if (name !== undefined) return constraints.dropConstraint({ op: 'dropConstraint', table, name, kind }, context);
  return refuse(
    `SQL Server keeps column '${column}' while its ${kind} constraint is there, which has no name to drop it by`,
    'Drop it by execute(…) before, with the name that the database gave it.',
  );
}
