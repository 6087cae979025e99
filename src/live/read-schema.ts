import type { Connection } from '../database/connection.ts';
import { type ScopeOptions, introspect, schemaNames } from '../database/introspect/index.ts';
import { underSignal } from '../database/under-signal.ts';
import { type Unmodelled, unmodelled } from '../database/unmodelled/index.ts';
import { MigsqlError, problem } from '../errors.ts';
import { ledgerTable } from '../plan/index.ts';
import type { SchemaModel } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';
import { USUAL_VERSION_TABLE, type VersionTable } from '../schema/version-table.ts';
import { similar } from '../similar.ts';

export interface ReadOptions extends ScopeOptions {
  /** Tables that are left out, beside those that migsql keeps. */
  readonly except?: readonly ObjectName[];
  /** The project's own, where there is one. */
  readonly versionTable?: VersionTable;
  readonly signal?: AbortSignal;
}

/** What there is in a database. */
export interface LiveSchema {
  readonly model: SchemaModel;
  readonly unmodelled: readonly Unmodelled[];
}

/** The tables that scripts keep, whatever the project calls its own. */
const ownTables = (versionTable: ObjectName): readonly ObjectName[] =>
  [{ name: USUAL_VERSION_TABLE }, versionTable].flatMap((table) => [table, ledgerTable(table)]);

/**
 * The schema of a database, without the tables that migsql keeps.
 *
 * @throws MigsqlError `unknown-schema` for each that is named and not there; DatabaseError
 */
export const readSchema = (connection: Connection, options: ReadOptions = {}): Promise<LiveSchema> =>
  underSignal(connection, options.signal, (each) => readAll(each, options));

async function readAll({ dialect, query }: Connection, options: ReadOptions): Promise<LiveSchema> {
  const { except = [], versionTable = { name: USUAL_VERSION_TABLE }, schemas, also } = options;
  const scope: ScopeOptions = { ...(schemas && { schemas: await knownSchemas(schemas, dialect, query) }), ...(also && { also }) };
  return {
    model: await introspect(dialect, query, { ...scope, except: [...ownTables(versionTable), ...except] }),
    unmodelled: await unmodelled(dialect, query, scope),
  };
}

/** Schemas as the catalogue has their names, which some servers keep in capitals. */
async function knownSchemas(asked: readonly string[], ...[dialect, query]: Parameters<typeof schemaNames>): Promise<readonly string[]> {
  const known = await schemaNames(dialect, query);
  const found = asked.map((name) => known.find((each) => each === name) ?? known.find((each) => dialect === 'oracle' && each === name.toUpperCase()));
  const missing = asked.filter((_, index) => found[index] === undefined);
  if (missing.length) throw new MigsqlError(missing.map((schema) => problem('unknown-schema', { schema, known, suggestions: similar(schema, known) })));
  return found.flatMap((each) => each ?? []);
}
