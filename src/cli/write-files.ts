import {
  closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fail, MigsqlError, problem } from '../errors.ts';
import { inChunks } from './chunks.ts';

/** A file to write. Its text may come in pieces, which are never joined. */
export interface NewFile {
  /** Absolute. */
  readonly path: string;
  /** As messages name it. */
  readonly name: string;
  readonly text: Iterable<string>;
}

/** Where a file's text goes first, and where it ends up. */
interface Destination {
  readonly file: NewFile;
  readonly first: string;
  readonly last: string;
  readonly mode?: number;
}

/**
 * Writes files so that a failure leaves what was there: each is written beside its place, and all are put in place at
 * the end. What is no plain file, such as `/dev/stdout`, is written to directly.
 *
 * @throws MigsqlError `unwritable-file`
 */
export const writeFiles = (files: readonly NewFile[]): void => writeBeside(files, ({ first, last }) => renameSync(first, last));

function writeBeside(files: readonly NewFile[], put: (destination: Destination) => void): void {
  const destinations = files.map((file) => trying(file.name, () => destinationOf(file)));
  const drafts = destinations.filter(({ first, last }) => first !== last);
  try {
    for (const destination of destinations) trying(destination.file.name, () => writePieces(destination));
    for (const draft of drafts) trying(draft.file.name, () => put(draft));
  } catch (error) {
    for (const { first } of drafts) rmSync(first, { force: true });
    throw error;
  }
}

/**
 * As `writeFiles`, and makes the folders; what exists is never overwritten.
 *
 * @throws MigsqlError `file-exists` for each that does, `unwritable-file`
 */
export function writeNewFiles(files: readonly NewFile[]): void {
  refuseExisting(files);
  makeFolders(files);
  writeBeside(files, putWhereNothingIs);
}

/** As `writeFiles`, and makes the folders. @throws MigsqlError `unwritable-file` */
export function writeInFolders(files: readonly NewFile[]): void {
  makeFolders(files);
  writeFiles(files);
}

const makeFolders = (files: readonly NewFile[]): void => files.forEach((file) => makeFolder(dirname(file.path), file.name));

/**
 * A link is refused where something is, even when it came there a moment ago; a renamed file would take its place. Some
 * file systems have no links.
 */
function putWhereNothingIs({ file, first, last }: Destination): void {
  try {
    linkSync(first, last);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') fail('file-exists', {}, { file: file.name });
    if (!WITHOUT_LINKS.includes(code)) throw error;
    return renameSync(first, last);
  }
  rmSync(first);
}

const WITHOUT_LINKS = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'];

/** Makes a folder and those above it, where they are missing. @throws MigsqlError `unwritable-file` */
export function makeFolder(path: string, name: string): void {
  trying(name, () => mkdirSync(path, { recursive: true }));
}

/** @throws MigsqlError `file-exists` for each that does */
export function refuseExisting(files: readonly NewFile[]): void {
  const existing = files.filter(({ path }) => existsSync(path));
  if (existing.length) throw new MigsqlError(existing.map(({ name }) => problem('file-exists', {}, { file: name })));
}

function destinationOf(file: NewFile): Destination {
  const found = statSync(file.path, { throwIfNoEntry: false });
  if (found && !found.isFile() && !found.isDirectory()) return { file, first: file.path, last: file.path };
  // A symbolic link stays one.
  const last = found ? realpathSync(file.path) : file.path;
  const first = join(dirname(last), `.${basename(last)}.${process.pid}.tmp`);
  return { file, first, last, ...(found && { mode: found.mode }) };
}

function writePieces({ file, first, mode }: Destination): void {
  const descriptor = openSync(first, 'w', mode);
  try {
    for (const chunk of inChunks(file.text)) writeFileSync(descriptor, chunk);
    // Else a machine that loses its power might keep the new name, and not what it names.
    if (first !== file.path) fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Errors of the system become diagnostics; any other one goes its way. */
function trying<T>(name: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return fail('unwritable-file', { reason: reasonOf(error) }, { file: name });
  }
}

const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of its path is no folder',
  EEXIST: 'a file stands in place of its folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
};

const reasonOf = (error: Error): string => REASONS[codeOf(error)] ?? error.message;

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
