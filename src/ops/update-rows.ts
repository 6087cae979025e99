import * as v from 'valibot';
import type { TableName } from '../schema/table.ts';
import type { Fragment, Value } from '../sql/fragment.ts';
import type { ColumnType } from '../sql/types.ts';
import { call, object } from '../typescript/index.ts';
import { type Cell, toCell } from './bulk-insert.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { type RowChangeSettings, rowChange } from './insert-from.ts';
import { type OpBase, type OpDefinition, undoneBy } from './op.ts';
import { origin } from './origin.ts';
import type { RowCount } from './row-count.ts';
import { baseFields, columnTypes, defaultValue, fragment, identifier, objectName, rowChangeFields } from './shapes.ts';
import { fragmentSource, nameSource, rowSettingsSource, valueSource } from './source.ts';

export interface UpdateRows extends OpBase {
  readonly op: 'updateRows';
  readonly table: TableName;
  readonly set: { readonly [column: string]: Cell };
  /** `null`: every row. */
  readonly where: Fragment | null;
  readonly expect?: RowCount;
  /** The SQL that undoes it. */
  readonly reverse?: Fragment;
  /** Types of columns that no op made. */
  readonly types?: { readonly [column: string]: ColumnType };
}

export interface UpdateRowsSettings extends RowChangeSettings {
  readonly types?: UpdateRows['types'] & {};
}

/** `` updateRows('account', { state: 'closed' }, sql`balance = 0`, { expect: { atMost: 100 } }) ``; `null`: every row. */
export function updateRows(
  table: TableRef,
  set: { readonly [column: string]: Value | Fragment },
  where: Fragment | null,
  { types, ...settings }: UpdateRowsSettings = {},
): UpdateRows {
  const cells = Object.fromEntries(Object.entries(set ?? {}).map(([column, value]) => [column, toCell(value)]));
  return {
    op: 'updateRows',
    table: toTableName(table),
    set: cells,
    where,
    ...rowChange(settings),
    ...(types && { types }),
    ...origin(),
  };
}

export const updateRowsDefinition: OpDefinition<UpdateRows> = {
  shape: () => v.strictObject({
    op: v.literal('updateRows'),
    table: objectName,
    set: v.pipe(
      v.record(identifier as v.GenericSchema<string, string>, defaultValue),
      v.check((set) => Object.keys(set).length > 0, 'expected at least one column'),
    ),
    where: v.nullable(fragment),
    types: v.exactOptional(columnTypes),
    ...rowChangeFields,
    ...baseFields,
  }),
  describe: ({ table, set }) => `update ${Object.keys(set).join(', ')} of rows in ${displayTable(table)}`,
  reverse: ({ reverse }) => undoneBy(reverse, 'what the rows held before is not known'),
  evolve: (schema) => schema,
  source: ({ table, set, where, expect, reverse, types }) =>
    call(
      'updateRows',
      nameSource(table),
      object(Object.fromEntries(Object.entries(set).map(([column, value]) => [column, valueSource(value)]))),
      where === null ? 'null' : fragmentSource(where),
      rowSettingsSource({ expect, reverse, types }),
    ),
};
