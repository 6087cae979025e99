import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as authoring from '../../src/authoring.ts';
import { type Desired, type SchemaKind, loadDesired } from '../../src/desired/index.ts';
import type { SqlReader } from '../../src/reader/index.ts';
import { formatDiagnostic } from '../../src/diagnostics.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { MigsqlError } from '../../src/errors.ts';
import { DEFAULT_NAMING } from '../../src/ops/naming.ts';
import { openSandbox } from '../../src/sandbox/sandbox.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { bundledAuthoring, bundledWorker } from '../sandbox/support/bundle.ts';
import { makeProject } from './project.ts';

const sandbox = openSandbox({ authoring: bundledAuthoring(), worker: bundledWorker() });

/** What says a schema: files by path, read in order. */
export type SchemaFiles = { readonly [path: string]: string };

export interface Wanted {
  readonly dialect?: DialectName;
  /** Paths that the config names; all files unless said otherwise. */
  readonly schema?: readonly string[];
  readonly kind?: SchemaKind;
  readonly reader?: SqlReader;
  /** The drizzle-orm that is installed in the project. */
  readonly drizzle?: 'drizzle-orm' | 'drizzle-orm-rc';
}

/** Loads the schema that the files of a project say. */
export const load = (files: SchemaFiles, wanted: Wanted = {}): Promise<Desired> => {
  const project = makeProject(files);
  if (wanted.drizzle) install(wanted.drizzle, project);
  return loadIn(project, { schema: Object.keys(files), ...wanted });
};

/** The package as a link, as some package managers install it. */
function install(drizzle: NonNullable<Wanted['drizzle']>, project: string): void {
  mkdirSync(join(project, 'node_modules'));
  symlinkSync(fileURLToPath(new URL(`../../node_modules/${drizzle}`, import.meta.url)), join(project, 'node_modules/drizzle-orm'));
}

export function loadIn(project: string, { dialect = 'postgresql', schema = [], kind, reader }: Wanted): Promise<Desired> {
  const source = schema.map((path) => ({ path: join(project, path), ...(kind && { kind }) }));
  return loadDesired(source, {
    project,
    dialect: DIALECTS[dialect],
    naming: DEFAULT_NAMING,
    sandbox,
    authoring,
    openReader: async () => reader ?? (() => ({ ops: [] })),
  });
}

/** All that is wrong with the files, as people read it. */
export async function problemsOf(files: SchemaFiles, wanted: Wanted = {}): Promise<readonly string[]> {
  try {
    await load(files, wanted);
    return [];
  } catch (error) {
    if (error instanceof MigsqlError) return error.diagnostics.map(formatDiagnostic);
    throw error;
  }
}
