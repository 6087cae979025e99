import type { Op } from '../../ops/index.ts';
import type { TableName } from '../../schema/table.ts';
import { unread } from '../reading.ts';
import { constraintNamed } from '../schema-facts.ts';
import { added, changed, droppedConstraint, formerColumn } from './actions.ts';
import { needItem } from './create-table.ts';
import { type Cursor, commaList, is, need, needName, peek, refuseHere, take, takeOneOf } from './cursor.ts';
import { needType } from './types.ts';
import { takeDefault } from './values.ts';

const WORDS = [
  'WITH NOCHECK ADD', 'WITH CHECK ADD', 'ADD', 'DROP COLUMN', 'DROP CONSTRAINT', 'ALTER COLUMN', 'WITH CHECK CHECK CONSTRAINT',
] as const;

/** https://learn.microsoft.com/sql/t-sql/statements/alter-table-transact-sql */
export function mssqlAction(cursor: Cursor, table: TableName): readonly Op[] {
  switch (takeOneOf(cursor, WORDS)) {
    case 'WITH NOCHECK ADD':
      return commaList(cursor, (each) => addUnchecked(each, table)).flat();
    case 'WITH CHECK ADD':
    case 'ADD':
      return commaList(cursor, (each) => add(each, table)).flat();
    case 'DROP COLUMN': {
      const ifExists = take(cursor, 'IF EXISTS');
      return commaList(cursor, needName).map((column): Op => ({ op: 'dropColumn', table, column, ...(ifExists && { ifExists }) }));
    }
    case 'DROP CONSTRAINT':
      return commaList(cursor, (each) => droppedConstraint(each, table));
    case 'ALTER COLUMN':
      return [alterColumn(cursor, table)];
    case 'WITH CHECK CHECK CONSTRAINT': {
      const name = needName(cursor);
      const { kind } = constraintNamed(table, name, cursor.before);
      return kind === 'check' || kind === 'foreignKey' ? [{ op: 'validateConstraint', table, name, kind }] : unread(`it checks a ${kind}`);
    }
    default:
      return refuseHere(cursor);
  }
}

/** `ADD CONSTRAINT df DEFAULT 1 FOR a`, or a line as CREATE TABLE has it. */
function add(cursor: Cursor, table: TableName): readonly Op[] {
  const start = cursor.at;
  if (take(cursor, 'CONSTRAINT')) needName(cursor);
  if (take(cursor, 'DEFAULT')) return [addDefault(cursor, table)];
  cursor.at = start;
  return added(needItem(cursor, table), table, cursor);
}

/** The column, whose type tells what the value is, stands behind it. */
function addDefault(cursor: Cursor, table: TableName): Op {
  const start = cursor.at;
  takeDefault(cursor);
  need(cursor, 'FOR');
  const column = needName(cursor);
  const end = cursor.at;
  cursor.at = start;
  const value = takeDefault(cursor, formerColumn(cursor, table, column)?.type);
  cursor.at = end;
  return changed(table, column, { default: value ?? null });
}

function addUnchecked(cursor: Cursor, table: TableName): readonly Op[] {
  const [op] = added(needItem(cursor, table), table, cursor);
  const constraint = op?.op === 'addConstraint' ? op.constraint : undefined;
  if (constraint?.kind !== 'check' && constraint?.kind !== 'foreignKey') return unread('it adds no check or foreign key WITH NOCHECK');
  return [{ op: 'addConstraint', table, constraint: { ...constraint, notValid: true } }];
}

/** What is not said of the collation is what the database has; NULL may stand in a column that does not say. */
function alterColumn(cursor: Cursor, table: TableName): Op {
  const column = needName(cursor);
  if (is(cursor, 'ADD') || is(cursor, 'DROP')) return refuseHere(cursor);
  const type = needType(cursor);
  const former = formerColumn(cursor, table, column);
  const collation = take(cursor, 'COLLATE') ? needName(cursor) : former?.collation === undefined ? undefined : null;
  const nullable = takeOneOf(cursor, ['NOT NULL', 'NULL']) !== 'NOT NULL';
  if (peek(cursor) === 'WITH') refuseHere(cursor);
  return changed(table, column, { type, nullable, ...(collation !== undefined && { collation }) });
}
