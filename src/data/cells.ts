import type { Place } from '../diagnostics.ts';
import { fail } from '../errors.ts';
import type { Cell } from '../ops/bulk-insert.ts';
import type { ColumnType } from '../sql/types.ts';

/** What a text stands for in a column. @throws MigsqlError at the place */
export type CellReader = (text: string, place: Place) => Cell;

/**
 * How the texts of a column are read. Numbers, dates and documents stay texts: the dialect's literals take them, check
 * them and keep all their digits. Where the type is not known, a text is a text.
 */
export function cellReader(column: string, type: ColumnType | undefined): CellReader {
  switch (type?.type) {
    case 'boolean':
      return (text, place) => toBoolean(text) ?? unfit(column, text, BOOLEAN, place);
    case 'binary':
      return (text, place) => toBytes(text) ?? unfit(column, text, BYTES, place);
    default:
      return (text) => text;
  }
}

interface Expectation {
  readonly expected: string;
  readonly instead: string;
}

const BOOLEAN: Expectation = {
  expected: 'a boolean',
  instead: 'Write true or false, and nothing at all for NULL.',
};

const BYTES: Expectation = {
  expected: 'bytes',
  instead: 'Write two hexadecimal digits a byte behind \\x or 0x: \\x00ff.',
};

function toBoolean(text: string): boolean | undefined {
  if (/^true$/i.test(text)) return true;
  return /^false$/i.test(text) ? false : undefined;
}

function toBytes(text: string): Cell | undefined {
  const digits = /^(?:\\x|0x)?((?:[\da-f]{2})*)$/i.exec(text)?.[1];
  return digits === undefined ? undefined : { bytes: digits.toLowerCase() };
}

export function unfit(column: string, found: string, expectation: Expectation, place: Place): never {
  return fail('unfit-cell', { column, found: shown(found), ...expectation }, place);
}

const shown = (text: string): string => (text.length > 40 ? `'${text.slice(0, 37)}…'` : `'${text}'`);
