import type { Check } from '../../schema/constraint.ts';
import type { Table } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import { generatedFrom, isIndexKey } from '../../schema/uses.ts';
import { mentions } from '../../sql/mentions.ts';
import { type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import { dependentsOf } from '../standard/dependents.ts';
import { dropIndex } from './indexes.ts';
import { hasZone } from './keys.ts';

/** A check that DROP COLUMN does not take along, since it is on other columns too (ORA-12991). */
export const usesOthers = ({ expression }: Check, { columns }: Table, column: string): boolean =>
  columns.some(({ name }) => name !== column && mentions(expression, name));

/**
 * Expressions, descending keys and instants, whose keys are in UTC, are kept as hidden columns that rest on the column,
 * and would keep it from going or changing, as virtual columns do:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-INDEX.html (index_expr)
 */
function isFunctionBased({ keys }: Index, { columns }: Table): boolean {
  const computed = columns.filter((column) => hasZone(column) || column.generated).map(({ name }) => name);
  return keys.some((key) => 'expression' in key || key.order === 'desc' || computed.includes(key.column));
}

export const functionBasedIndexes = (table: Table | undefined, column: string): readonly Index[] =>
  dependentsOf(table, column).indexes.filter(
    (index) => table && isFunctionBased(index, table) && isIndexKey(index, column),
  );

export const dropFunctionBased = (
  table: Table | undefined,
  column: string,
  context: LoweringContext,
): readonly Lowered[] =>
  functionBasedIndexes(table, column).flatMap(({ name }) =>
    table ? dropIndex({ op: 'dropIndex', table: table.name, name }, context) : [],
  );

export const refuseShared = (column: string, { name }: Check): never =>
  refuse(
    `${name === undefined ? 'a check without a name' : `the check '${name}'`} is on column '${column}' and others`,
    'Drop the check before, and add it again after where it is still wanted.',
  );

/**
 * A column that others are computed from keeps its name and type (ORA-54032, ORA-54033):
 * https://docs.oracle.com/en/error-help/db/ora-54033/
 */
export function refuseComputedFrom(table: Table | undefined, column: string, change: string): void {
  const computed = table?.columns.find((each) => generatedFrom(each, column));
  if (!computed) return;
  refuse(
    `'${column}' gets another ${change}, and Oracle refuses that while '${computed.name}' is computed from it`,
    `Drop the column '${computed.name}' before and add it again after: it holds no values of its own.`,
  );
}
