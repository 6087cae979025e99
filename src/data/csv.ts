import { CsvError, parse } from 'csv-parse/sync';
import { fail } from '../errors.ts';
import type { DataRow, DataTable } from '../ops/data-table.ts';
import { cellReader } from './cells.ts';
import { checkColumns } from './columns.ts';
import { lineCounter } from './lines.ts';
import type { DataText } from './source.ts';

/** A row as the file has it: `null` for what stands for NULL. */
interface Record {
  readonly cells: readonly (string | null)[];
  readonly line: number;
}

/** RFC 4180: commas, double quotes, a header. @throws MigsqlError */
export function openCsv({ file, bytes }: DataText): DataTable {
  const [header] = records({ file, bytes }, '');
  if (!header) return fail('empty-data-file', { expected: 'a header that names the columns' }, { file });
  const columns = header.cells.map((cell) => cell ?? '');
  checkHeader(columns, file);
  return { file, columns, rows: (types, settings) => rows({ file, bytes }, columns, types, settings.null ?? '') };
}

function checkHeader(columns: readonly string[], file: string): void {
  const [first = ''] = columns;
  const other = columns.length === 1 && /[;\t|]/.exec(first)?.[0];
  if (other) {
    const reason = `the header has one column, '${first}'`;
    fail('data-columns', { reason, instead: `Separate cells by commas, not by '${other}'.` }, { file, line: 1 });
  }
  checkColumns(columns, { file, line: 1 });
}

type Bytes = Pick<DataText, 'file' | 'bytes'>;

function* rows(
  source: Bytes,
  columns: readonly string[],
  types: Parameters<DataTable['rows']>[0],
  marker: string,
): Generator<DataRow> {
  const readers = columns.map((column, index) => cellReader(column, types[index]));
  let isHeader = true;
  for (const { cells, line } of records(source, marker)) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    const place = { file: source.file, line };
    if (cells.length !== columns.length) fail('ragged-row', { cells: cells.length, columns: columns.length }, place);
    yield { cells: cells.map((cell, index) => (cell === null ? null : readers[index]!(cell, place))), line };
  }
}

/** The records of a file, of which only some are held at a time. */
function* records({ file, bytes }: Bytes, marker: string): Generator<Record> {
  const lineAt = lineCounter(bytes);
  for (const piece of pieces(bytes)) yield* recordsOf(piece, { file, marker, lineAt });
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
  readonly lineAt: (offset: number) => number;
}

function* recordsOf(piece: Piece, { file, marker, lineAt }: Reading): Generator<Record> {
  const { found, error } = parsed(piece.bytes, marker);
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

function parsed(bytes: Buffer, marker: string): Parsed {
  const found: { cells: readonly (string | null)[]; end: number }[] = [];
  // To say which cells are quoted takes csv-parse five times as long, and is seldom needed.
  const isUnclear = bytes.includes(`"${marker.replaceAll('"', '""')}"`);
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
