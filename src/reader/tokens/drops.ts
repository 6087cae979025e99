import type { Op } from '../../ops/index.ts';
import type { ObjectName } from '../../schema/name.ts';
import type { TableName } from '../../schema/table.ts';
import { unread } from '../reading.ts';
import { indexTable } from '../schema-facts.ts';
import { dropIndex } from './alter-mysql.ts';
import { isMysql } from './constraints.ts';
import { type Cursor, commaList, need, needEnd, needName, needPath, needTable, refuseHere, take, takeOneOf } from './cursor.ts';
import { takeOnline } from './indexes.ts';

const KINDS = ['TEMPORARY TABLE', 'TABLE', 'INDEX', 'VIEW', 'SEQUENCE', 'SCHEMA', 'DATABASE', 'TRIGGER', 'FUNCTION', 'PROCEDURE'] as const;

/** Behind DROP. */
export function drop(cursor: Cursor): readonly Op[] {
  const kind = takeOneOf(cursor, KINDS) ?? refuseHere(cursor);
  const ops = kind === 'INDEX' ? [droppedIndex(cursor)] : dropped(kind, cursor);
  needEnd(cursor);
  return ops;
}

function dropped(kind: Exclude<(typeof KINDS)[number], 'INDEX'>, cursor: Cursor): readonly Op[] {
  const ifExists = take(cursor, 'IF EXISTS') ? { ifExists: true } : {};
  switch (kind) {
    case 'TABLE':
    case 'TEMPORARY TABLE':
      return dropTables(cursor, ifExists);
    case 'VIEW':
      return commaList(cursor, needPath).map((name): Op => ({ op: 'dropView', name, ...ifExists }));
    case 'SEQUENCE':
      return commaList(cursor, needPath).map((name): Op => ({ op: 'dropSequence', name, ...ifExists }));
    case 'SCHEMA':
    case 'DATABASE':
      return kind === 'SCHEMA' || isMysql(cursor) ? [{ op: 'dropSchema', name: needName(cursor), ...ifExists }] : refuseHere(cursor);
    case 'TRIGGER':
      return commaList(cursor, needPath).flatMap((name) => droppedTrigger(name, cursor, ifExists));
    default: {
      const routine = kind === 'FUNCTION' ? 'function' : 'procedure';
      return commaList(cursor, needPath).map((name): Op => ({ op: 'dropRoutine', kind: routine, name, ...ifExists }));
    }
  }
}

interface Optional {
  readonly ifExists?: boolean;
}

/** MySQL and MariaDB read CASCADE and RESTRICT over. */
function dropTables(cursor: Cursor, ifExists: Optional): readonly Op[] {
  const tables = commaList(cursor, needTable);
  const cascade = cursor.dialect === 'oracle' && take(cursor, 'CASCADE CONSTRAINTS') ? { cascade: true } : {};
  if (cursor.dialect === 'oracle') take(cursor, 'PURGE');
  if (isMysql(cursor)) takeOneOf(cursor, ['RESTRICT', 'CASCADE']);
  return tables.map((table): Op => ({ op: 'dropTable', table, ...ifExists, ...cascade }));
}

function droppedIndex(cursor: Cursor): Op {
  const start = cursor.at;
  const ifExists = take(cursor, 'IF EXISTS') ? { ifExists: true } : {};
  const path = needPath(cursor);
  if (cursor.dialect === 'sqlite' || cursor.dialect === 'oracle') {
    if (cursor.dialect === 'oracle') take(cursor, 'ONLINE');
    return { op: 'dropIndex', table: indexTable(path, cursor.before), name: path.name, ...ifExists };
  }
  need(cursor, 'ON');
  const table = needTable(cursor);
  const end = cursor.at;
  if (isMysql(cursor)) {
    cursor.at = start;
    const op = dropIndex(cursor, table);
    cursor.at = end;
    takeOnline(cursor);
    return op;
  }
  return { op: 'dropIndex', table, name: path.name, ...ifExists };
}

/** A trigger is dropped without its table: it is found by its name, in the schema that it is said to be in. */
function droppedTrigger(name: ObjectName, { before }: Cursor, ifExists: Optional): readonly Op[] {
  const known = [...before.objects.values()].filter((each) => each.kind === 'trigger' && each.name.name === name.name);
  const [trigger, another] = known.filter((each) => name.schema === undefined || each.name.schema === name.schema);
  if (another) return unread(`there are several triggers '${name.name}'`);
  const table: TableName | undefined = trigger?.kind === 'trigger' ? trigger.table : undefined;
  return table ? [{ op: 'dropTrigger', name: name.name, table, ...ifExists }] : [];
}
