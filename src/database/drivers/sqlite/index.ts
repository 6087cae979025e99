import type { ConnectFailure } from '../../../errors/database.ts';
import type { Driver, Session } from '../../driver.ts';
import type { FileUrl } from '../../url.ts';
import { plainRow } from '../plain-row.ts';
import { codeOf, failureOf, kindOf } from './codes.ts';
import { fileFlaw } from './file.ts';
import { MEMORY, openHandle, type SqliteHandle } from './handle.ts';

/**
 * SQLite within the process, by whatever there is: better-sqlite3 where the project has it, Node's own from 22 on, or
 * node-sqlite3-wasm. A statement that runs cannot be broken off, for it holds the only thread.
 */
export const sqlite: Driver<FileUrl> = {
  async open({ path }, opening) {
    const flaw = path === undefined ? undefined : fileFlaw(path, opening.mustExist);
    if (flaw) throw flaw;
    // Asked of the file, it would wait for whoever has that locked.
    const memory = openHandle(MEMORY, opening);
    const [facts] = memory.all('SELECT sqlite_version() AS version');
    memory.close();
    return sessionOf(openHandle(path ?? MEMORY, opening), String(facts?.['version']));
  },
  refused: (error) => {
    const code = codeOf(error);
    return { kind: kindOf(code), ...(code !== undefined && { code }) };
  },
  failed: (error): ConnectFailure => failureOf(error),
};

function sessionOf({ exec, all, close }: SqliteHandle, server: string): Session {
  // As SQLite itself and its shell: some drivers begin otherwise.
  exec('PRAGMA foreign_keys = OFF');
  exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
  let total = 0;
  const changed = (): number => {
    const [counts] = all('SELECT total_changes() AS total, changes() AS changed');
    const before = total;
    total = Number(counts?.['total']);
    // A query leaves in changes() what was there before.
    return total === before ? 0 : Number(counts?.['changed']);
  };
  return {
    dialect: 'sqlite',
    server,
    run: async (sql) => {
      exec(sql);
      return CHANGES_ROWS.test(sql) ? { changed: changed() } : {};
    },
    query: async (sql) => all(sql).map(plainRow),
    cancel: async () => {},
    close: async () => close(),
  };
}

/**
 * What may change rows. Behind it the schema is known, so that asking for the count waits for no lock; behind another statement that
 * could fail, and the statement would seem to have failed.
 */
const CHANGES_ROWS = /^(?:\s|--.*\n|\/\*[^]*?\*\/)*(?:INSERT|REPLACE|UPDATE|DELETE|WITH)\b/i;

/** Milliseconds that a statement waits for another connection, until PRAGMA busy_timeout says otherwise. */
const BUSY_MS = 5000;
