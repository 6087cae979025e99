import type { CreateTable } from '../../ops/create-table.ts';
import type { Op } from '../../ops/index.ts';
import type { Constraint } from '../../schema/constraint.ts';
import type { Column, TableName } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import { unread } from '../reading.ts';
import { type ReadColumn, needColumn } from './columns.ts';
import { isConstraint, needConstraint } from './constraints.ts';
import { type Cursor, need, needEnd, needList, needPath, refuseHere, take, takeOneOf } from './cursor.ts';
import { takeInlineIndex } from './indexes.ts';
import { type ReadOptions, takeTableOptions } from './table-options.ts';

/** A line of CREATE TABLE, or what ALTER TABLE adds. */
export type Item = ReadColumn | { readonly constraint: Constraint } | { readonly index: Index };

export function needItem(cursor: Cursor, table: TableName): Item {
  const index = takeInlineIndex(cursor);
  if (index) return { index };
  return isConstraint(cursor) ? { constraint: needConstraint(cursor, { table }) } : needColumn(cursor, { table });
}

const TEMPORARY = ['TEMPORARY', 'TEMP', 'GLOBAL TEMPORARY'] as const;

/** Behind CREATE; a table of a query has the columns of the query, and is not read. */
export function createTable(cursor: Cursor): readonly Op[] {
  const isTemporary = takeOneOf(cursor, TEMPORARY) !== undefined;
  need(cursor, 'TABLE');
  const ifNotExists = take(cursor, 'IF NOT EXISTS');
  const table = needPath(cursor);
  const items = needList(cursor, (each) => needItem(each, table));
  const options = takeTableOptions(cursor);
  if (isTemporary && cursor.dialect === 'oracle') take(cursor, 'ON COMMIT PRESERVE ROWS') || refuseHere(cursor);
  needEnd(cursor);
  const constraints = constraintsOf(items);
  const op: CreateTable = {
    op: 'createTable',
    table,
    columns: columnsOf(items, constraints, options, cursor),
    constraints,
    indexes: items.flatMap((item) => ('index' in item ? [item.index] : [])),
    ...(options.comment !== undefined && options.comment !== '' && { comment: options.comment }),
    ...(ifNotExists && { ifNotExists }),
    ...((isTemporary || (cursor.dialect === 'mssql' && table.name.startsWith('#'))) && { temporary: true }),
    ...(options.on && { on: options.on }),
  };
  return [op];
}

/** Those in the lines of columns first, as `createTable(…)` puts them. */
const constraintsOf = (items: readonly Item[]): readonly Constraint[] => [
  ...items.flatMap((item) => ('column' in item ? item.constraints : [])),
  ...items.flatMap((item) => ('constraint' in item ? [item.constraint] : [])),
];

function columnsOf(items: readonly Item[], constraints: readonly Constraint[], options: ReadOptions, cursor: Cursor): readonly Column[] {
  const key = constraints.find(({ kind }) => kind === 'primaryKey');
  const names = key?.kind === 'primaryKey' ? key.columns : [];
  const isKey = ({ name }: Column): boolean => names.some((each) => each.toLowerCase() === name.toLowerCase());
  return items
    .flatMap((item) => ('column' in item ? [item.column] : []))
    .map((column) => (isKey(column) ? keyColumn(column, names.length === 1, options, cursor) : column))
    .map((column) => (column.identity ? counted(column, options) : column));
}

/** MySQL and MariaDB say of the table where its AUTO_INCREMENT begins. */
const counted = (column: Column, { start }: ReadOptions): Column => (start === undefined ? column : { ...column, identity: { start } });

/**
 * A key takes no NULL, but in SQLite, where one of exactly INTEGER is the number of the row:
 * https://www.sqlite.org/lang_createtable.html#rowid
 */
function keyColumn(column: Column, isAlone: boolean, { on }: ReadOptions, { dialect }: Cursor): Column {
  if (dialect !== 'sqlite') return { ...column, nullable: false };
  if (on?.sqlite?.withoutRowid) return { ...column, nullable: false };
  if (!isAlone || column.type.type !== 'integer') return column;
  return column.default === undefined ? { ...column, nullable: false, identity: {} } : unread('the number of a row has a default');
}
