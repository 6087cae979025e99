import { readType } from '../../dialects/read-type.ts';
import type { DialectName } from '../../sql/dialect-name.ts';
import type { ColumnType } from '../../sql/types.ts';
import { slice, wordAt } from '../statement-text.ts';
import { type Cursor, atEnd, peek, refuseHere, takeGroup } from './cursor.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const EVERYWHERE = 'CONSTRAINT NOT NULL DEFAULT PRIMARY UNIQUE CHECK REFERENCES COLLATE GENERATED AS , )';
const MYSQL = words(`${EVERYWHERE} KEY COMMENT AUTO_INCREMENT ON CHARACTER CHARSET FIRST AFTER`);

/** What stands behind a type. */
const BEHIND: { readonly [D in DialectName]: ReadonlySet<string> } = {
  postgresql: words(EVERYWHERE),
  mysql: MYSQL,
  mariadb: MYSQL,
  mssql: words(`${EVERYWHERE} IDENTITY`),
  oracle: words(EVERYWHERE),
  sqlite: words(EVERYWHERE),
};

/** Words of a type's name behind its first; any word is one in SQLite. */
const OF_A_TYPE = words('UNSIGNED ZEROFILL PRECISION VARYING WITH LOCAL TIME ZONE TO DAY SECOND YEAR MONTH RAW .');

/** A type's name, as far as it goes: a word that is none of one is an option that no one knows here. */
export function needType(cursor: Cursor): ColumnType {
  const { text, dialect, at: from } = cursor;
  // CHARACTER is a type, and behind one it begins CHARACTER SET.
  if (peek(cursor) === 'CHARACTER') cursor.at++;
  while (!atEnd(cursor) && !BEHIND[dialect].has(peek(cursor))) {
    if (cursor.at > from && takeSize(cursor)) continue;
    if (cursor.at > from && !goesOn(cursor)) return refuseHere(cursor);
    cursor.at++;
  }
  if (cursor.at === from && dialect !== 'sqlite') refuseHere(cursor);
  return readType(slice(text, from, cursor.at), dialect);
}

const OF_A_SIZE = words('MAX CHAR BYTE , + -');

/** `(10, 2)`, `(max)`, `(50 CHAR)`, `('low', 'high')`. */
function takeSize(cursor: Cursor): boolean {
  const { tokens } = cursor.text;
  const group = takeGroup(cursor);
  for (let index = group?.from ?? 0; index < (group?.to ?? 0); index++) {
    const kind = tokens[index]?.kind;
    if (kind !== 'number' && kind !== 'string' && !OF_A_SIZE.has(wordAt(cursor.text, index))) refuseHere({ ...cursor, at: index });
  }
  return group !== undefined;
}

/** Whether the token is one more of the type's name: any word in SQLite, and what follows a dot. */
function goesOn(cursor: Cursor): boolean {
  const word = peek(cursor);
  return OF_A_TYPE.has(word) || peek(cursor, -1) === '.' || (cursor.dialect === 'sqlite' && /^\w+$/.test(word));
}
