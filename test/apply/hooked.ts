import type { Connection } from '../../src/database/connection.ts';

/** Calls something before each text that is no query is sent; numbers are from 0. */
export function hooked(connection: Connection, before: (sql: string, number: number) => Promise<void> | void): Connection {
  let number = 0;
  const run: Connection['run'] = async (sql) => {
    await before(sql, number++);
    return connection.run(sql);
  };
  return { ...connection, run };
}
