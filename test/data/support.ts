import { openDataTable } from '../../src/data/index.ts';
import { formatDiagnostic } from '../../src/diagnostics.ts';
import { MigsqlError } from '../../src/errors.ts';
import type { DataFile } from '../../src/ops/bulk-insert.ts';
import type { DataTable } from '../../src/ops/data-table.ts';
import type { ColumnType } from '../../src/sql/types.ts';

export interface Asked {
  readonly format?: DataFile['format'];
  readonly null?: string;
  readonly types?: readonly (ColumnType | undefined)[];
}

export const open = (content: string | Buffer, format: DataFile['format'] = 'csv'): Promise<DataTable> =>
  openDataTable({ file: `m/rows.${format}`, format, bytes: Buffer.from(content) });

/** The columns, and each row as its line and cells. */
export async function read(content: string | Buffer, { format, types = [], ...settings }: Asked = {}): Promise<unknown[]> {
  const table = await open(content, format);
  return [table.columns, ...[...table.rows(types, settings)].map(({ line, cells }) => [line, ...cells])];
}

/** What is wrong, as a user reads it. */
export async function problemOf(content: string | Buffer, asked: Asked = {}): Promise<string> {
  try {
    await read(content, asked);
    return 'nothing is wrong';
  } catch (error) {
    if (error instanceof MigsqlError) return error.diagnostics.map(formatDiagnostic).join('\n');
    throw error;
  }
}
