import * as v from 'valibot';
import { changeTable } from '../schema/model.ts';
import type { Column, TableName } from '../schema/table.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { dropColumn } from './drop-column.ts';
import type { OpBase, OpDefinition } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, columnShape, tableName } from './shapes.ts';
import { call, columnSource, tableSource } from './source.ts';

export interface AddColumn extends OpBase {
  readonly op: 'addColumn';
  readonly table: TableName;
  readonly column: Column;
}

/** `addColumn('account', column('email', types.string(254)))` */
export function addColumn(table: TableRef, column: Column): AddColumn {
  return { op: 'addColumn', table: toTableName(table), column, ...origin() };
}

export const addColumnDefinition: OpDefinition<AddColumn> = {
  shape: () => v.strictObject({ op: v.literal('addColumn'), table: tableName, column: columnShape, ...baseFields }),
  describe: ({ table, column }) => `add column ${displayTable(table)}.${column.name}`,
  reverse: ({ table, column }) => [dropColumn(table, column.name)],
  evolve: (schema, { table, column }) =>
    changeTable(schema, table, (known) => ({ ...known, columns: [...known.columns, column] })),
  source: ({ table, column }) => call('addColumn', tableSource(table), columnSource(column)),
};
