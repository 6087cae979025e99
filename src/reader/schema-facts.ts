import type { SchemaModel } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';
import type { TableName } from '../schema/table.ts';
import { unread } from './reading.ts';

/** The table of an index, where an index is named without it: it is in the schema of its table. */
export function indexTable({ schema, name }: ObjectName, before: SchemaModel): TableName {
  const tables = [...before.tables.values()].filter(
    (table) => table.name.schema === schema && table.indexes.some((index) => index.name === name),
  );
  const [table, another] = tables;
  return table && !another ? table.name : unread(`which table index '${name}' is of, no op says`);
}
