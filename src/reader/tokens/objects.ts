import type { Op } from '../../ops/index.ts';
import type { ObjectName } from '../../schema/name.ts';
import type { RoutineKind } from '../../schema/object.ts';
import { type Fragment, raw } from '../../sql/fragment.ts';
import { unread } from '../reading.ts';
import { findOutside, slice } from '../statement-text.ts';
import { isMysql } from './constraints.ts';
import { type Cursor, atEnd, is, need, needEnd, needName, needNames, needPath, needTable, peek, refuseHere, take } from './cursor.ts';

/** All that follows, in the words of the dialect. */
function rest(cursor: Cursor): Fragment {
  if (atEnd(cursor)) refuseHere(cursor);
  const written = slice(cursor.text, cursor.at);
  cursor.at = cursor.text.tokens.length;
  return raw(written);
}

/** Behind VIEW. */
export function createView(cursor: Cursor, orReplace: boolean): readonly Op[] {
  if (is(cursor, 'IF')) return unread('whether it makes the view is not known');
  const name = needPath(cursor);
  const columns = is(cursor, '(') ? needNames(cursor) : undefined;
  need(cursor, 'AS');
  const end = { ...cursor, at: cursor.text.tokens.length - 2 };
  if (is(end, 'CHECK OPTION') || is(end, 'READ ONLY')) unread('it says what may be written through a view');
  return [{ op: 'createView', name, query: rest(cursor), ...(columns && { columns }), ...(orReplace && { orReplace }) }];
}

/** Behind FUNCTION or PROCEDURE. */
export const createRoutine = (kind: RoutineKind, cursor: Cursor, orReplace: boolean): readonly Op[] => [
  { op: 'createRoutine', kind, name: needPath(cursor), definition: rest(cursor), ...(orReplace && { orReplace }) },
];

/** What a trigger can be on beside a table. */
const NO_TABLE: ReadonlySet<string> = new Set(['DATABASE', 'ALL', 'SCHEMA', 'NESTED', 'PLUGGABLE']);

/** Behind TRIGGER; its table is the first that stands behind ON. */
export function createTrigger(cursor: Cursor, orReplace: boolean): readonly Op[] {
  if (is(cursor, 'IF')) return unread('whether it makes the trigger is not known');
  const name = needPath(cursor);
  const place = { ...cursor, at: findOutside(cursor.text, cursor.at, (word) => word === 'ON') + 1 };
  if (NO_TABLE.has(peek(place))) return unread('it makes a trigger on no table');
  const written = needTable(place);
  // In the file of the trigger, where it says that alone.
  const table = cursor.dialect === 'sqlite' && name.schema !== undefined ? { ...written, schema: name.schema } : written;
  const isElsewhere = name.schema !== undefined && name.schema !== table.schema;
  if (isElsewhere) unread('its trigger is in another schema than the table');
  return [{ op: 'createTrigger', name: name.name, table, definition: rest(cursor), ...(orReplace && { orReplace }) }];
}

/** Behind SCHEMA or DATABASE; who owns it is not in the schema model. */
export function createSchema(cursor: Cursor): readonly Op[] {
  const ifNotExists = isMysql(cursor) && take(cursor, 'IF NOT EXISTS');
  const name = needName(cursor);
  if (cursor.dialect === 'mssql' && take(cursor, 'AUTHORIZATION')) needName(cursor);
  needEnd(cursor);
  return [{ op: 'createSchema', name, ...(ifNotExists && { ifNotExists }) }];
}

const TEXT_END = /^'(?:[^']|'')*'$/;

/** `COMMENT ON TABLE t IS '…'` and `ON COLUMN t.c`, behind COMMENT ON: Oracle takes an empty text for none. */
export function comment(cursor: Cursor): readonly Op[] {
  const isColumn = take(cursor, 'COLUMN');
  if (!isColumn) need(cursor, 'TABLE');
  const path = [needName(cursor)];
  while (take(cursor, '.')) path.push(needName(cursor));
  need(cursor, 'IS');
  const written = slice(cursor.text, cursor.at);
  if (!TEXT_END.test(written)) return refuseHere(cursor);
  const text = written.slice(1, -1).replaceAll("''", "'") || null;
  if (!isColumn) return [{ op: 'setTableComment', table: pathOf(path), comment: text }];
  return [{ op: 'alterColumn', table: pathOf(path.slice(0, -1)), column: path.at(-1) ?? '', to: { comment: text } }];
}

function pathOf(path: readonly string[]): ObjectName {
  const [name, schema, ...more] = [...path].reverse();
  if (name === undefined || more.length > 0) return unread('it has a name of too many parts');
  return { ...(schema !== undefined && { schema }), name };
}
