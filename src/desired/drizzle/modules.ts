import type { Place } from '../../diagnostics.ts';
import { advance, openExactCursor, tokenText } from '../../sandbox/cursor.ts';
import { readText } from '../../sandbox/files.ts';
import { importsIn } from '../../sandbox/imports-in.ts';
import { type Territory, nameOf, resolveImport } from '../../sandbox/imports.ts';
import { placeAt } from '../../sandbox/places.ts';

/** A module of the project's own. */
export interface Module {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/** A module and those that it imports, and they import; each once. */
export type Reachable = readonly [Module, ...Module[]];

export function modulesFrom(module: Module, territory: Territory, seen = new Set([module.path])): Reachable {
  const imported = importsIn(module.text).flatMap(({ specifier }): readonly Module[] => {
    const found = resolveImport(specifier, module.path, territory);
    if (found.kind !== 'code' || seen.size === seen.add(found.path).size) return [];
    const read = readText(found.path, found.path);
    return 'text' in read ? modulesFrom({ path: found.path, text: read.text }, territory, seen) : [];
  });
  return [module, ...imported];
}

/** Where a module names one of drizzle-orm's. */
export interface Use {
  readonly specifier: string;
  readonly place: Place;
}

export const usesOfDrizzle = (modules: readonly Module[], project: string): readonly Use[] =>
  [...new Map(modules.map((module) => [module.path, module])).values()].flatMap(({ path, text }) =>
    importsIn(text)
      .filter(({ specifier }) => /^drizzle-orm(\/|$)/.test(specifier))
      .map(({ specifier, start }) => ({ specifier, place: placeAt(text, start, nameOf(path, project)) })),
  );

/** Where one of the modules gives a value the name; the first module where none does. */
export function placeOfName(name: string, modules: Reachable, project: string): Place {
  for (const { path, text } of modules) {
    const start = declaredAt(text, name);
    if (start !== undefined) return placeAt(text, start, nameOf(path, project));
  }
  return { file: nameOf(modules[0].path, project) };
}

function declaredAt(text: string, name: string): number | undefined {
  const cursor = openExactCursor(text);
  let previous = '';
  while (advance(cursor) !== 'end') {
    const token = tokenText(cursor);
    if (token === name && /^(const|let|var|as)$/.test(previous)) return cursor.start;
    previous = token;
  }
  return undefined;
}
