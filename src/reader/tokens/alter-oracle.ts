import type { ColumnChanges } from '../../ops/alter-column.ts';
import type { Op } from '../../ops/index.ts';
import type { TableName } from '../../schema/table.ts';
import { constraintNamed } from '../schema-facts.ts';
import { added, changed, droppedConstraint, formerColumn, renamedColumn } from './actions.ts';
import { needItem } from './create-table.ts';
import { type Cursor, atEnd, is, need, needList, needName, needNames, peek, refuseHere, take, takeOneOf } from './cursor.ts';
import { needType } from './types.ts';
import { takeDefault } from './values.ts';

const WORDS = ['ADD', 'MODIFY', 'DROP COLUMN', 'DROP CONSTRAINT', 'DROP', 'RENAME TO', 'RENAME COLUMN', 'RENAME CONSTRAINT'] as const;

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-TABLE.html */
export function oracleAction(cursor: Cursor, table: TableName): readonly Op[] {
  switch (takeOneOf(cursor, WORDS)) {
    case 'ADD':
      return oneOrList(cursor, (each) => needItem(each, table)).flatMap((item) => added(item, table, cursor));
    case 'MODIFY':
      return oneOrList(cursor, (each) => modify(each, table));
    case 'DROP COLUMN':
      return dropColumns([needName(cursor)], cursor, table);
    case 'DROP CONSTRAINT': {
      const op = droppedConstraint(cursor, table);
      return [take(cursor, 'CASCADE') ? ({ ...op, cascade: true } as Op) : op];
    }
    case 'DROP':
      return is(cursor, '(') ? dropColumns(needNames(cursor), cursor, table) : refuseHere(cursor);
    case 'RENAME TO':
      return [{ op: 'renameTable', table, to: needName(cursor) }];
    case 'RENAME COLUMN':
      return [renamedColumn(cursor, table)];
    case 'RENAME CONSTRAINT': {
      const name = needName(cursor);
      need(cursor, 'TO');
      return [{ op: 'renameConstraint', table, name, to: needName(cursor), kind: constraintNamed(table, name, cursor.before).kind }];
    }
    default:
      return refuseHere(cursor);
  }
}

const oneOrList = <T>(cursor: Cursor, item: (cursor: Cursor) => T): readonly T[] =>
  is(cursor, '(') ? needList(cursor, item) : [item(cursor)];

function dropColumns(columns: readonly string[], cursor: Cursor, table: TableName): readonly Op[] {
  const cascade = take(cursor, 'CASCADE CONSTRAINTS');
  return columns.map((column): Op => ({ op: 'dropColumn', table, column, ...(cascade && { cascade }) }));
}

const CLAUSES = ['NOT NULL', 'NULL', 'DEFAULT'] as const;

/** What is not said stays. */
function modify(cursor: Cursor, table: TableName): Op {
  const column = needName(cursor);
  const former = formerColumn(cursor, table, column)?.type;
  const type = CLAUSES.some((words) => is(cursor, words)) ? undefined : needType(cursor);
  let to: ColumnChanges = type ? { type } : {};
  while (!atEnd(cursor) && peek(cursor) !== ',' && peek(cursor) !== ')') {
    const clause = takeOneOf(cursor, CLAUSES) ?? refuseHere(cursor);
    to = clause === 'DEFAULT' ? { ...to, default: takeDefault(cursor, type ?? former) ?? null } : { ...to, nullable: clause === 'NULL' };
  }
  return changed(table, column, to);
}
