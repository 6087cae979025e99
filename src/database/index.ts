import { type ConnectOptions, connect } from './connect.ts';
import type { Connection } from './connection.ts';
import { parseUrl } from './url.ts';

export type { Connection, Ran, Refused } from './connection.ts';
export { DatabaseError } from './connection.ts';

export interface OpenConnection extends Omit<ConnectOptions, 'projectFolder'> {
  /** Where relative paths of the URL and the drivers of the project are looked for; absolute. Default: the working folder. */
  readonly folder?: string;
}

/**
 * Begins a session with the database of a URL, such as `postgresql://ann@db.example/shop` or `sqlite:shop.db`: docs/database.md.
 *
 * @throws MigsqlError `invalid-url`, `unknown-scheme`, `no-driver`, `cannot-connect`
 */
export const openConnection = (url: string, { folder = process.cwd(), ...options }: OpenConnection = {}): Promise<Connection> =>
  connect(parseUrl(url, folder), { ...options, projectFolder: folder });
