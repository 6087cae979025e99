import { type Connection, DatabaseError } from './connection.ts';

/** Work with a connection that a signal breaks off: the statement that runs, and every one behind it but what takes back. */
export async function underSignal<T>(connection: Connection, signal: AbortSignal | undefined, work: (connection: Connection) => Promise<T>): Promise<T> {
  if (!signal) return work(connection);
  const breakable =
    <B>(send: (sql: string) => Promise<B>) =>
    async (sql: string): Promise<B> => {
      if (signal.aborted && !/^ROLLBACK\b/.test(sql)) throw new DatabaseError('broken off', 'canceled', connection.display);
      return send(sql);
    };
  const cancel = (): void => connection.cancel();
  signal.addEventListener('abort', cancel);
  try {
    return await work({ ...connection, run: breakable(connection.run), query: breakable(connection.query) });
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
