import { sameHeads } from '../apply/index.ts';
import { type Project, dialectOf } from '../compiler.ts';
import { compareSchemas, foldedPath } from '../compare/index.ts';
import type { Connection } from '../database/connection.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { fail } from '../errors.ts';
import { describe, evolve } from '../ops/index.ts';
import { EMPTY_SCHEMA, type SchemaModel, putObject, putTable } from '../schema/model.ts';
import { type Drift, drift, isDrifted } from './drift.ts';
import { inProjectNames } from './mapped.ts';
import { spelledByServer } from './spelled.ts';

/** A schema to go on from, as a database has it. */
export interface FromDatabase {
  readonly before: SchemaModel;
  /** A schema that is wanted, with the database's own words wherever they mean the same. */
  readonly spelled: (wanted: SchemaModel) => Promise<SchemaModel>;
  readonly drift: Drift;
}

/**
 * The schema that a database has where it is, in the names of migrations: what the migrations make, and what of it hand-written
 * SQL alone knows. Ops that begin there fit every database that these migrations made.
 *
 * @param parents what a new migration would revise
 * @throws MigsqlError `not-at-parents`, `drifted`; of a code of `drift`
 */
export async function fromDatabase(project: Project, connection: Connection, parents: readonly string[]): Promise<FromDatabase> {
  const { config } = project;
  const { display: database } = connection;
  const dialect = dialectOf(config, connection.dialect);
  const found = await drift(project, connection);
  if (!sameHeads(found.heads, parents)) fail('not-at-parents', { database, heads: found.heads, parents });
  if (isDrifted(found)) fail('drifted', { database, differences: found.adopt.map(({ op }) => describe(op)) });
  const before = renamed(withUnread(found, dialect), config.schemaMap, dialect);
  return { before, drift: found, spelled: async (wanted) => (await spelledByServer(wanted, before, connection, dialect)).model };
}

/** What nobody could read in the migrations can be read in the database. */
function withUnread({ wanted, found, uncompared }: Drift, dialect: Dialect): SchemaModel {
  const unread = new Set(uncompared.unread.map(({ name }) => foldedPath(name, dialect)));
  const tables = [...found.tables.values()].filter(({ name }) => unread.has(foldedPath(name, dialect)));
  const objects = [...found.objects.values()].filter(({ name }) => unread.has(foldedPath(name, dialect)));
  return objects.reduce(putObject, tables.reduce(putTable, wanted));
}

const renamed = (model: SchemaModel, map: Project['config']['schemaMap'], dialect: Dialect): SchemaModel =>
  map ? inProjectNames(compareSchemas(EMPTY_SCHEMA, model, { dialect }), map).map(({ op }) => op).reduce(evolve, EMPTY_SCHEMA) : model;
