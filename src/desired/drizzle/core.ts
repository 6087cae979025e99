import { existsSync } from 'node:fs';
import type { Diagnostic, Place } from '../../diagnostics.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import { problem } from '../../errors.ts';
import { type Package, fileOfPackage } from '../../sandbox/packages.ts';
import type { ObjectKind } from '../../schema/object.ts';
import type { DialectName } from '../../sql/dialect-name.ts';
import type { Use } from './modules.ts';

/** The module of drizzle-orm that defines tables of each database; it has none for Oracle. */
export const CORES: { readonly [D in DialectName]: string | undefined } = {
  postgresql: 'drizzle-orm/pg-core',
  mysql: 'drizzle-orm/mysql-core',
  mariadb: 'drizzle-orm/mysql-core',
  mssql: 'drizzle-orm/mssql-core',
  oracle: undefined,
  sqlite: 'drizzle-orm/sqlite-core',
};

const NEVER_TOLD: readonly ObjectKind[] = ['function', 'procedure', 'trigger', 'custom'];
const TOLD_OF_POSTGRESQL: readonly ObjectKind[] = ['enum', 'sequence'];

/** The kinds of objects that drizzle-orm has no definitions of. */
export const UNTOLD_KINDS: { readonly [D in DialectName]: readonly ObjectKind[] } = {
  postgresql: NEVER_TOLD,
  mysql: [...NEVER_TOLD, ...TOLD_OF_POSTGRESQL],
  mariadb: [...NEVER_TOLD, ...TOLD_OF_POSTGRESQL],
  mssql: [...NEVER_TOLD, ...TOLD_OF_POSTGRESQL],
  oracle: [],
  sqlite: [...NEVER_TOLD, ...TOLD_OF_POSTGRESQL, 'schema'],
};

const isCore = (specifier: string): boolean => /^drizzle-orm\/[\w-]+-core$/.test(specifier);

/** A problem for each place that defines tables of another database. */
export function checkCores(uses: readonly Use[], { name, title }: Dialect): readonly Diagnostic[] {
  const expected = CORES[name];
  return uses
    .filter(({ specifier }) => isCore(specifier) && specifier !== expected)
    .map(({ specifier, place }) => problem('foreign-drizzle', { module: specifier, title, ...(expected && { expected }) }, place));
}

/** What there is to install before a schema can be read. */
export function checkInstalled(core: string, drizzle: Package | undefined, place: Place): readonly Diagnostic[] {
  if (!drizzle) return [problem('missing-drizzle', { module: 'drizzle-orm' }, place)];
  const file = fileOfPackage(core, { 'drizzle-orm': drizzle });
  return file !== undefined && existsSync(file) ? [] : [problem('missing-drizzle', { module: core }, place)];
}
