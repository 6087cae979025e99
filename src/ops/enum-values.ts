import { type SchemaModel, findObject, putObject, putTable } from '../schema/model.ts';
import { type ObjectName, sameName } from '../schema/name.ts';
import type { Column, Table } from '../schema/table.ts';
import type { TypeOf } from '../sql/types.ts';

export type EnumColumn = Column & { readonly type: TypeOf<'enum'> };

/** Whether a column is of the enum type. */
export const isOfEnum = (column: Column, name: ObjectName): column is EnumColumn =>
  column.type.type === 'enum' && sameName(column.type, name);

/** The model with other values for an enum type, in the type itself and in every column of it. */
export function changeValues(
  schema: SchemaModel,
  name: ObjectName,
  change: (values: readonly string[]) => readonly string[],
): SchemaModel {
  const known = findObject(schema, 'enum', name);
  const typed = known ? putObject(schema, { ...known, values: change(known.values) }) : schema;
  const tables = [...typed.tables.values()].filter(({ columns }) => columns.some((column) => isOfEnum(column, name)));
  return tables.reduce((model, table) => putTable(model, withValues(table, name, change)), typed);
}

const withValues = (table: Table, name: ObjectName, change: (values: readonly string[]) => readonly string[]): Table => ({
  ...table,
  columns: table.columns.map((column) =>
    isOfEnum(column, name) ? { ...column, type: { ...column.type, values: change(column.type.values) } } : column,
  ),
});

/** The model where columns of the type have the value's new name as their default. */
export function renameDefaults(
  schema: SchemaModel,
  name: ObjectName,
  { value, to }: { readonly value: string; readonly to: string },
): SchemaModel {
  const isDefault = (column: Column): boolean => isOfEnum(column, name) && column.default === value;
  return [...schema.tables.values()]
    .filter(({ columns }) => columns.some(isDefault))
    .map((table) => ({
      ...table,
      columns: table.columns.map((column) => (isDefault(column) ? { ...column, default: to } : column)),
    }))
    .reduce(putTable, schema);
}
