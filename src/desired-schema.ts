import * as authoring from './authoring.ts';
import { dialectOf, variablesOf } from './compiler.ts';
import type { Config } from './config.ts';
import { type Desired, type SchemaPath, loadDesired } from './desired/index.ts';
import { fail } from './errors.ts';
import { openPackageSandbox } from './sandbox/package.ts';
import type { DialectName } from './sql/dialect-name.ts';

/**
 * The schema that a project's config says it wants, or that of other files, in one dialect.
 *
 * @throws MigsqlError `no-schema` where the config names none; with every problem of the files
 */
export async function desiredSchema(config: Config, name: DialectName, files: readonly SchemaPath[] = config.schema): Promise<Desired> {
  if (files.length === 0) fail('no-schema', {});
  const sandbox = openPackageSandbox(config.limits);
  try {
    return await loadDesired(files, {
      project: config.root,
      dialect: dialectOf(config, name),
      naming: config.naming,
      ...variablesOf(config),
      sandbox,
      authoring,
      openReader: async (dialect) => (await import('./reader/index.ts')).openReader(dialect),
    });
  } finally {
    await sandbox.close();
  }
}
