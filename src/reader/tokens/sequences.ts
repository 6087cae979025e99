import type { Op } from '../../ops/index.ts';
import type { SequenceOptions } from '../../schema/object.ts';
import { unread } from '../reading.ts';
import { type Cursor, needEnd, needPath, needWholeNumber, refuseHere, take, takeOneOf } from './cursor.ts';

const OPTIONS = [
  'START WITH', 'INCREMENT BY', 'MINVALUE', 'MAXVALUE', 'CACHE', 'NO MINVALUE', 'NOMINVALUE', 'NO MAXVALUE', 'NOMAXVALUE', 'NO CYCLE',
  'NOCYCLE', 'NO CACHE', 'NOCACHE', 'CYCLE', 'AS BIGINT',
] as const;

type Option = (typeof OPTIONS)[number];

/** Options with a number behind them. */
const NUMBERED: { readonly [O in Option]?: keyof SequenceOptions } = {
  'START WITH': 'start',
  'INCREMENT BY': 'increment',
  MINVALUE: 'minValue',
  MAXVALUE: 'maxValue',
  CACHE: 'cache',
};

/** Options in any order; `inParentheses` behind an identity. What a sequence is by itself is left out. */
export function takeSequenceOptions(cursor: Cursor, inParentheses = false): SequenceOptions {
  if (inParentheses && !take(cursor, '(')) return {};
  const options: [string, number | boolean][] = [];
  for (let option = takeOneOf(cursor, OPTIONS); option; option = takeOneOf(cursor, OPTIONS)) {
    const field = NUMBERED[option];
    if (field) options.push([field, needWholeNumber(cursor)]);
    else if (option === 'CYCLE') options.push(['cycle', true]);
  }
  if (inParentheses && !take(cursor, ')')) refuseHere(cursor);
  return Object.fromEntries(options);
}

/** Behind CREATE SEQUENCE. */
export function createSequence(cursor: Cursor): readonly Op[] {
  const ifNotExists = cursor.dialect === 'mariadb' && take(cursor, 'IF NOT EXISTS');
  const name = needPath(cursor);
  const options = takeSequenceOptions(cursor);
  needEnd(cursor);
  const isOpen = cursor.dialect === 'mssql' && options.start === undefined;
  if (isOpen) return unread('a sequence that says no start begins at the least number of its type');
  return [{ op: 'createSequence', name, options, ...(ifNotExists && { ifNotExists }) }];
}
