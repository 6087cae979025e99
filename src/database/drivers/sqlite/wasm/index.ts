import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { compileFunction } from 'node:vm';
import type { Database } from 'node-sqlite3-wasm';
import { codeOf, NO_WAL } from '../codes.ts';
import { isWal } from '../file.ts';
import type { SqliteHandle } from '../handle.ts';
import type { Row } from '../../../introspect/row.ts';
import { fileSystem, lockTrouble } from './lock.ts';

interface Library {
  readonly Database: new (path: string) => Database;
}

/**
 * SQLite compiled to WebAssembly, by `node-sqlite3-wasm`, which needs nothing else. It excludes other programs that use the
 * same library alone: it takes none of the locks that SQLite has in the file.
 */
export function openWasm(path: string): SqliteHandle {
  const file = existsSync(path) ? realpathSync(path) : path;
  if (existsSync(file) && isWal(file)) throw Object.assign(new Error('journal_mode is WAL'), { code: NO_WAL });
  const database = new (library().Database)(file);
  const explained = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      const trouble = codeOf(error) === 'SQLITE_BUSY' ? lockTrouble(file) : undefined;
      throw trouble === undefined ? error : new Error(`${(error as Error).message}: ${trouble}`);
    }
  };
  return {
    exec: (sql) => explained(() => database.exec(sql)),
    all: (sql) => explained(() => database.all(sql) as Row[]),
    close: () => database.close(),
  };
}

let loaded: Library | undefined;

/**
 * The library, with files as `fileSystem` has them: its own locks do not say who holds them, and after a transaction that was
 * cut off it takes its own lock for another's and leaves what was half written.
 */
function library(): Library {
  if (loaded) return loaded;
  const require = createRequire(import.meta.url);
  const file = require.resolve('node-sqlite3-wasm');
  const module = { exports: {} as Library };
  const load = compileFunction(readFileSync(file, 'utf8'), ['module', 'exports', 'require', '__dirname'], { filename: file });
  const requireForIt = (name: string): unknown => (name === 'node:fs' ? fileSystem : require(name));
  load(module, module.exports, requireForIt, dirname(file));
  loaded = module.exports;
  return loaded;
}
