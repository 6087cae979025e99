import type { ColumnChanges } from '../../ops/alter-column.ts';
import { type AddEnumValue, withValue } from '../../ops/add-enum-value.ts';
import { isOfEnum } from '../../ops/enum-values.ts';
import type { Op } from '../../ops/index.ts';
import type { RenameEnumValue } from '../../ops/rename-enum-value.ts';
import type { ObjectName } from '../../schema/name.ts';
import type { Table } from '../../schema/table.ts';
import { literal, name as nameOf, sql } from '../../sql/fragment.ts';
import { type Lowered, type LoweringContext, emulated } from '../dialect.ts';
import { lowerInTurn } from './one-by-one.ts';

/** Where enums are no types of their own, their values stand in each column's type. */
export const ENUMS_IN_COLUMNS = 'each column of types.enum(…) holds the list of values itself';

type Change = (column: string, values: readonly string[], table: Table) => readonly Op[];

/** Changes every column of an enum type, in every table that an op made. */
function changeColumns(name: ObjectName, context: LoweringContext, change: Change): readonly Lowered[] {
  const statements = context.schema.tables().flatMap((table) => {
    const columns = table.columns.flatMap((column) => (isOfEnum(column, name) ? [column] : []));
    const changes = columns.flatMap((column) => change(column.name, column.type.values, table));
    return lowerInTurn(changes, table.name, context);
  });
  return emulated('every column of the type takes the new list', statements);
}

const withList = (
  table: Table,
  column: string,
  { schema, name }: ObjectName,
  values: readonly string[],
  rest: Pick<ColumnChanges, 'default'> = {},
): Op => ({
  op: 'alterColumn',
  table: table.name,
  column,
  to: { type: { type: 'enum', name, ...(schema !== undefined && { schema }), values }, ...rest },
});

/** A default that is the value takes its new name. */
const renamedDefault = (
  { columns }: Table,
  column: string,
  { value, to }: RenameEnumValue,
): Pick<ColumnChanges, 'default'> =>
  columns.find(({ name }) => name === column)?.default === value ? { default: to } : {};

export const addEnumValueInColumns = (op: AddEnumValue, context: LoweringContext): readonly Lowered[] =>
  changeColumns(op.name, context, (column, values, table) => [withList(table, column, op.name, withValue(values, op))]);

/**
 * The column takes both values, and the new one as its default where the old one was; then its rows take the new one,
 * then it lets go of the old one.
 */
export const renameEnumValueInColumns = (op: RenameEnumValue, context: LoweringContext): readonly Lowered[] => {
  const { name, value, to } = op;
  return changeColumns(name, context, (column, values, table) => [
    withList(
      table,
      column,
      name,
      values.flatMap((each) => (each === value ? [each, to] : [each])),
      renamedDefault(table, column, op),
    ),
    { op: 'updateRows', table: table.name, set: { [column]: to }, where: sql`${nameOf(column)} = ${literal(value)}` },
    withList(table, column, name, values.map((each) => (each === value ? to : each))),
  ]);
};
