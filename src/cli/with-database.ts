import type { Connection } from '../database/connection.ts';
import { type DatabaseConfig, type DatabaseFlags, type OpenOptions, openDatabase } from './database-flags.ts';

/**
 * Works with a database, which must be there unless said otherwise, and closes the session whatever comes of it.
 *
 * @throws MigsqlError of `openDatabase`, and what the work throws
 */
export async function withDatabase<T>(
  config: DatabaseConfig,
  flags: DatabaseFlags,
  work: (connection: Connection) => Promise<T>,
  options: OpenOptions = {},
): Promise<T> {
  const connection = await openDatabase(config, flags, { mustExist: true, ...options });
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}
