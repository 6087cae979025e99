import { compare } from '../diagnostics.ts';
import type { SourceFile } from '../migration.ts';

/** Each file once, sorted. */
export function sourceFiles(files: readonly SourceFile[]): readonly SourceFile[] {
  const once = new Map(files.map(({ file, sha256 }) => [file, { file, sha256 }]));
  return [...once.values()].sort((a, b) => compare(a.file, b.file));
}
