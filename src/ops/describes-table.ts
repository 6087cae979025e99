import * as v from 'valibot';
import { declareTable } from '../schema/model.ts';
import type { Table, TableName, TableOptions } from '../schema/table.ts';
import { call } from '../typescript/index.ts';
import { type TableItem, type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import type { OpBase, OpDefinition } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, objectName } from './shapes.ts';
import { contentsSource, nameSource, settings as settingsSource } from './source.ts';
import { type TableContents, contentsFields, keysAreColumns, tableContents } from './table-contents.ts';
import { tableOptions } from './table-shapes.ts';

/** The shape of a table that hand-written SQL made or changed, or that was there before the first revision. */
export interface DescribesTable extends OpBase, TableContents {
  readonly op: 'describesTable';
  readonly table: TableName;
  readonly comment?: string;
  /** Gone at the end of the session. */
  readonly temporary?: boolean;
  readonly on?: TableOptions;
}

export interface DescribesTableSettings extends Pick<DescribesTable, 'comment' | 'temporary' | 'on'> {}

/** `describesTable('account', [column(…), primaryKey(['id'], { name: 'account_pkey' })])`: as `createTable` takes it. */
export const describesTable = (
  table: TableRef,
  contents: readonly TableItem[],
  settings: DescribesTableSettings = {},
): DescribesTable => ({
  ...settings,
  op: 'describesTable',
  table: toTableName(table),
  ...tableContents(contents),
  ...origin(),
});

const tableOf = ({ table, columns, constraints, indexes, comment, temporary, on }: DescribesTable): Table => ({
  name: table,
  columns,
  constraints,
  indexes,
  ...(comment !== undefined && { comment }),
  ...(temporary && { temporary }),
  ...(on && { on }),
});

export const describesTableDefinition: OpDefinition<DescribesTable> = {
  shape: () => v.pipe(
    v.strictObject({
      op: v.literal('describesTable'),
      table: objectName,
      ...contentsFields(),
      comment: v.exactOptional(v.string()),
      temporary: flag,
      on: v.exactOptional(tableOptions),
      ...baseFields,
    }),
    keysAreColumns(),
  ),
  describe: ({ table, columns }) => `table ${displayTable(table)} is (${columns.map(({ name }) => name).join(', ')})`,
  // It changes nothing in the database, so that there is nothing to undo.
  reverse: () => [],
  evolve: (schema, op) => declareTable(schema, tableOf(op)),
  source: ({ table, comment, temporary, on, ...contents }) =>
    call('describesTable', nameSource(table), contentsSource(contents), settingsSource({ comment, temporary, on })),
};
