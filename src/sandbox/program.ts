import { resolve } from 'node:path';
import type * as OxcTransform from 'oxc-transform';
import type { Diagnostic, Place } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import { advance, isPunctuator, openExactCursor, tokenText } from './cursor.ts';
import type { ModuleSource } from './engine.ts';
import { dataOf, isJson, readText } from './files.ts';
import { type Resolution, type Territory, nameOf, resolveImport } from './imports.ts';
import { importsIn } from './imports-in.ts';
import { placeAt, placesIn } from './places.ts';
import type { EvaluationRequest, Import } from './request.ts';
import { decodeText } from './strings.ts';
import { type Stripped, stripTypes } from './typescript.ts';

/** A module as the interpreter sees it, with its source. */
export interface Loaded extends Stripped {
  readonly file: string;
  readonly text: string;
  /** Whether it is none of the project's own. */
  readonly isForeign?: true;
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

/** A program and what becomes of it as its modules are asked for. */
interface Loading {
  readonly entry: string;
  readonly territory: Territory;
  readonly strip: Strip;
  /** By name in the interpreter. */
  readonly modules: Map<string, Loaded>;
  /** Of imported files, by file. */
  readonly hashes: Map<string, string>;
  readonly imports: Import[];
  readonly problems: Diagnostic[];
}

type Strip = (file: string, text: string) => Loaded | readonly Diagnostic[];

export function loadProgram(
  oxc: typeof OxcTransform,
  { path, text, territory }: EvaluationRequest,
): Program | { readonly problems: readonly Diagnostic[] } {
  const strip: Strip = (file, source) => stripModule(oxc, file, source);
  const entry = nameOf(path, territory.project);
  const loaded = strip(entry, text);
  if (!('code' in loaded)) return { problems: loaded };
  const modules = new Map([[entry, loaded]]);
  const loading: Loading = { entry, territory, strip, modules, hashes: new Map(), imports: [], problems: [] };
  return {
    entry,
    code: loaded.code,
    imports: loading.imports,
    problems: loading.problems,
    moduleOf: (name) => modules.get(name),
    sources: () => modules.values(),
    resolve: (importer, specifier) => resolveModule(loading, modules.get(importer) ?? loaded, specifier),
    load: (name) => modules.get(name)?.code,
  };
}

/** The name of an imported module; its file is read when it is first met. */
function resolveModule(loading: Loading, importer: Loaded, specifier: string): string | undefined {
  const { territory, entry, hashes, imports } = loading;
  const resolution = resolveImport(specifier, resolve(territory.project, importer.file), territory);
  if (resolution.kind === 'authoring') return undefined;
  if (resolution.kind === 'refused') {
    refuse(loading, importer, specifier, resolution);
    return undefined;
  }
  const file = nameOf(resolution.path, territory.project);
  const name = file + ENTRY_MARK + entry;
  const sha256 = hashes.get(file) ?? loadModule(loading, name, file, resolution);
  if (sha256 === undefined) return undefined;
  imports.push({ importer: importer.file, specifier, file, sha256 });
  return name;
}

function refuse({ problems }: Loading, { text, file }: Loaded, specifier: string, refused: Refused): void {
  const place = placeOfImport(text, specifier, file);
  // Each code goes with details of its own.
  if (refused.code === 'missing-import') problems.push(problem(refused.code, refused.details, place));
  else problems.push(problem(refused.code, refused.details, place));
}

/** The hash of a file that becomes a module. */
function loadModule(loading: Loading, name: string, file: string, found: Found): string | undefined {
  const read = readImported(found.path, file, found.kind, loading.strip);
  if ('problems' in read) {
    loading.problems.push(...read.problems);
    return undefined;
  }
  loading.modules.set(name, read.module);
  loading.hashes.set(file, read.sha256);
  return read.sha256;
}

type Refused = Extract<Resolution, { readonly kind: 'refused' }>;
type Found = Extract<Resolution, { readonly path: string }>;

function stripModule(oxc: typeof OxcTransform, file: string, text: string): Loaded | readonly Diagnostic[] {
  const stripped = stripTypes(oxc, file, text);
  if (!('code' in stripped)) return stripped;
  const dynamic = stripped.code.includes('import(') ? dynamicImports(text, file) : [];
  return dynamic.length > 0 ? dynamic : { ...stripped, file, text };
}

type Read = { readonly module: Loaded; readonly sha256: string } | { readonly problems: readonly Diagnostic[] };

function readImported(path: string, file: string, kind: Found['kind'], strip: Strip): Read {
  const read = readText(path, file);
  if ('problem' in read) return { problems: [read.problem] };
  const module = kind === 'code' ? strip(file, read.text) : kind === 'data' ? dataModule(file, read.text) : packageModule(file, read.text);
  return 'code' in module ? { module, sha256: read.sha256 } : { problems: module };
}

/** What packages name while they are loaded, of what every host but this one has; they use it to talk to databases. */
const HOST = 'const atob = undefined, TextEncoder = class {};';

/** What is published has no types left. */
const packageModule = (file: string, text: string): Loaded => ({
  file,
  text,
  code: HOST + text,
  placeOf: () => ({ file }),
  isForeign: true,
});

/** JSON becomes its value, any other data its text. */
function dataModule(file: string, text: string): Loaded | readonly Diagnostic[] {
  const data = dataOf(file, text);
  if ('problem' in data) return [data.problem];
  const code = isJson(file)
    ? `export default JSON.parse(${JSON.stringify(text)})`
    : `export default ${JSON.stringify(text)}`;
  return { file, text, code, placeOf: () => ({ file }) };
}

/** Where an import names its module; the file alone when it stands nowhere. */
function placeOfImport(text: string, specifier: string, file: string): Place {
  const found = importsIn(text).find((each) => each.specifier === specifier);
  return found ? placeAt(text, found.start, file) : { file };
}

function dynamicImports(text: string, file: string): readonly Diagnostic[] {
  const cursor = openExactCursor(text);
  const placeOf = placesIn(text, file);
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
        found.push(problem('forbidden-import', details, placeOf(start)));
      }
    }
    before = token;
  }
  return found;
}
