import { resolve } from 'node:path';
import { dataOf, readText } from '../files.ts';
import { nameOf, resolveImport } from '../imports.ts';
import type { EvaluationRequest, Import } from '../request.ts';
import { type FoldContext, foldModule } from './module.ts';

/** What folding a file gives: its value, and the files that it read. */
export interface Folded {
  readonly value: unknown;
  readonly imports: readonly Import[];
}

/**
 * Folds a TypeScript file as `foldModule` does, with the data files that it imports; nothing where that is not enough.
 * JavaScript is left to the interpreter: it has no types, and an import that is never used stays.
 */
export function foldFile(
  { path, text, territory }: EvaluationRequest,
  authoring: FoldContext['authoring'],
): Folded | undefined {
  if (!/\.m?ts$/.test(path)) return undefined;
  const file = nameOf(path, territory.project);
  const imports: Import[] = [];
  const importData: FoldContext['importData'] = (specifier) => {
    const resolution = resolveImport(specifier, path, territory);
    if (resolution.kind !== 'data') return undefined;
    const name = nameOf(resolution.path, territory.project);
    const read = readText(resolve(territory.project, name), name);
    const data = 'problem' in read ? read : dataOf(name, read.text);
    if ('problem' in read || 'problem' in data) return undefined;
    imports.push({ importer: file, specifier, file: name, sha256: read.sha256 });
    return { value: data.value, size: read.text.length };
  };
  const folded = foldModule(text, { file, authoring, importData });
  return folded && { value: folded.value, imports };
}
