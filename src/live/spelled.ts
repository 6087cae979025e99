import { spelledAs, unlikeTexts } from '../compare/index.ts';
import type { Connection } from '../database/connection.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { type SchemaModel, putObject, putTable } from '../schema/model.ts';
import { SPELLINGS, type Undecided } from './spelling/index.ts';

/** A schema in the words of a database. */
export interface Spelled {
  readonly model: SchemaModel;
  readonly undecided: readonly Undecided[];
}

/**
 * A schema with the names and texts of the one that was found in a database, wherever they mean the same to it: the server
 * is asked about texts that differ.
 */
export async function spelledByServer(wanted: SchemaModel, found: SchemaModel, connection: Connection, dialect: Dialect): Promise<Spelled> {
  const named = spelledAs(wanted, found, dialect);
  const { tables, objects, undecided } = await SPELLINGS[dialect.name](unlikeTexts(named, found, dialect), connection, dialect);
  return { model: objects.reduce(putObject, tables.reduce(putTable, named)), undecided };
}
