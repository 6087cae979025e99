import type { Database } from 'node-sqlite3-wasm';
import type { Opening } from '../../driver.ts';
import type { Row } from '../../introspect/row.ts';
import type { SqliteHandle } from './handle.ts';

/** SQLite compiled to WebAssembly, which needs nothing else. */
export function openWasm(path: string, { load }: Opening): SqliteHandle {
  const wasm = load<{ readonly Database: new (path: string) => Database }>('node-sqlite3-wasm');
  const database = new wasm.Database(path);
  return {
    exec: (sql) => database.exec(sql),
    all: (sql) => database.all(sql) as Row[],
    close: () => database.close(),
  };
}
