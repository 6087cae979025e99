import type { Connection } from '../database/connection.ts';
import { type DatabaseConfig, type DatabaseFlags, openDatabase } from './database-flags.ts';

/** Asks a database that is there, and closes the session whatever comes of it. @throws MigsqlError of `openDatabase`, and what the work throws */
export async function withDatabase<T>(config: DatabaseConfig, flags: DatabaseFlags, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await openDatabase(config, flags, { mustExist: true });
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}
