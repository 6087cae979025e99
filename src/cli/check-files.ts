import { existsSync, readFileSync } from 'node:fs';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Diagnostic } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import { whyUnreadable } from '../sandbox/files.ts';
import type { NewFile } from './write-files.ts';

/**
 * Beyond these limits the difference is not shown: comparing texts of which most lines differ takes time that grows
 * with the square of their length.
 */
const OPTIONS = { maxEditLength: 5000, timeout: 5000, headerOptions: FILE_HEADERS_ONLY };

/**
 * What is wrong with files that should hold these texts: `script-differs`, with a patch of what to change, or
 * `unreadable-file`.
 */
export function compareFiles(files: readonly NewFile[]): Diagnostic[] {
  return files.flatMap((file) => {
    try {
      return compareFile(file);
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      return problem('unreadable-file', { reason: whyUnreadable(error) }, { file: file.name });
    }
  });
}

function compareFile({ path, name, text }: NewFile): readonly Diagnostic[] {
  const wanted = [...text].join('');
  const found = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (found === wanted) return [];
  const patch = found && patchOf(name, found, wanted);
  return [problem('script-differs', patch ? { patch } : {}, { file: name })];
}

/** What to change in a text; nothing where that would take too long to find. */
export const patchOf = (name: string, found: string, wanted: string): string | undefined =>
  createTwoFilesPatch(name, name, found, wanted, 'found', 'rendered', OPTIONS);
