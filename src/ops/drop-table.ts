import * as v from 'valibot';
import { removeTable } from '../schema/model.ts';
import type { Table, TableName } from '../schema/table.ts';
import { type TableRef, toTableName } from './builders.ts';
import type { CreateTable } from './create-table.ts';
import { displayTable } from './display.ts';
import type { Op } from './index.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, tableName } from './shapes.ts';
import { call, tableSource } from './source.ts';

export interface DropTable extends OpBase {
  readonly op: 'dropTable';
  readonly table: TableName;
}

export function dropTable(table: TableRef): DropTable {
  return { op: 'dropTable', table: toTableName(table), ...origin() };
}

/** The ops that make a table as it is. Its rows are not in the model and do not come back. */
function recreate({ name, columns, constraints, indexes, comment }: Table): readonly Op[] {
  const create: CreateTable = {
    op: 'createTable',
    table: name,
    columns,
    constraints,
    ...(comment !== undefined && { comment }),
  };
  return [create, ...indexes.map((index): Op => ({ op: 'createIndex', table: name, index }))];
}

export const dropTableDefinition: OpDefinition<DropTable> = {
  shape: () => v.strictObject({ op: v.literal('dropTable'), table: tableName, ...baseFields }),
  describe: ({ table }) => `drop table ${displayTable(table)}`,
  reverse: ({ table }, before) => {
    const known = before.table(table);
    return known ? recreate(known) : irreversible(`no op made table '${displayTable(table)}', so its shape is not known`);
  },
  evolve: (schema, { table }) => removeTable(schema, table),
  source: ({ table }) => call('dropTable', tableSource(table)),
};
