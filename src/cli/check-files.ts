import { existsSync, readFileSync } from 'node:fs';
import { createTwoFilesPatch } from 'diff';
import type { Diagnostic } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import type { NewFile } from './write-files.ts';

/**
 * Beyond these limits the difference is not shown: comparing texts of which most lines differ takes time that grows
 * with the square of their length.
 */
const LIMITS = { maxEditLength: 5000, timeout: 5000 };

/** What is wrong with files that should hold these texts: `script-differs`, with a patch of what to change. */
export function compareFiles(files: readonly NewFile[]): Diagnostic[] {
  return files.flatMap(({ path, name, text }) => {
    const wanted = [...text].join('');
    const found = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    if (found === wanted) return [];
    const patch = found === undefined ? undefined : createTwoFilesPatch(name, name, found, wanted, 'found', 'rendered', LIMITS);
    return [problem('script-differs', patch === undefined ? {} : { patch }, { file: name })];
  });
}
