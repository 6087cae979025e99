import type { AddColumnOptions } from '../../ops/add-column.ts';
import type { Op } from '../../ops/index.ts';
import { findTable } from '../../schema/model.ts';
import type { TableName } from '../../schema/table.ts';
import { unread } from '../reading.ts';
import { constraintNamed, keyColumns } from '../schema-facts.ts';
import { added, changed, droppedConstraint, formerColumn, renamedColumn, restated } from './actions.ts';
import { needColumn } from './columns.ts';
import { needItem } from './create-table.ts';
import { type Cursor, is, need, needList, needName, refuseHere, take, takeOneOf } from './cursor.ts';
import { takeTableOptions } from './table-options.ts';
import { takeDefault } from './values.ts';

const WORDS = [
  'ADD', 'DROP PRIMARY KEY', 'DROP FOREIGN KEY', 'DROP CHECK', 'DROP CONSTRAINT', 'DROP INDEX', 'DROP KEY', 'DROP', 'MODIFY', 'CHANGE',
  'ALTER', 'RENAME COLUMN', 'RENAME INDEX', 'RENAME KEY', 'RENAME', 'ALGORITHM =', 'LOCK =',
] as const;

/** https://dev.mysql.com/doc/refman/8.4/en/alter-table.html */
export function mysqlAction(cursor: Cursor, table: TableName): readonly Op[] {
  switch (takeOneOf(cursor, WORDS)) {
    case 'ADD':
      return add(cursor, table);
    case 'DROP PRIMARY KEY':
      return [dropPrimaryKey(cursor, table)];
    case 'DROP FOREIGN KEY':
    case 'DROP CHECK':
    case 'DROP CONSTRAINT':
      return [droppedConstraint(cursor, table)];
    case 'DROP INDEX':
    case 'DROP KEY':
      return [dropIndex(cursor, table)];
    case 'DROP': {
      take(cursor, 'COLUMN');
      const ifExists = take(cursor, 'IF EXISTS');
      return [{ op: 'dropColumn', table, column: needName(cursor), ...(ifExists && { ifExists }) }];
    }
    case 'MODIFY':
      take(cursor, 'COLUMN');
      return [modify(cursor, table)];
    case 'CHANGE':
      take(cursor, 'COLUMN');
      return [modify(cursor, table, needName(cursor))];
    case 'ALTER':
      return [changeDefault(cursor, table)];
    case 'RENAME COLUMN':
      return [renamedColumn(cursor, table)];
    case 'RENAME INDEX':
    case 'RENAME KEY':
      return [renameIndex(cursor, table)];
    case 'RENAME':
      takeOneOf(cursor, ['TO', 'AS']);
      return [{ op: 'renameTable', table, to: needName(cursor) }];
    case 'ALGORITHM =':
    case 'LOCK =':
      // How the server goes about it.
      take(cursor, 'DEFAULT') || needName(cursor);
      return [];
    default:
      return setOptions(cursor, table);
  }
}

function add(cursor: Cursor, table: TableName): readonly Op[] {
  const isColumn = take(cursor, 'COLUMN');
  const ifNotExists = take(cursor, 'IF NOT EXISTS');
  if (is(cursor, '(')) return needList(cursor, (each) => needColumn(each, { table })).flatMap((item) => added(item, table, cursor));
  const item = isColumn || ifNotExists ? needColumn(cursor, { table }) : needItem(cursor, table);
  if (!('column' in item)) return added(item, table, cursor);
  const on = takePosition(cursor);
  return added(item, table, cursor).map((op) => ({ ...op, ...(ifNotExists && { ifNotExists }), ...(on && { on }) }) as Op);
}

function takePosition(cursor: Cursor): AddColumnOptions | undefined {
  if (take(cursor, 'FIRST')) return { [cursor.dialect]: { position: 'first' } };
  return take(cursor, 'AFTER') ? { [cursor.dialect]: { position: { after: needName(cursor) } } } : undefined;
}

/** A column, said anew; `name` is its former name where it gets another. */
function modify(cursor: Cursor, table: TableName, name?: string): Op {
  const { column: written, constraints } = needColumn(cursor, { table });
  if (constraints.length > 0) unread('it adds a constraint in the line of a column that is there');
  const former = formerColumn(cursor, table, name ?? written.name);
  // A key takes no NULL, whatever is said of it.
  const isKey = former !== undefined && keyColumns(table, cursor.before).includes(former.name);
  const column = isKey ? { ...written, nullable: false } : written;
  const on = takePosition(cursor);
  return { ...restated(table, column, former, name), ...(on && { on }) } as Op;
}

function changeDefault(cursor: Cursor, table: TableName): Op {
  take(cursor, 'COLUMN');
  const column = needName(cursor);
  if (take(cursor, 'DROP DEFAULT')) return changed(table, column, { default: null });
  need(cursor, 'SET DEFAULT');
  return changed(table, column, { default: takeDefault(cursor, formerColumn(cursor, table, column)?.type) ?? null });
}

function dropPrimaryKey({ before }: Cursor, table: TableName): Op {
  const key = findTable(before, table)?.constraints.find(({ kind }) => kind === 'primaryKey');
  if (key?.name === undefined) return unread('which primary key it drops, no op says');
  return { op: 'dropConstraint', table, name: key.name, kind: 'primaryKey' };
}

/** A unique constraint is an index there. */
export function dropIndex(cursor: Cursor, table: TableName): Op {
  const ifExists = take(cursor, 'IF EXISTS');
  const name = needName(cursor);
  const known = findTable(cursor.before, table);
  if (known?.indexes.some((index) => index.name === name)) return { op: 'dropIndex', table, name, ...(ifExists && { ifExists }) };
  return { op: 'dropConstraint', table, name, kind: constraintNamed(table, name, cursor.before).kind };
}

function renameIndex(cursor: Cursor, table: TableName): Op {
  const name = needName(cursor);
  need(cursor, 'TO');
  const to = needName(cursor);
  const known = findTable(cursor.before, table);
  if (known?.indexes.some((index) => index.name === name)) return { op: 'renameIndex', table, name, to };
  return { op: 'renameConstraint', table, name, to, kind: constraintNamed(table, name, cursor.before).kind };
}

function setOptions(cursor: Cursor, table: TableName): readonly Op[] {
  const start = cursor.at;
  const { on, comment, start: next } = takeTableOptions(cursor);
  if (cursor.at === start || next !== undefined) return refuseHere(cursor);
  return [
    ...(on ? [{ op: 'setTableOptions', table, on } as const] : []),
    ...(comment === undefined ? [] : [{ op: 'setTableComment', table, comment: comment || null } as const]),
  ];
}
