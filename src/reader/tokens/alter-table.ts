import type { Op } from '../../ops/index.ts';
import type { TableName } from '../../schema/table.ts';
import { added, renamedColumn } from './actions.ts';
import { mssqlAction } from './alter-mssql.ts';
import { mysqlAction } from './alter-mysql.ts';
import { oracleAction } from './alter-oracle.ts';
import { needColumn } from './columns.ts';
import { type Cursor, commaList, needEnd, needName, needTable, refuseHere, take, takeOneOf } from './cursor.ts';

/** Behind ALTER TABLE. */
export function alterTable(cursor: Cursor): readonly Op[] {
  if (cursor.dialect === 'mariadb') take(cursor, 'IF EXISTS');
  const table = needTable(cursor);
  const ops = ACTIONS[cursor.dialect](cursor, table);
  needEnd(cursor);
  return ops;
}

type ReadActions = (cursor: Cursor, table: TableName) => readonly Op[];

const listed =
  (action: ReadActions): ReadActions =>
  (cursor, table) =>
    commaList(cursor, (each) => action(each, table)).flat();

const ACTIONS = {
  postgresql: (cursor: Cursor) => refuseHere(cursor),
  mysql: listed(mysqlAction),
  mariadb: listed(mysqlAction),
  mssql: mssqlAction,
  oracle: oracleAction,
  sqlite: sqliteAction,
} as const;

/** https://www.sqlite.org/lang_altertable.html */
function sqliteAction(cursor: Cursor, table: TableName): readonly Op[] {
  switch (takeOneOf(cursor, ['RENAME TO', 'RENAME', 'ADD', 'DROP'])) {
    case 'RENAME TO':
      return [{ op: 'renameTable', table, to: needName(cursor) }];
    case 'RENAME':
      return [renamedColumn(cursor, table)];
    case 'ADD':
      take(cursor, 'COLUMN');
      return added(needColumn(cursor, { table }), table, cursor);
    case 'DROP':
      take(cursor, 'COLUMN');
      return [{ op: 'dropColumn', table, column: needName(cursor) }];
    default:
      return refuseHere(cursor);
  }
}
