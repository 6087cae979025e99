import { readDefault } from '../../dialects/read-default.ts';
import type { Default } from '../../schema/table.ts';
import { type ColumnType, types } from '../../sql/types.ts';
import { slice } from '../statement-text.ts';
import { type Cursor, peek, refuseHere, take, takeGroup, takeName, takeNumber, takeText } from './cursor.ts';

/** Of a column that no op made, a plain value is taken as it stands. */
const UNKNOWN = types.native('unknown');

/** What follows DEFAULT: a plain value, a call, or an expression in parentheses; nothing where it is NULL. */
export function takeDefault(cursor: Cursor, type: ColumnType = UNKNOWN): Default | undefined {
  const from = cursor.at;
  if (!takeGroup(cursor) && !takeNumeral(cursor) && takeText(cursor) === undefined) needCall(cursor);
  return readDefault(slice(cursor.text, from, cursor.at), type, cursor.dialect);
}

/** `-12.50`: the lexer has its parts. */
function takeNumeral(cursor: Cursor): boolean {
  const start = cursor.at;
  take(cursor, '-') || take(cursor, '+');
  if (takeNumber(cursor) === undefined) {
    cursor.at = start;
    return false;
  }
  if (take(cursor, '.')) takeNumber(cursor) ?? refuseHere(cursor);
  return true;
}

/** `CURRENT_TIMESTAMP`, `CURRENT_TIMESTAMP(6)`, `NEWID()`, `seq.NEXTVAL`, `DATE '2024-02-29'`. */
function needCall(cursor: Cursor): void {
  if (WORDS.test(peek(cursor))) cursor.at++;
  else takeName(cursor) ?? refuseHere(cursor);
  while (take(cursor, '.')) takeName(cursor) ?? refuseHere(cursor);
  takeGroup(cursor);
  takeText(cursor);
}

/** Words that are reserved somewhere, and are values or begin one. */
const WORDS = /^(?:NULL|TRUE|FALSE|CURRENT_(?:TIMESTAMP|DATE|TIME|USER)|LOCALTIME(?:STAMP)?|UTC_(?:DATE|TIME|TIMESTAMP)|SYSDATE|USER|DATE)$/;
