import { fail } from '../errors.ts';
import type { DataRow, DataTable } from '../ops/data-table.ts';
import { cellReader } from './cells.ts';
import { checkColumns } from './columns.ts';
import { type CsvBytes, records } from './csv-records.ts';
import type { DataText } from './source.ts';

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
    const instead = `Separate cells by commas, not by ${other === '\t' ? 'tabs' : `'${other}'`}.`;
    fail('data-columns', { reason, instead }, { file, line: 1 });
  }
  checkColumns(columns, { file, line: 1 });
}

function* rows(
  source: CsvBytes,
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
