import { isUtf8 } from 'node:buffer';
import { fail } from '../errors.ts';
import type { DataTable } from '../ops/data-table.ts';
import type { DataSource } from './source.ts';

/**
 * Opens a file of rows: its columns are read, its rows when they are asked for. What reads a format is loaded when the
 * first file of it is opened.
 *
 * @throws MigsqlError with the line of what is wrong
 */
export async function openDataTable(source: DataSource): Promise<DataTable> {
  const bytes = withoutMark(asBuffer(source.bytes));
  if (!isUtf8(bytes)) fail('not-utf8', {}, { file: source.file, line: firstLineNotUtf8(bytes) });
  const text = { ...source, bytes };
  return source.format === 'csv' ? (await import('./csv.ts')).openCsv(text) : (await import('./json.ts')).openJson(text);
}

const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

const BYTE_ORDER_MARK = Buffer.from('\ufeff');

const withoutMark = (bytes: Buffer): Buffer =>
  bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes;

/** No character of several bytes holds a line feed. */
function firstLineNotUtf8(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; ; line++) {
    const end = bytes.indexOf('\n', start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}
