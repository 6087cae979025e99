import type { DropColumn } from '../../ops/drop-column.ts';
import type { DropConstraint } from '../../ops/drop-constraint.ts';
import type { Constraint } from '../../schema/constraint.ts';
import type { Index } from '../../schema/table-index.ts';
import { type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import * as columns from './columns.ts';
import { dependentsOf } from './dependents.ts';
import { dropIndexOnTable } from './indexes.ts';

type DropConstraintOf = (op: DropConstraint, context: LoweringContext) => readonly Lowered[];

/**
 * MySQL and MariaDB keep a column that a foreign key (errors 1828, 1553), a check of several columns (3959) or an index
 * expression (3837) needs. A key of several columns would stay without it on MySQL, for other columns than it was made
 * for, and keeps it on MariaDB (1072). So those go before; what is on this column alone goes with it:
 * https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html
 * https://dev.mysql.com/doc/refman/8.4/en/alter-table.html#alter-table-add-drop-column
 * https://mariadb.com/kb/en/alter-table/#drop-column
 */
export const dropColumnWithDependents =
  (dropConstraint: DropConstraintOf) =>
  (op: DropColumn, context: LoweringContext): readonly Lowered[] => {
    const { table, column } = op;
    const { primaryKey, uniques, foreignKeys, checks, indexes } = dependentsOf(context.schema.table(table), column);
    const keys = [...uniques, ...(primaryKey ? [primaryKey] : [])].filter((key) => key.columns.length > 1);
    const named = checks.filter(({ name }) => name !== undefined);
    return [
      ...[...foreignKeys, ...named, ...keys].flatMap((each) => dropConstraint(dropOf(op, each, context), context)),
      ...indexes
        .filter((index) => staysBehind(index, column))
        .flatMap(({ name }) => dropIndexOnTable({ op: 'dropIndex', table, name }, context)),
      ...columns.dropColumn(op, context),
    ];
  };

const staysBehind = ({ keys }: Index, column: string): boolean =>
  keys.some((key) => !('column' in key && key.column === column));

/** A primary key is called PRIMARY, whatever its name. */
function dropOf({ table, column }: DropColumn, constraint: Constraint, { dialect }: LoweringContext): DropConstraint {
  const { kind, name = kind === 'primaryKey' ? 'PRIMARY' : undefined } = constraint;
  if (name !== undefined) return { op: 'dropConstraint', table, name, kind };
  return refuse(
    `${dialect.title} keeps column '${column}' while its ${kind} constraint is there, which has no name to drop it by`,
    'Drop it by execute(…) before, with the name that SHOW CREATE TABLE gives.',
  );
}
