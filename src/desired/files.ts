import { statSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import type { Diagnostic } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import { findMigrationFiles } from '../migrations/index.ts';
import { readText, whyUnreadable } from '../sandbox/files.ts';
import { nameOf } from '../sandbox/imports.ts';
import { type Module, modulesFrom, usesOfDrizzle } from './drizzle/modules.ts';
import type { SchemaKind, SchemaPath } from './kinds.ts';

/** A file that says a part of the schema. */
export interface SchemaFile {
  /** Absolute. */
  readonly path: string;
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  readonly kind: SchemaKind;
  readonly text: string;
}

export interface SchemaFilesFound {
  readonly files: readonly SchemaFile[];
  readonly problems: readonly Diagnostic[];
}

/**
 * The files of a schema, each read. In a folder those are looked for that migrations would be: `.sql`, TypeScript and
 * JavaScript, and none whose name begins with `_` or `.`.
 *
 * @param project absolute
 */
export function findSchemaFiles(paths: readonly SchemaPath[], project: string): SchemaFilesFound {
  return joined(paths.map((each) => filesAt(each, project)));
}

const joined = (found: readonly SchemaFilesFound[]): SchemaFilesFound => ({
  files: found.flatMap(({ files }) => files),
  problems: found.flatMap(({ problems }) => problems),
});

function filesAt({ path, kind }: SchemaPath, project: string): SchemaFilesFound {
  const file = nameOf(path, project) || '.';
  const missing = (reason: string): SchemaFilesFound => ({ files: [], problems: [problem('missing-schema', { file, reason })] });
  try {
    if (!statSync(path).isDirectory()) return fileAt(path, project, kind);
  } catch (error) {
    return missing(whyUnreadable(error as Error));
  }
  const { files, problems } = findMigrationFiles([path], { project });
  if (files.length + problems.length === 0) return missing('the folder holds no file of a schema');
  return joined([{ files: [], problems }, ...files.map((each) => fileAt(each.path, project, kind))]);
}

function fileAt(path: string, project: string, given: SchemaKind | undefined): SchemaFilesFound {
  const file = nameOf(path, project);
  const read = readText(path, file);
  if ('problem' in read) return { files: [], problems: [read.problem] };
  const { text } = read;
  const kind = given ?? kindOf({ path, text }, project);
  if (kind) return { files: [{ path, file, kind, text }], problems: [] };
  return { files: [], problems: [problem('unknown-schema-kind', { ending: extname(path), known: ENDINGS }, { file })] };
}

const ENDINGS = ['.sql', '.ts', '.mts', '.js', '.mjs'];

/** A module is drizzle-orm's where it, or one that it imports, imports that. */
function kindOf(module: Module, project: string): SchemaKind | undefined {
  const ending = extname(module.path);
  if (!ENDINGS.includes(ending)) return undefined;
  if (ending === '.sql') return 'sql';
  const modules = modulesFrom(module, { project, folders: [dirname(module.path)] });
  return usesOfDrizzle(modules, project).length > 0 ? 'drizzle' : 'migsql';
}
