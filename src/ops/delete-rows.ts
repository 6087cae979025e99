import * as v from 'valibot';
import type { TableName } from '../schema/table.ts';
import type { Fragment } from '../sql/fragment.ts';
import type { ColumnType } from '../sql/types.ts';
import { type Rows, rowsSource } from './bulk-insert.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { type RowChangeSettings, rowChange } from './insert-from.ts';
import { type OpBase, type OpDefinition, undoneBy } from './op.ts';
import { origin } from './origin.ts';
import type { RowCount } from './row-count.ts';
import { baseFields, columnNames, columnTypes, fragment, objectName, rowChangeFields, rowsShape } from './shapes.ts';
import { call, fragmentSource, nameSource, options, settings as settingsSource, texts } from './source.ts';

export interface DeleteRows extends OpBase {
  readonly op: 'deleteRows';
  readonly table: TableName;
  /** `null`: every row. */
  readonly where: Fragment | null;
  /** Instead of a condition: the rows whose `key` columns are as in one of `rows`. */
  readonly matching?: {
    readonly key: readonly string[];
    readonly columns: readonly string[];
    readonly rows: Rows;
    /** Types of columns that no op made. */
    readonly types?: { readonly [column: string]: ColumnType };
  };
  readonly expect?: RowCount;
  /** The SQL that undoes it. */
  readonly reverse?: Fragment;
}

/** `` deleteRows('account', sql`closed AND balance = 0`, { expect: { atMost: 100 } }) ``; `null`: every row. */
export function deleteRows(table: TableRef, where: Fragment | null, settings: RowChangeSettings = {}): DeleteRows {
  return { op: 'deleteRows', table: toTableName(table), where, ...rowChange(settings), ...origin() };
}

export const deleteRowsDefinition: OpDefinition<DeleteRows> = {
  shape: () => v.pipe(
    v.strictObject({
      op: v.literal('deleteRows'),
      table: objectName,
      where: v.nullable(fragment),
      matching: v.exactOptional(
        v.strictObject({ key: columnNames, columns: v.array(v.string()), rows: rowsShape, types: v.exactOptional(columnTypes) }),
      ),
      ...rowChangeFields,
      ...baseFields,
    }),
    v.check(({ where, matching }) => !where || !matching, "expected 'where' or 'matching', not both"),
  ),
  describe: ({ table, matching }) => `delete ${matching ? 'the inserted ' : ''}rows from ${displayTable(table)}`,
  reverse: ({ reverse }) => undoneBy(reverse, 'what the deleted rows held is not known'),
  evolve: (schema) => schema,
  source: ({ table, where, matching, expect, reverse }) => {
    const settings = settingsSource({ expect, reverse });
    if (!matching) return call('deleteRows', nameSource(table), where === null ? 'null' : fragmentSource(where), settings);
    const { key, columns, rows } = matching;
    const whole = options({ key: texts(key), columns: texts(columns), rows: rowsSource(columns, rows) });
    return `{ ...${call('deleteRows', nameSource(table), 'null', settings)}, matching: ${whole} }`;
  },
};
