import { currentHeads } from '../apply/index.ts';
import { type Project, dialectOf } from '../compiler.ts';
import { type Difference, compareSchemas } from '../compare/index.ts';
import type { Connection } from '../database/connection.ts';
import { MigsqlError, fail } from '../errors.ts';
import { describe } from '../ops/index.ts';
import { schemaInDatabase } from '../replay.ts';
import { EMPTY_SCHEMA, type SchemaModel } from '../schema/model.ts';
import { withoutBare } from './comparable.ts';
import { inProjectNames } from './mapped.ts';
import { type LiveSchema, type ReadOptions, readSchema } from './read-schema.ts';

/** What the first migration of a database holds that is there already. */
export interface Baseline extends LiveSchema {
  readonly found: readonly Difference[];
}

/**
 * Reads a database that no migration made, for a project that has none.
 *
 * @throws MigsqlError `has-migrations`, `empty-database`; of a code of `currentHeads` and `readSchema`; DatabaseError
 */
export async function baseline(project: Project, connection: Connection, options: Pick<ReadOptions, 'schemas' | 'except' | 'signal'> = {}): Promise<Baseline> {
  const { config, graph } = project;
  if (graph.nodes.size) fail('has-migrations', { revisions: [...graph.nodes.keys()] });
  await currentHeads(project, connection);
  const live = await readSchema(connection, { ...options, versionTable: config.versionTable });
  const model = withoutBare(live.model);
  const found = compareSchemas(EMPTY_SCHEMA, model, { dialect: dialectOf(config, connection.dialect) });
  if (found.length === 0) fail('empty-database', { database: connection.display });
  return { ...live, model, found: inProjectNames(found, config.schemaMap) };
}

/**
 * Holds a migration, as it is written by now, against what was read.
 *
 * @throws MigsqlError `baseline-differs`
 */
export async function proveBaseline(project: Project, revision: string, model: SchemaModel, { dialect: name }: Pick<Connection, 'dialect'>): Promise<void> {
  const dialect = dialectOf(project.config, name);
  const replayed = await schemaInDatabase(project, [revision], name).catch((error: unknown) => {
    if (error instanceof MigsqlError) return fail('baseline-differs', { differences: error.diagnostics.map(({ message }) => message) });
    throw error;
  });
  const left = [...compareSchemas(replayed, model, { dialect }), ...compareSchemas(model, replayed, { dialect })];
  if (left.length) fail('baseline-differs', { differences: left.map(({ op }) => describe(op)) });
}
