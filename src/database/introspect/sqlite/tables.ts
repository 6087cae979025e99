import type { TableShell } from '../assemble.ts';
import { type Row, flag, known, someOf, text } from '../row.ts';

/** Beside what SQLite keeps for itself, `sqlite_…`: https://www.sqlite.org/fileformat2.html#intschema */
export const isOwn = (name: string): string => `${name} NOT LIKE 'sqlite\\_%' ESCAPE '\\'`;

/**
 * Tables, not those of a virtual table: https://www.sqlite.org/pragma.html#pragma_table_list, which came with 3.37.
 */
export const TABLES = `pragma_table_list t WHERE t.schema = 'main' AND t.type = 'table' AND ${isOwn('t.name')}`;

export const tablesQuery = (): string =>
  `SELECT t.name AS name, t.wr AS without_rowid, t.strict AS strict FROM ${TABLES} ORDER BY t.name`;

export const tablesOf = (rows: readonly Row[]): readonly TableShell[] =>
  rows.map((row) => {
    const sqlite = someOf<{ readonly strict: true; readonly withoutRowid: true }>({
      strict: flag(row, 'strict') || undefined,
      withoutRowid: flag(row, 'without_rowid') || undefined,
    });
    return known<TableShell>({ name: { name: text(row, 'name') }, on: sqlite && { sqlite } });
  });
