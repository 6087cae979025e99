import type { ColumnType } from '../sql/types.ts';
import type { Cell, DataFile } from './bulk-insert.ts';

/** A row of a file, and the line that it begins at, from 1. */
export interface DataRow {
  readonly cells: readonly Cell[];
  readonly line: number;
}

/** A file of rows: what it holds is read when it is asked for, a row at a time. */
export interface DataTable {
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  readonly columns: readonly string[];
  /**
   * @param types of the columns, where they are known: they decide what a text of a `.csv` stands for
   * @param settings how the op reads the file: what stands for NULL
   * @throws MigsqlError with the line of what is wrong
   */
  readonly rows: (
    types: readonly (ColumnType | undefined)[],
    settings: Pick<DataFile, 'null'>,
  ) => Iterable<DataRow>;
}
