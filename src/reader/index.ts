/**
 * Hand-written SQL as ops: what the schema is after it, where that is certain.
 *
 * PostgreSQL's statements are parsed by the server's own grammar.
 */
import type { Op } from '../ops/index.ts';
import { EMPTY_SCHEMA, type SchemaModel } from '../schema/model.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { namesIn } from './names.ts';
import { openPostgresql } from './postgresql/index.ts';
import { type Reading, type SqlReader, Unread } from './reading.ts';
import { readByTokens } from './tokens/index.ts';

export type { Reading, SqlReader } from './reading.ts';

type Read = (sql: string, before: SchemaModel) => readonly Op[];

const byTokens = (dialect: DialectName) => async (): Promise<Read> => (sql, before) => readByTokens(sql, dialect, before);

const OPENERS: { readonly [D in DialectName]: () => Promise<Read> } = {
  postgresql: openPostgresql,
  mysql: byTokens('mysql'),
  mariadb: byTokens('mariadb'),
  mssql: byTokens('mssql'),
  oracle: byTokens('oracle'),
  sqlite: byTokens('sqlite'),
};

/** Loads the grammar at hand, and nothing else. */
export async function openReader(dialect: DialectName): Promise<SqlReader> {
  const read = await OPENERS[dialect]();
  return (statement, before = EMPTY_SCHEMA) => readOrNot(() => read(statement, before), statement, dialect);
}

function readOrNot(read: () => readonly Op[], statement: string, dialect: DialectName): Reading {
  try {
    return { ops: read() };
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    return { opaque: error.names ?? namesIn(statement, dialect), reason: error.message };
  }
}
