import { fail } from '../../errors.ts';
import type { DialectName } from '../../sql/dialect-name.ts';
import type { ObjectName } from '../../schema/name.ts';
import { mssql } from './mssql/index.ts';
import { mariadb, mysql } from './mysql/index.ts';
import { oracle } from './oracle/index.ts';
import { postgresql } from './postgresql/index.ts';
import type { CatalogueQueries } from './read.ts';
import { type Query, type Scope, maybe, nameIn, text } from './row.ts';
import { sqlite } from './sqlite/index.ts';

export const CATALOGUES: { readonly [D in DialectName]: CatalogueQueries } = { postgresql, mysql, mariadb, mssql, oracle, sqlite };

/** What of a database is read. */
export interface ScopeOptions {
  /** The schemas to read; the session's own alone unless said otherwise. Its names go without it. */
  readonly schemas?: readonly string[];
  /** Schemas to read beside those. */
  readonly also?: readonly string[];
}

/**
 * A session may have no schema of its own, where PostgreSQL's search_path names none that is there.
 *
 * @throws MigsqlError `no-own-schema` where others are not named either
 */
export async function readScope(dialect: DialectName, query: Query, { schemas, also = [] }: ScopeOptions): Promise<Scope> {
  const [row = {}] = await query(CATALOGUES[dialect].ownSchema);
  const own = maybe(row, 'name');
  const read = new Set([...(schemas ?? (own === undefined ? [] : [own])), ...also]);
  return read.size ? { own: own ?? '', schemas: [...read] } : fail('no-own-schema', {});
}

/** The names of all schemas of a database, as its catalogue has them. */
export async function schemaNames(dialect: DialectName, query: Query): Promise<readonly string[]> {
  return (await query(CATALOGUES[dialect].schemaNames)).map((row) => text(row, 'name'));
}

/** A name as the model of this scope has it: in its own schema, in whatever letters that is written, without one. */
export const inScope = ({ schema, name }: ObjectName, scope: Scope): ObjectName =>
  schema?.toLowerCase() === scope.own.toLowerCase() ? { name } : nameIn(scope, schema, name);
