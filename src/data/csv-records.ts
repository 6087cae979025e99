import { CsvError, parse } from 'csv-parse/sync';
import { fail } from '../errors.ts';
import { lineCounter } from './lines.ts';
import type { DataText } from './source.ts';

export type CsvBytes = Pick<DataText, 'file' | 'bytes'>;

/** A row as the file has it: `null` for what stands for NULL. */
export interface CsvRecord {
  readonly cells: readonly (string | null)[];
  readonly line: number;
}

/** The records of a file, of which only some are held at a time. */
export function* records({ file, bytes }: CsvBytes, marker: string): Generator<CsvRecord> {
  const reading = { file, marker, quotedMarker: quotedCell(marker), lineAt: lineCounter(bytes) };
  for (const piece of pieces(bytes)) yield* recordsOf(piece, reading);
}

/** csv-parse reads a text whole, and gives it whole; so it is given a file in pieces of about this many bytes. */
const PIECE = 65_536;

const [LINE_FEED, QUOTE] = [10, 34] as const;

interface Piece {
  readonly bytes: Buffer;
  /** In the file. */
  readonly start: number;
}

/** Cut where records end: at a line feed with an even number of quotes before it, since one inside a cell is doubled. */
function* pieces(bytes: Buffer): Generator<Piece> {
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) isQuoted = !isQuoted;
    if (byte !== LINE_FEED || isQuoted || at + 1 - start < PIECE) continue;
    yield { bytes: bytes.subarray(start, at + 1), start };
    start = at + 1;
  }
  if (start < bytes.length) yield { bytes: bytes.subarray(start), start };
}

interface Reading {
  readonly file: string;
  readonly marker: string;
  /** Found in the bytes, as latin1, of a piece where a quoted cell may be the marker. */
  readonly quotedMarker: RegExp;
  readonly lineAt: (offset: number) => number;
}

function quotedCell(text: string): RegExp {
  const bytes = Buffer.from(`"${text.replaceAll('"', '""')}"`).toString('latin1');
  const escaped = bytes.replace(/[^\w"]/g, (byte) => `\\u${byte.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return new RegExp(`(?:^|[,\\n])${escaped}(?:[,\\n]|$)`);
}

function* recordsOf(piece: Piece, { file, marker, quotedMarker, lineAt }: Reading): Generator<CsvRecord> {
  // To say which cells are quoted takes csv-parse five times as long, and is seldom needed.
  const isUnclear = quotedMarker.test(piece.bytes.toString('latin1'));
  const { found, error } = parsed(piece.bytes, marker, isUnclear);
  let start = 0;
  for (const { cells, end } of found) {
    const line = lineAt(piece.start + start);
    if (end - start === 1 && piece.bytes[start] === LINE_FEED) fail('empty-row', {}, { file, line });
    yield { cells, line };
    start = end;
  }
  if (error) misquoted(error, file, lineAt(piece.start + error.bytes));
}

interface Parsed {
  readonly found: readonly { readonly cells: readonly (string | null)[]; readonly end: number }[];
  /** What ends the reading behind the records found. */
  readonly error?: ParseError;
}

function parsed(bytes: Buffer, marker: string, isUnclear: boolean): Parsed {
  const found: { cells: readonly (string | null)[]; end: number }[] = [];
  const nullOf = (text: string | null): string | null => (text === marker ? null : text);
  const told = (text: string, quoting: boolean): string | null => (quoting ? text : nullOf(text));
  try {
    parse(bytes, {
      record_delimiter: '\n',
      relax_column_count: true,
      on_record: (record: string[], { bytes: end }) => {
        found.push({ cells: isUnclear ? record : record.map(nullOf), end });
        return null;
      },
      ...(isUnclear && { cast: (text: string, { quoting }: { readonly quoting: boolean }) => told(text, quoting) }),
    });
    return { found };
  } catch (error) {
    if (error instanceof CsvError) return { found, error: error as unknown as ParseError };
    throw error;
  }
}

/** What csv-parse adds to its error beside its declared fields. */
interface ParseError {
  readonly code: string;
  /** Behind the last cell that was right. */
  readonly bytes: number;
  /** Of the cell, from 0. */
  readonly column: number;
}

const CLOSE = 'Close it; a quote inside a quoted cell is doubled: "5"" disk".';
const MISQUOTED: { readonly [code: string]: { readonly reason: string; readonly instead: string } } = {
  CSV_QUOTE_NOT_CLOSED: { reason: 'its quote is not closed', instead: CLOSE },
  CSV_INVALID_CLOSING_QUOTE: { reason: 'something stands behind its closing quote', instead: CLOSE },
  INVALID_OPENING_QUOTE: {
    reason: 'a quote stands inside a cell that is not quoted',
    instead: 'Put the whole cell in quotes, and double the quote inside it: "5"" disk".',
  },
};

function misquoted({ code, column }: ParseError, file: string, line: number): never {
  const known = MISQUOTED[code] ?? { reason: code, instead: 'Write it as RFC 4180 says.' };
  return fail('misquoted-cell', { cell: Number(column) + 1, ...known }, { file, line });
}
