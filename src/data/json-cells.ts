import type { Place } from '../diagnostics.ts';
import type { Cell } from '../ops/bulk-insert.ts';
import type { ColumnType } from '../sql/types.ts';
import { cellReader, unfit } from './cells.ts';
import { digitsOf, holdsDigits } from './json-numbers.ts';

export type JsonRow = { readonly [column: string]: unknown };

/** How the values of a column are read: as they are; what is no text becomes a document in a `json` column. */
export function jsonCellReader(column: string, type: ColumnType | undefined): (value: unknown, place: Place) => Cell {
  const readText = type?.type === 'binary' ? cellReader(column, type) : (text: string): Cell => text;
  const isJson = type?.type === 'json';
  return (value, place) => {
    if (value === null) return null;
    if (typeof value === 'string') {
      const digits = digitsOf(value);
      return digits === undefined ? readText(value, place) : exactNumber(column, digits, type, place);
    }
    if (typeof value === 'object') return document(column, value, type, place);
    return isJson ? { json: value } : (value as number | boolean);
  };
}

/** A list or an object; where the type is not known, it can be nothing but a document. */
function document(column: string, value: unknown, type: ColumnType | undefined, place: Place): Cell {
  const shown = JSON.stringify(value);
  if (type && type.type !== 'json' && type.type !== 'native') {
    const instead = 'Only a json column takes a list or an object.';
    return unfit(column, shown, { expected: `a value for ${type.type}`, instead }, place);
  }
  return holdsDigits(value) ? unfit(column, shown.replaceAll('\\u0000', ''), ROUNDED, place) : { json: value };
}

const ROUNDED = {
  expected: 'numbers that JavaScript holds exactly',
  instead: 'Write the whole document as a text: its digits are kept then.',
};

const DECIMAL: ReadonlySet<string | undefined> = new Set(['numeric', 'float', 'double']);

/** A number with all its digits, in the forms that an inline row would give it. */
function exactNumber(column: string, digits: string, type: ColumnType | undefined, place: Place): Cell {
  if (/^-?\d+$/.test(digits) && type?.type !== 'json') return { bigint: digits };
  if (DECIMAL.has(type?.type)) return digits;
  return unfit(column, digits, { ...ROUNDED, instead: 'Write it as a text, and give the type of the column.' }, place);
}
