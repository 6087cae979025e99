import type { DataFile } from '../ops/bulk-insert.ts';

/** A file of rows as it was read. */
export interface DataSource {
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  readonly format: DataFile['format'];
  /** With LF for CRLF. */
  readonly bytes: Uint8Array;
}

/** Known to be UTF-8, without a byte order mark. */
export interface DataText extends DataSource {
  readonly bytes: Buffer;
}
