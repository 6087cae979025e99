import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Diagnostic } from '../diagnostics.ts';
import { problem } from '../errors.ts';

export interface FileText {
  /** Without a byte order mark. */
  readonly text: string;
  /** SHA-256 of the file's bytes, in hex. */
  readonly sha256: string;
}

/** Reads a UTF-8 file; `file` names it in problems. Its hash is made when it is first asked for. */
export function readText(path: string, file: string): FileText | { readonly problem: Diagnostic } {
  let content: string;
  try {
    // Node reads a text in one call, bytes in five; text that is UTF-8 has the same bytes again.
    content = readFileSync(path, 'utf8');
    if (content.includes('\ufffd') && !isUtf8(readFileSync(path))) return { problem: problem('not-utf8', {}, { file }) };
  } catch (error) {
    return { problem: problem('unreadable-file', { reason: reasonOf(error as NodeJS.ErrnoException) }, { file }) };
  }
  let hash: string | undefined;
  return {
    text: content.startsWith('\ufeff') ? content.slice(1) : content,
    get sha256() {
      return (hash ??= createHash('sha256').update(content).digest('hex'));
    },
  };
}

const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
};

const reasonOf = ({ code = '', message }: NodeJS.ErrnoException): string => REASONS[code] ?? message;

export const isJson = (file: string): boolean => extname(file) === '.json';

/** The value that a data file is imported as: of JSON what it says, of any other file its text. */
export function dataOf(file: string, text: string): { readonly value: unknown } | { readonly problem: Diagnostic } {
  if (!isJson(file)) return { value: text };
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: problem('invalid-data-file', { reason: (error as Error).message }, { file }) };
  }
}
