import * as v from 'valibot';
import { isUnchecked, validated } from '../schema/constraint.ts';
import { findTable, putTable } from '../schema/model.ts';
import type { Table, TableName, TableOptions } from '../schema/table.ts';
import { call } from '../typescript/index.ts';
import { type TableItem, type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { dropTable } from './drop-table.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, objectName } from './shapes.ts';
import { contentsSource, nameSource, settings as settingsSource } from './source.ts';
import { type TableContents, contentsFields, keysAreColumns, tableContents } from './table-contents.ts';
import { tableOptions } from './table-shapes.ts';

export interface CreateTable extends OpBase, TableContents {
  readonly op: 'createTable';
  readonly table: TableName;
  readonly comment?: string;
  readonly ifNotExists?: boolean;
  /** Gone at the end of the session. */
  readonly temporary?: boolean;
  readonly on?: TableOptions;
}

export interface CreateTableSettings extends Pick<CreateTable, 'comment' | 'ifNotExists' | 'temporary' | 'on'> {}

/** `createTable('account', [column(…), primaryKey(['id']), index(['email'])], { comment })`, in any order. */
export const createTable = (table: TableRef, contents: readonly TableItem[], settings: CreateTableSettings = {}): CreateTable => ({
  ...settings,
  op: 'createTable',
  table: toTableName(table),
  ...tableContents(contents),
  ...origin(),
});

/** A table without rows has none that a constraint does not hold for. */
const tableOf = ({ table, columns, constraints, indexes, comment, temporary, on }: CreateTable): Table => ({
  name: table,
  columns,
  constraints: constraints.some(isUnchecked) ? constraints.map(validated) : constraints,
  indexes,
  ...(comment !== undefined && { comment }),
  ...(temporary && { temporary }),
  ...(on && { on }),
});

export const createTableDefinition: OpDefinition<CreateTable> = {
  shape: () => v.pipe(
    v.strictObject({
      op: v.literal('createTable'),
      table: objectName,
      ...contentsFields(),
      comment: v.exactOptional(v.string()),
      ifNotExists: flag,
      temporary: flag,
      on: v.exactOptional(tableOptions),
      ...baseFields,
    }),
    keysAreColumns(),
  ),
  describe: ({ table }) => `create table ${displayTable(table)}`,
  reverse: ({ table, ifNotExists }, before) => {
    if (!ifNotExists) return [dropTable(table)];
    if (before.table(table)) return [];
    return irreversible(`whether table '${displayTable(table)}' was there before is not known`);
  },
  evolve: (schema, op) => (op.ifNotExists && findTable(schema, op.table) ? schema : putTable(schema, tableOf(op))),
  source: ({ table, comment, ifNotExists, temporary, on, ...contents }) =>
    call('createTable', nameSource(table), contentsSource(contents), settingsSource({ comment, ifNotExists, temporary, on })),
};
