import { resolve } from 'node:path';
import type * as OxcTransform from 'oxc-transform';
import type { Diagnostic, Place } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import { advance, isPunctuator, openExactCursor, tokenText } from './cursor.ts';
import type { ModuleSource } from './engine.ts';
import { dataOf, isJson, readText } from './files.ts';
import { nameOf, resolveImport } from './imports.ts';
import { placeAt } from './places.ts';
import type { EvaluationRequest, Import } from './request.ts';
import { decodeText } from './strings.ts';
import { type Stripped, stripTypes } from './typescript.ts';

/** A module as the interpreter sees it, with its source. */
export interface Loaded extends Stripped {
  readonly file: string;
  readonly text: string;
}

/** An entry module and, as they are asked for, the modules that it imports. */
export interface Program extends ModuleSource {
  /** The entry's name: its file, relative to the project. */
  readonly entry: string;
  readonly code: string;
  readonly imports: readonly Import[];
  /** What was wrong with imports and imported files. */
  readonly problems: readonly Diagnostic[];
  readonly moduleOf: (name: string) => Loaded | undefined;
  /** The entry and what it imports. */
  readonly sources: () => Iterable<Loaded>;
}

/**
 * An imported module is named by its file and its entry, so that each entry gets instances of its own:
 * a variable in a helper cannot carry anything from one migration to the next.
 */
const ENTRY_MARK = '\u001f';

type Strip = (file: string, text: string) => Loaded | readonly Diagnostic[];

export function loadProgram(
  oxc: typeof OxcTransform,
  { path, text, territory }: EvaluationRequest,
): Program | { readonly problems: readonly Diagnostic[] } {
  const strip: Strip = (name, source) => stripModule(oxc, name, source);
  const entry = nameOf(path, territory.project);
  const loadedEntry = strip(entry, text);
  if (!('code' in loadedEntry)) return { problems: loadedEntry };
  const modules = new Map<string, Loaded>([[entry, loadedEntry]]);
  const hashes = new Map<string, string>();
  const imports: Import[] = [];
  const problems: Diagnostic[] = [];

  const load = (name: string, { path: file, kind }: { readonly path: string; readonly kind: 'code' | 'data' }): string | undefined => {
    const read = readImported(file, name, kind, strip);
    if ('problems' in read) {
      problems.push(...read.problems);
      return undefined;
    }
    modules.set(name + ENTRY_MARK + entry, read.module);
    hashes.set(name, read.sha256);
    return read.sha256;
  };

  const resolveName = (importer: string, specifier: string): string | undefined => {
    const { file, text: source } = modules.get(importer) ?? loadedEntry;
    const resolution = resolveImport(specifier, resolve(territory.project, file), territory);
    if (resolution.kind === 'refused') {
      const { code, details } = resolution;
      const place = placeOfImport(source, specifier, file);
      problems.push(code === 'missing-import' ? problem(code, details, place) : problem(code, details, place));
      return undefined;
    }
    if (resolution.kind === 'authoring') return undefined;
    const name = nameOf(resolution.path, territory.project);
    const sha256 = hashes.get(name) ?? load(name, resolution);
    if (sha256 === undefined) return undefined;
    imports.push({ importer: file, specifier, file: name, sha256 });
    return name + ENTRY_MARK + entry;
  };

  return {
    entry,
    code: loadedEntry.code,
    imports,
    problems,
    moduleOf: (name) => modules.get(name),
    sources: () => modules.values(),
    resolve: resolveName,
    load: (name) => modules.get(name)?.code,
  };
}

function stripModule(oxc: typeof OxcTransform, file: string, text: string): Loaded | readonly Diagnostic[] {
  const stripped = stripTypes(oxc, file, text);
  if (!('code' in stripped)) return stripped;
  const dynamic = stripped.code.includes('import(') ? dynamicImports(text, file) : [];
  return dynamic.length > 0 ? dynamic : { ...stripped, file, text };
}

type Read = { readonly module: Loaded; readonly sha256: string } | { readonly problems: readonly Diagnostic[] };

function readImported(path: string, file: string, kind: 'code' | 'data', strip: Strip): Read {
  const read = readText(path, file);
  if ('problem' in read) return { problems: [read.problem] };
  const module = kind === 'code' ? strip(file, read.text) : dataModule(file, read.text);
  return 'code' in module ? { module, sha256: read.sha256 } : { problems: module };
}

/** JSON becomes its value, any other data its text. */
function dataModule(file: string, text: string): Loaded | readonly Diagnostic[] {
  const data = dataOf(file, text);
  if ('problem' in data) return [data.problem];
  const code = isJson(file) ? `export default JSON.parse(${JSON.stringify(text)})` : `export default ${JSON.stringify(text)}`;
  return { file, text, code, placeOf: () => ({ file }) };
}

/** Where an import names its module; the file alone when it stands nowhere. */
function placeOfImport(text: string, specifier: string, file: string): Place {
  const cursor = openExactCursor(text);
  let previous = '';
  while (advance(cursor) !== 'end') {
    const isImport = cursor.kind === 'string' && (previous === 'from' || previous === 'import');
    if (isImport && decodeText(tokenText(cursor)) === specifier) return placeAt(text, cursor.start, file);
    previous = cursor.kind === 'name' ? tokenText(cursor) : '';
  }
  return { file };
}

function dynamicImports(text: string, file: string): readonly Diagnostic[] {
  const cursor = openExactCursor(text);
  const found: Diagnostic[] = [];
  let before = '';
  while (advance(cursor) !== 'end') {
    const token = tokenText(cursor);
    const start = cursor.start;
    if (token === 'import' && cursor.kind === 'name' && before !== '.') {
      advance(cursor);
      if (isPunctuator(cursor, '(')) {
        const specifier = advance(cursor) === 'string' ? (decodeText(tokenText(cursor)) ?? '…') : '…';
        const details = { specifier, reason: 'import() happens while the file runs; import at the top of the file' };
        found.push(problem('forbidden-import', details, placeAt(text, start, file)));
      }
    }
    before = token;
  }
  return found;
}
