import { createRequire } from 'node:module';
import { MigsqlError } from '../../../errors.ts';
import type { Opening } from '../../driver.ts';
import type { Row } from '../../introspect/row.ts';
import { openWasm } from './wasm/index.ts';

/** A file that is open: what the three drivers have in common. */
export interface SqliteHandle {
  /** Runs a text whole, whatever it answers. */
  readonly exec: (sql: string) => void;
  readonly all: (sql: string) => readonly Row[];
  readonly close: () => void;
}

/** What is used of better-sqlite3: https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md */
type BetterSqlite3 = new (path: string, options: { fileMustExist: boolean }) => {
  exec(sql: string): unknown;
  prepare(sql: string): { safeIntegers(): { all(): Row[] } };
  close(): unknown;
};

/** What is used of Node's own: https://nodejs.org/api/sqlite.html */
interface NodeSqlite {
  readonly DatabaseSync: new (path: string, options: { enableForeignKeyConstraints: boolean }) => {
    exec(sql: string): void;
    prepare(sql: string): { setReadBigInts(on: boolean): void; all(): Row[] };
    close(): void;
  };
}

export const MEMORY = ':memory:';

/** @throws the driver's own error, or MigsqlError `no-driver` */
export function openHandle(path: string, opening: Opening): SqliteHandle {
  const better = installed<BetterSqlite3>(opening, 'better-sqlite3');
  if (better) return byBetterSqlite3(better, path, opening);
  const node = ofNode();
  if (node) return byNode(node, path);
  if (path !== MEMORY) opening.onNotice(`${path} is open by node-sqlite3-wasm, which takes none of SQLite's own locks: no other program may use it meanwhile`);
  return openWasm(path);
}

/** One that is installed and broken is an error: another one would be a surprise. */
function installed<T>({ load }: Opening, name: string): T | undefined {
  try {
    return load<T>(name);
  } catch (error) {
    if (error instanceof MigsqlError && error.detailsOf('no-driver')?.reason === undefined) return undefined;
    throw error;
  }
}

/** Before 22.13 it has to be asked for by a flag; then it is not there. */
function ofNode(): NodeSqlite | undefined {
  try {
    return createRequire(import.meta.url)('node:sqlite') as NodeSqlite;
  } catch {
    return undefined;
  }
}

function byBetterSqlite3(Database: BetterSqlite3, path: string, { mustExist }: Opening): SqliteHandle {
  const database = new Database(path, { fileMustExist: mustExist });
  return {
    exec: (sql) => void database.exec(sql),
    all: (sql) => database.prepare(sql).safeIntegers().all(),
    close: () => void database.close(),
  };
}

function byNode({ DatabaseSync }: NodeSqlite, path: string): SqliteHandle {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  return {
    exec: (sql) => database.exec(sql),
    all: (sql) => {
      const statement = database.prepare(sql);
      statement.setReadBigInts(true);
      return statement.all();
    },
    close: () => database.close(),
  };
}
