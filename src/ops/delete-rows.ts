import * as v from 'valibot';
import type { TableName } from '../schema/table.ts';
import type { Fragment } from '../sql/fragment.ts';
import type { ColumnType } from '../sql/types.ts';
import { type Code, call, object, texts } from '../typescript/index.ts';
import { type DataFile, type Row, type Rows, rowsSource, toRows } from './bulk-insert.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { type RowChangeSettings, rowChange } from './insert-from.ts';
import { type OpBase, type OpDefinition, undoneBy } from './op.ts';
import { origin } from './origin.ts';
import type { RowCount } from './row-count.ts';
import { baseFields, columnNames, columnTypes, fragment, objectName, rowChangeFields, rowsShape } from './shapes.ts';
import { fragmentSource, nameSource, settings as settingsSource, typesSource } from './source.ts';

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

/** The rows that are as these in the key's columns. */
export interface MatchingRows {
  readonly key: readonly string[];
  readonly rows: readonly Row[] | DataFile;
  readonly types?: { readonly [column: string]: ColumnType };
}

/**
 * `` deleteRows('account', sql`closed AND balance = 0`, { expect: { atMost: 100 } }) ``; `null`: every row;
 * `deleteRows('currency', { key: ['code'], rows: [{ code: 'EUR' }] })`: the rows of a list.
 */
export function deleteRows(
  table: TableRef,
  where: Fragment | MatchingRows | null,
  settings: RowChangeSettings = {},
): DeleteRows {
  const condition = where !== null && isMatching(where) ? { where: null, matching: matchingOf(where) } : { where: where as Fragment | null };
  return { op: 'deleteRows', table: toTableName(table), ...condition, ...rowChange(settings), ...origin() };
}

const isMatching = (where: Fragment | MatchingRows): where is MatchingRows =>
  typeof where === 'object' && 'key' in where;

const matchingOf = ({ key, rows, types }: MatchingRows): NonNullable<DeleteRows['matching']> => ({
  key,
  ...toRows('deleteRows', rows),
  ...(types && { types }),
});

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
    v.check(({ matching, expect }) => !matching || !expect, "'expect' counts the rows of one statement, and a list may take several"),
  ),
  describe: ({ table, matching }) => `delete ${matching ? 'the inserted ' : ''}rows from ${displayTable(table)}`,
  reverse: ({ reverse }) => undoneBy(reverse, 'what the deleted rows held is not known'),
  evolve: (schema) => schema,
  source: ({ table, where, matching, expect, reverse }) => {
    const condition = matching ? matchingSource(matching) : where === null ? 'null' : fragmentSource(where);
    return call('deleteRows', nameSource(table), condition, settingsSource({ expect, reverse }));
  },
};

const matchingSource = ({ key, columns, rows, types }: NonNullable<DeleteRows['matching']>): Code =>
  object({ key: texts(key), rows: rowsSource(columns, rows), types: types && typesSource(types) });
