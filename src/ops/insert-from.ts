import * as v from 'valibot';
import type { TableName } from '../schema/table.ts';
import type { Fragment } from '../sql/fragment.ts';
import { call, texts } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { type SqlSource, toFragment } from './execute.ts';
import { type OpBase, type OpDefinition, undoneBy } from './op.ts';
import { origin } from './origin.ts';
import { type RowCount, type RowCountRef, toRowCount } from './row-count.ts';
import { baseFields, columnNames, fragment, objectName, rowChangeFields } from './shapes.ts';
import { fragmentSource, nameSource, settings as settingsSource } from './source.ts';

export interface InsertFrom extends OpBase {
  readonly op: 'insertFrom';
  readonly table: TableName;
  readonly columns: readonly string[];
  readonly query: Fragment;
  readonly expect?: RowCount;
  /** The SQL that undoes it. */
  readonly reverse?: Fragment;
}

/** Of the ops that change rows. */
export interface RowChangeSettings {
  /** How many rows it must touch: any other count stops the script. */
  readonly expect?: RowCountRef;
  /** The SQL that undoes it. */
  readonly reverse?: SqlSource;
}

export const rowChange = ({ expect, reverse }: RowChangeSettings): Pick<InsertFrom, 'expect' | 'reverse'> => ({
  ...(expect !== undefined && { expect: toRowCount(expect) }),
  ...(reverse !== undefined && { reverse: toFragment(reverse) }),
});

/** `` insertFrom('archive', ['id'], sql`SELECT id FROM account WHERE closed`, { expect: { atLeast: 1 } }) `` */
export function insertFrom(
  table: TableRef,
  columns: readonly string[],
  query: SqlSource,
  settings: RowChangeSettings = {},
): InsertFrom {
  return { op: 'insertFrom', table: toTableName(table), columns, query: toFragment(query), ...rowChange(settings), ...origin() };
}

export const insertFromDefinition: OpDefinition<InsertFrom> = {
  shape: () => v.strictObject({
    op: v.literal('insertFrom'),
    table: objectName,
    columns: columnNames,
    query: fragment,
    ...rowChangeFields,
    ...baseFields,
  }),
  describe: ({ table }) => `insert into ${displayTable(table)} from a query`,
  reverse: ({ reverse }) => undoneBy(reverse, 'which rows a query inserted is not known'),
  evolve: (schema) => schema,
  source: ({ table, columns, query, expect, reverse }) =>
    call('insertFrom', nameSource(table), texts(columns), fragmentSource(query), settingsSource({ expect, reverse })),
};
