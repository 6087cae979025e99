import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Diagnostic } from '../diagnostics.ts';
import { problem } from '../errors.ts';

export interface FileText {
  /** Without a byte order mark, and with LF for CRLF, so that a checkout on another system is the same text. */
  readonly text: string;
  /** SHA-256 of the file's bytes with LF for CRLF, in hex. */
  readonly sha256: string;
}

/** Reads a UTF-8 file; `file` names it in problems. */
export function readText(path: string, file: string): FileText | { readonly problem: Diagnostic } {
  let content: string;
  try {
    // Node reads a text in one call, bytes in five; text that is UTF-8 has the same bytes again.
    content = readFileSync(path, 'utf8');
    if (content.includes('\ufffd') && !isUtf8(readFileSync(path))) return { problem: problem('not-utf8', {}, { file }) };
    if (content.includes('\r\n')) content = content.replaceAll('\r\n', '\n');
  } catch (error) {
    return { problem: problem('unreadable-file', { reason: whyUnreadable(error as Error) }, { file }) };
  }
  return { text: content.startsWith('\ufeff') ? content.slice(1) : content, sha256: hash('sha256', content) };
}

/** A file's bytes with LF for CRLF, and their SHA-256: the hash that `readText` gives for a text. */
export function readBytes(path: string, file: string): FileBytes | { readonly problem: Diagnostic } {
  try {
    const bytes = withLineFeeds(readFileSync(path));
    return { bytes, sha256: hash('sha256', bytes) };
  } catch (error) {
    return { problem: problem('unreadable-file', { reason: whyUnreadable(error as Error) }, { file }) };
  }
}

export interface FileBytes {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** In place, since a file of rows may be large. */
function withLineFeeds(bytes: Buffer): Buffer {
  if (!bytes.includes('\r\n')) return bytes;
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== CARRIAGE_RETURN || bytes[at + 1] !== LINE_FEED) bytes[length++] = bytes[at] as number;
  }
  return bytes.subarray(0, length);
}

const [LINE_FEED, CARRIAGE_RETURN] = [10, 13] as const;

const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
};

/** What the system's error says of a file, in words. */
export const whyUnreadable = (error: Error): string =>
  REASONS['code' in error ? String(error.code) : ''] ?? error.message;

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
