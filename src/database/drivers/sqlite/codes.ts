import type { ConnectFailure } from '../../../errors/database.ts';
import type { Refused } from '../../connection.ts';
import { codesOf } from '../../failures.ts';

/** Of migsql's own: the log is shared by memory, which WebAssembly has not. */
export const NO_WAL = 'NO_WAL';

/**
 * Codes by the words that SQLite has for them, since not every driver gives codes:
 * https://www.sqlite.org/rescode.html, and sqlite3ErrStr in https://www.sqlite.org/src/file/src/main.c
 */
const WORDS: readonly (readonly [words: RegExp, code: string])[] = [
  [/^database is locked/, 'SQLITE_BUSY'],
  [/^database (?:table|schema) is locked/, 'SQLITE_LOCKED'],
  [/^attempt to write a readonly database/, 'SQLITE_READONLY'],
  [/^(?:access permission denied|access to .* is prohibited)/, 'SQLITE_PERM'],
  [/^not authorized/, 'SQLITE_AUTH'],
  [/^interrupted/, 'SQLITE_INTERRUPT'],
  [/^disk I\/O error/, 'SQLITE_IOERR'],
  [/^unable to open database/, 'SQLITE_CANTOPEN'],
  [/^file is not a database/, 'SQLITE_NOTADB'],
  [/^database disk image is malformed/, 'SQLITE_CORRUPT'],
  [/^database or disk is full/, 'SQLITE_FULL'],
  [/constraint failed/, 'SQLITE_CONSTRAINT'],
];

export function codeOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const own = codesOf(error).find((code) => code.startsWith('SQLITE_'));
  return own ?? WORDS.find(([words]) => words.test(message))?.[1] ?? 'SQLITE_ERROR';
}

const KINDS: readonly (readonly [code: RegExp, kind: Refused])[] = [
  [/^SQLITE_BUSY_SNAPSHOT$/, 'conflict'],
  [/^SQLITE_(?:BUSY|LOCKED)/, 'lock-timeout'],
  [/^SQLITE_(?:READONLY|PERM|AUTH)/, 'denied'],
  [/^SQLITE_INTERRUPT/, 'canceled'],
];

export const kindOf = (code: string): Refused => KINDS.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';

/** A file that cannot be opened is in no folder, or may not be read. */
export function failureOf(error: unknown): ConnectFailure {
  const [code] = codesOf(error);
  return FAILURES[code ?? codeOf(error)] ?? 'other';
}

const FAILURES: { readonly [code: string]: ConnectFailure } = {
  ENOENT: 'no-database',
  EACCES: 'denied',
  EPERM: 'denied',
  [NO_WAL]: 'no-wal',
};
