import type { DataFile } from '../ops/bulk-insert.ts';

/** A file of rows as it was read. */
export interface DataSource {
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  readonly format: DataFile['format'];
  /** UTF-8 without a byte order mark, and with LF for CRLF. */
  readonly bytes: Buffer;
}
