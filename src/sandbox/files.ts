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

/** Reads a UTF-8 file; `file` names it in problems. */
export function readText(path: string, file: string): FileText | { readonly problem: Diagnostic } {
  const bytes = readBytes(path);
  if (!Buffer.isBuffer(bytes)) return { problem: problem('unreadable-file', { reason: bytes }, { file }) };
  if (!isUtf8(bytes)) return { problem: problem('not-utf8', {}, { file }) };
  const text = bytes.toString();
  return {
    text: text.startsWith('\ufeff') ? text.slice(1) : text,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

function readBytes(path: string): Buffer | string {
  try {
    return readFileSync(path);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

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
