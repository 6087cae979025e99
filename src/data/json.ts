import type { Place } from '../diagnostics.ts';
import { fail } from '../errors.ts';
import type { DataRow, DataTable } from '../ops/data-table.ts';
import { checkColumns } from './columns.ts';
import { type Document, documentsInLines, documentsInList } from './documents.ts';
import { type JsonRow, jsonCellReader } from './json-cells.ts';
import { parseExactly } from './json-numbers.ts';
import type { DataText } from './source.ts';

/** A list of flat objects, or an object a line. @throws MigsqlError */
export function openJson({ file, format, bytes }: DataText): DataTable {
  const documents = (): Generator<Document> => (format === 'jsonl' ? documentsInLines : documentsInList)(bytes, file);
  const [first] = documents();
  if (!first) return fail('empty-data-file', { expected: 'a row, which names the columns' }, { file });
  const place = { file, line: first.line };
  const columns = Object.keys(rowOf(first, place));
  if (columns.length === 0) fail('not-rows', { found: '{}', expected: EXPECTED }, place);
  checkColumns(columns, place);
  return { file, columns, rows: (types) => rows(documents(), file, columns, types) };
}

const EXPECTED = 'an object with a value for each column';

function* rows(
  documents: Generator<Document>,
  file: string,
  columns: readonly string[],
  types: Parameters<DataTable['rows']>[0],
): Generator<DataRow> {
  const readers = columns.map((column, index) => jsonCellReader(column, types[index]));
  for (const document of documents) {
    const { line } = document;
    const place = { file, line };
    const row = rowOf(document, place);
    checkMembers(row, columns, place);
    yield { cells: columns.map((column, index) => readers[index]!(row[column], place)), line };
  }
}

function rowOf({ bytes, members }: Document, place: Place): JsonRow {
  const text = bytes.toString();
  let value: unknown;
  try {
    value = parseExactly(text);
  } catch (error) {
    return fail('broken-json', { reason: reasonOf(error as Error) }, place);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail('not-rows', { found: text.length > 40 ? `${text.slice(0, 37)}…` : text, expected: EXPECTED }, place);
  }
  if (Object.keys(value).length !== members) {
    fail('data-columns', { reason: 'the row gives a column twice', instead: 'Leave one of the two out.' }, place);
  }
  return value as JsonRow;
}

/** What V8 says without the position, which is that in the row alone. */
const reasonOf = ({ message }: Error): string => message.replace(/ in JSON at position[^]*$/, '').replace(/, "[^]*$/, '');

function checkMembers(row: JsonRow, columns: readonly string[], place: Place): void {
  const missing = columns.filter((column) => !Object.hasOwn(row, column));
  const names = Object.keys(row);
  if (missing.length === 0 && names.length === columns.length) return;
  const known = new Set(columns);
  fail('row-columns', { missing, extra: names.filter((name) => !known.has(name)) }, place);
}
