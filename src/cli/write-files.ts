import {
  closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, rmdirSync, statSync, writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Diagnostic } from '../diagnostics.ts';
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

/** What a command writes when all of its work is done. */
export interface Writing {
  readonly files: readonly NewFile[];
  /** What exists is never overwritten. */
  readonly isNew?: boolean;
  /** Folders are made where they are missing. */
  readonly makesFolders?: boolean;
  /** Absolute paths of files that go. */
  readonly removes?: readonly string[];
}

/** Where a file's text goes first, and where it ends up. */
interface Destination {
  readonly file: NewFile;
  readonly first: string;
  readonly last: string;
  readonly mode?: number;
  readonly put: (destination: Destination) => void;
}

/**
 * Writes files so that a failure leaves what was there: each is written beside its place, and all are put in place at
 * the end. What is no plain file, such as `/dev/stdout`, is written to directly.
 *
 * @throws MigsqlError with what is wrong with any of the texts; `file-exists` for each that must be new, `unwritable-file`;
 * `invalid-usage` where two writings name one file and say different things
 */
export function carryOut(writings: readonly Writing[]): void {
  const whole = withoutDoubles(writings);
  refuseExisting(whole.flatMap(({ files, isNew }) => (isNew ? files : [])));
  const made = whole.flatMap(({ files, makesFolders }) => (makesFolders ? makeFolders(files) : []));
  try {
    writeBeside(whole.flatMap(({ files, isNew }) => files.map((file) => ({ file, put: isNew ? putWhereNothingIs : putInPlace }))));
  } catch (error) {
    for (const folder of made.reverse()) removeEmpty(folder);
    throw error;
  }
  for (const { removes = [] } of whole) for (const path of removes) rmSync(path, { force: true });
}

/** @throws MigsqlError `file-exists` for each that does, `unwritable-file` */
export const writeNewFiles = (files: readonly NewFile[]): void => carryOut([{ files, isNew: true, makesFolders: true }]);

/** Several targets may have a folder in common, and the same to write there. */
function withoutDoubles(writings: readonly Writing[]): readonly Writing[] {
  const seen = new Map<string, NewFile>();
  const isFirst = (file: NewFile): boolean => {
    const known = seen.get(file.path);
    if (known && !isSameText(known, file)) {
      fail('invalid-usage', { reason: `${file.name} would be written twice, with different texts`, instead: 'Give each target a place of its own.' });
    }
    seen.set(file.path, file);
    return known === undefined;
  };
  return writings.map((writing) => ({ ...writing, files: writing.files.filter(isFirst) }));
}

const isSameText = (a: NewFile, b: NewFile): boolean =>
  Array.isArray(a.text) && Array.isArray(b.text) && a.text.join('') === b.text.join('');

function writeBeside(files: readonly Pick<Destination, 'file' | 'put'>[]): void {
  const destinations = files.map(({ file, put }) => trying(file.name, () => ({ ...destinationOf(file), put })));
  const drafts = destinations.filter(({ first, last }) => first !== last);
  try {
    writeAll(destinations);
    for (const draft of drafts) trying(draft.file.name, () => draft.put(draft));
  } catch (error) {
    for (const { first } of drafts) rmSync(first, { force: true });
    throw error;
  }
}

/** What is wrong with any of the texts is told in one go. */
function writeAll(destinations: readonly Destination[]): void {
  const problems = new Map<string, Diagnostic>();
  for (const destination of destinations) {
    try {
      trying(destination.file.name, () => writePieces(destination));
    } catch (error) {
      if (!(error instanceof MigsqlError)) throw error;
      for (const each of error.diagnostics) problems.set(JSON.stringify(each), each);
    }
  }
  if (problems.size) throw new MigsqlError([...problems.values()]);
}

const putInPlace = ({ first, last }: Destination): void => renameSync(first, last);

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

/** The folders that files are in, and those above, where they are missing: those that were made, from the top. */
function makeFolders(files: readonly NewFile[]): string[] {
  const byFolder = new Map(files.map((file) => [dirname(file.path), file.name]));
  return [...byFolder].flatMap(([folder, name]) => {
    const top = trying(name, () => mkdirSync(folder, { recursive: true }));
    return top === undefined ? [] : foldersBetween(top, folder);
  });
}

const foldersBetween = (top: string, folder: string): readonly string[] =>
  folder.length <= top.length ? [folder] : [...foldersBetween(top, dirname(folder)), folder];

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody has put something there.
  }
}

/** @throws MigsqlError `file-exists` for each that does */
export function refuseExisting(files: readonly NewFile[]): void {
  const existing = files.filter(({ path }) => existsSync(path));
  if (existing.length) throw new MigsqlError(existing.map(({ name }) => problem('file-exists', {}, { file: name })));
}

function destinationOf(file: NewFile): Omit<Destination, 'put'> {
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
