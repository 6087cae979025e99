import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The first bytes of a file; fewer where it has no more. https://www.sqlite.org/fileformat2.html#the_database_header */
const HEADER = 100;
const MAGIC = 'SQLite format 3\0';

/** Why a file cannot be a database, before anything of it is touched. */
export function fileFlaw(path: string, mustExist: boolean): Error | undefined {
  try {
    if (!isThere(path)) {
      if (mustExist) return coded('ENOENT', `there is no file ${path}`);
      return isThere(dirname(path)) ? undefined : coded('ENOENT', `there is no folder ${dirname(path)}`);
    }
    if (statSync(path).isDirectory()) return new Error('it is a folder');
    const header = headerOf(path);
    return header.length === 0 || header.toString('latin1').startsWith(MAGIC) ? undefined : new Error('file is not a database');
  } catch (error) {
    return error as Error;
  }
}

/** Whether the file keeps a write-ahead log, which programs share by memory: bytes 18 and 19. */
export function isWal(path: string): boolean {
  const header = headerOf(path);
  return header[18] === 2 || header[19] === 2;
}

/** Whether a journal tells how to undo what was half written: one that is done with is gone, empty, or begins with zeros. */
export function isHotJournal(path: string): boolean {
  return isThere(path) && (headerOf(path)[0] ?? 0) !== 0;
}

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

const coded = (code: string, message: string): Error => Object.assign(new Error(message), { code });

function headerOf(path: string): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(HEADER);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, HEADER, 0));
  } finally {
    closeSync(descriptor);
  }
}
