import { type Stats, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { fail } from '../errors.ts';
import type { DialectName } from '../sql/dialect-name.ts';

export interface OutputPaths {
  /** A file for each dialect, in order; absolute. */
  readonly files: readonly string[];
  /** The folder that they are in, when the output was said to be one: it may be missing yet. */
  readonly folder?: string;
}

/**
 * Where the output goes. `-o` is a folder when one stands there, when it ends in a slash, or when there are several
 * dialects; each has a file of its name then.
 *
 * @throws MigsqlError `invalid-usage` when it is empty, or several dialects would go to one file
 */
export function outputPaths(output: string, dialects: readonly DialectName[], format: 'sql' | 'json'): OutputPaths {
  if (output === '') fail('invalid-usage', { reason: '-o is empty', instead: 'Name a file or a folder.' });
  const path = resolve(output);
  const found = statusOf(path);
  const isFolder = found?.isDirectory() || /[\\/]$/.test(output);
  if (dialects.length === 1 && !isFolder) return { files: [path] };
  if (!isFolder && (found || extname(path) !== '')) {
    fail('invalid-usage', {
      reason: `-o ${output} is one file, and there are ${dialects.length} dialects`,
      instead: `Name a folder: it gets a file for each, such as ${dialects[0]}.${format}.`,
    });
  }
  return { files: dialects.map((dialect) => join(path, `${dialect}.${format}`)), folder: path };
}

/**
 * The folder of a ticket, and within it one of each dialect's name where there are several.
 *
 * @throws MigsqlError `invalid-usage` when it is empty, or a file
 */
export function ticketPaths(output: string, dialects: readonly DialectName[]): OutputPaths {
  if (output === '') fail('invalid-usage', { reason: '-o is empty', instead: 'Name a folder.' });
  const path = resolve(output);
  const found = statusOf(path);
  if (found && !found.isDirectory()) fail('invalid-usage', { reason: `--ticket writes a folder, and ${output} is a file`, instead: 'Name a folder.' });
  return { files: dialects.length === 1 ? [path] : dialects.map((dialect) => join(path, dialect)), folder: path };
}

/** What stands at a path; where nothing can, writing will say so. */
function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
