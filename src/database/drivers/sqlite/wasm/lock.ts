import fs from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Holder, isGone, thisProcess } from './holder.ts';
import { isHotJournal } from '../file.ts';

/** What the library calls its locks: a folder beside the file. */
const LOCK = '.lock';

/** Locks that this process holds, and the file in each that says so. */
const held = new Map<string, string>();
/** Why a lock was not to be had the last time. */
const troubles = new Map<string, string>();

/** Why the lock of a database was not to be had, with what to do about it. */
export const lockTrouble = (file: string): string | undefined => troubles.get(file + LOCK);

/**
 * `node:fs` for the library: its lock says who holds it, one whose holder is proved to be gone is removed, the lock that it
 * holds itself is none that another program holds, and a file is made for whom SQLite makes it.
 */
export const fileSystem: Readonly<Record<string, unknown>> = {
  ...fs,
  openSync: (path: string, flags: number) => fs.openSync(path, flags, modeOf(path)),
  mkdirSync: (path: string) => (path.endsWith(LOCK) ? take(path) : fs.mkdirSync(path)),
  rmdirSync: (path: string) => (held.has(path) ? release(path) : fs.rmdirSync(path)),
  accessSync: (path: string, mode?: number) => {
    if (held.has(path)) throw coded('ENOENT');
    fs.accessSync(path, mode);
  },
};

/** A new database as SQLite has it, https://www.sqlite.org/compile.html#default_file_permissions; its journal is for the same people. */
function modeOf(path: string): number {
  const owner = path.replace(/-journal$/, '');
  const found = owner === path ? undefined : fs.statSync(owner, { throwIfNoEntry: false });
  return found === undefined ? 0o644 : found.mode & 0o777;
}

/** @throws EEXIST where the lock is another's: to the library the database is busy */
function take(lock: string): void {
  troubles.delete(lock);
  const cleared = makeFolder(lock);
  const note = join(lock, `migsql-${process.pid}-${randomBytes(4).toString('hex')}.json`);
  fs.writeFileSync(note, JSON.stringify(thisProcess()));
  held.set(lock, note);
  // What a holder left that is gone is undone by SQLite; a transaction of a program that has no such lock may be going on.
  const journal = `${lock.slice(0, -LOCK.length)}-journal`;
  if (cleared || !isHotJournal(journal)) return;
  release(lock);
  refuse(lock, `${journal} is there: another program is within a transaction, or was cut off in one. End it, and let SQLite undo what is left: sqlite3 FILE "PRAGMA quick_check"`);
}

/** Whether a lock of a holder that is gone was removed for it. */
function makeFolder(lock: string): boolean {
  try {
    fs.mkdirSync(lock);
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const trouble = removed(lock);
  if (trouble !== undefined) refuse(lock, trouble);
  fs.mkdirSync(lock);
  return true;
}

function release(lock: string): void {
  const note = held.get(lock);
  held.delete(lock);
  if (note !== undefined) fs.rmSync(note, { force: true });
  fs.rmdirSync(lock);
}

function refuse(lock: string, trouble: string): never {
  troubles.set(lock, trouble);
  pause();
  throw coded('EEXIST');
}

/** Removes a lock whose holder is gone; whoever takes away its note, and nobody else, may. */
function removed(lock: string): string | undefined {
  const unknown = `the folder ${lock} is there, and does not say whose it is. If no program has the database open, remove it`;
  try {
    const [name = '', ...more] = fs.readdirSync(lock);
    if (!name.startsWith('migsql-') || more.length) return unknown;
    const holder = JSON.parse(fs.readFileSync(join(lock, name), 'utf8')) as Holder;
    if (!isGone(holder)) return `process ${holder.pid} on ${holder.host} has it. If that is gone, remove the folder ${lock}`;
    fs.unlinkSync(join(lock, name));
    fs.rmdirSync(lock);
    return undefined;
  } catch {
    // Another process was faster, or the note is not whole.
    return unknown;
  }
}

const coded = (code: string): Error => Object.assign(new Error(code), { code });

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** SQLite asks again at once for as long as PRAGMA busy_timeout says: it has no way to sleep here. */
const pause = (): void => void Atomics.wait(sleeper, 0, 0, 10);
