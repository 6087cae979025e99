import type { AddColumn } from '../../ops/add-column.ts';
import { type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import { addKeyedColumn } from '../standard/add-keyed-column.ts';
import { dropColumnWithDependents } from '../standard/drop-column-with-dependents.ts';
import { refuseLargeKey } from '../standard/key-columns.ts';
import { primaryKeyColumns } from '../standard/table-with-options.ts';
import { dropConstraint } from './constraints.ts';
import { dropIndex, refuseExpressions } from './indexes.ts';
import { withoutImpliedDefaults } from './timestamp-defaults.ts';

export function addColumn(op: AddColumn, context: LoweringContext): readonly Lowered[] {
  const { column, constraints, indexes, ifNotExists } = op;
  if (ifNotExists && constraints.length + indexes.length > 0) {
    refuse(
      `where the column '${column.name}' is there already, its constraints and indexes would still be added`,
      'Leave ifNotExists out, or add them with ops of their own.',
    );
  }
  indexes.forEach(refuseExpressions);
  refuseLargeKey([column], primaryKeyColumns(constraints), 'a primary key');
  return withoutImpliedDefaults(addKeyedColumn(op, context), [column]);
}

export const dropColumn = dropColumnWithDependents({ dropConstraint, dropIndex });
