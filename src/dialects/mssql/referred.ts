import { displayTable } from '../../ops/display.ts';
import type { SchemaView } from '../../schema/model.ts';
import { sameName } from '../../schema/name.ts';
import type { TableName } from '../../schema/table.ts';
import { refuse } from '../dialect.ts';

/**
 * A column that a foreign key references is neither altered nor dropped, and CASCADE takes no foreign key along:
 * https://learn.microsoft.com/sql/t-sql/statements/alter-table-transact-sql (ALTER COLUMN, DROP COLUMN)
 */
export function refuseReferred(table: TableName, column: string, schema: SchemaView, verb: 'alters' | 'drops'): void {
  const keys = schema.referrersOf(table).flatMap(({ name: from, constraints }) =>
    constraints.flatMap((each) =>
      each.kind === 'foreignKey' && sameName(each.references.table, table) && each.references.columns.includes(column)
        ? [`'${each.name}' of '${displayTable(from)}'`]
        : [],
    ),
  );
  if (!keys.length) return;
  refuse(
    `column '${column}' is referenced by foreign key ${keys.join(' and ')}, and SQL Server ${verb} no such column`,
    `Drop each with dropConstraint(…) before${verb === 'alters' ? ', and add it again after' : ''}.`,
  );
}
