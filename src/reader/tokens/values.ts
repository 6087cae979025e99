import { readDefault } from '../../dialects/read-default.ts';
import type { Default } from '../../schema/table.ts';
import { type ColumnType, types } from '../../sql/types.ts';
import { slice } from '../statement-text.ts';
import { type Cursor, needName, peek, refuseHere, take, takeGroup, takeNumber, takeText } from './cursor.ts';

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

/** `CURRENT_TIMESTAMP(6)`, `NEWID()`, `seq.NEXTVAL`, `DATE '2024-02-29'`; a word alone is none of these. */
function needCall(cursor: Cursor): void {
  if (isPrefixed(cursor)) return needPrefixed(cursor);
  const isWord = WORDS.test(peek(cursor));
  const start = cursor.at;
  if (isWord) cursor.at++;
  else needName(cursor);
  while (take(cursor, '.')) needName(cursor);
  const isCall = takeGroup(cursor) !== undefined;
  if (!isWord && !isCall && cursor.at === start + 1) refuseHere(cursor);
}

/** Words that are reserved somewhere, and are values. */
const WORDS = /^(?:NULL|TRUE|FALSE|CURRENT_(?:TIMESTAMP|DATE|TIME|USER)|LOCALTIME(?:STAMP)?|UTC_(?:DATE|TIME|TIMESTAMP)|SYSDATE|USER)$/;

/** What may stand before a text. */
const PREFIXES = /^(?:DATE|TIME|TIMESTAMP|X|B)$/;

const isPrefixed = (cursor: Cursor): boolean => PREFIXES.test(peek(cursor)) && cursor.text.tokens[cursor.at + 1]?.kind === 'string';

function needPrefixed(cursor: Cursor): void {
  cursor.at++;
  if (takeText(cursor) === undefined) refuseHere(cursor);
}
