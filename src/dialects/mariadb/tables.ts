import type { CreateTable } from '../../ops/create-table.ts';
import type { Lowered, LoweringContext } from '../dialect.ts';
import { refuseLargeKey } from '../standard/key-columns.ts';
import { createTableWithOptions, primaryKeyColumns } from '../standard/table-with-options.ts';
import { refuseExpressions } from './indexes.ts';
import { withoutImpliedDefaults } from './timestamp-defaults.ts';

/**
 * Long values can be unique, by a hash, but no primary key:
 * https://mariadb.com/docs/server/reference/data-types/string-data-types/blob
 */
export function createTable(op: CreateTable, context: LoweringContext): readonly Lowered[] {
  const { columns, constraints, indexes } = op;
  indexes.forEach(refuseExpressions);
  refuseLargeKey(columns, primaryKeyColumns(constraints), 'a primary key');
  return withoutImpliedDefaults(createTableWithOptions(op, context), columns);
}
